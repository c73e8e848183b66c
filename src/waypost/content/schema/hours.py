"""Opening hours: `{mon-fri: "8:00-12:00, 13:00-17:00", sat: closed}`; else closed."""

from __future__ import annotations

import re
from datetime import time
from functools import partial
from itertools import pairwise
from typing import Annotated

from waypost.content.located import Located, LocatedText
from waypost.content.schema.models import Read
from waypost.content.schema.reading import FieldError, expect_map, expect_text, gather, named
from waypost.content.schema_codes import BAD_VALUE
from waypost.model.fact import DayHours, Hours, Span, Weekday

_WEEK = tuple(Weekday)
_NAMES = {name: day for day in Weekday for name in (day.value, day.name.lower())} | {
    "monday": Weekday.MON,
    "tuesday": Weekday.TUE,
    "tues": Weekday.TUE,
    "wednesday": Weekday.WED,
    "thursday": Weekday.THU,
    "thurs": Weekday.THU,
    "thur": Weekday.THU,
    "friday": Weekday.FRI,
    "saturday": Weekday.SAT,
    "sunday": Weekday.SUN,
}
_SPAN = re.compile(
    r"(\d{1,2})(?::(\d{2}))?\s*([ap]\.?m\.?)?\s*(?:-|–|to)\s*(\d{1,2})(?::(\d{2}))?\s*([ap]\.?m\.?)?",
    re.IGNORECASE,
)
_DAYS_MEND = "Write days as mon, mon-fri or mon, wed."
_SPAN_MEND = 'Write 8:00-17:00, "8:00-12:00, 13:00-17:00", or closed.'


def read_hours(value: Located) -> Hours:
    """A week with every day once, Monday to Sunday."""
    week: dict[Weekday, tuple[Span, ...]] = {}
    group = expect_map(value, "days with hours")

    def read_line(key: str, inner: Located) -> None:
        name = named(group, key)
        spans = _parse_spans(expect_text(inner, "hours"))
        for day in _parse_days(name):
            if day in week:
                raise FieldError(BAD_VALUE, name, f"the hours of {day.value} stand twice")
            week[day] = spans

    gather(partial(read_line, key, inner) for key, inner in group.items())
    return Hours(tuple(DayHours(day, week.get(day, ())) for day in _WEEK))


def _parse_days(name: LocatedText) -> tuple[Weekday, ...]:
    days: list[Weekday] = []
    for part in name.lower().split(","):
        ends = [_NAMES.get(end.strip()) for end in re.split(r"-|–|\bto\b", part)]
        if len(ends) not in {1, 2} or None in ends:
            raise FieldError(BAD_VALUE, name, f"“{part.strip()}” names no day", _DAYS_MEND)
        known = [_WEEK.index(end) for end in ends if end is not None]
        first, last = known[0], known[-1]
        if last < first:
            last += 7
        days += [_WEEK[number % 7] for number in range(first, last + 1)]
    return tuple(days)


def _parse_spans(text: LocatedText) -> tuple[Span, ...]:
    words = text.strip().lower()
    if words == "closed":
        return ()
    if words in {"24 hours", "always", "open"}:
        return (Span(time(0, 0), time(23, 59)),)
    spans = tuple(_parse_span(text, part) for part in words.split(","))
    for before, after in pairwise(spans):
        if after.start < before.end:
            raise FieldError(BAD_VALUE, text, "the hours overlap, or are not in order", _SPAN_MEND)
    return spans


def _parse_span(text: LocatedText, part: str) -> Span:
    found = _SPAN.fullmatch(part.strip())
    if found is None:
        raise FieldError(BAD_VALUE, text, f"“{part.strip()}” names no hours", _SPAN_MEND)
    first_hour, first_minute, first_half, hour, minute, half = found.groups()
    try:
        span = Span(
            _parse_time(first_hour, first_minute, first_half), _parse_time(hour, minute, half)
        )
    except ValueError:
        raise FieldError(BAD_VALUE, text, f"“{part.strip()}” names no hours", _SPAN_MEND) from None
    if span.end <= span.start:
        message = f"“{part.strip()}” ends before it begins"
        raise FieldError(BAD_VALUE, text, message, "Use the 24-hour clock: 8:00-17:00.")
    return span


def _parse_time(hour: str, minute: str | None, half: str | None) -> time:
    number = int(hour)
    if half:
        if not 1 <= number <= 12:
            raise ValueError(hour)
        number = number % 12 + (12 if half[0] == "p" else 0)
    if number == 24 and int(minute or 0) == 0:
        return time(23, 59)
    return time(number, int(minute or 0))


HoursField = Annotated[Hours, Read(read_hours)]
