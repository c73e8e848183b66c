"""What the index knows of one page: its words, and how often each stands in which field.

It is kept between builds, so that only pages that changed are read again.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain, groupby, pairwise, repeat
from operator import add

import msgspec

from waypost.files.digest import digest_text
from waypost.model.search import ExtraTerm, SearchField, SearchPage
from waypost.search.impacts import FIELDS, WEIGHTS, Averages, find_factors, find_levels, level_table
from waypost.search.rules import Kind, rules_for
from waypost.search.tokens import list_terms

MOST_LETTERS = 40
"""A longer word is cut: nobody types it, and one of 10,000 letters would fill a shard."""
MOST_OF_SEVERAL = 100
"""The same for several words that are one entry."""
_PARTING = re.compile(r"[\s_]")
_BODY, _TITLE, _NAMES, _FOREIGN = map(
    FIELDS.index,
    (SearchField.BODY, SearchField.TITLE, SearchField.NAMES, SearchField.FOREIGN),
)
_RUNNING = {SearchField.SUMMARY, SearchField.HEADINGS, SearchField.BODY}
"""Fields whose words have a place; all others stand at the start."""
_BLOCKS = {Kind.HAN: 16, Kind.SEA: 16}
"""How many terms are about eight words, where there are pairs besides words."""
_MOST = 0xFFFF
_UNIT = 64
"""What somebody added to a weight is a fraction: all is counted in 64ths."""
_WIDTH = len(FIELDS) + 1
_NUMBERS = {field: number for number, field in enumerate(FIELDS)}
_TIMES_16 = range(0, 1024, 16)


class PageTerms(msgspec.Struct, frozen=True, array_like=True):
    """The words of one page, each once."""

    id: str
    digest: str
    """Of all that the words were taken from."""
    lengths: tuple[int, ...]
    """Words in each field."""
    plain: str
    """Words that stand only in the body, a line each: nine of ten."""
    counts: bytes
    """How often each of them stands there."""
    rich: str
    """All other words, a line each."""
    rich_counts: bytes
    """For each of them, how often it stands in each field, and what was added to its weight, in
    64ths (16-bit numbers)."""
    places: bytes
    """Of every word, plain ones first, the block of the running text in which it first stands."""

    def words(self) -> list[str]:
        """Every word of the page, once: the plain ones, then the others."""
        return _lines(self.plain) + _lines(self.rich)


def digest_page(page: SearchPage, extras: Sequence[ExtraTerm]) -> str:
    """The digest of all that decides which words a page has, and how much they count."""
    parts = [f"{text.field}\x1f{text.language}\x1f{text.text}" for text in page.texts]
    parts.append("\x1e")
    parts.extend(f"{extra.form}\x1f{extra.field}\x1f{extra.factor}" for extra in extras)
    return digest_text("\x1d".join(parts))


def read_page(page: SearchPage, extras: Sequence[ExtraTerm], digest: str) -> PageTerms:
    """The words of a page and those that were added to it."""
    counts: list[Counter[str]] = [Counter() for _ in FIELDS]
    lengths = [0] * len(FIELDS)
    places = _Places()
    for (field, language), texts in groupby(page.texts, lambda text: (text.field, text.language)):
        rules = rules_for(language)
        # No word or pair reaches from one line into the next.
        words = list_terms("\n".join([text.text for text in texts]), rules)
        if words and max(map(len, words)) > MOST_LETTERS:
            words = [_cut(word) for word in words]
        number = _NUMBERS[field]
        counts[number].update(words)
        lengths[number] += len(words)
        if field in _RUNNING:
            places.add(words, rules.kind)
    units: dict[str, list[int]] = {}
    for number, counter in enumerate(counts):
        if number != _BODY:
            for word, count in counter.items():
                if word not in units:
                    units[word] = [0] * _WIDTH
                units[word][number] = count * _UNIT
    for extra in extras:
        form = _cut(extra.form)
        if form not in units:
            units[form] = [0] * _WIDTH
        units[form][-1] += max(1, round(extra.factor * WEIGHTS[extra.field] * _UNIT))
    units.pop("", None)
    plain = dict(counts[_BODY])
    often = [word for word, count in plain.items() if count > 255]
    for word in chain(often, plain.keys() & units.keys()):
        if word not in units:
            units[word] = [0] * _WIDTH
        if word in plain:
            units[word][_BODY] = plain.pop(word) * _UNIT
    at_start = {*counts[_TITLE], *counts[_NAMES], *counts[_FOREIGN]}
    return PageTerms(
        page.id,
        digest,
        tuple(lengths),
        "\n".join(plain),
        bytes(plain.values()),
        "\n".join(units),
        _pack(units.values()),
        places.find(plain) + places.find("" if word in at_start else word for word in units),
    )


def weigh_page(
    page: PageTerms,
    words: Sequence[str],
    averages: Averages,
    form_of: Mapping[str, str],
) -> tuple[Sequence[str], Sequence[int]]:
    """The forms of a page, each once, and the mark of each: `place * 16 + level`.

    `words` are `page.words()`.
    """
    factors = find_factors(page.lengths, averages)
    body = factors[_BODY]
    weights = _weigh_rich(page.rich_counts, factors)
    forms = list(map(form_of.__getitem__, words))
    if len(set(forms)) == len(forms):
        levels = page.counts.translate(level_table(body)) + find_levels(weights)
        return forms, list(map(add, map(_TIMES_16.__getitem__, page.places), levels))
    merged: dict[str, float] = {}
    places: dict[str, int] = {}
    every = chain([count * body for count in page.counts], weights)
    for form, weight, place in zip(forms, every, page.places, strict=True):
        if form in merged:
            merged[form] += weight
            places[form] = min(place, places[form])
        else:
            merged[form] = weight
            places[form] = place
    levels = find_levels(merged.values())
    return tuple(merged), list(map(add, map(_TIMES_16.__getitem__, places.values()), levels))


class _Places:
    """Where words first stand in the running text of a page, in blocks of about eight words."""

    def __init__(self) -> None:
        self._words: list[str] = []
        self._pairs: list[str] = []
        self._block = 8
        self._first: dict[str, int] = {}

    def add(self, words: list[str], kind: Kind) -> None:
        """One more text follows, of which these are the words and what is made of them."""
        self._block = _BLOCKS.get(kind, self._block)
        if kind is Kind.SYLLABLE:
            # Pairs stand behind all words of a text: their place is that of their first word.
            words = [word for word in words if " " not in word]
            self._pairs += [""] * (len(self._words) - len(self._pairs))
            self._pairs += map(" ".join, pairwise((*words, "")))
        self._words += words
        self._first.clear()

    def find(self, words: Iterable[str]) -> bytes:
        """The block in which each word first stands, 63 at most; 0 if it doesn't."""
        if not self._first:
            blocks = _number_blocks(len(self._words), self._block)
            # The last place that is set is the first one at which a word stands.
            for each in (self._pairs, self._words):
                pairs = zip(reversed(each), reversed(blocks[: len(each)]), strict=True)
                self._first.update(pairs)
        return bytes(map(self._first.get, words, repeat(0)))


