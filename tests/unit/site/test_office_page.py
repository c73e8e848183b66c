"""The page of an office: its week with dates, its usual hours, and what it says of this moment."""

from __future__ import annotations

import datetime as dt
import re
from itertools import pairwise
from types import MappingProxyType

import pytest

from tests.unit.site.outline import outline
from tests.unit.site.sample import Sample, State, machine, reviewed, translate
from waypost.content.place_reader import parse_office
from waypost.model.place import Office
from waypost.model.replacing import replace
from waypost.segments.extract import extract_office
from waypost.site.assets import Asset
from waypost.site.fill import fill_program
from waypost.site.office_page import build_office_program, link_map

OFFICE = """\
name: Mill Street
agency: desk
address: address.desk
phone: phone.desk
hours: {mon-tue: "8:00-12:00, 13:00-17:00", thu: "9:00-12:00"}
services:
  - {name: Road tests, hours: {mon: "9:00-12:00"}}
holidays:
  - {on: 2026-11-26, name: Thanksgiving}
  - {on: 2026-01-01, name: Past}
closures:
  - {first: 2026-12-24, last: 2026-12-31, reason: Winter break}
languages: [en, ar]
notes: [Ring the bell.]
"""
SCRIPT = "assets/open.12345678.js"


def read(text: str = OFFICE) -> Office:
    office = parse_office("content/offices/mill.yml", text).value
    assert office is not None
    return office


def show(
    code: str = "en",
    office: str = OFFICE,
    how: State = reviewed,
    zone: str = "America/Denver",
    day: str = "2026-11-21",
) -> str:
    """The page on a day."""
    sample = Sample()
    identity = replace(sample.frame.identity, time_zone=zone, day=dt.date.fromisoformat(day))
    sample.frame = replace(sample.frame, identity=identity)
    around = replace(
        sample.around,
        frame=sample.frame,
        assets=MappingProxyType({"waypost:open.js": Asset(SCRIPT)}),
    )
    document = extract_office(read(office))
    program = build_office_program(read(office), document, around)
    own = [] if code == "en" else translate(document, how)
    html = fill_program(program, sample.locale(code, how), own).finish().decode()
    assert outline(html).faults == []
    return html.replace("\N{NO-BREAK SPACE}", " ")


def rows(html: str, after: str) -> list[tuple[str, str]]:
    table = html[html.index(after) :]
    found = re.findall(r"<tr[^>]*><th scope=row>(.*?)<td>(.*?)(?=<tr|</table>)", table)
    return [(day, re.sub("<[^>]+>", " ", hours).strip()) for day, hours in found]


def test_the_coming_seven_days_stand_with_their_dates() -> None:
    week = rows(show(), "id=week")[:7]
    assert week == [
        ("Saturday, November 21", "Closed"),
        ("Sunday, November 22", "Closed"),
        ("Monday, November 23", "8:00 AM to 12:00 PM   1:00 to 5:00 PM"),
        ("Tuesday, November 24", "8:00 AM to 12:00 PM   1:00 to 5:00 PM"),
        ("Wednesday, November 25", "Closed"),
        ("Thursday, November 26", "Closed  Thanksgiving"),
        ("Friday, November 27", "Closed"),
    ]


def test_the_heading_says_the_days_since_a_copy_may_be_old() -> None:
    html = show()
    assert "Hours from Saturday, November 21 to Friday, November 27" in html
    assert "this week" not in html.lower()


def test_another_day_is_another_week() -> None:
    week = rows(show(day="2026-12-28"), "id=week")[:7]
    assert week[0] == ("Monday, December 28", "Closed  Winter break")
    assert week[2] == ("Wednesday, December 30", "Closed")
    assert "Thanksgiving" not in show(day="2026-12-28")


def test_usual_hours_begin_with_the_week_of_the_territory_and_share_rows() -> None:
    assert rows(show(), "id=hours") == [
        ("Sunday", "Closed"),
        ("Monday to Tuesday", "8:00 AM to 12:00 PM   1:00 to 5:00 PM"),
        ("Wednesday", "Closed"),
        ("Thursday", "9:00 AM to 12:00 PM"),
        ("Friday to Saturday", "Closed"),
    ]


def test_days_off_to_come_are_listed_and_past_ones_are_not() -> None:
    html = show()
    assert "November 26, 2026 – Thanksgiving" in html
    assert "December 24, 2026 to December 31, 2026 – Winter break" in html
    assert "Past" not in html


def test_every_moment_of_the_week_has_a_sentence_for_the_script() -> None:
    html = show()
    assert f'<script defer src="../../{SCRIPT}"></script>' in html
    (box,) = re.findall(r'<template data-zone="America/Denver">(.*?)</template>', html)
    said = re.findall(r"<b data-from=(\S+) data-to=([^>]+)>(.*?)</b>", box)
    assert said[0] == (
        "2026-11-21T00:00",
        "2026-11-23T00:00",
        "Closed now. Opens at <bdi>8:00 AM</bdi> on Monday.",
    )
    assert ("2026-11-23T13:00", "2026-11-23T17:00") in {each[:2] for each in said}
    assert all(one[1] == following[0] for one, following in pairwise(said))


def test_without_a_time_zone_nothing_is_said_of_this_moment() -> None:
    html = show(zone="")
    assert "<template" not in html
    assert "<script" not in html
    assert len(rows(html, "id=week")[:7]) == 7


def test_an_office_without_hours_has_no_table() -> None:
    html = show(office="name: Mill Street\n")
    assert "<table" not in html
    assert "<template" not in html


@pytest.mark.parametrize("how", [reviewed, machine])
def test_a_reader_of_arabic_has_the_same_week(how: State) -> None:
    html = show("ar", how=how)
    week = rows(html, "id=week")[:7]
    assert week[0][0] == "السبت، 21 نوفمبر"
    assert "Thanksgiving" in week[5][1]


def test_a_map_is_a_link_that_tells_nobody_where_it_was_clicked() -> None:
    html = show()
    assert 'query=210%20Mill%20Street" rel=noreferrer' in html
    assert link_map(["Mill Street", "1 Court Square", "Brackwater 00100"]).endswith(
        "?query=1%20Court%20Square%2C%20Brackwater%2000100"
    )
    assert link_map(["Mill Street"]) == link_map([]) == ""
