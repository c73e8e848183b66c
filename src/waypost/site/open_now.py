"""What an office would say at each moment of a week: open until when, or closed until when.

A page can't know when it is read, so it holds every answer of its week, each with the moments
between which it holds; `open.js` shows the one that is true now. After the week none is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from enum import StrEnum

import msgspec

from waypost.model.place import Office
from waypost.model.week import OfficeDay, hours_from

_WEEK = timedelta(days=7)
_LOOK_AHEAD = 28
"""Days in which the next opening is looked for: a winter break may last longer than a week."""
_LAST_MINUTE = time(23, 59)
"""As the end of a span that lasts until midnight is written."""


class Answer(StrEnum):
    """What is said; the value is the id of the interface word."""

    CLOSES = "open_until"
    ALWAYS = "open_always"
    OPENS_TODAY = "opens_at"
    OPENS_IN_WEEK = "opens_on"
    OPENS_LATER = "opens_later"


class Moment(msgspec.Struct, frozen=True):
    """An answer, and the local times from which and to which (not included) it holds."""

    start: datetime
    end: datetime
    answer: Answer
    at: datetime
    """When the office closes or opens."""


def find_moments(office: Office, day: date) -> tuple[Moment, ...]:
    """The answers of the seven days from `day` on, without a gap but for what nobody knows."""
    first = datetime.combine(day, time())
    last = first + _WEEK
    found: list[Moment] = []
    at = first
    for start, end in _join(hours_from(office, day, _LOOK_AHEAD)):
        if at >= last:
            break
        found += _closed(at, start)
        if end > start:
            always = end - max(start, first) >= _WEEK
            answer = Answer.ALWAYS if always else Answer.CLOSES
            found.append(Moment(max(start, at), end, answer, end))
        at = end
    return tuple(_cut(found, last))


def _join(days: Iterable[OfficeDay]) -> list[tuple[datetime, datetime]]:
    """The times in which the office is open; one that ends as another begins goes on in it."""
    joined: list[tuple[datetime, datetime]] = []
    for day in days:
        for span in day.spans:
            start = datetime.combine(day.on, span.start)
            end = datetime.combine(day.on, span.end)
            if span.end == _LAST_MINUTE:
                end += timedelta(minutes=1)
            if joined and start <= joined[-1][1]:
                start = joined.pop()[0]
            joined.append((start, end))
    return joined


def _closed(start: datetime, end: datetime) -> Iterator[Moment]:
    """What is said until the office opens at `end`: on that very day, its name isn't."""
    midnight = datetime.combine(end.date(), time())
    if start < midnight:
        near = end.date() - start.date() < _WEEK
        answer = Answer.OPENS_IN_WEEK if near else Answer.OPENS_LATER
        yield Moment(start, midnight, answer, end)
    if max(start, midnight) < end:
        yield Moment(max(start, midnight), end, Answer.OPENS_TODAY, end)


def _cut(moments: Iterable[Moment], last: datetime) -> Iterator[Moment]:
    for each in moments:
        if each.start < last:
            yield Moment(each.start, min(each.end, last), each.answer, each.at)
