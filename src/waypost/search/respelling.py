"""Other spellings of what a page is called, under which people who write otherwise look for it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from waypost.model.search import SearchField
from waypost.search.confusables import skeletonise
from waypost.search.fold import fold_word
from waypost.search.latin import list_latin, other_script
from waypost.search.rules import Kind, Rules, rules_for
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
        yield from ((form, 1.0) for form in _list_skeletons(split_words(text, rules), rules))
        if not text.isascii():
            latin = list_latin(text, rules)
            yield from ((word, LATIN) for word in latin)
            yield from ((form, 1.0) for form in _list_skeletons(latin, rules))
    if field in _SAID:
        other = other_script(text, rules.code)
        yield from ((term, OTHER_SCRIPT) for term in list_terms(other, rules) if other)


def _list_skeletons(words: list[str], rules: Rules) -> Iterator[str]:
    """What is left of each word when letters that are confused are one."""
    for word in words if rules.confusables else ():
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
