"""Words that stand side by side, found in a text whatever their forms."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property, lru_cache
from itertools import chain
from typing import NamedTuple

from waypost.search.fold import fold_text
from waypost.search.grouping import is_form, stem_words
from waypost.search.rules import Kind, Rules, rules_for
from waypost.search.tokens import form_word, split_words

_UNSPACED = frozenset({Kind.HAN, Kind.SEA})


class _Phrase(NamedTuple):
    text: str
    words: list[str]
    stems: list[str]


class Phrases:
    """Phrases that are looked for together, by the rules of one language.

    Where spaces part words, a phrase is found by the stems of its words: "unemployment benefit" in
    "Unemployment benefits". One in a script without spaces is found by its letters.
    """

    def __init__(self, phrases: Iterable[str], rules: Rules) -> None:
        self._rules = rules
        once = dict.fromkeys(phrases)
        self._unspaced = tuple(phrase for phrase in once if self._is_unspaced(phrase))
        self._spaced = tuple(phrase for phrase in once if not self._is_unspaced(phrase))

    def _is_unspaced(self, phrase: str) -> bool:
        return self._rules.kind in _UNSPACED and not fold_text(phrase).isascii()

    @cached_property
    def _by_stem(self) -> Mapping[str, tuple[_Phrase, ...]]:
        """Each phrase by the stem of its first word."""
        result: dict[str, list[_Phrase]] = {}
        for phrase in self._spaced:
            read = _read_phrase(phrase, self._rules)
            if read.words:
                result.setdefault(read.stems[0], []).append(read)
        return {stem: tuple(phrases) for stem, phrases in result.items()}

    @cached_property
    def _all_stems(self) -> tuple[frozenset[str], ...]:
        """The stems of each phrase whose words are parted by spaces."""
        of_all = chain.from_iterable(self._by_stem.values())
        return tuple(frozenset(phrase.stems) for phrase in of_all)

    @cached_property
    def _letters(self) -> tuple[tuple[str, str], ...]:
        """Each phrase without spaces, and as it was given."""
        folded = ((_join(phrase), phrase) for phrase in self._unspaced)
        return tuple((letters, phrase) for letters, phrase in folded if letters)

    def find(self, texts: Sequence[str]) -> Iterator[tuple[str, int]]:
        """The phrases that stand in the texts, with the number of the text."""
        if self._unspaced:
            for number, text in enumerate(texts):
                joined = _join(text)
                yield from (
                    (phrase, number) for letters, phrase in self._letters if letters in joined
                )
        if self._spaced:
            yield from self._find_spaced(texts)

    def may_stand_in(self, stems: AbstractSet[str]) -> bool:
        """Whether a text whose words have these stems may say one of the phrases."""
        return bool(self._unspaced) or any(own <= stems for own in self._all_stems)

    def _find_spaced(self, texts: Sequence[str]) -> Iterator[tuple[str, int]]:
        words: list[str] = []
        ends: list[int] = []
        for text in texts:
            words += split_words(text, self._rules)
            words.append("")  # No phrase reaches from one text into the next.
            ends.append(len(words))
        once = [*{*words}]
        stem_of = dict(zip(once, stem_words(once, self._rules), strict=True))
        stems = [*map(stem_of.__getitem__, words)]
        by_stem = self._by_stem
        for at in [at for at, stem in enumerate(stems) if stem in by_stem]:
            for phrase in by_stem[stems[at]]:
                end = at + len(phrase.stems)
                if stems[at:end] == phrase.stems and self._is_said(phrase, words[at:end]):
                    yield phrase.text, bisect_right(ends, at)

    def _is_said(self, phrase: _Phrase, words: list[str]) -> bool:
        return all(
            self._is_form(word, said, stem)
            for word, said, stem in zip(phrase.words, words, phrase.stems, strict=True)
        )

    def _is_form(self, one: str, other: str, stem: str) -> bool:
        """Whether two words that share a stem are forms of one word."""
        if one == other:
            return True
        forms = (form_word(one, self._rules), form_word(other, self._rules))
        head, key = sorted(map(fold_text, forms), key=lambda key: (len(key), key))
        return head == key or is_form(key, head, stem, self._rules)


def find_phrases(phrases: Iterable[str], texts: Iterable[tuple[str, str]]) -> frozenset[str]:
    """Those that stand in any of the texts, each with the code of its language."""
    by_code: dict[str, list[str]] = {}
    for text, code in texts:
        by_code.setdefault(code, []).append(text)
    phrases = tuple(phrases)
    return frozenset(
        phrase
        for code, its in by_code.items()
        for phrase, _ in Phrases(phrases, rules_for(code)).find(its)
    )


@lru_cache(1 << 14)
def _read_phrase(text: str, rules: Rules) -> _Phrase:
    """Its words and their stems; remembered, for one acronym more leaves all other phrases."""
    words = split_words(text, rules)
    return _Phrase(text, words, stem_words(words, rules))


def _join(text: str) -> str:
    return "".join(fold_text(text).split())
