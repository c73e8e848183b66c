"""The translations of a document that are all there, as their words lie side by side.

Most documents of a site are so. Whoever fills pages with them takes the words as they are cut;
anybody else finds the list of translations that they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import overload

import msgspec

from waypost.model.translation import Freshness, Origin, Translation


class Cut(msgspec.Struct, frozen=True):
    """Where the texts of a document stand among its words; each tuple is in their order."""

    shapes: tuple[tuple[str, ...], ...]
    """The marks of each (`marks.find_shape`)."""
    starts: tuple[int, ...]
    """The number of its first word (`marks.number_words`)."""
    wordless: tuple[Translation | None, ...]
    """The text itself where there is nothing to translate."""


class WholeTexts(Sequence[Translation | None]):
    """A translation of each text of a document, all current and with their sources' marks."""

    __slots__ = ("_cut", "origin", "origins", "words")

    def __init__(self, cut: Cut, words: Sequence[str], origins: Sequence[Origin]) -> None:
        self._cut = cut
        self.words = words
        """What stands between the marks of all texts, wordless ones among them."""
        self.origins = origins
        """Of each text: one that is wordless has the origin of its neighbours."""
        self.origin = origins[0] if origins.count(origins[0]) == len(origins) else None
        """Of all texts, where it is the same."""

    def __len__(self) -> int:
        return len(self._cut.starts)

    @overload
    def __getitem__(self, at: int) -> Translation: ...

    @overload
    def __getitem__(self, at: slice) -> list[Translation]: ...

    def __getitem__(self, at: int | slice) -> Translation | list[Translation]:
        if isinstance(at, slice):
            return [self[each] for each in range(*at.indices(len(self)))]
        wordless = self._cut.wordless[at]
        if wordless is not None:
            return wordless
        return Translation(self._join(at), self.origins[at], Freshness.CURRENT)

    def __iter__(self) -> Iterator[Translation]:
        return map(self.__getitem__, range(len(self)))

    def _join(self, at: int) -> str:
        shape, start = self._cut.shapes[at], self._cut.starts[at]
        if not shape:
            return self.words[start]
        parts = [""] * (2 * len(shape) + 1)
        parts[::2] = self.words[start : start + len(shape) + 1]
        parts[1::2] = shape
        return "".join(parts)
