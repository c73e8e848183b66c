"""Facts by what they look like when somebody writes them out in a text."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from datetime import date
from decimal import Decimal
from typing import TypeVar

import msgspec

from waypost.model.fact import (
    CodeValue,
    Day,
    Duration,
    Email,
    Fact,
    Money,
    Phone,
    Url,
)

K = TypeVar("K", bound=Hashable)

_LONG_CODE = 4


class Needles(msgspec.Struct, frozen=True):
    """For each kind of value the first fact that has it, as it stands today."""

    phones: dict[str, Fact]
    """By the last ten digits, or all of a short number."""
    emails: dict[str, Fact]
    urls: dict[str, Fact]
    amounts: dict[tuple[Decimal, Decimal | None], Fact]
    days: dict[date, Fact]
    durations: dict[Duration, Fact]
    codes: dict[str, Fact]


def phone_key(digits: str) -> str:
    """The part of a number by which it is recognised with and without its country's code."""
    return digits[-10:]


def url_key(address: str) -> str:
    """An address without what makes no difference."""
    return address.removeprefix("https://").removeprefix("http://").rstrip("/").lower()


def find_needles(facts: Iterable[Fact], day: date) -> Needles:
    """The values of `facts` on `day`, and those that they will have."""
    needles = Needles({}, {}, {}, {}, {}, {}, {})
    for fact in facts:
        _add(needles, fact, fact.on(day))
        if fact.then is not None:
            _add(needles, fact, fact.then)
    return needles


def _add(needles: Needles, fact: Fact, value: object) -> None:
    match value:
        case Phone():
            _put(needles.phones, phone_key("".join(filter(str.isdigit, value.dial))), fact)
            for other in (value.tty, value.after_hours):
                if other:
                    _put(needles.phones, phone_key("".join(filter(str.isdigit, other))), fact)
        case Email(address):
            _put(needles.emails, address.lower(), fact)
        case Url(href):
            _put(needles.urls, url_key(href), fact)
        case Money(low, high):
            _put(needles.amounts, (low, high), fact)
        case Day(on):
            _put(needles.days, on, fact)
        case Duration():
            _put(needles.durations, value, fact)
        case CodeValue(code):
            if len(code) >= _LONG_CODE and any(map(str.isdigit, code)):
                _put(needles.codes, code.lower(), fact)


def _put(found: dict[K, Fact], key: K, fact: Fact) -> None:
    found.setdefault(key, fact)
