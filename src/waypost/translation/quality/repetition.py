"""A translation doesn't go round in circles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from waypost.model.finding import Code, Severity
from waypost.translation.quality.pair import Pair, PairCheck
from waypost.translation.quality.words import read_words

REPETITION = Code(
    "T016",
    "A translation repeats itself",
    Severity.WARNING,
    "An engine that loses its way writes the same words again and again; the rest of the sentence "
    "is lost.",
    "Read it beside the source and correct it.",
    'msgid "Help with the letter."\nmsgstr "Ayuda de la carta de la carta de la carta de la carta"',
    'msgid "Help with the letter."\nmsgstr "Ayuda con la carta."',
)

_LOOP = re.compile(r"(\w.{1,60}?)(?:[\W_]{0,20}\1){3}", re.DOTALL)
_LETTER_LOOP = re.compile(r"([^\W\d_])\1{5,}")
_SENTENCE = re.compile(r"[^.!?。！？।။።۔\n]{15,}")
_LONG_WORD = 24
_SUSPECT_WORD = 8


def find_repetition(pair: Pair) -> Iterator[str]:
    """One message if words stand four times in a row, or a sentence three times."""
    target = read_words(pair.target, pair.syntax)
    if target is None or not _may_loop(target.text):
        return
    source = read_words(pair.source, pair.syntax)
    if source is None:
        return
    found = find_loop(target.text)
    if found is not None and find_loop(source.text) is None:
        yield f"“{found[:40]}” stands again and again"


def find_loop(text: str) -> str | None:
    """What is repeated, or None."""
    letters = _LETTER_LOOP.search(text)
    if letters is not None:
        return letters[0]
    loop = _LOOP.search(text)
    if loop is not None and any(sign.isalpha() for sign in loop[1]):
        return loop[1].strip()
    sentences = [found.strip() for found in _SENTENCE.findall(text)]
    return next((one for one in sentences if sentences.count(one) > 2), None)


def _may_loop(text: str) -> bool:
    """Whether it is worth a closer look: in a loop pairs of words, or three signs, come back."""
    words = text.split()
    if len(words) - len(set(words)) > 2:
        pairs = list(pairwise(words))
        if len(pairs) - len(set(pairs)) > 1:
            return True
    return any(_may_loop_within(word) for word in words if len(word) >= _SUSPECT_WORD)


def _may_loop_within(word: str) -> bool:
    if len(word) <= _LONG_WORD:
        return len(set(word)) * 3 <= len(word)
    threes = [word[at : at + 3] for at in range(len(word) - 2)]
    return len(threes) - len(set(threes)) > 4


CHECK = PairCheck(REPETITION, is_blocking=True, find=find_repetition)
