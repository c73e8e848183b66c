"""A catalogue: the translations of one document into one language, as its PO file holds them."""

from __future__ import annotations

from dataclasses import dataclass

from waypost.translation.stamp import Stamp

FUZZY = "fuzzy"
"""The flag by which other tools show that a text needs a look."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One source text with its translation ("" where there is none) and what is said of it."""

    address: str
    """The msgctxt; "" where another tool has dropped it."""
    source: str
    target: str = ""
    stamp: Stamp | None = None
    flags: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    """Translators' comments other than the stamp."""
    context: tuple[str, ...] = ()
    """What Waypost tells the translator (`#.`)."""
    previous: str = ""
    """The source that a fuzzy text was made for, as msgmerge notes it (`#| msgid`)."""

    @property
    def is_fuzzy(self) -> bool:
        """Whether a tool or a person has marked the text as unfinished."""
        return FUZZY in self.flags


@dataclass(frozen=True, slots=True)
class Catalog:
    """The entries of one PO file in its order, and the obsolete ones (`#~`)."""

    language: str
    """BCP 47, as the header says; "" where it doesn't."""
    entries: tuple[Entry, ...] = ()
    obsolete: tuple[Entry, ...] = ()
    """Former pairs: a person's words whose source text is gone or has changed."""
    comments: tuple[str, ...] = ()
    """Translators' comments above the header."""