def _number_blocks(count: int, size: int) -> bytes:
    """Of each of so many words in order, the number of its block; 63 is the last."""
    return (b"".join([bytes([block]) * size for block in range(63)]) + b"\x3f" * count)[:count]


def _pack(rows: Collection[Sequence[int]]) -> bytes:
    """Numbers of 16 bits; larger ones are the largest."""
    try:
        return array("H", chain.from_iterable(rows)).tobytes()
    except OverflowError:
        return array("H", [min(unit, _MOST) for row in rows for unit in row]).tobytes()


def _weigh_rich(counts: bytes, factors: tuple[float, ...]) -> list[float]:
    """The tf' of each word that doesn't only stand in the body."""
    numbers = iter(array("H", counts))
    a, b, c, d, e, f, g = [factor / _UNIT for factor in (*factors, 1.0)]
    rows = zip(*[numbers] * _WIDTH, strict=True)
    return [a * i + b * j + c * k + d * m + e * n + f * o + g * p for i, j, k, m, n, o, p in rows]


def _lines(text: str) -> list[str]:
    return text.split("\n") if text else []


def _cut(word: str) -> str:
    """The word as it is indexed: not too long, and its parts one space apart."""
    if len(word) <= MOST_LETTERS and _PARTING.search(word) is None:
        return word
    parts = [part[:MOST_LETTERS] for part in word.replace("_", " ").split()]
    return " ".join(parts)[:MOST_OF_SEVERAL].rstrip()
