"""What Whoosh finds for a query, in which order, and why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import msgspec

from waypost.model.search import SearchPage
from waypost.search.expansion import name_query
from waypost.search.likeness import WEIGHTS, Like, Likeness
from waypost.search.pronouns import list_pronouns
from waypost.search.tokens import list_terms, split_words
from waypost.search.whoosh_index import FieldScore, WhooshIndex

_MOST_SIGNS = 200
"""Of a query; the browser reads no more either."""
_SURE = WEIGHTS[Likeness.PREFIX]
"""What is less like a word may be another word: a page with it may not have every word."""
_LONGEST_NAME = 4
"""Words that may be known as one name: "child tax credit"."""


class Reason(msgspec.Struct, frozen=True):
    """Why a page was found: a typed word is like a form that stands on it."""

    word: str
    like: Like
    fields: tuple[FieldScore, ...]

    @property
    def points(self) -> float:
        """What the page has from it."""
        return self.like.weight * sum(each.points for each in self.fields)


class Hit(msgspec.Struct, frozen=True):
    """A page that was found."""

    page: SearchPage
    reasons: tuple[Reason, ...]
    """The best of each typed word, the weightiest first."""
    is_whole: bool
    """Whether the page has every typed word, or a form of it."""
    is_best_bet: bool = False
    is_title: bool = False
    """Whether the query is the page's whole title."""

    @property
    def points(self) -> float:
        """By which hits are ranked, after best bets, whole titles and pages with every word."""
        return sum(each.points for each in self.reasons)


class Answer(msgspec.Struct, frozen=True):
    """What a query finds."""

    query: str
    hits: tuple[Hit, ...]
    groups: Mapping[str, tuple[str, ...]]
    """Of each typed word: the forms that the index holds as forms of it."""


def search_index(index: WhooshIndex, query: str, best_bet: str = "") -> Answer:
    """The pages that a query finds, best first; the page `best_bet` before all."""
    query = query[:_MOST_SIGNS]
    words = list(dict.fromkeys(split_words(query, index.scheme.rules)))
    last = words[-1] if words else ""
    by_page: dict[int, list[Reason]] = defaultdict(list)
    pronouns = list_pronouns(index.scheme.rules)
    told = frozenset(word for word in words if index.scheme.form(word) not in pronouns)
    for term in dict.fromkeys((*list_terms(query, index.scheme.rules), *_list_names(index, query))):
        if told and index.scheme.form(term) in pronouns:
            continue
        for number, reason in _find_best(index, term, is_last=term == last).items():
            by_page[number].append(reason)
    wanted = told or frozenset(words)
    name = name_query(query)
    hits = [_make_hit(index.pages[number], each, wanted, name) for number, each in by_page.items()]
    if best_bet:
        hits = _put_first(index, hits, best_bet)
    hits.sort(key=_rank)
    return Answer(query, tuple(hits), {word: index.lexicon.list_group(word) for word in words})


def _rank(hit: Hit) -> tuple[bool, bool, bool, float, str]:
    return (not hit.is_best_bet, not hit.is_title, not hit.is_whole, -hit.points, hit.page.id)


def _make_hit(
    page: SearchPage, reasons: Sequence[Reason], wanted: frozenset[str], name: str
) -> Hit:
    ordered = tuple(sorted(reasons, key=lambda each: (-each.points, each.word)))
    sure = (each for each in ordered if each.like.weight >= _SURE)
    found = {word for each in sure for word in each.word.split(" ")}
    return Hit(page, ordered, wanted <= found, is_title=name_query(page.title) == name)


def _put_first(index: WhooshIndex, hits: Sequence[Hit], id: str) -> list[Hit]:
    found = next((each for each in hits if each.page.id == id), None)
    reasons = found.reasons if found is not None else ()
    others = [each for each in hits if each.page.id != id]
    first = [
        Hit(page, reasons, is_whole=True, is_best_bet=True) for page in index.pages if page.id == id
    ]
    return others + first


def _list_names(index: WhooshIndex, query: str) -> list[str]:
    """Runs of typed words that the index knows as one name."""
    words = split_words(query, index.scheme.rules)
    runs = (
        " ".join(words[start : start + length])
        for length in range(2, _LONGEST_NAME + 1)
        for start in range(len(words) - length + 1)
    )
    return [run for run in runs if index.scheme.form(run) in index.lexicon.forms]


def _find_best(index: WhooshIndex, term: str, *, is_last: bool) -> dict[int, Reason]:
    """For each page, the form that the term is like and that gives it the most points."""
    best: dict[int, Reason] = {}
    if " " in term:
        likes: tuple[Like, ...] = (Like(index.scheme.form(term), Likeness.EXACT),)
    else:
        likes = index.lexicon.find_like(term, is_last=is_last)
    for like in likes:
        for number, fields in index.score_form(like.form).items():
            reason = Reason(term, like, fields)
            if number not in best or reason.points > best[number].points:
                best[number] = reason
    return best
