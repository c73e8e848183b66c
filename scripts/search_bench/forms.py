"""Other forms of a word, found without anybody's stemmer.

Endings that are exchanged behind many beginnings (*walk|ed*, *walk|ing*) are those of a language
that inflects. A pair of words with such endings counts when sentences with the one and with the
other have a rare word in common in a translation: *university* and *universe* have not.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from scripts.search_bench.words import Vocabulary, is_unspaced, is_word

_BEGINNING = 4
_BEGINNING_SHARE = 0.6
_ENDING = 4
_BEGINNINGS_OF_AN_EXCHANGE = 8
_LIKENESS = 5
"""Letters by which words of the translation are taken for the same."""
_RARE_SHARE = 0.15
_LEAST_WORDS = 400
"""With fewer, a language bends its words before or inside them, or hardly at all: what is found
would be chance."""

Forms = Mapping[str, tuple[str, ...]]
"""Other forms of a word, both in lower case."""


def learn_forms(vocabulary: Vocabulary, translation: Vocabulary | None) -> Forms:
    """Each word's other forms in the documents.

    Empty for scripts without spaces, and where few words have any. Without a `translation`, whose
    sentences are aligned with the vocabulary's, every exchange of frequent endings counts.
    """
    if is_unspaced(vocabulary.code):
        return {}
    exchanges: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for first, second in _pair_words(sorted(vocabulary.frequency)):
        shared = _shared(first, second)
        exchanges[first[shared:], second[shared:]].append((first, second))
    meanings = None if translation is None else _read_meanings(vocabulary, translation)
    forms: dict[str, list[str]] = defaultdict(list)
    for pairs in exchanges.values():
        if len(pairs) < _BEGINNINGS_OF_AN_EXCHANGE:
            continue
        for first, second in pairs:
            if meanings is None or meanings[first] & meanings[second]:
                forms[first].append(second)
                forms[second].append(first)
    if len(forms) < _LEAST_WORDS:
        return {}
    return {word: tuple(sorted(others)) for word, others in forms.items()}


def _pair_words(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Pairs with the same beginning and short endings, from sorted words."""
    for place, first in enumerate(words):
        if len(first) < _BEGINNING:
            continue
        for second in words[place + 1 :]:
            if second[:_BEGINNING] != first[:_BEGINNING]:
                break
            shared = _shared(first, second)
            longest = max(len(first), len(second))
            if longest - shared <= _ENDING and shared >= _BEGINNING_SHARE * longest:
                yield first, second


def _shared(first: str, second: str) -> int:
    most = min(len(first), len(second))
    return next((at for at in range(most) if first[at] != second[at]), most)


def _read_meanings(vocabulary: Vocabulary, translation: Vocabulary) -> Mapping[str, set[str]]:
    """The beginnings of rare words that stand in translations of a word's sentences."""
    counts: Counter[str] = Counter()
    for sentences in translation.segments:
        counts.update({each for row in sentences for each in _beginnings(row)})
    most = _RARE_SHARE * translation.documents
    meanings: dict[str, set[str]] = defaultdict(set)
    for sentences, translated in zip(vocabulary.segments, translation.segments, strict=True):
        for row, other in zip(sentences, translated, strict=True):
            rare = {each for each in _beginnings(other) if counts[each] <= most}
            for word in row:
                meanings[word.casefold()] |= rare
    return meanings


def _beginnings(row: Sequence[str]) -> set[str]:
    return {each.casefold()[:_LIKENESS] for each in row if is_word(each) and len(each) > 2}
