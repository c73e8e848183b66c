"""What the index knows of one page: its words, and how often each stands in which field.

It is kept between builds, so that only pages that changed are read again.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain, compress, count, groupby, repeat
from operator import add, mul, sub
from zlib import crc32

import msgspec

from waypost.files.digest import digest_bytes
from waypost.model.search import ExtraTerm, SearchField, SearchPage
from waypost.search.impacts import (
    FIELDS,
    WEIGHTS,
    Averages,
    BodyFactors,
    choose_averages,
    find_body_factors,
    find_factors,
    find_levels,
    find_place,
    level_table,
)
from waypost.search.rules import rules_for
from waypost.search.tokens import list_terms, list_terms_and_ends

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
"""Fields whose words have places; all others stand at the start."""
_MOST_LINES = 64
_MOST = 0xFFFF
_UNIT = 64
"""What somebody added to a weight is a fraction: all is counted in 64ths."""
_WIDTH = len(FIELDS) + 1
_NUMBERS = {field: number for number, field in enumerate(FIELDS)}


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
    """Of every word, plain ones first, where it stands (16-bit numbers): `first + 64 * last`, the
    numbers of lines of the running text; 0 for the last where there is no other than the first."""
    lines: bytes
    """The numbers of its lines, in their order."""

    def words(self) -> list[str]:
        """Every word of the page, once: the plain ones, then the others."""
        return _lines(self.plain) + _lines(self.rich)


def digest_page(page: SearchPage, extras: Sequence[ExtraTerm]) -> str:
    """The digest of all that decides which words a page has, and how much they count."""
    return digest_bytes(msgspec.msgpack.encode((page.texts, extras)))


def read_page(page: SearchPage, extras: Sequence[ExtraTerm], digest: str) -> PageTerms:
    """The words of a page and those that were added to it."""
    counts: list[Counter[str]] = [Counter() for _ in FIELDS]
    lengths = [0] * len(FIELDS)
    running: list[str] = []
    for (field, language), texts in groupby(page.texts, lambda text: (text.field, text.language)):
        rules = rules_for(language)
        # No word or pair reaches from one line into the next.
        text = "\n".join([text.text for text in texts])
        words = (list_terms_and_ends if field in _RUNNING else list_terms)(text, rules)
        if words and max(map(len, words)) > MOST_LETTERS:
            words = [word if len(word) <= MOST_LETTERS else _cut(word) for word in words]
        number = _NUMBERS[field]
        counts[number].update(words)
        lengths[number] += len(words)
        if field in _RUNNING:
            running += words
            running.append("\n")
            lengths[number] -= counts[number].pop("\n", 0)
    units: dict[str, list[int]] = {}
    for number, counter in enumerate(counts):
        if number != _BODY:
            for word, count in counter.items():
                if word not in units:
                    units[word] = [0] * _WIDTH
                units[word][number] = count * _UNIT
    added: set[str] = set()
    for extra in extras:
        form = _cut(extra.form)
        added.add(form)
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
    at_start = added.union(counts[_TITLE], counts[_NAMES], counts[_FOREIGN])
    numbers, first, last = _find_lines(running)
    firsts = chain(
        map(first.__getitem__, plain),
        (0 if word in at_start else first.get(word, 0) for word in units),
    )
    lasts = chain(map(last.__getitem__, plain), (last.get(word, 0) for word in units))
    places = [
        line if line == end else line + end * _MOST_LINES
        for line, end in zip(firsts, lasts, strict=True)
    ]
    return PageTerms(
        page.id,
        digest,
        tuple(lengths),
        "\n".join(plain),
        bytes(plain.values()),
        "\n".join(units),
        _pack(units.values()),
        array("H", places).tobytes(),
        numbers,
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
    own = choose_averages(averages, page.id)
    factors = find_factors(page.lengths, own)
    body = find_body_factors(page.lengths[_BODY], own[_BODY])
    forms = list(map(form_of.__getitem__, words))
    weights = _weigh_rich(page.rich_counts, factors, forms[len(page.counts) :], body)
    stood = array("H", page.places)
    if len(set(forms)) == len(forms):
        levels = _find_plain_levels(page.counts, forms, body) + find_levels(weights)
        return forms, list(map(add, map((16).__mul__, stood), levels))
    merged: dict[str, float] = {}
    places: dict[str, int] = {}
    plain = map(mul, page.counts, _find_bodies(forms, body))
    every = chain(plain, weights)
    for form, weight, place in zip(forms, every, stood, strict=True):
        if form in merged:
            merged[form] += weight
            places[form] = _join_places((place, places[form]), page.lines)
        else:
            merged[form] = weight
            places[form] = place
    levels = find_levels(merged.values())
    return tuple(merged), list(map(add, map((16).__mul__, places.values()), levels))


def _find_plain_levels(counts: bytes, forms: Sequence[str], body: BodyFactors) -> bytes:
    """The levels of words that stand only in the body; `forms` begins with theirs."""
    levels = counts.translate(level_table(body.first))
    others = counts.translate(level_table(body.second)) if body.passed else levels
    if levels == others:
        return levels
    return bytes(
        [
            other if level != other and find_place(form) < body.passed else level
            for level, other, form in zip(levels, others, forms, strict=False)
        ]
    )


def _find_bodies(forms: Iterable[str], body: BodyFactors) -> Iterable[float]:
    """What one occurrence of each form in the body adds to its tf'."""
    if not body.passed:
        return repeat(body.first)
    return [body.second if find_place(form) < body.passed else body.first for form in forms]


