"""Other spellings of the names of a page, under which people who write otherwise look for it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from waypost.search.confusables import skeletonise
from waypost.search.fold import fold_word
from waypost.search.rules import Kind, Rules, rules_for
from waypost.search.tokens import split_words

_SHORTEST = 4
"""Letters of a word whose misspellings count: shorter ones have too many words beside them."""
_SHORTEST_CONSONANTS = 3
"""The same in a script that writes hardly any vowels, or a syllable by a letter."""


def list_skeletons(text: str, rules: Rules) -> Iterator[str]:
    """What is left of each word when letters that are confused are one: `~lisens`."""
    if rules.confusables:
        for word in split_words(text, rules):
            skeleton = _find_skeleton(word, rules.code)
            if skeleton:
                yield f"~{skeleton}"


@lru_cache(maxsize=1 << 15)
def _find_skeleton(word: str, code: str) -> str:
    key, rules = fold_word(word), rules_for(code)
    if key.isdecimal() or (rules.kind is Kind.HAN and not key.isascii()):
        return ""
    shortest = _SHORTEST if key.isascii() else _SHORTEST_CONSONANTS
    return skeletonise(key, rules.confusables) if len(key) >= shortest else ""
