"""Hours of real days: the regular week with holidays and closures in it."""

from __future__ import annotations

import datetime as dt

import pytest

from waypost.content.place_reader import parse_office
from waypost.model.place import Closure, Holiday, Office
from waypost.model.replacing import replace
from waypost.model.week import hours_from, hours_in_week

SATURDAY = dt.date(2026, 11, 21)
THANKSGIVING = dt.date(2026, 11, 26)

OFFICE = """\
name: Mill Street
hours: {mon-wed: "8:00-12:00, 13:00-17:00", thu-fri: "9:00-13:00"}
holidays:
  - {on: 2026-11-26, name: Thanksgiving Day}
  - {on: 2026-11-22, name: A Sunday of rest}
  - {on: 2027-01-01, name: New Year’s Day}
closures:
  - {first: 2026-12-24, last: 2027-01-04, reason: Winter break}
  - {first: 2026-11-23}
"""


@pytest.fixture
def office() -> Office:
    read = parse_office("content/offices/mill.yml", OFFICE).value
    assert read is not None
    return read


def spans(office: Office, day: dt.date) -> list[str]:
    return [
        f"{each.on:%a} " + ",".join(f"{one.start:%H:%M}-{one.end:%H:%M}" for one in each.spans)
        for each in hours_in_week(office, day)
    ]


def test_a_week_is_the_seven_days_from_its_first(office: Office) -> None:
    days = hours_in_week(office, SATURDAY)
    assert [each.on for each in days] == [SATURDAY + dt.timedelta(days=at) for at in range(7)]


def test_hours_with_a_break_are_two_spans(office: Office) -> None:
    assert spans(office, dt.date(2026, 12, 1))[:3] == [
        "Tue 08:00-12:00,13:00-17:00",
        "Wed 08:00-12:00,13:00-17:00",
        "Thu 09:00-13:00",
    ]


def test_a_holiday_closes_its_day_and_no_other(office: Office) -> None:
    days = {each.on: each for each in hours_in_week(office, SATURDAY)}
    assert days[THANKSGIVING].spans == ()
    assert days[THANKSGIVING].closed_by == office.holidays[0]
    after = days[THANKSGIVING + dt.timedelta(days=1)]
    assert (after.closed_by, len(after.spans)) == (None, 1)


def test_a_day_that_is_never_open_needs_no_holiday_to_be_closed(office: Office) -> None:
    sunday = hours_in_week(office, SATURDAY)[1]
    assert (sunday.on, sunday.spans, sunday.closed_by) == (dt.date(2026, 11, 22), (), None)


def test_a_closure_of_one_day_has_no_last(office: Office) -> None:
    monday, tuesday = hours_in_week(office, dt.date(2026, 11, 23))[:2]
    assert isinstance(monday.closed_by, Closure)
    assert (monday.spans, monday.closed_by.reason) == ((), None)
    assert tuesday.spans


def test_a_closure_holds_from_its_first_day_to_its_last_one_both_included(office: Office) -> None:
    days = {each.on: each for each in hours_from(office, dt.date(2026, 12, 23), 14)}
    open_on = [on.isoformat() for on, each in days.items() if each.spans]
    assert open_on == ["2026-12-23", "2027-01-05"]
    closure = days[dt.date(2026, 12, 24)].closed_by
    assert isinstance(closure, Closure)
    assert closure.reason is not None
    assert closure.reason.source == "Winter break"


def test_a_holiday_within_a_closure_keeps_its_name(office: Office) -> None:
    day = hours_in_week(office, dt.date(2027, 1, 1))[0]
    assert isinstance(day.closed_by, Holiday)
    assert day.closed_by.name.source == "New Year’s Day"


def test_days_follow_one_another_where_clocks_are_moved(office: Office) -> None:
    # Clocks go back on 1 November 2026 in the United States, and on no day of these hours.
    days = [each.on for each in hours_in_week(office, dt.date(2026, 10, 30))]
    assert days == sorted(set(days))
    assert days[-1] == dt.date(2026, 11, 5)


def test_an_office_without_hours_has_no_week(office: Office) -> None:
    assert hours_in_week(replace(office, hours=None), SATURDAY) == ()
