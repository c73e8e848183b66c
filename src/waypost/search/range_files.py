"""Files that hold a range of sorted keys each: shards and tails."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from waypost.search.file_set import FileSet
from waypost.search.payload import separate
from waypost.search.postings import MOST_POSTINGS, cut_postings, parse_postings
from waypost.search.ranges import Limits, cut_ranges, find_ranges
from waypost.search.shards import Group, render_shard
from waypost.search.state import IndexState, RangeFile
from waypost.search.tails import list_tails, merge_tails, render_tails
from waypost.search.terms import Terms
from waypost.search.vocabulary import Scheme, Vocabulary

SHARD: Final = Limits(least=2400, most=3400)
TAILS: Final = Limits(least=3500, most=5000)

_NEARBY: Final = 100
"""Forms with fewer others between them stand in one shard, as a rule."""

_Files = list[RangeFile]
_Render = Callable[[list[range]], list[str]]


def render_shards(
    vocabulary: Vocabulary, terms: Terms, former: IndexState | None, files: FileSet
) -> _Files:
    """The shards, in order. Those of the last build that hold nothing that was touched stand."""
    sizes = vocabulary.add_up(_measure_forms(vocabulary, terms))
    ranges = cut_ranges(vocabulary.keys, sizes, SHARD)

    def render(dirty: list[range]) -> list[str]:
        return [render_shard(shard) for shard in _list_groups(dirty, vocabulary, terms)]

    standing = former.shards if former is not None else []
    return _render_ranges(vocabulary.keys, ranges, render, terms.touched, standing, files)


def render_tail_files(
    vocabulary: Vocabulary,
    terms: Terms,
    scheme: Scheme,
    former: IndexState | None,
    files: FileSet,
) -> tuple[list[str], _Files]:
    """All keys backwards, and the files of tails that hold them, in order."""
    if former is None or terms.moved is None:
        moved = None
        tails = list_tails(vocabulary.keys)
    elif not terms.moved:
        for file in former.tails:
            files.keep(file.name)
        return former.reversed_keys, former.tails
    else:
        moved = list_tails({scheme.key(form) for form in terms.moved})
        tails = merge_tails(former.reversed_keys, moved, vocabulary.keys)

    def render(dirty: list[range]) -> list[str]:
        return [render_tails(tails[own.start : own.stop]) for own in dirty]

    ranges = cut_ranges(tails, [*map(len, tails)], TAILS)
    standing = former.tails if former is not None else []
    return tails, _render_ranges(tails, ranges, render, moved, standing, files)


def _measure_forms(vocabulary: Vocabulary, terms: Terms) -> list[int]:
    """About how many bytes each form brings into a shard.

    Bytes of letters beyond ASCII are made up for by what a form shares with the one before it.
    Where forms of a group begin differently (Arabic's article), the group stands in several shards:
    then the first form nearby brings them all.
    """
    texts = map(terms.postings.__getitem__, vocabulary.forms)
    sizes = [
        3 + form + text
        for form, text in zip(map(len, vocabulary.forms), map(len, texts), strict=True)
    ]
    names = terms.groups.names
    spread = {name for form, name in names.items() if form[0] != name[0]}
    if not spread:
        return sizes
    own = [(at, names.get(form, form)) for at, form in enumerate(vocabulary.forms)]
    own = [(at, name) for at, name in own if name in spread]
    totals: defaultdict[str, int] = defaultdict(int)
    for at, name in own:
        totals[name] += sizes[at]
    seen: dict[str, int] = {}
    for at, name in own:
        is_first = at - seen.get(name, -_NEARBY) >= _NEARBY
        sizes[at] = totals[name] if is_first else 0
        seen[name] = at
    return sizes


def _list_groups(
    dirty: Sequence[range], vocabulary: Vocabulary, terms: Terms
) -> Iterator[list[Group]]:
    """What stands in each of these ranges: whole groups, by the first of their forms there."""
    if not dirty:
        return
    names, postings = terms.groups.names, terms.postings
    members = _list_members(vocabulary, names)
    for own in dirty:
        seen: set[str] = set()
        groups: list[Group] = []
        for form, key in vocabulary.pairs(own):
            name = names.get(form, key)
            if name not in members:
                groups.append(((form, _cut(postings[form])),))
            elif name not in seen:
                seen.add(name)
                groups.append([(each, _cut(postings[each])) for each in members[name]])
        yield groups


def _list_members(vocabulary: Vocabulary, names: Mapping[str, str]) -> Mapping[str, Sequence[str]]:
    """The forms of each group that may have more than one, in their order."""
    every = {*names.values(), *vocabulary.shared_keys()}
    members: dict[str, list[str]] = {name: [] for name in every}
    for form, key in vocabulary.pairs(range(len(vocabulary.keys))):
        name = names.get(form, key)
        if name in members:
            members[name].append(form)
    return members


def _render_ranges(
    keys: Sequence[str],
    ranges: Sequence[range],
    render: _Render,
    touched: Collection[str] | None,
    former: Sequence[RangeFile],
    files: FileSet,
) -> _Files:
    firsts = [keys[own.start] for own in ranges]
    spans = [*pairwise((*firsts, ""))]
    standing: dict[tuple[str, str], RangeFile] = {}
    if touched is not None:
        before = pairwise((*(file.first for file in former), ""))
        standing = dict(zip(before, former, strict=True))
    dirty = find_ranges(firsts, touched or ())
    names = [
        standing[span].name if at not in dirty and span in standing else ""
        for at, span in enumerate(spans)
    ]
    payloads = iter(render([own for own, name in zip(ranges, names, strict=True) if not name]))
    result = []
    for own, name, first in zip(ranges, names, firsts, strict=True):
        lower = separate(keys[own.start - 1], first) if own.start else ""
        saved = files.keep(name) if name else files.save(next(payloads))
        result.append(RangeFile(first, lower, saved))
    return result


def _cut(postings: str) -> str:
    """Postings as a shard holds them."""
    if len(postings) <= 3 * MOST_POSTINGS:
        return postings
    return cut_postings(parse_postings(postings))