def _join_places(both: tuple[int, int], lines: bytes) -> int:
    """The first and the last line of words that are one form; `lines` are those of their page."""
    firsts = [place % _MOST_LINES for place in both]
    lasts = [place // _MOST_LINES for place in both]
    first = min(firsts, key=lines.find)
    last = max(*firsts, *filter(None, lasts), key=lines.find)
    return first if first == last else first + last * _MOST_LINES


def _find_lines(terms: Sequence[str]) -> tuple[bytes, dict[str, int], dict[str, int]]:
    """The numbers of all lines; and of the first and of the last one in which each word stands."""
    ends = [*compress(count(), map("\n".__eq__, terms))]
    widths = [*map(sub, ends, chain((-1,), ends))]
    texts = [*compress(" ".join(terms).split("\n"), map((1).__lt__, widths))]
    numbers = bytes(_number_lines(texts))
    # Behind each line stands its end; nobody asks where that stands.
    known = iter(numbers)
    rows = [repeat(next(known) if width > 1 else 0, width) for width in widths]
    lines = [*chain.from_iterable(rows)]
    first = dict(zip(reversed(terms), reversed(lines), strict=True))
    return numbers, first, dict(zip(terms, lines, strict=True))


def _number_lines(texts: Sequence[str]) -> Iterator[int]:
    """A number for each line: 0 for the first, and for others one that comes of its words.

    So where a line comes or goes, nearly all others keep theirs. Only where there are more lines
    than numbers, two have the same one. A page of few lines has few numbers, which weigh less.
    """
    taken: set[int] = set()
    is_enough = len(texts) <= _MOST_LINES
    most = max(1, min(len(texts) * 3 // 2, _MOST_LINES - 1))
    for at, text in enumerate(texts):
        number = 1 + _find_slot(crc32(text.encode("utf-8", "replace")), most) if at else 0
        while is_enough and number in taken:
            number = 1 + number % most
        taken.add(number)
        yield number


def _find_slot(key: int, slots: int) -> int:
    """One of so many slots, most often the same if there is one more.

    As linear hashing does it (W. Litwin, *Linear Hashing*, 1980): a new slot takes keys of only one
    other slot.
    """
    doubled = 1 << (slots - 1).bit_length()
    slot = key % doubled
    return slot if slot < slots else slot - doubled // 2


def _pack(rows: Collection[Sequence[int]]) -> bytes:
    """Numbers of 16 bits; larger ones are the largest."""
    try:
        return array("H", chain.from_iterable(rows)).tobytes()
    except OverflowError:
        return array("H", [min(unit, _MOST) for row in rows for unit in row]).tobytes()


def _weigh_rich(
    counts: bytes, factors: tuple[float, ...], forms: Sequence[str], body: BodyFactors
) -> list[float]:
    """The tf' of each word that doesn't only stand in the body."""
    numbers = iter(array("H", counts))
    rows = zip(*[numbers] * _WIDTH, strict=True)
    a, b, c, d, _, f, g = [factor / _UNIT for factor in (*factors, 1.0)]
    return [
        a * i + b * j + c * k + d * m + e / _UNIT * n + f * o + g * p
        for e, (i, j, k, m, n, o, p) in zip(_find_bodies(forms, body), rows, strict=False)
    ]


def _lines(text: str) -> list[str]:
    return text.split("\n") if text else []


def _cut(word: str) -> str:
    """The word as it is indexed: not too long, and its parts one space apart."""
    if len(word) <= MOST_LETTERS and _PARTING.search(word) is None:
        return word
    parts = [part[:MOST_LETTERS] for part in word.replace("_", " ").split()]
    return " ".join(parts)[:MOST_OF_SEVERAL].rstrip()
