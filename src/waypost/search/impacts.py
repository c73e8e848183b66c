"""How much a word counts for a page: BM25F, as one of 16 levels.

S. Robertson and H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", Foundations
and Trends in Information Retrieval 3 (2009), section 3.6. The weight of a word on a page is

    tf' = Σ over fields  weight · tf / (1 − b + b · length / average length)

and its impact tf' / (k1 + tf'), between 0 and 1. The other factor, how rare the word is, is the
client's: it knows what the query's words matched.

Lengths and their averages are rounded, so that a word more on a page changes next to nothing but
what is known of this word: the rest of the index, and what browsers kept of it, stays as it is. A
page that grew by a step would change for all its words at once. So each word has a place between
the steps, at which it passes to the next one: one sentence more moves a few words, and never all.
The average of a field is the median, which a page that grows leaves alone; where it moves all the
same, it passes to its next step page by page, and never for all at once.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from functools import lru_cache
from math import sqrt
from typing import Final, NamedTuple
from zlib import crc32

from waypost.model.search import SearchField

FIELDS: Final = tuple(SearchField)
LEVELS: Final = 16
_K1: Final = 1.2
WEIGHTS: Final = {
    SearchField.TITLE: 6.0,
    SearchField.NAMES: 5.0,
    SearchField.SUMMARY: 3.0,
    SearchField.HEADINGS: 2.5,
    SearchField.BODY: 1.0,
    SearchField.FOREIGN: 1.2,
}
_B: Final = {
    SearchField.TITLE: 0.4,
    SearchField.NAMES: 0.2,
    SearchField.SUMMARY: 0.4,
    SearchField.HEADINGS: 0.4,
    SearchField.BODY: 0.6,
    SearchField.FOREIGN: 0.2,
}
# Square roots are exact to the last bit on every machine; powers and logarithms are not.
_POWERS: Final = [2.0**half for half in range(40)]
_COARSE: Final = [value for power in _POWERS for value in (power, power * sqrt(2))]
_FINE: Final = [value for step in _COARSE for value in (step, step * sqrt(sqrt(2)))]
_PLACES: Final = 256


class Average(NamedTuple):
    """The median length of a field, in words, between two steps."""

    below: float
    passed: int
    """Pages at a lower place than this one reckon with the step above."""
    above: float


Averages = tuple[Average, ...]
"""Of each field."""


class BodyFactors(NamedTuple):
    """What one occurrence in a page's body adds to tf', between two steps of its length."""

    first: float
    """For words that count by the step below."""
    passed: int
    """Words at a lower place than this one count by the step above."""
    second: float
    """What it adds for them."""


def average_lengths(lengths: Iterable[tuple[int, ...]]) -> Averages:
    """The median length of each field on pages that have it, between powers of ∜2; 1 if none has.

    A page that grows moves no median but its own, and a mean each time.
    """
    columns = [*zip(*lengths, strict=True)] or [()] * len(FIELDS)
    return tuple(Average(*_find_steps(_find_median(column), _FINE)) for column in columns)


def _find_median(lengths: Iterable[int]) -> int:
    """The lower one of the two in the middle; lengths of 0 don't count."""
    own = sorted(filter(None, lengths))
    return own[(len(own) - 1) // 2] if own else 1


def choose_averages(averages: Averages, page: str) -> tuple[float, ...]:
    """The averages with which the page of this id reckons."""
    place = find_place(page)
    return tuple([above if place < passed else below for below, passed, above in averages])


def find_factors(lengths: tuple[int, ...], averages: tuple[float, ...]) -> tuple[float, ...]:
    """What one occurrence in each field of a page adds to tf'; of the body for the step below."""
    return tuple(
        _find_factor(field, _round_down(length, _steps(field)) if length else 0.0, average)
        for field, length, average in zip(FIELDS, lengths, averages, strict=True)
    )


def find_body_factors(length: int, average: float) -> BodyFactors:
    """What one occurrence adds in a body of so many words."""
    below, passed, above = _find_steps(length, _POWERS)
    return BodyFactors(
        _find_factor(SearchField.BODY, below, average),
        passed,
        _find_factor(SearchField.BODY, above, average),
    )


def find_place(name: str) -> int:
    """Where a word, or the page of this id, passes from one step to the next: 0–255.

    As many have one place as have any other.
    """
    return crc32(name.encode("utf-8", "replace")) % _PLACES


def _steps(field: SearchField) -> list[float]:
    """To which lengths of a field are rounded: coarse ones where each word has its own place."""
    return _POWERS if field is SearchField.BODY else _FINE


def _find_factor(field: SearchField, length: float, average: float) -> float:
    b = _B[field]
    return WEIGHTS[field] / (1 - b + b * length / average)


def find_levels(weights: Iterable[float]) -> bytes:
    """The level, 0–15, of the impact of each word whose tf' is one of these weights."""
    return bytes([int(LEVELS * weight / (_K1 + weight)) for weight in weights])


@lru_cache(maxsize=512)
def level_table(factor: float) -> bytes:
    """The levels of words that stand 0, 1 … 255 times in one field, where each adds `factor`."""
    return find_levels([count * factor for count in range(256)])


def _find_steps(value: float, steps: list[float]) -> tuple[float, int, float]:
    """The steps around a value, and how much of the way between them lies behind it, in 256ths."""
    value = max(value, 1.0)
    at = bisect_right(steps, value)
    below, above = steps[at - 1], steps[at]
    return below, int((value - below) / (above - below) * _PLACES), above


def _round_down(value: float, steps: list[float]) -> float:
    return steps[bisect_right(steps, value) - 1] if value > 1 else 1.0
