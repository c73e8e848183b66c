"""Facts: typed values that live once and are used in text as `{fee.license}`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from enum import StrEnum

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


@dataclass(frozen=True, slots=True)
class Span:
    """An opening time on one day, local time, `start` before `end`."""

    start: time
    end: time


@dataclass(frozen=True, slots=True)
class DayHours:
    """The spans of one weekday; none means closed."""

    day: Weekday
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Hours:
    """A week's opening hours, Monday to Sunday, every day once."""

    days: tuple[DayHours, ...]


@dataclass(frozen=True, slots=True)
class Interpreter:
    """How a caller gets an interpreter: the key to press and the words to say."""

    key: str
    say: str


@dataclass(frozen=True, slots=True)
class Phone:
    """A phone number as it is shown, and in E.164 for dialling."""

    shown: str
    dial: str
    extension: str = ""
    hours: Hours | None = None
    interpreter: Interpreter | None = None
    tty: str = ""
    after_hours: str = ""


@dataclass(frozen=True, slots=True)
class Money:
    """An amount, or a range when `high` is given; ISO 4217 currency."""

    low: Decimal
    high: Decimal | None
    currency: str


@dataclass(frozen=True, slots=True)
class Day:
    """A calendar date."""

    value: date


@dataclass(frozen=True, slots=True)
class YearlyDay:
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


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time, or a range when `high` is given."""

    low: int
    high: int | None
    unit: Unit


@dataclass(frozen=True, slots=True)
class Number:
    """A number, or a share of a hundred when `percent`."""

    value: Decimal
    percent: bool = False


class ColumnType(StrEnum):
    """What the cells of a table fact hold."""

    TEXT = "text"
    NUMBER = "number"
    MONEY = "money"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table fact: its heading (a text) and what its cells hold."""

    head: Text
    type: ColumnType


@dataclass(frozen=True, slots=True)
class ValueTable:
    """A table of typed values; text cells are texts of the document."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Text | Money | Number, ...], ...]


@dataclass(frozen=True, slots=True)
class Address:
    """A postal address in the order of its lines; never translated."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Url:
    """A web address (https)."""

    href: str


@dataclass(frozen=True, slots=True)
class Email:
    """An e-mail address."""

    address: str


@dataclass(frozen=True, slots=True)
class CodeValue:
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


@dataclass(frozen=True, slots=True)
class Fact:
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
