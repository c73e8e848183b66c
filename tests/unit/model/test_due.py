"""Days by which something of a guide is due."""

from __future__ import annotations

import datetime as dt

import pytest

from waypost.content.entry_reader import parse_facts, parse_phrases
from waypost.content.guide_reader import parse_guide
from waypost.model.due import DueDate, find_due_dates
from waypost.model.fact import Duration, Unit

DAY = dt.date(2026, 11, 22)
FACTS = """\
date.tax: {date: 2027-02-10, name: First half of property tax}
date.past: {date: 2026-11-21}
date.return: {date: 04-15}
date.over: {date: 11-21}
date.leap: {date: 02-29}
date.moved: {date: 2027-01-01, until: 2026-11-01, then: 2027-03-01}
time.grace: {duration: 30 days}
fee.late: {money: 12}
"""
PHRASES = """\
between_dates:
  text: From {first} to {last}
  params: {first: date, last: date}
within_of_notice:
  text: Within {time} after you get the notice
  params: {time: duration}
by_date: {text: "By {date}", params: {date: date}}
"""


def due(deadlines: str, more: str = "") -> tuple[DueDate, ...]:
    text = f"---\ntitle: Pay\nsummary: Pay.\n{more}deadlines:\n{deadlines}---\n"
    guide = parse_guide("content/guides/pay.md", text).value
    facts = parse_facts("content/facts.yml", FACTS).value
    phrases = parse_phrases("content/phrases.yml", PHRASES.encode()).value
    assert guide is not None
    assert facts is not None
    assert phrases is not None
    return find_due_dates(guide, facts, phrases, DAY)


@pytest.mark.parametrize(
    ("by", "on"),
    [
        ("2027-01-31", "2027-01-31"),
        ("2026-11-22", "2026-11-22"),
        ("date.tax", "2027-02-10"),
        ("date.return", "2027-04-15"),
        ("date.over", "2027-11-21"),
        ("date.leap", "2027-02-28"),
        ("date.moved", "2027-03-01"),
        ("{by_date: 2027-05-01}", "2027-05-01"),
        ("{by_date: date.tax}", "2027-02-10"),
        ("{between_dates: {first: date.over, last: 2027-12-01}}", "2027-12-01"),
    ],
)
def test_a_deadline_with_a_date_is_due_on_it(by: str, on: str) -> None:
    assert [each.on.isoformat() for each in due(f"  - {{by: {by}}}\n")] == [on]


@pytest.mark.parametrize(
    "by",
    [
        "2026-11-21",
        "date.past",
        "fee.late",
        "date.nowhere",
        "no_deadline",
        "{text: At once}",
        "{within_of_notice: time.grace}",
        "{by_date: fee.late}",
    ],
)
def test_what_is_over_or_has_no_date_is_not_due(by: str) -> None:
    assert due(f"  - {{by: {by}}}\n") == ()


def test_what_a_list_says_of_it_comes_along() -> None:
    (found,) = due("  - {by: date.tax, grace: time.grace, if_missed: We add a charge.}\n")
    assert found.name is not None
    assert (found.name.source, found.is_own, found.own_name) == (
        "First half of property tax",
        False,
        None,
    )
    assert found.grace == Duration(30, None, Unit.DAY)
    assert found.if_missed is not None
    assert found.if_missed.source == "We add a charge."


def test_a_date_of_the_guide_itself_goes_before_a_shared_one() -> None:
    own = "facts:\n  last: {date: 2027-06-01, name: Last day}\n"
    (found,) = due("  - {by: last}\n", own)
    assert (found.on, found.is_own) == (dt.date(2027, 6, 1), True)
    assert found.own_name == found.name is not None


def test_a_service_that_has_ended_has_nothing_due() -> None:
    assert due("  - {by: date.tax}\n", "status: closed\n") == ()
    assert due("  - {by: date.tax}\n", "status: paused\n")
