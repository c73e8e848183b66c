"""What people type, and the page that answers it: a site's own yardstick of its search."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from waypost.model.finding import Place


class Judgement(msgspec.Struct, frozen=True):
    """What somebody types, and the pages of which any answers it."""

    query: str
    pages: tuple[str, ...]
    """Their ids."""
    place: Place
    """Where the site says so."""


class Floor(msgspec.Struct, frozen=True):
    """The least share of judgements, in percent, that a search must get right."""

    first: int = 0
    """With a right page in the first place."""
    top_three: int = 90
    """With a right page among the first three."""


class Judgements(msgspec.Struct, frozen=True):
    """All that a site says of the search in one language."""

    language: str
    floor: Floor = Floor()
    judgements: tuple[Judgement, ...] = ()
    explained: Mapping[str, str] = msgspec.field(default_factory=dict)
    """Why it is right that a title or keyword finds another page first, by that text."""
