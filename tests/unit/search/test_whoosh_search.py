"""Whoosh finds pages by our words, and says why."""

from __future__ import annotations

import pytest

from tests.unit.search.sample_pages import PAGES, make_page
from waypost.model.replacing import replace
from waypost.model.search import ExtraTerm, SearchField, SearchText
from waypost.search.likeness import Likeness
from waypost.search.whoosh_index import index_pages
from waypost.search.whoosh_search import Answer, search_index

INDEX = index_pages(
    PAGES,
    [
        ExtraTerm(0, "ebt", SearchField.NAMES, 1),
        ExtraTerm(0, "child tax credit", SearchField.NAMES, 1),
        ExtraTerm(1, "~rint", SearchField.TITLE, 1),
    ],
    "en",
    "en",
)


def _ask(query: str, best_bet: str = "") -> Answer:
    return search_index(INDEX, query, best_bet)


def _found(query: str) -> list[str]:
    return [hit.page.id for hit in _ask(query).hits]


def _likeness(query: str) -> Likeness:
    return _ask(query).hits[0].reasons[0].like.likeness


@pytest.mark.parametrize(
    ("query", "page", "likeness"),
    [
        ("FOOD", "food-help", Likeness.EXACT),
        ("föod", "food-help", Likeness.EXACT),
        ("stamp", "food-help", Likeness.GROUP),
        ("licens", "renew-license", Likeness.PREFIX),
        ("lisense", "renew-license", Likeness.EDIT),
        ("diretcly", "rent-help", Likeness.EDIT),
        ("homestead", "rent-help", Likeness.TRIMMED),
        ("ebt", "food-help", Likeness.EXACT),
    ],
)
def test_a_word_is_found_by_what_it_is_like(query: str, page: str, likeness: Likeness) -> None:
    assert _found(query)[0] == page
    assert _likeness(query) == likeness


def test_a_title_weighs_more_than_a_body() -> None:
    hits = {hit.page.id: hit.points for hit in _ask("renew").hits}
    assert list(hits) == ["renew-license"]
    landlord = {hit.page.id: hit for hit in _ask("rent landlord").hits}
    assert landlord["rent-help"].is_whole
    assert not landlord["renew-license"].is_whole
    assert next(iter(landlord)) == "rent-help"


def test_points_are_the_sum_of_the_reasons() -> None:
    for hit in _ask("buy food stamps by mail").hits:
        said = sum(
            each.like.weight * sum(field.points for field in each.fields) for each in hit.reasons
        )
        assert hit.points == pytest.approx(said)
        assert all(field.points > 0 for each in hit.reasons for field in each.fields)


def test_a_reason_tells_field_and_count() -> None:
    reason = _ask("license").hits[0].reasons[0]
    counts = {each.field: each.count for each in reason.fields}
    assert counts == {SearchField.TITLE: 1, SearchField.BODY: 1}
    assert reason.fields[0].points > reason.fields[1].points


def test_a_page_with_every_word_stands_before_one_with_more_points() -> None:
    answer = _ask("license landlord mail")
    assert [hit.is_whole for hit in answer.hits] == [True, False, False]


def test_several_words_are_found_as_one_name() -> None:
    (hit,) = [each for each in _ask("child tax credit").hits if each.page.id == "food-help"]
    assert hit.is_whole
    assert hit.reasons[0].word == "child tax credit"


def test_a_best_bet_stands_first_even_without_a_word() -> None:
    hits = _ask("food", best_bet="renew-license").hits
    assert [hit.page.id for hit in hits] == ["renew-license", "food-help"]
    assert hits[0].is_best_bet
    assert not hits[1].is_best_bet


def test_a_page_stands_first_by_its_whole_title() -> None:
    short = make_page("rent", "Rent", "What tenants ask.")
    index = index_pages((*PAGES, short), (), "en", "en")
    hits = search_index(index, "rent!").hits
    assert [hit.page.id for hit in hits if hit.is_title] == ["rent"]
    assert hits[0].page.id == "rent"


@pytest.mark.parametrize("query", ["", " ", "!?", "~=", "xyzzy", "ent", "\0", "__proto__"])
def test_nothing_is_found_by_nothing(query: str) -> None:
    assert _found(query) == []


def test_the_groups_are_those_of_the_index() -> None:
    assert _ask("renewing stamp").groups == {"renewing": ("renew",), "stamp": ("stamps",)}


def test_a_word_in_another_language_is_found_as_it_is_written() -> None:
    foreign = SearchText(SearchField.FOREIGN, "ar", "بطاقة الطعام")
    page = replace(PAGES[0], texts=(*PAGES[0].texts, foreign))
    index = index_pages([page], (), "en", "en")
    assert [hit.page.id for hit in search_index(index, "الطعام").hits] == ["food-help"]


def test_what_people_call_themselves_doesn_t_count() -> None:
    assert _found("my food") == _found("food")
    assert _found("me") == _found("Me")
