"""Facts: typed values that live once and are used in text as `{fee.license}`."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from enum import StrEnum

import msgspec

from waypost.model.finding import Place
from waypost.model.text import Text


class Weekday(StrEnum):
    """Days as editors write them; the week's order is this order."""

    MON = "mon"
    TUE = "tue"
    WED = "wed"
    THU = "thu"
    FRI = "fri"
    SAT = "sat"
    SUN = "sun"


class Span(msgspec.Struct, frozen=True):
    """An opening time on one day, local time, `start` before `end`."""

    start: time
    end: time


class DayHours(msgspec.Struct, frozen=True):
    """The spans of one weekday; none means closed."""

    day: Weekday
    spans: tuple[Span, ...]


class Hours(msgspec.Struct, frozen=True):
    """A week's opening hours, Monday to Sunday, every day once."""

    days: tuple[DayHours, ...]


class Interpreter(msgspec.Struct, frozen=True):
    """How a caller gets an interpreter: the key to press and the words to say."""

    key: str
    say: str


class Phone(msgspec.Struct, frozen=True):
    """A phone number as it is shown, and in E.164 for dialling."""

    shown: str
    dial: str
    extension: str = ""
    hours: Hours | None = None
    interpreter: Interpreter | None = None
    tty: str = ""
    after_hours: str = ""


class Money(msgspec.Struct, frozen=True):
    """An amount, or a range when `high` is given; ISO 4217 currency."""

    low: Decimal
    high: Decimal | None
    currency: str


class Day(msgspec.Struct, frozen=True):
    """A calendar date."""

    value: date


class YearlyDay(msgspec.Struct, frozen=True):
    """The same day every year."""

    month: int
    day: int


class Unit(StrEnum):
    """Units of a duration."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class Duration(msgspec.Struct, frozen=True):
    """A length of time, or a range when `high` is given."""

    low: int
    high: int | None
    unit: Unit


class Number(msgspec.Struct, frozen=True):
    """A number, or a share of a hundred when `percent`."""

    value: Decimal
    percent: bool = False


class ColumnType(StrEnum):
    """What the cells of a table fact hold."""

    TEXT = "text"
    NUMBER = "number"
    MONEY = "money"


class Column(msgspec.Struct, frozen=True):
    """A column of a table fact: its heading (a text) and what its cells hold."""

    head: Text
    type: ColumnType


class ValueTable(msgspec.Struct, frozen=True):
    """A table of typed values; text cells are texts of the document."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Text | Money | Number, ...], ...]


class Address(msgspec.Struct, frozen=True):
    """A postal address in the order of its lines; never translated."""

    lines: tuple[str, ...]


class Url(msgspec.Struct, frozen=True):
    """A web address (https)."""

    href: str


class Email(msgspec.Struct, frozen=True):
    """An e-mail address."""

    address: str


class CodeValue(msgspec.Struct, frozen=True):
    """A code that stays as it is in every language: a form number, a case prefix."""

    value: str


FactValue = (
    Phone
    | Money
    | Day
    | YearlyDay
    | Duration
    | Number
    | ValueTable
    | Address
    | Hours
    | Url
    | Email
    | CodeValue
)


class Fact(msgspec.Struct, frozen=True):
    """A fact and what it becomes on a date: `then` counts from the day after `until`.

    With `until` and no `then` the fact ends: a finding once the date is past.
    """

    id: str
    value: FactValue
    place: Place
    name: Text | None = None
    """What residents call it, for lists of contacts: "License desk"."""
    until: date | None = None
    then: FactValue | None = None

    def on(self, day: date) -> FactValue:
        """The value that holds on `day`."""
        if self.until is not None and self.then is not None and day > self.until:
            return self.then
        return self.value
