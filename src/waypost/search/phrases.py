"""Words that stand side by side, found in a text whatever their forms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from waypost.search.fold import fold_text
from waypost.search.grouping import name_groups
from waypost.search.rules import Kind, Rules, rules_for
from waypost.search.tokens import form_word, split_words

_UNSPACED = frozenset({Kind.HAN, Kind.SEA})


class Phrases:
    """Phrases that are looked for together, by the rules of one language.

    Where spaces part words, a phrase is found by the groups of its words: "unemployment benefit"
    in "Unemployment benefits". One in a script without spaces is found by its letters.
    """

    def __init__(self, phrases: Iterable[str], rules: Rules) -> None:
        self._rules = rules
        once = dict.fromkeys(phrases)
        self._unspaced = tuple(phrase for phrase in once if self._is_unspaced(phrase))
        self._spaced = tuple(phrase for phrase in once if not self._is_unspaced(phrase))

    def _is_unspaced(self, phrase: str) -> bool:
        return self._rules.kind in _UNSPACED and not fold_text(phrase).isascii()

    @cached_property
    def _by_first(self) -> Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]:
        """The groups of each phrase, and the phrase, by the first group."""
        result: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        words = {phrase: split_words(phrase, self._rules) for phrase in self._spaced}
        groups = name_groups((word for each in words.values() for word in each), self._rules)
        for phrase, its in words.items():
            if its:
                named = tuple(groups[form_word(word, self._rules)] for word in its)
                result.setdefault(named[0], []).append((named, phrase))
        return {first: tuple(each) for first, each in result.items()}

    @cached_property
    def _letters(self) -> tuple[tuple[str, str], ...]:
        """Each phrase without spaces, and as it was given."""
        folded = ((_join(phrase), phrase) for phrase in self._unspaced)
        return tuple((letters, phrase) for letters, phrase in folded if letters)

    def find(self, text: str) -> frozenset[str]:
        """The phrases that stand in the text."""
        return frozenset((*self._find_unspaced(text), *self._find_spaced(text)))

    def _find_unspaced(self, text: str) -> Iterator[str]:
        if self._unspaced:
            joined = _join(text)
            yield from (phrase for letters, phrase in self._letters if letters in joined)

    def _find_spaced(self, text: str) -> Iterator[str]:
        if not self._spaced:
            return
        words = split_words(text, self._rules)
        groups = name_groups(words, self._rules)
        named = [groups[form_word(word, self._rules)] for word in words]
        for at, first in enumerate(named):
            for parts, phrase in self._by_first.get(first, ()):
                if tuple(named[at : at + len(parts)]) == parts:
                    yield phrase


def find_phrases(phrases: Iterable[str], texts: Iterable[tuple[str, str]]) -> frozenset[str]:
    """Those that stand in any of the texts, each with the code of its language."""
    phrases = tuple(phrases)
    known: dict[str, Phrases] = {}
    found: set[str] = set()
    for text, code in texts:
        if code not in known:
            known[code] = Phrases(phrases, rules_for(code))
        found |= known[code].find(text)
    return frozenset(found)


def _join(text: str) -> str:
    return "".join(fold_text(text).split())
