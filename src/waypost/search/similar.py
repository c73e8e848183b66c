"""Pages that say nearly the same, so that editors keep one of them."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

import msgspec

from waypost.model.search import SearchField, SearchPage
from waypost.search.grouping import name_groups
from waypost.search.rules import rules_for
from waypost.search.tokens import form_word, split_words
from waypost.search.whoosh_index import FIELD_WEIGHTS

LEAST_NEAR = 0.25
"""Pages are named whose words are as near, or"""
LEAST_SHARE = 0.15
"""that have nearly as much of the asked page's paragraphs."""
LEAST_PARAGRAPH = 0.6
_FEWEST_WORDS = 8
"""A shorter paragraph ("Call us.") says nothing of its page."""
_MOST_PAGES = 4
"""A paragraph that more pages share was put there on purpose."""

_PARAGRAPHS = frozenset({SearchField.BODY, SearchField.SUMMARY})

Bag = Mapping[str, float]


class TwinParagraph(msgspec.Struct, frozen=True):
    """A paragraph of a page, and the nearest one of another page."""

    own: str
    other: str
    near: float
    """Share of pairs of neighbouring words that both have (Dice), 0 to 1."""


class SimilarPage(msgspec.Struct, frozen=True):
    """A page that says much of what another says."""

    page: SearchPage
    near: float
    """Cosine of the pages' words, rare ones weighing more, 0 to 1."""
    twins: tuple[TwinParagraph, ...]
    paragraphs: int
    """How many of the asked page were compared."""


def find_similar(pages: Sequence[SearchPage], id: str, language: str) -> tuple[SimilarPage, ...]:
    """The pages that are like the page `id`, the nearest first; () where none is or it isn't there.

    A page counts as near by its words, or by paragraphs that only few pages share.
    """
    asked = next((number for number, page in enumerate(pages) if page.id == id), None)
    if asked is None:
        return ()
    bags = _weigh([_count_words(page, language) for page in pages])
    paragraphs = [_list_paragraphs(page, language) for page in pages]
    twins = _find_twins(paragraphs, asked)
    own = len(paragraphs[asked])
    similar = [
        SimilarPage(page, _compare(bags[asked], bags[number]), tuple(twins.get(number, ())), own)
        for number, page in enumerate(pages)
        if number != asked
    ]
    near = [each for each in similar if each.near >= LEAST_NEAR or _share(each) >= LEAST_SHARE]
    return tuple(sorted(near, key=lambda each: (-max(each.near, _share(each)), each.page.id)))


def _share(similar: SimilarPage) -> float:
    return len(similar.twins) / similar.paragraphs if similar.paragraphs else 0


def _groups_of(text: str, code: str) -> list[str]:
    """The words of a text in order, each by the name of its group."""
    rules = rules_for(code)
    words = split_words(text, rules)
    groups = name_groups(words, rules)
    return [groups.get(form_word(word, rules), word) for word in words]


def _count_words(page: SearchPage, language: str) -> Counter[str]:
    counts: Counter[str] = Counter()
    for each in page.texts:
        if each.language == language:
            for group in _groups_of(each.text, language):
                counts[group] += int(FIELD_WEIGHTS[each.field])
    return counts


def _weigh(counts: Sequence[Counter[str]]) -> list[Bag]:
    """Each count damped, times ln(pages / pages with the word), to length 1."""
    pages = Counter(word for each in counts for word in each)
    weighed: list[Bag] = []
    for each in counts:
        bag = {
            word: (1 + math.log(count)) * math.log(len(counts) / pages[word])
            for word, count in each.items()
        }
        length = math.sqrt(sum(value * value for value in bag.values())) or 1
        weighed.append({word: value / length for word, value in bag.items()})
    return weighed


def _compare(one: Bag, other: Bag) -> float:
    return sum(value * other.get(word, 0) for word, value in one.items())


class _Paragraph(msgspec.Struct, frozen=True):
    text: str
    pairs: frozenset[tuple[str, str]]


def _list_paragraphs(page: SearchPage, language: str) -> list[_Paragraph]:
    """The page's own paragraphs of some length, in the language."""
    texts = (
        line
        for each in page.texts
        if each.language == language and each.field in _PARAGRAPHS
        for line in each.text.splitlines()
    )
    paragraphs: list[_Paragraph] = []
    for text in texts:
        words = _groups_of(text, language)
        if len(words) >= _FEWEST_WORDS:
            paragraphs.append(_Paragraph(text, frozenset(pairwise(words))))
    return paragraphs


def _find_twins(
    paragraphs: Sequence[Sequence[_Paragraph]], asked: int
) -> dict[int, list[TwinParagraph]]:
    """The nearest paragraph of each other page to each of the asked page, where it is near."""
    holders: dict[tuple[str, str], set[tuple[int, int]]] = defaultdict(set)
    for number, own in enumerate(paragraphs):
        for at, paragraph in enumerate(own):
            for pair in paragraph.pairs:
                holders[pair].add((number, at))
    twins: dict[int, list[TwinParagraph]] = defaultdict(list)
    for paragraph in paragraphs[asked]:
        shared = Counter(place for pair in paragraph.pairs for place in holders[pair])
        best: dict[int, TwinParagraph] = {}
        for (number, at), count in sorted(shared.items()):
            other = paragraphs[number][at]
            near = 2 * count / (len(paragraph.pairs) + len(other.pairs))
            known = best.get(number)
            if number != asked and near >= LEAST_PARAGRAPH and (not known or near > known.near):
                best[number] = TwinParagraph(paragraph.text, other.text, near)
        if len(best) <= _MOST_PAGES:
            for number, twin in best.items():
                twins[number].append(twin)
    return twins
