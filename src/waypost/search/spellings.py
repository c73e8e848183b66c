"""Other spellings of words, remembered, and found for many words at once."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from typing import Final

from waypost.search.fold import fold_words

_REMEMBERED: Final = 1 << 15


class Spellings(dict[str, str], ABC):
    """Another spelling of each word of one language; "" for a word that has none."""

    @abstractmethod
    def has_spelling(self, key: str) -> bool:
        """Whether the word with this key may have another spelling."""

    @abstractmethod
    def spell(self, words: Sequence[str], keys: Sequence[str]) -> Iterable[str]:
        """The spelling of each of these words, whose keys are known."""

    def list_of(self, words: Iterable[str]) -> list[str]:
        """The spellings of those words that have one, in order."""
        words = [*words]
        self._learn(words)
        return [*filter(None, map(self.__getitem__, words))]

    def _learn(self, words: Iterable[str]) -> None:
        """All these words are known."""
        if len(self) > _REMEMBERED:
            self.clear()
        fresh = [*{*words}.difference(self)]
        if not fresh:
            return
        self.update(dict.fromkeys(fresh, ""))
        pairs = zip(fresh, fold_words(fresh), strict=True)
        own = [(word, key) for word, key in pairs if self.has_spelling(key)]
        if own:
            names = [word for word, _ in own]
            self.update(zip(names, self.spell(names, [key for _, key in own]), strict=True))
