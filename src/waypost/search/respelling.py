"""Other spellings of the names of a page, under which people who write otherwise look for it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from waypost.search.confusables import skeletonise
from waypost.search.fold import fold_word
from waypost.search.rules import Kind, Rules
from waypost.search.tokens import split_words

_SHORTEST = 4
"""Letters of a word whose misspellings count: shorter ones have too many words beside them."""
_SHORTEST_CONSONANTS = 3
"""The same in a script that writes hardly any vowels, or a syllable by a letter."""


class Respeller:
    """Other spellings of words of one language."""

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        self._skeletonise = lru_cache(maxsize=1 << 14)(self._find_skeleton)

    def list_skeletons(self, text: str) -> Iterator[str]:
        """What is left of each word when letters that are confused are one: `~lisens`."""
        if self._rules.confusables:
            for word in split_words(text, self._rules):
                skeleton = self._skeletonise(word)
                if skeleton:
                    yield f"~{skeleton}"

    def _find_skeleton(self, word: str) -> str:
        key = fold_word(word)
        if key.isdecimal() or (self._rules.kind is Kind.HAN and not key.isascii()):
            return ""
        shortest = _SHORTEST if key.isascii() else _SHORTEST_CONSONANTS
        return skeletonise(key, self._rules.confusables) if len(key) >= shortest else ""
