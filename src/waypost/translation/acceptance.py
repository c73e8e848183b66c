"""Which texts of a catalogue a reviewer's word is meant for, and which it passes by."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

import msgspec

from waypost.model.fingerprint import fingerprint
from waypost.model.replacing import replace
from waypost.model.translation import Origin
from waypost.translation.catalog import Catalog, Entry, home_address, with_former
from waypost.translation.origin import is_persons, judge_entry
from waypost.translation.rejection import is_former_rejected
from waypost.translation.versions import Version, find_words, is_marked, read_version

_NOBODY: frozenset[str] = frozenset()


class Wish(msgspec.Struct, frozen=True):
    """What a reviewer asks for in one document."""

    handle: str
    addresses: AbstractSet[str] = frozenset()
    """Only these; empty for all."""
    still_right: bool = False
    """Whether texts for a former source are meant too: they are right for the new one."""
    since: Version | None = None
    """Only what has changed since this version."""
    machine_too: bool = True
    """Whether a machine's texts that nobody has marked as finished are meant too."""


class Stale(msgspec.Struct, frozen=True):
    """A text whose source has moved: what the source was ("" where nobody knows), and is."""

    address: str
    former: str
    source: str
    target: str


class Plan(msgspec.Struct, frozen=True):
    """What is to be stamped, in a catalogue that is ready for it."""

    catalog: Catalog
    addresses: tuple[str, ...]
    stale: tuple[Stale, ...]
    """Texts for a former source: accepted where the wish says so, else passed by."""
    machine: tuple[str, ...]
    """Addresses of a machine's texts that were passed by."""


def plan_accept(catalog: Catalog, wish: Wish) -> Plan:
    """The texts that the wish is meant for; those that its reviewer has stamped so are left.

    Where a machine's text has taken the place of a person's, a wish that names the address and
    says that the former text is still right brings this one back.
    """
    if wish.still_right and wish.addresses:
        catalog = _bring_back(catalog, wish.addresses)
    chosen: list[str] = []
    stale: list[Stale] = []
    machine: list[str] = []
    for entry in catalog.entries:
        if not entry.target.strip() or (wish.addresses and entry.address not in wish.addresses):
            continue
        if wish.since is not None and _is_as_before(entry, wish.since):
            continue
        origin, made_for = judge_entry(entry, {wish.handle})
        is_current = made_for == fingerprint(entry.source)
        if is_current and origin is Origin.REVIEWED:
            continue
        if is_marked(entry) and entry.is_fuzzy and not wish.machine_too:
            machine.append(entry.address)
            continue
        if not is_current:
            stale.append(Stale(entry.address, entry.previous, entry.source, entry.target))
        if is_current or wish.still_right:
            chosen.append(entry.address)
    return Plan(catalog, tuple(chosen), tuple(stale), tuple(machine))


def _is_as_before(entry: Entry, since: Version) -> bool:
    words = find_words(entry)
    was_there = words in since.finished or words in since.machine
    is_newly_finished = words not in since.finished and not entry.is_fuzzy
    return was_there and not is_newly_finished


def _bring_back(catalog: Catalog, addresses: AbstractSet[str]) -> Catalog:
    """The catalogue with a person's former words where a machine's, or none, stand now."""
    former = {
        home_address(entry): entry
        for entry in catalog.obsolete
        if is_persons(entry) and not is_former_rejected(entry)
    }
    entries: list[Entry] = []
    used: set[int] = set()
    for entry in catalog.entries:
        found = former.get(entry.address)
        if entry.address not in addresses or found is None or is_persons(entry):
            entries.append(entry)
            continue
        used.add(id(found))
        made_for = judge_entry(found, _NOBODY)[1]
        previous = found.source if fingerprint(found.source) == made_for else ""
        words = replace(entry, target=found.target, stamp=found.stamp, flags=found.flags)
        entries.append(replace(words, previous=previous))
    kept = [entry for entry in catalog.obsolete if id(entry) not in used]
    return with_former(replace(catalog, entries=tuple(entries)), kept)


def read_since(catalog: Catalog | None) -> Version:
    """What a catalogue said; nothing where there was none."""
    return read_version(Catalog("") if catalog is None else catalog)
