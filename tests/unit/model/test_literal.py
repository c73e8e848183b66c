from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from waypost.model.fact import Day, Duration, Money, Number, Unit, YearlyDay
from waypost.model.finding import Place
from waypost.model.literal import (
    parse_argument,
    parse_date,
    parse_day,
    parse_duration,
    parse_money,
    parse_number,
)
from waypost.model.phrase import Argument, Parameter, ParameterType, Phrase, PhraseUse
from waypost.model.text import Risk


@pytest.mark.parametrize(
    ("text", "money"),
    [
        ("32", Money(Decimal(32), None, "USD")),
        ("$32.50", Money(Decimal("32.50"), None, "USD")),
        ("1,200", Money(Decimal(1200), None, "USD")),
        ("20 to 40", Money(Decimal(20), Decimal(40), "USD")),
        ("$20-$40", Money(Decimal(20), Decimal(40), "USD")),
        ("32 EUR", Money(Decimal(32), None, "EUR")),
        ("EUR 32", Money(Decimal(32), None, "EUR")),
    ],
)
def test_money(text: str, money: Money) -> None:
    assert parse_money(text, "USD") == money


@pytest.mark.parametrize("text", ["", "about 30", "40 to 20", "3,2", "$", "EUR 3 USD", "1.2.3"])
def test_what_is_no_money(text: str) -> None:
    with pytest.raises(ValueError, match="“"):
        parse_money(text, "USD")


def test_numbers_and_shares() -> None:
    assert parse_number("1,200") == Number(Decimal(1200))
    assert parse_number("3 %") == Number(Decimal(3), percent=True)
    assert parse_number("-0.5") == Number(Decimal("-0.5"))


@pytest.mark.parametrize("text", ["three", "12 to 14", "1e3", "3 %%"])
def test_what_is_no_number(text: str) -> None:
    with pytest.raises(ValueError, match="no number"):
        parse_number(text)


def test_durations() -> None:
    assert parse_duration("60 days") == Duration(60, None, Unit.DAY)
    assert parse_duration("1 hour") == Duration(1, None, Unit.HOUR)
    assert parse_duration("10 to 14 days") == Duration(10, 14, Unit.DAY)
    assert parse_duration("10–14 weeks") == Duration(10, 14, Unit.WEEK)


@pytest.mark.parametrize("text", ["two weeks", "60", "14 to 10 days", "3 moons", "1 day 2 hours"])
def test_what_is_no_duration(text: str) -> None:
    with pytest.raises(ValueError, match="“"):
        parse_duration(text)


def test_days() -> None:
    assert parse_date("2028-02-29") == date(2028, 2, 29)
    assert parse_day("2027-01-31") == Day(date(2027, 1, 31))
    assert parse_day("02-29") == YearlyDay(2, 29)


@pytest.mark.parametrize("text", ["2027-02-29", "02-30", "31-01-2027", "Jan 31", "2027-1-31"])
def test_what_is_no_day(text: str) -> None:
    with pytest.raises(ValueError, match=r"no day|no date"):
        parse_day(text)


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("18", ParameterType.NUMBER, Number(Decimal(18))),
        ("100", ParameterType.MONEY, Money(Decimal(100), None, "USD")),
        ("12-24", ParameterType.DATE, YearlyDay(12, 24)),
        ("30 days", ParameterType.DURATION, Duration(30, None, Unit.DAY)),
    ],
)
def test_an_argument_is_read_as_its_parameter_wants(
    text: str, kind: ParameterType, value: object
) -> None:
    assert parse_argument(text, kind, "USD") == value


def _phrase(*names: str) -> Phrase:
    parameters = tuple(Parameter(name, ParameterType.NUMBER) for name in names)
    return Phrase("x", "…", parameters, Risk.STANDARD, Place("p"))


def test_a_nameless_argument_gets_the_only_parameter() -> None:
    use = PhraseUse("x", (Argument("", "18", is_fact=False),))
    bound = PhraseUse("x", (Argument("age", "18", is_fact=False),))
    assert _phrase("age").bind(use) == bound
    assert _phrase("age").bind(bound) == bound


def test_a_nameless_argument_stays_when_it_could_be_several() -> None:
    use = PhraseUse("x", (Argument("", "18", is_fact=False),))
    assert _phrase("age", "people").bind(use) == use
    assert _phrase().bind(use) == use
