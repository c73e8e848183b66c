"""Forms of all pages, with groups and postings: gathered anew, or mended where pages changed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import chain, compress

import msgspec

from waypost.search.groups import Groups, group_words, regroup_words
from waypost.search.impacts import Averages, choose_averages
from waypost.search.page_terms import PageTerms, weigh_page
from waypost.search.postings import PAGE_SHIFT, change_postings, render_postings
from waypost.search.state import IndexState
from waypost.search.vocabulary import Scheme

_FEW = 8
"""Where fewer than one word in so many is another, the others keep their groups."""


class Terms(msgspec.Struct, frozen=True):
    """The forms of an index, and what changed of them since the last one."""

    words: dict[str, int]
    """Every word, and how many pages have it."""
    groups: Groups
    postings: dict[str, str]
    """Every form, and all its postings; at last in the order of the index."""
    touched: frozenset[str] | None
    """Keys whose lines may be others now; None where all may be."""
    moved: frozenset[str] | None
    """Forms that came or went; None where all may have."""

    def in_order(self, forms: Sequence[str]) -> Terms:
        """The same, with the postings in the order of `forms`."""
        postings = dict(zip(forms, map(self.postings.__getitem__, forms), strict=True))
        return Terms(self.words, self.groups, postings, self.touched, self.moved)


def gather_terms(
    pages: Sequence[PageTerms],
    averages: Averages,
    scheme: Scheme,
    former: IndexState | None = None,
) -> Terms:
    """The terms of the pages, in their order; words that `former` had needn't be grouped again."""
    listed = [page.words() for page in pages]
    words = Counter(chain.from_iterable(listed))
    forms = scheme.name_forms(words)
    codes: defaultdict[str, list[int]] = defaultdict(list)
    for number, (page, own) in enumerate(zip(pages, listed, strict=True)):
        own_forms, marks = weigh_page(page, own, averages, forms)
        for code, known in zip(
            map((number << PAGE_SHIFT).__add__, marks),
            map(codes.__getitem__, own_forms),
            strict=True,
        ):
            known.append(code)
    postings = {form: render_postings(codes[form]) for form in sorted(codes)}
    if former is not None:
        other = words.keys() ^ former.words.keys()
        if len(other) * _FEW < len(words):
            before = Groups(former.groups, former.stems, former.marked)
            came, gone = other & words.keys(), other - words.keys()
            groups, _ = regroup_words(before, came, gone, scheme)
            moved = frozenset(postings.keys() ^ former.postings.keys())
            return Terms(dict(words), groups, postings, touched=None, moved=moved)
    return Terms(dict(words), group_words(forms, scheme), postings, touched=None, moved=None)


def patch_terms(
    former: IndexState, pages: Sequence[PageTerms], averages: Averages, scheme: Scheme
) -> Terms:
    """The same terms as `gather_terms` gives, from those of the last build.

    It had the same pages in the same order.
    """
    words = dict(former.words)
    came: set[str] = set()
    gone: set[str] = set()
    changes: defaultdict[str, dict[int, int | None]] = defaultdict(dict)
    for number in _find_other_pages(former, pages, averages):
        old, new = former.pages[number], pages[number]
        had, has = old.words(), new.words()
        for word in has:
            words[word] = words.get(word, 0) + 1
        for word in had:
            words[word] -= 1
        came.update(word for word in has if word not in former.words)
        gone.update(had)
        forms = scheme.name_forms({*had, *has})
        before = dict(zip(*weigh_page(old, had, former.averages, forms), strict=True))
        after = dict(zip(*weigh_page(new, has, averages, forms), strict=True))
        for form, _ in before.items() ^ after.items():
            changes[form][number] = after.get(form)
    gone = {word for word in gone if not words[word]}
    for word in gone:
        del words[word]
    postings = dict(former.postings)
    for form, own in changes.items():
        text = _change_postings(postings.get(form, ""), own)
        if text:
            postings[form] = text
        else:
            del postings[form]
    before_groups = Groups(former.groups, former.stems, former.marked)
    groups, regrouped = before_groups, set[str]()
    if came or gone:
        groups, regrouped = regroup_words(before_groups, came, gone, scheme)
    moved = {form for form in changes if (form in postings) != (form in former.postings)}
    return Terms(
        words,
        groups,
        postings,
        _find_touched({*changes, *regrouped}, (before_groups, groups), scheme),
        frozenset(moved),
    )


def _find_other_pages(
    former: IndexState, pages: Sequence[PageTerms], averages: Averages
) -> list[int]:
    """The numbers of pages that changed, or reckon with other averages than before."""
    changed = [old is not new for old, new in zip(former.pages, pages, strict=True)]
    if averages != former.averages:
        for number, page in enumerate(pages):
            before, after = (choose_averages(each, page.id) for each in (former.averages, averages))
            changed[number] |= before != after
    return [*compress(range(len(pages)), changed)]


def _find_touched(forms: set[str], both: tuple[Groups, Groups], scheme: Scheme) -> frozenset[str]:
    """The keys of all forms that stand, or stood, on a line with one of `forms`."""
    names = {each.names.get(form) or scheme.key(form) for form in forms for each in both}
    touched = names | {scheme.key(form) for form in forms}
    for each in both if both[0] is not both[1] else both[:1]:
        touched.update(scheme.key(form) for form, name in each.names.items() if name in names)
    return frozenset(touched)


def _change_postings(text: str, marks: dict[int, int | None]) -> str:
    """Postings in which some pages have other marks, or none."""
    for page, mark in marks.items():
        text = change_postings(text, page, mark)
    return text
