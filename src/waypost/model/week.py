"""An office's hours on real days: its regular week, with holidays and closures put in."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec

from waypost.model.fact import Span, Weekday
from waypost.model.place import Closure, Holiday, Office

_WEEK = tuple(Weekday)


class OfficeDay(msgspec.Struct, frozen=True):
    """A date, and when an office is open on it; no spans means closed."""

    on: date
    spans: tuple[Span, ...]
    closed_by: Holiday | Closure | None = None
    """What shuts a door that would be open on another day of this name."""


def hours_in_week(office: Office, day: date) -> tuple[OfficeDay, ...]:
    """The seven days from `day` on; none for an office that names no hours."""
    return hours_from(office, day, 7)


def hours_from(office: Office, day: date, days: int) -> tuple[OfficeDay, ...]:
    """As many days from `day` on; none for an office that names no hours."""
    if office.hours is None:
        return ()
    regular = {each.day: each.spans for each in office.hours.days}
    found: list[OfficeDay] = []
    for number in range(days):
        on = day + timedelta(days=number)
        spans = regular.get(_WEEK[on.weekday()], ())
        closed_by = _find_closing(office, on) if spans else None
        found.append(OfficeDay(on, () if closed_by else spans, closed_by))
    return tuple(found)


def _find_closing(office: Office, on: date) -> Holiday | Closure | None:
    """What closes the office on the day: a holiday's name says more than a closure around it."""
    for holiday in office.holidays:
        if holiday.on == on:
            return holiday
    for closure in office.closures:
        if closure.first <= on <= closure.last:
            return closure
    return None
