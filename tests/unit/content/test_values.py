"""Phones and hours as editors write them."""

from __future__ import annotations

from datetime import time

import pytest

from waypost.content.located import Located
from waypost.content.schema.hours import read_hours
from waypost.content.schema.phones import parse_dial, split_extension
from waypost.content.schema.reading import FieldError
from waypost.content.yaml_reader import read_yaml
from waypost.model.fact import Span, Weekday


@pytest.mark.parametrize(
    ("text", "territory", "dial"),
    [
        ("505-555-0142", "US", "+15055550142"),
        ("(505) 555-0142", "US", "+15055550142"),
        ("1 505 555 0142", "US", "+15055550142"),
        ("+1 505-555-0142", "DE", "+15055550142"),
        ("1-800-FLOWERS", "US", "+18003569377"),
        ("911", "US", "911"),
        ("030 901820", "DE", "+4930901820"),
        ("020 7946 0958", "GB", "+442079460958"),
        ("91 123 45 67", "ES", "+34911234567"),
    ],
)
def test_what_is_dialled(text: str, territory: str, dial: str) -> None:
    assert parse_dial(text, territory) == dial


@pytest.mark.parametrize(
    ("text", "territory", "why"),
    [
        ("555-0142", "US", "lacks its area code"),
        ("05-555-0142", "US", "ten digits"),
        ("105-555-0142", "US", "ten digits"),
        ("505-555-0142 or 43", "US", "ten digits"),
        ("call us!", "US", "no phone number"),
        ("+12", "US", "8 to 15"),
        ("901820", "QQ", "lacks +"),
        ("30 901820", "DE", "lacks its area code"),
    ],
)
def test_what_can_not_be_dialled(text: str, territory: str, why: str) -> None:
    text = text if text != "901820" else "90 18 20"
    with pytest.raises(ValueError, match=why.replace("+", r"\+")):
        parse_dial(text, territory)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("505-555-0142 ext. 12", ("505-555-0142", "12")),
        ("505-555-0142 x7", ("505-555-0142", "7")),
        ("505-555-0142, extension 300", ("505-555-0142", "300")),
        ("505-555-0142", ("505-555-0142", "")),
    ],
)
def test_an_extension_is_split_off(text: str, parts: tuple[str, str]) -> None:
    assert split_extension(text) == parts


def _located(text: str) -> Located:
    data = read_yaml("a.yml", text, [])
    assert data is not None
    return data


def _spans(text: str) -> dict[str, list[str]]:
    hours = read_hours(_located(text))
    assert [day.day for day in hours.days] == list(Weekday)
    return {
        day.day.value: [f"{span.start:%H:%M}-{span.end:%H:%M}" for span in day.spans]
        for day in hours.days
        if day.spans
    }


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ('{mon-tue: "8:00-12:00, 13:00-17:00"}', {"mon": ["08:00-12:00", "13:00-17:00"]}),
        ("{mon: 8:30-17:00, sat: closed}", {"mon": ["08:30-17:00"]}),
        ('{"mon, wed": 9-12}', {"mon": ["09:00-12:00"], "wed": ["09:00-12:00"]}),
        ("{Monday: 8 am - 4:30 p.m.}", {"mon": ["08:00-16:30"]}),
        ("{sat-mon: 10:00 to 12:00}", {"sat": ["10:00-12:00"], "sun": ["10:00-12:00"]}),
        ("{mon: 12 am - 12 pm}", {"mon": ["00:00-12:00"]}),
        ("{sun: 18:00-24:00}", {"sun": ["18:00-23:59"]}),
    ],
)
def test_hours(text: str, spans: dict[str, list[str]]) -> None:
    assert _spans(text).items() >= spans.items()


def test_a_day_that_is_not_named_is_closed() -> None:
    assert _spans("{mon: 8:00-9:00}") == {"mon": ["08:00-09:00"]}


def test_open_all_day() -> None:
    (monday, *_) = read_hours(_located("{mon-sun: always}")).days
    assert monday.spans == (Span(time(0, 0), time(23, 59)),)


@pytest.mark.parametrize(
    "text",
    [
        "{weekday: 8:00-9:00}",
        "{mon: 17:00-8:00}",
        "{mon: 8-26}",
        "{mon: 13 pm - 14 pm}",
        '{mon: "8:00-12:00, 11:00-13:00"}',
        "{mon: morning}",
        "{mon-fri: 8-9, tue: 9-10}",
        "{mon-: 8-9}",
        "[mon]",
    ],
)
def test_what_are_no_hours(text: str) -> None:
    with pytest.raises(FieldError):
        read_hours(_located(text))
