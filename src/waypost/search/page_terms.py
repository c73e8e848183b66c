"""What the index knows of one page: its words, and how often each stands in which field.

It is kept between builds, so that only pages that changed are read again.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain, pairwise

import msgspec

from waypost.files.digest import digest_text
from waypost.model.search import ExtraTerm, SearchField, SearchPage
from waypost.search.impacts import FIELDS, WEIGHTS, Averages, find_factors, find_level, level_table
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

    def words(self) -> Iterable[str]:
        """Every word of the page, once."""
        return chain(_lines(self.plain), _lines(self.rich))


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
    for text in page.texts:
        field = FIELDS.index(text.field)
        rules = rules_for(text.language)
        words = list_terms(text.text, rules)
        if words and max(map(len, words)) > MOST_LETTERS:
            words = [_cut(word) for word in words]
        counts[field].update(words)
        lengths[field] += len(words)
        if text.field in _RUNNING:
            places.add(words, rules.kind)
    units: dict[str, list[int]] = {}
    for field, counter in enumerate(counts):
        if field != _BODY:
            for word, count in counter.items():
                units.setdefault(word, [0] * _WIDTH)[field] += count * _UNIT
    for extra in extras:
        added = extra.factor * WEIGHTS[extra.field]
        units.setdefault(_cut(extra.form), [0] * _WIDTH)[-1] += max(1, round(added * _UNIT))
    units.pop("", None)
    plain = dict(counts[_BODY])
    for word in [word for word, count in plain.items() if word in units or count > 255]:
        units.setdefault(word, [0] * _WIDTH)[_BODY] += plain.pop(word) * _UNIT
    find = places.find()
    at_start = {*counts[_TITLE], *counts[_NAMES], *counts[_FOREIGN]}
    numbers = array("H", (min(unit, _MOST) for row in units.values() for unit in row))
    return PageTerms(
        page.id,
        digest,
        tuple(lengths),
        "\n".join(plain),
        bytes(plain.values()),
        "\n".join(units),
        numbers.tobytes(),
        find(plain) + find("" if word in at_start else word for word in units),
    )


def weigh_page(
    page: PageTerms, averages: Averages, form_of: Mapping[str, str]
) -> tuple[Sequence[str], Sequence[int]]:
    """The forms of a page, each once, and the mark of each: `place * 16 + level`."""
    factors = find_factors(page.lengths, averages)
    body = factors[_BODY]
    plain, rich = _lines(page.plain), _lines(page.rich)
    weights = _weigh_rich(page.rich_counts, factors)
    forms = [form_of[word] for word in chain(plain, rich)]
    if len(set(forms)) == len(forms):
        levels = page.counts.translate(level_table(body)) + bytes(map(find_level, weights))
        return forms, [place << 4 | level for place, level in zip(page.places, levels, strict=True)]
    merged: dict[str, float] = {}
    places: dict[str, int] = {}
    every = chain((count * body for count in page.counts), weights)
    for form, weight, place in zip(forms, every, page.places, strict=True):
        merged[form] = merged.get(form, 0.0) + weight
        places[form] = min(place, places.get(form, place))
    return tuple(merged), [places[form] << 4 | find_level(merged[form]) for form in merged]


class _Places:
    """Where words first stand in the running text of a page, in blocks of about eight words."""

    def __init__(self) -> None:
        self._words: list[str] = []
        self._pairs: list[str] = []
        self._block = 8

    def add(self, words: list[str], kind: Kind) -> None:
        """One more text follows, of which these are the words and what is made of them."""
        self._block = _BLOCKS.get(kind, self._block)
        if kind is Kind.SYLLABLE:
            # Pairs stand behind all words of a text: their place is that of their first word.
            words = [word for word in words if " " not in word]
            self._pairs += [""] * (len(self._words) - len(self._pairs))
            self._pairs += [" ".join(pair) for pair in pairwise((*words, ""))]
        self._words += words

    def find(self) -> Callable[[Iterable[str]], bytes]:
        """What gives the block in which each word first stands, 63 at most; 0 if it doesn't."""
        # The last place that is set is the first one at which a word stands.
        first = {
            word: at
            for words in (self._pairs, self._words)
            for word, at in zip(words[::-1], range(len(words) - 1, -1, -1), strict=True)
        }
        block = self._block
        return lambda words: bytes([min(first.get(word, 0) // block, 63) for word in words])


def _weigh_rich(counts: bytes, factors: tuple[float, ...]) -> list[float]:
    """The tf' of each word that doesn't only stand in the body."""
    numbers = array("H", counts)
    scaled = [factor / _UNIT for factor in (*factors, 1.0)]
    return [
        sum(map(float.__mul__, map(float, numbers[at : at + _WIDTH]), scaled))
        for at in range(0, len(numbers), _WIDTH)
    ]


def _lines(text: str) -> list[str]:
    return text.split("\n") if text else []


def _cut(word: str) -> str:
    """The word as it is indexed: not too long, and its parts one space apart."""
    if len(word) <= MOST_LETTERS and _PARTING.search(word) is None:
        return word
    parts = [part[:MOST_LETTERS] for part in word.replace("_", " ").split()]
    return " ".join(parts)[:MOST_OF_SEVERAL].rstrip()
