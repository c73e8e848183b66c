"""Other spellings of what a page is called, under which people who write otherwise look for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import repeat

from waypost.model.search import SearchField
from waypost.search.confusables import skeletonise_each
from waypost.search.latin import list_latin, other_script
from waypost.search.rules import Kind, Rules
from waypost.search.spellings import Spellings
from waypost.search.tokens import list_terms, split_words

LATIN = 0.3
"""What a word counts in Latin letters, beside the word itself."""
OTHER_SCRIPT = 0.8
"""The same in the language's other script: it is the same word to most readers."""
_NAMES = frozenset({SearchField.TITLE, SearchField.NAMES})
_SAID = _NAMES | {SearchField.SUMMARY, SearchField.HEADINGS}
_SHORTEST = 4
"""Letters of a word whose misspellings count: shorter ones have too many words beside them."""
_SHORTEST_CONSONANTS = 3
"""The same in a script that writes hardly any vowels, or a syllable by a letter."""


def respell(text: str, field: SearchField, rules: Rules) -> Iterator[tuple[str, float]]:
    """Each other spelling of the words in a field, and what it counts there.

    They are skeletons of misspelled words (`~lisens`), Latin spellings (jiazhao for 驾照), and the
    other script (駕照).
    """
    if field in _NAMES:
        words = split_words(text, rules)
        yield from zip(_list_skeletons(words, rules), repeat(1.0))
        if not text.isascii():
            latin = list_latin(text, words, rules)
            yield from zip(latin, repeat(LATIN))
            yield from zip(_list_skeletons(latin, rules), repeat(1.0))
    if field in _SAID:
        other = other_script(text, rules.code)
        yield from zip(list_terms(other, rules) if other else (), repeat(OTHER_SCRIPT))


def learn_spellings(texts: Iterable[tuple[SearchField, str]], rules: Rules) -> None:
    """Makes `respell` quick for these texts: their words are respelled all at once."""
    text = "\n".join([text for field, text in texts if field in _NAMES])
    words = split_words(text, rules)
    _list_skeletons(words, rules)
    if not text.isascii():
        _list_skeletons(list_latin(text, words, rules), rules)


class _Skeletons(Spellings):
    """The skeletons of words of one language, with their sign."""

    def __init__(self, rules: Rules) -> None:
        super().__init__()
        self._rules = rules

    def spell(self, words: Sequence[str], keys: Sequence[str]) -> Iterable[str]:
        """The skeleton of each key."""
        found = skeletonise_each(keys, self._rules.confusables)
        return [skeleton and f"~{skeleton}" for skeleton in found]

    def has_spelling(self, key: str) -> bool:
        """Whether the word is long enough to be taken for another one by ear."""
        is_ascii = key.isascii()
        if len(key) < (_SHORTEST if is_ascii else _SHORTEST_CONSONANTS) or key.isdecimal():
            return False
        return is_ascii or self._rules.kind is not Kind.HAN


_skeletons_for = cache(_Skeletons)


def _list_skeletons(words: Iterable[str], rules: Rules) -> list[str]:
    """What is left of each word when letters that are confused are one."""
    if not rules.confusables:
        return []
    return _skeletons_for(rules).list_of(words)
