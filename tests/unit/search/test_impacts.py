"""How much a word counts: BM25F, in steps coarse enough that an edit changes little."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waypost.model.search import SearchField
from waypost.search.impacts import (
    FIELDS,
    WEIGHTS,
    average_lengths,
    choose_averages,
    find_body_factors,
    find_factors,
    find_levels,
    find_place,
    level_table,
)

AVERAGE = (4.0, 4.0, 16.0, 16.0, 512.0, 4.0)
BODY = FIELDS.index(SearchField.BODY)
TITLE = FIELDS.index(SearchField.TITLE)


def test_a_word_in_a_field_of_average_length_counts_its_weight() -> None:
    factors = find_factors((4, 4, 16, 16, 512, 4), AVERAGE)
    assert factors == pytest.approx([WEIGHTS[field] for field in FIELDS])


def test_a_word_counts_more_in_a_shorter_field_and_less_in_a_longer_one() -> None:
    short, long = (find_factors((4, 4, 16, 16, body, 4), AVERAGE) for body in (64, 4096))
    assert short[BODY] > WEIGHTS[SearchField.BODY] > long[BODY]
    assert short[TITLE] == long[TITLE]


@given(st.floats(0, 1e6), st.floats(0, 1e6))
def test_levels_rise_with_the_weight_and_stay_below_16(one: float, other: float) -> None:
    low, high = sorted((one, other))
    below, above = find_levels((low, high))
    assert 0 <= below <= above <= 15


def test_levels_are_those_of_the_formula() -> None:
    assert [*find_levels((0, 1.2, 3.6, 600))] == [0, 8, 12, 15]
    assert level_table(0.7) == find_levels([count * 0.7 for count in range(256)])


def test_a_longer_page_moves_no_average_but_in_the_middle() -> None:
    pages = [(5, 3, 14, 20, length, 0) for length in range(300, 401)]
    longest = [*pages[:-1], (5, 3, 14, 20, 4000, 0)]
    shortest = [(5, 3, 14, 20, 345, 0), *pages[1:]]
    assert average_lengths(pages) == average_lengths(longest) == average_lengths(shortest)
    below, passed, above = average_lengths(pages)[BODY]
    assert below + (above - below) * passed / 256 == pytest.approx(350, abs=1)


def test_pages_without_a_field_say_nothing_of_its_average() -> None:
    pages = [(5, 8, 0, 0, 300, 0), (5, 0, 0, 0, 300, 0), (5, 0, 0, 0, 300, 0)]
    averages = choose_averages(average_lengths(pages), "parking")
    assert averages[FIELDS.index(SearchField.NAMES)] == pytest.approx(8)


def test_each_page_passes_to_the_next_step_of_an_average_at_a_place_of_its_own() -> None:
    ids = [f"page-{number}" for number in range(800)]
    former = None
    for mean in range(300, 600):
        own = [
            choose_averages(average_lengths([(0, 0, 0, 0, mean, 0)]), each)[BODY] for each in ids
        ]
        assert mean / 2**0.25 < min(own) <= max(own) < mean * 2**0.25 + 1e-9
        moved = [one for one, other in zip(own, former or own, strict=True) if one != other]
        assert len(moved) < len(ids) / 20
        former = own


def test_a_word_more_rarely_moves_the_factors_of_its_page() -> None:
    lengths = [(5, 3, 14, 20, length, 0) for length in range(300, 400)]
    factors = [find_factors(own, AVERAGE) for own in lengths]
    assert len(set(factors)) <= 3


def test_each_word_passes_to_the_next_step_at_a_place_of_its_own() -> None:
    words = [f"word{number}" for number in range(800)]
    longest = 0
    for length in range(300, 600):
        moved = [
            word
            for word in words
            if _count_in_body(word, length) != _count_in_body(word, length + 1)
        ]
        longest = max(longest, len(moved))
        assert all(_count_in_body(w, length) >= _count_in_body(w, length + 1) for w in words)
    assert 0 < longest < len(words) / 100
    assert min(map(find_place, words)) < 16
    assert max(map(find_place, words)) >= 240


@given(st.integers(0, 10**6))
def test_a_body_counts_between_the_steps_beside_its_length(length: int) -> None:
    body = find_body_factors(length, 512.0)
    exact = WEIGHTS[SearchField.BODY] / (0.4 + 0.6 * max(length, 1) / 512)
    assert body.second < exact * (1 + 1e-9)
    assert exact <= body.first * (1 + 1e-9)
    assert 0 <= body.passed < 256
    assert find_factors((0, 0, 0, 0, max(length, 1), 0), AVERAGE)[BODY] == body.first


def _count_in_body(word: str, length: int) -> float:
    body = find_body_factors(length, 512.0)
    return body.second if find_place(word) < body.passed else body.first


def test_no_pages_have_averages_too() -> None:
    averages = choose_averages(average_lengths([]), "parking")
    assert averages == (1.0,) * len(FIELDS)
    assert find_factors((0,) * len(FIELDS), averages)
