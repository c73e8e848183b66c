"""Mechanical questions whose right answer is known: the document that they were taken from.

Each kind is drawn from every document by a seed, the same for all engines. Weights and rules of
Waypost's search may be tuned with `TUNING_SEED`; what is reported comes from `REPORT_SEED`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from math import ceil
from random import Random
from string import ascii_lowercase

from scripts.search_bench.documents import Document
from scripts.search_bench.forms import Forms
from scripts.search_bench.typos import misspell, replace_sign
from scripts.search_bench.words import (
    Vocabulary,
    is_han,
    is_unspaced,
    is_word,
    split_clusters,
)

TUNING_SEED = 1
REPORT_SEED = 2611
_TRIES = 60
_LEAST_KEPT = 3
_KEPT_SHARE = 0.6
_TYPO_LETTERS = 4
_KOREAN_SYLLABLES = 3
_RUN = (4, 8)


class Kind(StrEnum):
    """What was done to the words of the document."""

    EXACT = "exact"
    PREFIX = "prefix"
    TYPO = "typo"
    INFLECTED = "inflected"
    UNSPACED = "unspaced"


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked, and the document that is meant."""

    text: str
    document: str


_Sentence = tuple[str, ...]
_Draw = Callable[[Sequence[_Sentence], Random], str | None]


def draw_queries(
    kind: Kind,
    documents: Sequence[Document],
    vocabulary: Vocabulary,
    forms: Forms,
    count: int,
    seed: int,
) -> tuple[Query, ...]:
    """At least `count` queries, as many from each document; none where the kind can't be drawn.

    A document that hasn't as many different ones gives what it has, some twice.
    """
    queries: list[Query] = []
    each = ceil(count / max(1, len(documents)))
    for document, sentences in zip(documents, vocabulary.segments, strict=True):
        random = Random(f"{seed}/{vocabulary.code}/{kind}/{document.id}")
        draw = _choose(kind, vocabulary, forms, sentences)
        queries += [Query(text, document.id) for text in _draw_texts(draw, sentences, each, random)]
    if len(queries) < count / 2:
        return ()
    random = Random(f"{seed}/{vocabulary.code}/{kind}")
    missing = max(0, count - len(queries))
    return (*queries, *(random.choice(queries) for _ in range(missing)))


def _draw_texts(
    draw: _Draw, sentences: Sequence[_Sentence], count: int, random: Random
) -> list[str]:
    texts: list[str] = []
    for _ in range(count):
        for _ in range(_TRIES):
            text = draw(sentences, random)
            if text is not None and text not in texts:
                texts.append(text)
                break
    return texts


def _choose(
    kind: Kind, vocabulary: Vocabulary, forms: Forms, sentences: Sequence[_Sentence]
) -> _Draw:
    match kind:
        case Kind.EXACT:
            return lambda rows, random: _join(_draw_words(rows, vocabulary, random))
        case Kind.PREFIX:
            return lambda rows, random: _draw_prefix(rows, vocabulary, random)
        case Kind.TYPO:
            return lambda rows, random: _draw_typo(rows, vocabulary, random)
        case Kind.INFLECTED:
            own = {each.casefold() for row in sentences for each in row}
            other = {
                word: tuple(each for each in forms.get(word, ()) if each not in own) for word in own
            }
            return lambda rows, random: _draw_inflected(rows, vocabulary, other, random)
        case Kind.UNSPACED if is_unspaced(vocabulary.code):
            return _draw_run
        case Kind.UNSPACED:
            return lambda rows, random: _draw_joined(rows, vocabulary, random)


def _join(words: Sequence[str]) -> str | None:
    return " ".join(words) if words else None


def _draw_words(
    sentences: Sequence[_Sentence], vocabulary: Vocabulary, random: Random
) -> list[str]:
    """Two or three different content words of one sentence, in their order; none by bad luck."""
    row = random.choice(sentences)
    words = list(dict.fromkeys(each for each in row if vocabulary.is_content(each)))
    number = random.choice((2, 3))
    if len(words) < number:
        return []
    places = sorted(random.sample(range(len(words)), number))
    return [words[place] for place in places]


def _draw_prefix(
    sentences: Sequence[_Sentence], vocabulary: Vocabulary, random: Random
) -> str | None:
    words = _draw_words(sentences, vocabulary, random)
    if not words:
        return None
    word = words[-1]
    least = max(2 if is_han(vocabulary.code) else _LEAST_KEPT, ceil(_KEPT_SHARE * len(word)))
    clusters = split_clusters(word)
    starts = ["".join(clusters[:end]) for end in range(1, len(clusters))]
    starts = [start for start in starts if len(start) >= least]
    return _join([*words[:-1], random.choice(starts)]) if starts else None


def _draw_typo(
    sentences: Sequence[_Sentence], vocabulary: Vocabulary, random: Random
) -> str | None:
    words = _draw_words(sentences, vocabulary, random)
    if is_han(vocabulary.code):
        slip, least = replace_sign, 2
    else:
        slip = misspell
        least = _KOREAN_SYLLABLES if vocabulary.code == "ko" else _TYPO_LETTERS
    places = [place for place, word in enumerate(words) if len(word) >= least]
    if not places:
        return None
    place = random.choice(places)
    alphabet = ascii_lowercase if words[place].isascii() else vocabulary.alphabet
    slipped = slip(words[place], alphabet, random)
    return None if slipped is None else _join([*words[:place], slipped, *words[place + 1 :]])


def _draw_inflected(
    sentences: Sequence[_Sentence], vocabulary: Vocabulary, forms: Forms, random: Random
) -> str | None:
    words = _draw_words(sentences, vocabulary, random)
    places = [place for place, word in enumerate(words) if forms.get(word.casefold())]
    if not places:
        return None
    place = random.choice(places)
    return _join(
        [*words[:place], random.choice(forms[words[place].casefold()]), *words[place + 1 :]]
    )


def _draw_joined(
    sentences: Sequence[_Sentence], vocabulary: Vocabulary, random: Random
) -> str | None:
    """Two neighbouring content words written together."""
    row = random.choice(sentences)
    pairs = [
        first + second
        for (first, space), (_, second) in pairwise(pairwise(row))
        if space == " " and vocabulary.is_content(first) and vocabulary.is_content(second)
    ]
    return random.choice(pairs) if pairs else None


def _draw_run(sentences: Sequence[_Sentence], random: Random) -> str | None:
    """Four to eight signs of a sentence as they stand there, from any place within it."""
    row = random.choice(sentences)
    length = random.randint(*_RUN)
    text = "".join(
        each if is_word(each) and not each.isascii() else "\n" for each in row if each != "\u200b"
    )
    runs = [split_clusters(run) for run in text.split("\n")]
    starts = [(run, at) for run in runs for at in range(len(run) - length + 1)]
    if not starts:
        return None
    run, at = random.choice(starts)
    return "".join(run[at : at + length])


def is_unique(query: Query, vocabulary: Vocabulary) -> bool:
    """Whether no other document holds all of the query's words."""
    words = {each.casefold() for each in query.text.split(" ")}
    return sum(words <= own for own in vocabulary.words) <= 1
