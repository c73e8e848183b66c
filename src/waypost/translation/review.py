"""A reviewer's stamp, and how far the translation of a document has come."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from datetime import date

import msgspec

from waypost.model.fingerprint import fingerprint
from waypost.model.replacing import replace
from waypost.model.text import Document
from waypost.model.translation import Freshness, Origin, Translation
from waypost.translation.catalog import FUZZY, Catalog, Entry
from waypost.translation.origin import judge_entry
from waypost.translation.stamp import StampKind, make_stamp


class Accepted(msgspec.Struct, frozen=True):
    """A catalogue after a review, and the addresses that have got a stamp."""

    catalog: Catalog
    addresses: tuple[str, ...]


def accept(catalog: Catalog, addresses: AbstractSet[str], handle: str, day: date) -> Accepted:
    """The catalogue with the reviewer's stamp on the texts at `addresses`.

    The stamp says: this text is right for the source that stands beside it now. Without addresses
    it is set on every text that is current; a stale one must be named. A text that the same
    person has stamped as it is keeps its stamp and date.
    """
    entries: list[Entry] = []
    stamped: list[str] = []
    for entry in catalog.entries:
        if _is_meant(entry, addresses, handle):
            stamped.append(entry.address)
            entries.append(sign_entry(entry, handle, day))
        else:
            entries.append(entry)
    return Accepted(replace(catalog, entries=tuple(entries)), tuple(stamped))


def _is_meant(entry: Entry, addresses: AbstractSet[str], handle: str) -> bool:
    if not entry.target.strip() or (addresses and entry.address not in addresses):
        return False
    origin, made_for = judge_entry(entry, {handle})
    is_current = made_for == fingerprint(entry.source)
    if origin is Origin.REVIEWED and is_current:
        return False
    return is_current or bool(addresses)


def sign_entry(entry: Entry, handle: str, day: date) -> Entry:
    """The entry with a reviewer's stamp for the source that stands beside it."""
    stamp = make_stamp(
        StampKind.REVIEWED, f"{handle} {day.isoformat()}", entry.source, entry.target
    )
    flags = tuple(flag for flag in entry.flags if flag != FUZZY)
    return replace(entry, stamp=stamp, flags=flags, previous="")


class StateCount(msgspec.Struct, frozen=True):
    """Segments and words of a document in one state; without a state they aren't translated."""

    state: tuple[Origin, Freshness] | None
    segments: int
    words: int


def count_states(
    document: Document, translations: Sequence[Translation | None]
) -> tuple[StateCount, ...]:
    """How many segments and source words are in each state; `translations` as `resolve` gives."""
    counts: dict[tuple[Origin, Freshness] | None, tuple[int, int]] = {}
    for segment, translation in zip(document.segments, translations, strict=True):
        state = None
        if translation is not None:
            state = (translation.origin, translation.freshness)
        segments, words = counts.get(state, (0, 0))
        counts[state] = (segments + 1, words + len(segment.source.split()))
    return tuple(StateCount(state, *count) for state, count in sorted(counts.items(), key=_order))


def _order(item: tuple[tuple[Origin, Freshness] | None, tuple[int, int]]) -> tuple[int, int]:
    """Reviewed first, stale after current, what isn't translated last."""
    state, _ = item
    if state is None:
        return (len(Origin), 0)
    origin, freshness = state
    rank = (Origin.REVIEWED, Origin.HUMAN, Origin.DRAFT, Origin.MACHINE).index(origin)
    return (rank, int(freshness is Freshness.STALE))
