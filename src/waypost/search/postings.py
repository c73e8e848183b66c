"""Which pages hold a form, how much it counts there and where it stands, in about three characters.

A posting is one number, `page << 16 | mark`, and the mark `last << 10 | first << 4 | impact`: the
first and the last line in which the form stands, 0 for the last where there is no other than the
first. Written, it is the distance from the page before in digits of five bits, low ones first; one
digit for the impact, 16 more where a last line follows; and a digit for each line.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate, chain
from typing import Final

DIGITS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
MOST_POSTINGS: Final = 600
"""Pages listed for one form: where more hold it, those where it counts most."""
_VALUES: Final = {digit: value for value, digit in enumerate(DIGITS)}
_BASE_36: Final = "0123456789abcdefghijklmnopqrstuvwxyz"
PAGE_SHIFT: Final = 16
_PAGE: Final = 1 << PAGE_SHIFT


class _Marks(dict[int, str]):
    """What impact and lines look like; each mark is rendered once."""

    def __missing__(self, mark: int) -> str:
        impact, first, last = mark & 15, DIGITS[mark >> 4 & 63], mark >> 10
        text = DIGITS[impact + 16] + first + DIGITS[last] if last else DIGITS[impact] + first
        self[mark] = text
        return text


class _Varints(dict[int, str]):
    """Numbers in digits of five bits; each is rendered once."""

    def __missing__(self, number: int) -> str:
        rest, low = number >> 5, number & 31
        self[number] = DIGITS[32 | low] + self[rest] if rest else DIGITS[low]
        return self[number]


class _Steps(dict[str, int]):
    """How far it is from the page before to the page after a distance as it is written."""

    def __missing__(self, digits: str) -> int:
        values = [_VALUES[digit] & 31 for digit in digits]
        step = self[digits] = 1 + sum(value << 5 * at for at, value in enumerate(values))
        return step


class _Lone(dict[int, str]):
    """Postings of one page, by their number: most words stand on one page alone."""

    def __missing__(self, code: int) -> str:
        text = self[code] = _VARINTS[code >> PAGE_SHIFT] + _MARKS[code % _PAGE]
        return text


_MARKS: Final = _Marks()
_VARINTS: Final = _Varints()
_LONE: Final = _Lone()
_STEPS: Final = _Steps()
_POSTING: Final = re.compile("([g-z0-9_-]*[A-Za-f])([A-P].|[Q-Za-f]..)")


def render_postings(codes: Sequence[int]) -> str:
    """Numbers `page << 16 | mark`, ascending, as text."""
    if len(codes) == 1:
        return _LONE[codes[0]]
    text = ""
    due = 0
    for code in codes:
        page = code >> PAGE_SHIFT
        text += _VARINTS[page - due] + _MARKS[code % _PAGE]
        due = page + 1
    return text


def parse_postings(text: str) -> list[int]:
    """The numbers of postings without a total."""
    codes: list[int] = []
    page = -1
    digits = iter(text)
    for digit in digits:
        value = _VALUES[digit]
        distance = value & 31
        shift = 5
        while value > 31:
            value = _VALUES[next(digits)]
            distance |= (value & 31) << shift
            shift += 5
        page += distance + 1
        impact = _VALUES[next(digits)]
        mark = impact & 15 | _VALUES[next(digits)] << 4
        if impact > 15:
            mark |= _VALUES[next(digits)] << 10
        codes.append(page << PAGE_SHIFT | mark)
    return codes


def change_postings(text: str, page: int, mark: int | None) -> str:
    """The postings with another mark of one page, or without the page."""
    entries = _POSTING.findall(text)
    # One more than the page of each.
    ends = [*accumulate([_STEPS[step] for step, _ in entries])]
    at = bisect_left(ends, page + 1)
    due = ends[at - 1] if at else 0
    rest = at + (ends[at : at + 1] == [page + 1])
    fresh = ""
    if mark is not None:
        fresh = _VARINTS[page - due] + _MARKS[mark]
        due = page + 1
    if rest < len(entries):
        fresh += _VARINTS[ends[rest] - 1 - due] + entries[rest][1]
    parts = chain.from_iterable((*entries[:at], (fresh,), *entries[rest + 1 :]))
    return "".join(parts)


def cut_postings(codes: Sequence[int]) -> str:
    """Postings as a shard holds them: 600 at most, then a full stop and how many pages there are.

    Those of the highest impact stay; of equal ones those of the lower page numbers.
    """
    if len(codes) <= MOST_POSTINGS:
        return render_postings(codes)
    best = sorted(codes, key=lambda code: (-(code & 15), code))[:MOST_POSTINGS]
    best.sort()
    return tell_total(render_postings(best), len(codes))


def tell_total(text: str, total: int) -> str:
    """The postings as a shard holds them, said to be those of `total` pages."""
    return f"{text.partition('.')[0]}.{_render_base_36(total)}"


def _render_base_36(number: int) -> str:
    text = ""
    while number:
        number, digit = divmod(number, 36)
        text = _BASE_36[digit] + text
    return text or "0"
