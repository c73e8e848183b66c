"""Files that hold a range of sorted keys each: shards and tails."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import compress, count, pairwise
from operator import add, itemgetter, ne
from typing import Final

from waypost.search.file_set import FileSet
from waypost.search.payload import separate
from waypost.search.postings import MOST_POSTINGS, cut_postings, parse_postings, tell_total
from waypost.search.ranges import Limits, cut_ranges, find_ranges
from waypost.search.shards import line_signs, render_entries
from waypost.search.state import IndexState, RangeFile
from waypost.search.tails import list_tails, merge_tails, render_tails
from waypost.search.terms import Terms
from waypost.search.vocabulary import Scheme, Vocabulary

SHARD: Final = Limits(least=1700, most=2500)
TAILS: Final = Limits(least=3500, most=5000)

_NEARBY: Final = 100
"""Forms with fewer others between them stand in one shard, as a rule."""

_first_sign: Final = itemgetter(0)

_Files = list[RangeFile]
_Render = Callable[[list[range]], list[str]]


def render_shards(
    vocabulary: Vocabulary,
    terms: Terms,
    commonplace: Mapping[str, int],
    former: IndexState | None,
    files: FileSet,
) -> _Files:
    """The shards, in order. Those of the last build that hold nothing that was touched stand.

    The postings stand in the order of the vocabulary.
    A form that is `commonplace` is said to be on so many pages, however many hold it.
    """
    sizes = vocabulary.add_up(_measure_forms(vocabulary, terms))
    ranges = cut_ranges(vocabulary.keys, sizes, SHARD)

    def render(dirty: list[range]) -> list[str]:
        return [*_render_each(dirty, vocabulary, terms, commonplace)]

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
    forms = vocabulary.forms
    lengths = map(len, terms.postings.values())
    sizes = [*map(add, map((3).__add__, map(len, forms)), lengths)]
    names = terms.groups.names
    differ = map(ne, map(_first_sign, names), map(_first_sign, names.values()))
    spread = {*compress(names.values(), differ)}
    if not spread:
        return sizes
    named = [*map(names.get, forms, forms)]
    is_spread = [*map(spread.__contains__, named)]
    own = [*zip(compress(count(), is_spread), compress(named, is_spread), strict=True)]
    totals: defaultdict[str, int] = defaultdict(int)
    for at, name in own:
        totals[name] += sizes[at]
    seen: dict[str, int] = {}
    for at, name in own:
        is_first = at - seen.get(name, -_NEARBY) >= _NEARBY
        sizes[at] = totals[name] if is_first else 0
        seen[name] = at
    return sizes


def _render_each(
    dirty: Sequence[range], vocabulary: Vocabulary, terms: Terms, commonplace: Mapping[str, int]
) -> Iterator[str]:
    """The shards of these ranges: whole groups, each by the first of its forms there."""
    if not dirty:
        return
    postings = [*terms.postings.values()]
    named = vocabulary.name_groups(terms.groups.names)
    members = _list_members(vocabulary, named, terms.groups.names)
    for own in map(vocabulary.span, dirty):
        forms, names, texts = vocabulary.forms[own], named[own], postings[own]
        signs = ["\n"] * len(forms)
        if not members.keys().isdisjoint(names):
            forms, signs = _gather_groups(forms, names, members)
            texts = [*map(terms.postings.__getitem__, forms)]
        texts = _cut(texts)
        if not commonplace.keys().isdisjoint(forms):
            texts = [
                tell_total(text, commonplace[form]) if form in commonplace else text
                for form, text in zip(forms, texts, strict=True)
            ]
        yield render_entries(signs, forms, texts)


def _gather_groups(
    forms: Sequence[str], names: Sequence[str], members: Mapping[str, Sequence[str]]
) -> tuple[list[str], list[str]]:
    """The forms with all others of their groups, and what stands before each."""
    seen: set[str] = set()
    gathered: list[str] = []
    signs: list[str] = []
    for form, name in zip(forms, names, strict=True):
        group = members.get(name)
        if group is None:
            gathered.append(form)
            signs.append("\n")
        elif name not in seen:
            seen.add(name)
            gathered += group
            signs += line_signs(len(group))
    return gathered, signs


def _list_members(
    vocabulary: Vocabulary, named: Sequence[str], names: Mapping[str, str]
) -> Mapping[str, Sequence[str]]:
    """The forms of each group that may have more than one, in their order."""
    members: dict[str, list[str]] = {
        name: [] for name in {*names.values(), *vocabulary.shared_keys()}
    }
    is_member = [*map(members.__contains__, named)]
    own = compress(vocabulary.forms, is_member)
    for form, name in zip(own, compress(named, is_member), strict=True):
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


def _cut(postings: list[str]) -> list[str]:
    """Postings as a shard holds them."""
    if max(map(len, postings), default=0) <= 3 * MOST_POSTINGS:
        return postings
    return [
        cut_postings(parse_postings(text)) if len(text) > 3 * MOST_POSTINGS else text
        for text in postings
    ]
