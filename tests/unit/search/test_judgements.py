"""A search is measured by what people type."""

from __future__ import annotations

import pytest

from waypost.model.finding import Place
from waypost.model.judgement import Floor, Judgement, Judgements
from waypost.search.judgements import Score, judge

FOUND = {
    "food": ("food-help", "baby-food"),
    "baby": ("food-help", "vaccines", "baby-food"),
    "job": ("a", "b", "c", "unemployment"),
    "zzz": (),
}


def _score(floor: Floor) -> Score:
    wanted = {
        "food": ("food-help",),
        "baby": ("child-care", "baby-food"),
        "job": ("unemployment",),
        "zzz": ("unemployment",),
    }
    judgements = tuple(
        Judgement(query, pages, Place("j.yml", line))
        for line, (query, pages) in enumerate(wanted.items(), 1)
    )
    return judge(Judgements("en", floor, judgements), lambda query: FOUND[query])


def test_the_first_right_page_gives_the_rank() -> None:
    score = _score(Floor())
    assert [each.rank for each in score.verdicts] == [1, 3, 4, 0]
    assert (score.first, score.top_three) == (1, 2)
    assert [each.judgement.query for each in score.misses] == ["job", "zzz"]


@pytest.mark.parametrize(
    ("floor", "is_below"),
    [
        (Floor(25, 50), False),
        (Floor(26, 50), True),
        (Floor(25, 51), True),
        (Floor(0, 0), False),
    ],
)
def test_a_floor_is_kept_or_not(floor: Floor, is_below: bool) -> None:
    assert _score(floor).is_below_floor is is_below


def test_no_judgement_is_below_no_floor() -> None:
    score = judge(Judgements("en", Floor(100, 100)), lambda _: ())
    assert not score.is_below_floor
