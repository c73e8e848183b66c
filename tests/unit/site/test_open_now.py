"""What an office says at each moment of a week."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest

from waypost.content.place_reader import parse_office
from waypost.model.place import Office
from waypost.site.open_now import Answer, Moment, find_moments

SATURDAY = dt.date(2026, 11, 21)


def office(hours: str, more: str = "") -> Office:
    text = f"name: Mill Street\nhours: {{{hours}}}\n{more}"
    read = parse_office("content/offices/mill.yml", text).value
    assert read is not None
    return read


def say(office: Office, when: str) -> str:
    """What the office's page of Saturday says at a moment."""
    now = dt.datetime.fromisoformat(when)
    true = [one for one in find_moments(office, SATURDAY) if one.start <= now < one.end]
    assert len(true) < 2
    return f"{true[0].answer.value} {true[0].at:%a %H:%M}" if true else ""


def midnight(day: str) -> dt.datetime:
    return dt.datetime.fromisoformat(day)


PLAIN = office('mon-thu: "8:00-12:00, 13:00-17:00", fri: "8:00-12:00"')


@pytest.mark.parametrize(
    ("when", "said"),
    [
        ("2026-11-21T00:00", "opens_on Mon 08:00"),
        ("2026-11-22T23:59", "opens_on Mon 08:00"),
        ("2026-11-23T00:00", "opens_at Mon 08:00"),
        ("2026-11-23T07:59", "opens_at Mon 08:00"),
        ("2026-11-23T08:00", "open_until Mon 12:00"),
        ("2026-11-23T12:00", "opens_at Mon 13:00"),
        ("2026-11-23T13:00", "open_until Mon 17:00"),
        ("2026-11-23T17:00", "opens_on Tue 08:00"),
        ("2026-11-27T12:00", "opens_on Mon 08:00"),
        ("2026-11-27T23:59", "opens_on Mon 08:00"),
        ("2026-11-28T00:00", ""),
        ("2026-11-20T23:59", ""),
    ],
)
def test_each_moment_of_the_week_has_one_answer_and_no_other_has_any(when: str, said: str) -> None:
    assert say(PLAIN, when) == said


def test_the_answers_follow_one_another_without_a_gap() -> None:
    moments = find_moments(PLAIN, SATURDAY)
    assert all(one.end == next_one.start for one, next_one in pairwise(moments))
    assert moments[0].start == midnight("2026-11-21")
    assert moments[-1].end == midnight("2026-11-28")


def test_a_holiday_is_passed_over() -> None:
    closed = office(
        'mon-fri: "8:00-17:00"', "holidays:\n  - {on: 2026-11-26, name: Thanksgiving Day}\n"
    )
    assert say(closed, "2026-11-25T18:00") == "opens_on Fri 08:00"
    assert say(closed, "2026-11-26T10:00") == "opens_on Fri 08:00"


def test_a_day_that_is_a_week_away_is_told_by_its_date() -> None:
    closed = office('mon-fri: "8:00-17:00"', "closures:\n  - {first: 2026-11-20, last: 2026-12-02}")
    assert say(closed, "2026-11-23T10:00") == "opens_later Thu 08:00"


def test_an_office_that_never_closes_says_so() -> None:
    always = office("mon-sun: always")
    assert find_moments(always, SATURDAY) == (
        Moment(
            midnight("2026-11-21"),
            midnight("2026-11-28"),
            Answer.ALWAYS,
            midnight("2026-12-19"),
        ),
    )


def test_a_night_is_one_opening() -> None:
    night = office('fri: "20:00-24:00", sat: "00:00-4:00"')
    assert say(night, "2026-11-27T23:59") == "open_until Sat 04:00"
    assert say(night, "2026-11-21T03:00") == "open_until Sat 04:00"


def test_spans_that_touch_are_one_opening() -> None:
    assert say(office('mon: "8:00-12:00, 12:00-17:00"'), "2026-11-23T11:59").endswith("Mon 17:00")


def test_who_doesnt_open_says_nothing() -> None:
    shut = office('mon-fri: "8:00-17:00"', "closures:\n  - {first: 2026-11-01, last: 2027-03-01}")
    assert find_moments(shut, SATURDAY) == ()
    read = parse_office("content/offices/mill.yml", "name: Mill Street\n").value
    assert read is not None
    assert find_moments(read, SATURDAY) == ()
