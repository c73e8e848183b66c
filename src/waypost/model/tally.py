"""How far a language has come: its texts counted by state, and what its readers are told of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final, NamedTuple

import msgspec

from waypost.model.translation import Origin

STALE: Final = "stale"
MISSING: Final = "missing"
STATES: Final = (
    Origin.REVIEWED.value,
    Origin.HUMAN.value,
    Origin.DRAFT.value,
    Origin.MACHINE.value,
    STALE,
    MISSING,
)
"""Every text is in one of them; a stale one is stale whoever wrote it."""


class Tally(NamedTuple):
    """Texts and their source words, each by state in the order of `STATES`.

    A tuple, because a build keeps one for every page in every language.
    """

    texts: tuple[int, ...] = (0,) * len(STATES)
    words: tuple[int, ...] = (0,) * len(STATES)
    source_texts: int = 0
    """Those that readers see in the source language."""
    source_words: int = 0


def add_tallies(tallies: Iterable[Tally]) -> Tally:
    """The sum of the tallies."""
    known = list(tallies)
    if not known:
        return Tally()
    texts, words, source_texts, source_words = zip(*known, strict=True)
    return Tally(
        tuple(map(sum, zip(*texts, strict=True))),
        tuple(map(sum, zip(*words, strict=True))),
        sum(source_texts),
        sum(source_words),
    )


class Exempted(msgspec.Struct, frozen=True):
    """What should have been reviewed and isn't, and until when the site tolerates that."""

    language: str
    what: str
    """`guides`, `interpreter` or `notes`."""
    guides: tuple[str, ...]
    """The ids of the guides, where it is about guides."""
    reason: str
    until: date


class Coverage(msgspec.Struct, frozen=True):
    """What a language's readers are told of its translations."""

    pages: int
    """Published in the language."""
    all_pages: int
    tally: Tally
    reviewers: tuple[str, ...]
    """Shown names or roles."""
    engines: tuple[str, ...]
    """Name and version of each engine whose texts are among them."""
    exempted: tuple[Exempted, ...]
