"""Which texts a machine may write, and its texts in the catalogue: never over current words.

A person's text that is current is out of reach. One that the source has moved away from gives way
only where readers would be shown the fresh machine text, and stays beside it as a former pair.
"""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

import msgspec

from waypost.model.fingerprint import fingerprint
from waypost.model.policy import Policy
from waypost.model.replacing import replace
from waypost.model.text import Document, Segment
from waypost.model.translation import Freshness, Origin, Translation
from waypost.translation.catalog import FUZZY, Catalog, Entry, with_former
from waypost.translation.former import retire_entry
from waypost.translation.origin import is_persons, judge_entry
from waypost.translation.rejection import Rejection, gather_rejections, is_rejected, is_rejected_by
from waypost.translation.soundness import expect_placeables, has_words, is_sound
from waypost.translation.stamp import Stamp, StampKind, make_stamp

_NOBODY: frozenset[str] = frozenset()


class Offer(msgspec.Struct, frozen=True):
    """A text that may stand at an address, with the stamp that says where it comes from."""

    source: str
    target: str
    stamp: Stamp


def plan_fill(
    document: Document, catalog: Catalog, policy: Policy, engine: str = ""
) -> tuple[Segment, ...]:
    """The segments that a machine is to translate, in order; `catalog` is synced.

    Those without words, those with words of a machine for an older source, and a person's words
    for an older source where the policy would rather show a fresh machine text. Where the
    engine's own stamp is known, what people have rejected of it isn't asked for again.
    """
    entries = {entry.address: entry for entry in reversed(catalog.entries)}
    if engine:
        rejections = gather_rejections(catalog)
        open_ = [x for x in document.segments if not is_rejected_by(rejections, engine, x.source)]
        document = replace(document, segments=tuple(open_))
    return tuple(
        segment
        for segment in document.segments
        if has_words(segment.source, segment.syntax)
        and _is_open(segment, entries.get(segment.address), policy)
    )


def _is_open(segment: Segment, entry: Entry | None, policy: Policy) -> bool:
    if entry is None or not entry.target.strip():
        return True
    if not is_persons(entry):
        expected = expect_placeables(segment.source, segment.syntax)
        is_usable = is_sound(entry.target, expected, segment.syntax)
        return not is_usable or judge_entry(entry, _NOBODY)[1] != fingerprint(segment.source)
    if judge_entry(entry, _NOBODY)[1] == fingerprint(segment.source):
        return False
    fresh = Translation("fresh", Origin.MACHINE, Freshness.CURRENT)
    return policy.decide(segment.risk, fresh) is not None


def apply_machine(catalog: Catalog, results: Mapping[str, str], engine: str) -> Catalog:
    """The catalogue with machine texts by address; `engine` is its name, version and pair.

    A person's words for the source that stands now are not touched, whatever `results` says.
    """
    offers = {
        entry.address: Offer(
            entry.source,
            results[entry.address],
            make_stamp(StampKind.MACHINE, engine, entry.source, results[entry.address]),
        )
        for entry in catalog.entries
        if results.get(entry.address, "").strip()
    }
    return apply_offers(catalog, offers)


def apply_draft(catalog: Catalog, results: Mapping[str, str], writer: str) -> Catalog:
    """The catalogue with texts that were written for the project and that nobody has checked."""
    offers = {
        entry.address: Offer(
            entry.source,
            results[entry.address],
            make_stamp(StampKind.DRAFT, writer, entry.source, results[entry.address]),
        )
        for entry in catalog.entries
        if results.get(entry.address, "").strip()
    }
    return apply_offers(catalog, offers)


def apply_offers(catalog: Catalog, offers: Mapping[str, Offer]) -> Catalog:
    """The catalogue with offered texts in place of missing and stale ones, and of a machine's."""
    entries: list[Entry] = []
    former: list[Entry] = []
    rejections = gather_rejections(catalog)
    for entry in catalog.entries:
        offer = offers.get(entry.address)
        if offer is None or not _may_take(entry, offer, rejections):
            entries.append(entry)
            continue
        if is_persons(entry):
            former.append(replace(retire_entry(entry), comments=()))
        entries.append(_take(entry, offer))
    return with_former(replace(catalog, entries=tuple(entries)), (*catalog.obsolete, *former))


def _may_take(entry: Entry, offer: Offer, rejections: AbstractSet[Rejection]) -> bool:
    now = fingerprint(entry.source)
    if fingerprint(offer.source) != now or is_rejected(rejections, offer.stamp):
        return False
    return not is_persons(entry) or judge_entry(entry, _NOBODY)[1] != now


def _take(entry: Entry, offer: Offer) -> Entry:
    flags = tuple(flag for flag in entry.flags if flag != FUZZY)
    if offer.stamp.is_unchecked:
        flags = (FUZZY, *flags)
    return replace(entry, target=offer.target, stamp=offer.stamp, flags=flags, previous="")
