"""Files that hold a range of sorted keys each: shards and tails."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Final

from waypost.search.file_set import FileSet
from waypost.search.payload import separate
from waypost.search.postings import MOST_POSTINGS, cut_postings, parse_postings
from waypost.search.ranges import Limits, cut_ranges, find_ranges
from waypost.search.shards import render_shard
from waypost.search.tails import list_tails, render_tails
from waypost.search.terms import Terms
from waypost.search.vocabulary import Vocabulary

SHARD: Final = Limits(least=2400, most=4400)
TAILS: Final = Limits(least=3000, most=5500)

Ranges = list[tuple[str, str]]
"""The first key of each file, and its name."""


def render_shards(
    vocabulary: Vocabulary, terms: Terms, former: Sequence[tuple[str, str]], files: FileSet
) -> Ranges:
    """The shards, in order. Those of `former` that hold nothing that was touched stand."""
    postings, groups = terms.postings, terms.groups
    sizes = [len(form) * (1 if form.isascii() else 2) for form in vocabulary.forms]
    sizes = [
        size // 2 + min(len(postings[form]), 3 * MOST_POSTINGS) + 3
        for form, size in zip(vocabulary.forms, sizes, strict=True)
    ]
    if len(vocabulary.keys) != len(sizes):
        sizes = [sum(sizes[start:stop]) for start, stop in pairwise(vocabulary.starts)]
    members: defaultdict[str, list[str]] = defaultdict(list)
    for form in vocabulary.forms:
        members[groups[form]].append(form)

    def render(keys: range) -> str:
        names = dict.fromkeys(groups[form] for form in vocabulary.list_forms(keys))
        return render_shard(
            [(form, _cut(postings[form])) for form in members[name]] for name in names
        )

    ranges = cut_ranges(vocabulary.keys, sizes, SHARD)
    return _render_ranges(vocabulary.keys, ranges, render, terms.touched, former, files)


def render_tail_files(
    vocabulary: Vocabulary, terms: Terms, former: Sequence[tuple[str, str]], files: FileSet
) -> Ranges:
    """The files of tails, in order."""
    tails = list_tails(vocabulary.keys)
    sizes = [len(tail.encode()) // 2 + 3 for tail in tails]

    def render(own: range) -> str:
        return render_tails(tails[own.start : own.stop])

    moved = None if terms.moved is None else list_tails(terms.moved)
    return _render_ranges(tails, cut_ranges(tails, sizes, TAILS), render, moved, former, files)


def list_lowers(ranges: Ranges, keys: Sequence[str]) -> list[tuple[str, str]]:
    """The files with the shortest text that parts each from the one before; "" for the first."""
    position = {key: at for at, key in enumerate(keys)}
    lowers = []
    for first, name in ranges:
        at = position[first]
        lowers.append((separate(keys[at - 1], first) if at else "", name))
    return lowers


def _render_ranges(
    keys: Sequence[str],
    ranges: Sequence[range],
    render: Callable[[range], str],
    touched: Sequence[str] | frozenset[str] | None,
    former: Sequence[tuple[str, str]],
    files: FileSet,
) -> Ranges:
    firsts = [keys[own.start] for own in ranges]
    standing: dict[tuple[str, str], str] = {}
    if touched is not None and firsts:
        ends = [first for first, _ in former[1:]]
        standing = {
            (first, end): name for (first, name), end in zip(former, (*ends, ""), strict=False)
        }
    dirty = find_ranges(firsts, touched or ())
    result: Ranges = []
    for at, (own, first) in enumerate(zip(ranges, firsts, strict=True)):
        end = firsts[at + 1] if at + 1 < len(firsts) else ""
        name = standing.get((first, end)) if at not in dirty else None
        result.append((first, files.save(render(own)) if name is None else files.keep(name)))
    return result


def _cut(postings: str) -> str:
    """Postings as a shard holds them."""
    if len(postings) <= 2 * MOST_POSTINGS:
        return postings
    return cut_postings(parse_postings(postings))
