"""What a process remembers of the search indexes that it made: the next ones take less time.

A preview indexes after each save. What the cache keeps would be read again each time, and be found
to be what this process wrote a minute ago.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from waypost.model.replacing import replace
from waypost.pipeline.search_pages import FoundPages
from waypost.search.state import IndexState

if TYPE_CHECKING:
    from waypost.search.expansion import Expander

_ROOM: Final = 24_000_000
"""Bytes of the cache that are remembered; in memory they take about four times as many."""


class IndexRecord(msgspec.Struct, frozen=True):
    """What the next build must know of a language's index before it looks any closer."""

    key: str
    """Of all that it was made from."""
    words: str
    """Digest of what editors say in `search.yml`."""
    paths: tuple[str, ...]
    """Its files in the site."""
    pages: int
    digests: dict[str, str]
    """Of what is kept beside this record, by its ending."""


class KnownIndex(msgspec.Struct, frozen=True):
    """A language's index as it was made last."""

    found: FoundPages
    state: IndexState
    words: str
    """Digest of what editors said in `search.yml`."""
    expander: Expander

    def with_pages(self, found: FoundPages) -> KnownIndex:
        """The index, whose pages are known under other keys."""
        return replace(self, found=found)


class IndexMemory:
    """The indexes of as many languages as there is room for."""

    def __init__(self, room: int = _ROOM) -> None:
        self._room = room
        self._known: dict[str, tuple[IndexRecord, KnownIndex, int]] = {}

    def recall(self, code: str) -> tuple[IndexRecord, KnownIndex] | tuple[None, None]:
        """The language's index as this process made it last, if it remembers."""
        known = self._known.get(code)
        return known[:2] if known is not None else (None, None)

    def has_room(self, code: str) -> bool:
        """Whether the index of another language than those that are known may be remembered."""
        return code not in self._known and self._taken() < self._room

    def keep(self, code: str, record: IndexRecord, known: KnownIndex, size: int) -> None:
        """The index is remembered, where there is room; `size` is that of what the cache keeps.

        Languages come in turn: one that was put out for another would be missed before that is.
        """
        former = self._known.pop(code, None)
        if former is not None:
            # Not all is written anew each time.
            size = max(size, former[2])
        if size + self._taken() <= self._room:
            self._known[code] = (record, known, size)

    def _taken(self) -> int:
        return sum(size for _, _, size in self._known.values())
