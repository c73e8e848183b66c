"""Forms of all pages, with groups and postings: gathered anew, or mended where pages changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from waypost.search.impacts import Averages
from waypost.search.page_terms import PageTerms, weigh_page
from waypost.search.postings import parse_postings, render_postings
from waypost.search.state import IndexState
from waypost.search.vocabulary import Scheme, group_words


@dataclass(frozen=True, slots=True)
class Terms:
    """The forms of an index, and what changed of them since the last one."""

    words: dict[str, int]
    """Every word, and how many pages have it."""
    groups: dict[str, str]
    """Every form, and the name of its group."""
    postings: dict[str, str]
    """Every form, and all its postings."""
    touched: frozenset[str] | None
    """Keys whose lines may be others now; None where all may be."""
    moved: frozenset[str] | None
    """Keys that came or went; None where all may have."""


def gather_terms(pages: Sequence[PageTerms], averages: Averages, scheme: Scheme) -> Terms:
    """The terms of the pages, in their order."""
    words: dict[str, int] = {}
    codes: defaultdict[str, list[int]] = defaultdict(list)
    for number, page in enumerate(pages):
        for word in page.words():
            words[word] = words.get(word, 0) + 1
        start = number << 4
        for form, level in zip(*weigh_page(page, averages, scheme), strict=True):
            codes[form].append(start + level)
    postings = {form: render_postings(own) for form, own in codes.items()}
    return Terms(words, group_words(words, scheme), postings, touched=None, moved=None)


def patch_terms(
    former: IndexState, pages: Sequence[PageTerms], averages: Averages, scheme: Scheme
) -> Terms:
    """The same terms as `gather_terms` gives, from those of the last build.

    It had the same pages in the same order, and the same averages.
    """
    words = dict(former.words)
    changes: defaultdict[str, dict[int, int | None]] = defaultdict(dict)
    for number, (old, new) in enumerate(zip(former.pages, pages, strict=True)):
        if old is not new:
            _count_words(words, old, new)
            before = dict(zip(*weigh_page(old, averages, scheme), strict=True))
            after = dict(zip(*weigh_page(new, averages, scheme), strict=True))
            for form, _ in before.items() ^ after.items():
                changes[form][number] = after.get(form)
    postings = dict(former.postings)
    for form, own in changes.items():
        text = _change_postings(postings.get(form, ""), own)
        if text:
            postings[form] = text
        else:
            del postings[form]
    is_same = words.keys() == former.words.keys()
    groups = former.groups if is_same else group_words(words, scheme)
    regrouped = {form for form, _ in groups.items() ^ former.groups.items()} if not is_same else ()
    dirty = {each.get(form) for form in (*changes, *regrouped) for each in (groups, former.groups)}
    touched = {
        scheme.key(form)
        for each in ((groups,) if is_same else (groups, former.groups))
        for form, group in each.items()
        if group in dirty
    }
    moved = postings.keys() ^ former.postings.keys()
    return Terms(
        words, groups, postings, frozenset(touched), frozenset(scheme.key(form) for form in moved)
    )


def _count_words(words: dict[str, int], old: PageTerms, new: PageTerms) -> None:
    for word in old.words():
        words[word] -= 1
    for word in new.words():
        words[word] = words.get(word, 0) + 1
    for word in old.words():
        if words.get(word) == 0:
            del words[word]


def _change_postings(text: str, levels: dict[int, int | None]) -> str:
    """Postings in which some pages have other levels, or none."""
    codes = [code for code in parse_postings(text) if code >> 4 not in levels]
    codes += [page << 4 | level for page, level in levels.items() if level is not None]
    codes.sort()
    return render_postings(codes)
