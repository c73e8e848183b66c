"""Words of a text as ICU parts them, for no engine in particular; and what a language is made of.

Every engine is asked for the same words, so none of their own tokenisers may part the text.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

import icu

from scripts.search_bench.documents import Document

_UNSPACED = {"zh", "ja", "th", "km", "lo", "my", "yue"}
_HAN = {"zh", "ja", "yue"}
_SHORT = {"zh": 2, "ja": 2, "yue": 2, "ko": 2, "vi": 2, "am": 2}
_MOST_DOCUMENTS = 0.25
"""A word that stands in more of the documents says too little to be asked for."""
_LETTER_WORDS = 4
"""A letter of the alphabet stands in at least so many words; others came with foreign names."""


def is_unspaced(code: str) -> bool:
    """Whether the language is written without spaces between words."""
    return code.split("-", maxsplit=1)[0] in _UNSPACED


def is_han(code: str) -> bool:
    """Whether a word has one to three signs, each with a meaning of its own."""
    return code.split("-", maxsplit=1)[0] in _HAN


@cache
def _breaks(code: str) -> icu.BreakIterator:
    return icu.BreakIterator.createWordInstance(icu.Locale(code))


@cache
def _cluster_breaks() -> icu.BreakIterator:
    return icu.BreakIterator.createCharacterInstance(icu.Locale(""))


def _cut(breaks: icu.BreakIterator, text: str) -> list[str]:
    breaks.setText(text)
    units = text.encode("utf-16-le")  # in which ICU counts
    parts: list[str] = []
    start = 0
    while (end := breaks.nextBoundary()) > start:
        parts.append(units[2 * start : 2 * end].decode("utf-16-le"))
        start = end
    return parts


def split_segments(text: str, code: str) -> list[str]:
    """Words and what stands between them, in order; joined they are the text."""
    return _cut(_breaks(code), text)


def split_clusters(text: str) -> list[str]:
    """What a reader takes for one letter each, with its marks; joined they are the text."""
    return _cut(_cluster_breaks(), text)


def is_word(segment: str) -> bool:
    """Whether it consists of letters and their marks alone, an apostrophe inside perhaps."""
    kept = segment.replace("'", "").replace("’", "")
    return (
        kept[:1].isalpha()
        and segment[-1:] not in {"'", "’"}
        and all(unicodedata.category(each)[0] in "LM" for each in kept)
    )


@dataclass(frozen=True)
class Vocabulary:
    """The words of all documents of a language."""

    code: str
    segments: tuple[tuple[tuple[str, ...], ...], ...]
    """Of each sentence of each document."""

    @property
    def documents(self) -> int:
        """How many documents there are."""
        return len(self.segments)

    @cached_property
    def words(self) -> tuple[frozenset[str], ...]:
        """The words of each document, upper and lower case taken together."""
        return tuple(
            frozenset(each.casefold() for row in sentences for each in row if is_word(each))
            for sentences in self.segments
        )

    @cached_property
    def frequency(self) -> Counter[str]:
        """In how many documents a word stands."""
        return Counter(word for words in self.words for word in words)

    @cached_property
    def alphabet(self) -> tuple[str, ...]:
        """The language's letters and marks, in its main script, sorted."""
        counts = Counter(letter for word in self.frequency for letter in set(word))
        scripts: Counter[str] = Counter()
        for letter, number in counts.items():
            scripts[_script(letter)] += number if letter.isalpha() else 0
        main = scripts.most_common(1)[0][0]
        return tuple(
            sorted(
                letter
                for letter, number in counts.items()
                if number >= _LETTER_WORDS and _script(letter) == main
            )
        )

    def is_content(self, segment: str) -> bool:
        """Whether someone might ask for this word: it is long and rare enough."""
        least = _SHORT.get(self.code.split("-", maxsplit=1)[0], 3)
        return (
            is_word(segment)
            and len(segment) >= least
            and self.frequency[segment.casefold()] <= _MOST_DOCUMENTS * self.documents
        )


@cache
def _script(letter: str) -> str:
    return icu.Script.getScript(letter).getShortName()


def read_vocabulary(code: str, documents: Sequence[Document]) -> Vocabulary:
    """The words of the documents."""
    return Vocabulary(code, tuple(tuple(_read(code, each.sentences)) for each in documents))


def _read(code: str, sentences: Iterable[str]) -> Iterator[tuple[str, ...]]:
    for sentence in sentences:
        yield tuple(split_segments(sentence, code))
