"""What an index should say, reckoned word by word without any of its short cuts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from waypost.model.search import ExtraTerm, SearchField, SearchPage
from waypost.search.impacts import (
    FIELDS,
    WEIGHTS,
    average_lengths,
    choose_averages,
    find_body_factors,
    find_factors,
    find_place,
)
from waypost.search.index import number_pages
from waypost.search.page_terms import MOST_LETTERS
from waypost.search.rules import rules_for
from waypost.search.tokens import list_terms
from waypost.search.vocabulary import Scheme

K1 = 1.2
BODY = FIELDS.index(SearchField.BODY)


def list_expected(
    pages: Sequence[SearchPage], extras: Sequence[ExtraTerm], language: str
) -> dict[str, dict[int, float]]:
    """The exact impact of every form on every page that has it, by the number of the page."""
    scheme = Scheme.of(language, "en")
    order = number_pages(pages)
    counts = [_count(pages[at], [e for e in extras if e.page == at], scheme) for at in order]
    averages = average_lengths(lengths for lengths, _ in counts)
    expected: dict[str, dict[int, float]] = defaultdict(dict)
    for number, (lengths, own) in enumerate(counts):
        own_averages = choose_averages(averages, pages[order[number]].id)
        body = find_body_factors(lengths[BODY], own_averages[BODY])
        for form, tallies in own.items():
            every = [*find_factors(lengths, own_averages), 1.0]
            if find_place(form) < body.passed:
                every[BODY] = body.second
            weight = sum(tally * factor for tally, factor in zip(tallies, every, strict=True))
            expected[form][number] = weight / (K1 + weight)
    return dict(expected)


def _count(
    page: SearchPage, extras: Sequence[ExtraTerm], scheme: Scheme
) -> tuple[tuple[int, ...], dict[str, list[float]]]:
    lengths = [0] * len(FIELDS)
    tallies: dict[str, list[float]] = defaultdict(lambda: [0.0] * (len(FIELDS) + 1))
    for text in page.texts:
        at = FIELDS.index(text.field)
        for word in list_terms(text.text, rules_for(text.language)):
            lengths[at] += 1
            tallies[scheme.form(" ".join(w[:MOST_LETTERS] for w in word.split()))][at] += 1
    for extra in extras:
        tallies[scheme.form(extra.form)][-1] += extra.factor * WEIGHTS[extra.field]
    return tuple(lengths), tallies
