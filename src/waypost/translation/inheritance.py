"""What people wrote for a document that is gone, for the documents where its texts stand now.

A guide that is renamed leaves its PO files behind. Its words are taken over by exact source text
and role, with their stamps, before anything is asked of a machine.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet

import msgspec

from waypost.model.fingerprint import fingerprint
from waypost.model.text import Document, Role, Segment
from waypost.model.translation import Origin
from waypost.translation.catalog import Catalog, Entry
from waypost.translation.fill import Offer, apply_offers
from waypost.translation.former import stamp_words
from waypost.translation.origin import judge_entry
from waypost.translation.soundness import expect_placeables, is_sound

_WEIGHT = {Origin.REVIEWED: 1, Origin.HUMAN: 0}
_ROLES = {role.value: role for role in Role}


class Inheritance(msgspec.Struct, frozen=True):
    """People's words of vanished documents in one language, each with its stamp."""

    at_home: Mapping[tuple[str, str], Offer] = msgspec.field(default_factory=dict)
    """By address and fingerprint of the source."""
    by_role: Mapping[tuple[Role, str], Offer] = msgspec.field(default_factory=dict)
    """By role and fingerprint of the source."""

    def find(self, segment: Segment) -> Offer | None:
        """A person's words for exactly this text, at its address first; else None."""
        mark = fingerprint(segment.source)
        found = self.at_home.get((segment.address, mark))
        return found or self.by_role.get((segment.role, mark))


def inherit(catalogs: Iterable[Catalog], reviewers: AbstractSet[str]) -> Inheritance:
    """What the catalogues of vanished documents leave: reviewed words first, then any person's."""
    left: list[tuple[int, Entry, Offer]] = []
    for catalog in catalogs:
        for entry in catalog.entries:
            if not entry.target.strip():
                continue
            origin, made_for = judge_entry(entry, reviewers)
            stamp = stamp_words(entry).stamp
            if origin in _WEIGHT and stamp is not None and made_for == fingerprint(entry.source):
                offer = Offer(entry.source, entry.target, stamp)
                left.append((_WEIGHT[origin], entry, offer))
    at_home: dict[tuple[str, str], Offer] = {}
    by_role: dict[tuple[Role, str], Offer] = {}
    for _, entry, offer in sorted(left, key=lambda one: -one[0]):
        mark = fingerprint(entry.source)
        at_home.setdefault((entry.address, mark), offer)
        role = _find_role(entry)
        if role is not None:
            by_role.setdefault((role, mark), offer)
    return Inheritance(at_home, by_role)


def _find_role(entry: Entry) -> Role | None:
    """The role that the translator was told of, as `describe_segment` writes it."""
    words = (line.partition(",")[0] for line in entry.context)
    return next((_ROLES[word] for word in words if word in _ROLES), None)


def take_over(document: Document, catalog: Catalog, inheritance: Inheritance) -> Catalog:
    """The synced catalogue with inherited words where no person's current ones stand."""
    offers: dict[str, Offer] = {}
    for segment in document.segments:
        offer = inheritance.find(segment)
        if offer is not None and is_sound(
            offer.target, expect_placeables(segment.source, segment.syntax), segment.syntax
        ):
            offers[segment.address] = offer
    return apply_offers(catalog, offers) if offers else catalog
