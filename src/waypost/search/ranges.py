"""Sorted keys are cut into ranges of about the same size, at places that keys themselves name.

The cut falls, between a least and a most size, before the key whose digest is smallest. So a key
that comes or goes moves the cuts beside it at most, and all other files stay as they are.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from zlib import crc32

import msgspec

from waypost.search.payload import as_units


class Limits(msgspec.Struct, frozen=True):
    """The sizes between which a range is cut, in bytes."""

    least: int
    most: int


def cut_ranges(keys: Sequence[str], sizes: Sequence[int], limits: Limits) -> list[range]:
    """Ranges of positions that cover all keys, in order.

    None is larger than `limits.most` but one of a single key; only the last may be smaller than
    `limits.least`.
    """
    ends = list(accumulate(sizes))
    ranges: list[range] = []
    start = 0
    while start < len(keys):
        done = ends[start - 1] if start else 0
        if ends[-1] - done <= limits.most:
            stop = len(keys)
        else:
            high = max(bisect_right(ends, done + limits.most, start), start + 1)
            low = min(bisect_left(ends, done + limits.least, start) + 1, high)
            digests = [*map(crc32, map(str.encode, keys[low : high + 1]))]
            stop = low + digests.index(min(digests)) if digests else len(keys)
        ranges.append(range(start, stop))
        start = stop
    return ranges


def find_ranges(firsts: Sequence[str], keys: Iterable[str]) -> set[int]:
    """Which of the ranges that begin with `firsts` hold one of the keys."""
    begins = [as_units(first) for first in firsts]
    return {max(bisect_right(begins, as_units(key)) - 1, 0) for key in keys}
