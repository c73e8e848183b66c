"""The memory: a text translated once in a role is translated wherever it stands in that role.

Only exact texts count (but for white space and typography). A recalled text keeps the stamp that
it has where it comes from, so a machine's stays a machine's and a review stays a review.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet

import msgspec

from waypost.model.fingerprint import fingerprint
from waypost.model.text import Document, Role, Segment, Syntax
from waypost.model.translation import Origin
from waypost.translation.catalog import Catalog
from waypost.translation.fill import Offer, apply_offers
from waypost.translation.former import stamp_words
from waypost.translation.origin import judge_entry
from waypost.translation.soundness import expect_placeables, is_sound

Key = tuple[Syntax, Role, str]
"""Syntax, role, fingerprint of the source."""

_WEIGHT = {Origin.REVIEWED: 3, Origin.HUMAN: 2, Origin.DRAFT: 1, Origin.MACHINE: 0}


class Memory(msgspec.Struct, frozen=True):
    """What one language has translations for."""

    offers: Mapping[Key, Offer]

    def recall(self, segment: Segment) -> Offer | None:
        """The translation of exactly this text in this role, or None."""
        return self.offers.get((segment.syntax, segment.role, fingerprint(segment.source)))


def remember(catalogs: Iterable[tuple[Document, Catalog]], reviewers: AbstractSet[str]) -> Memory:
    """The memory of a language's synced catalogues.

    Of several current translations of one text the one of most weight counts, then the first.
    """
    best: dict[Key, tuple[int, Offer]] = {}
    for document, catalog in catalogs:
        entries = {entry.address: entry for entry in reversed(catalog.entries)}
        for segment in document.segments:
            entry = entries.get(segment.address)
            if entry is None or not entry.target.strip():
                continue
            key = (segment.syntax, segment.role, fingerprint(segment.source))
            origin, made_for = judge_entry(entry, reviewers)
            stamp = stamp_words(entry).stamp
            if (
                made_for != key[2]
                or stamp is None
                or (key in best and best[key][0] >= _WEIGHT[origin])
            ):
                continue
            expected = expect_placeables(segment.source, segment.syntax)
            if is_sound(entry.target, expected, segment.syntax):
                best[key] = (_WEIGHT[origin], Offer(segment.source, entry.target, stamp))
    return Memory({key: offer for key, (_, offer) in best.items()})


def recall_all(
    catalog: Catalog, wanted: Sequence[Segment], memory: Memory
) -> tuple[Catalog, tuple[Segment, ...]]:
    """The catalogue with what the memory knows of the `wanted` segments, and those it doesn't."""
    offers: dict[str, Offer] = {}
    unknown: list[Segment] = []
    for segment in wanted:
        offer = memory.recall(segment)
        if offer is None:
            unknown.append(segment)
        else:
            offers[segment.address] = offer
    return apply_offers(catalog, offers), tuple(unknown)
