"""A catalogue: the translations of one document into one language, as its PO file holds them."""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from waypost.model.replacing import replace
from waypost.translation.stamp import Stamp

FUZZY = "fuzzy"
"""The flag by which other tools show that a text needs a look."""


class Entry(msgspec.Struct, frozen=True):
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


class Catalog(msgspec.Struct, frozen=True):
    """The entries of one PO file in its order, and the obsolete ones (`#~`)."""

    language: str
    """BCP 47, as the header says; "" where it doesn't."""
    entries: tuple[Entry, ...] = ()
    obsolete: tuple[Entry, ...] = ()
    """Former pairs: a person's words whose source text is gone or has changed."""
    comments: tuple[str, ...] = ()
    """Translators' comments above the header."""


_COPY = re.compile(r"~\d+$")


def with_former(catalog: Catalog, former: Iterable[Entry]) -> Catalog:
    """The catalogue with these obsolete entries, each once.

    One with the address and source of another entry gets a number (`title~2`), since gettext takes
    no file in which a pair of the two stands twice.
    """
    taken = {(entry.address, entry.source) for entry in catalog.entries}
    kept: list[Entry] = []
    for entry in dict.fromkeys(replace(each, address=home_address(each)) for each in former):
        address, number = entry.address, 1
        while (address, entry.source) in taken:
            number += 1
            address = f"{entry.address}~{number}"
        taken.add((address, entry.source))
        kept.append(replace(entry, address=address))
    return replace(catalog, obsolete=tuple(kept))


def home_address(entry: Entry) -> str:
    """The address of an obsolete entry without the number that told it from another."""
    return _COPY.sub("", entry.address)
