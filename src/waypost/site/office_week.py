"""An office's hours as templates show them: of the coming seven days, and of every week."""

from __future__ import annotations

from itertools import groupby

import msgspec
from markupsafe import Markup

from waypost.model.fact import DayHours, Hours, Span
from waypost.model.place import Holiday, Office
from waypost.model.week import OfficeDay, hours_in_week
from waypost.site.marking import Marks
from waypost.site.open_now import Answer, Moment, find_moments
from waypost.site.shown_value import write_clock, write_dated
from waypost.site.surroundings import Surroundings


class WeekRow(msgspec.Struct, frozen=True):
    """A day with its date and its hours."""

    iso: str
    day: Markup
    spans: Markup | None
    """None where the office is closed."""
    reason: Markup | None
    """Why it is closed on a day on which it would be open."""


class MomentView(msgspec.Struct, frozen=True):
    """What is true between two local times, as `open.js` reads it."""

    start: str
    end: str
    says: Markup


class WeekView(msgspec.Struct, frozen=True):
    """The seven days from the date of the copy on."""

    first: Markup
    last: Markup
    rows: tuple[WeekRow, ...]
    zone: str
    """The office's time zone; "" where the site doesn't say it."""
    moments: tuple[MomentView, ...]
    """Whether it is open at each moment of these days; none without a time zone."""


class UsualRow(msgspec.Struct, frozen=True):
    """Days of every week with the same hours."""

    days: Markup
    spans: Markup | None


def view_week(office: Office, marks: Marks, around: Surroundings) -> WeekView | None:
    """The office's week; None for one that names no hours."""
    identity = around.frame.identity
    days = hours_in_week(office, identity.day)
    if not days:
        return None
    moments = find_moments(office, identity.day) if identity.time_zone else ()
    return WeekView(
        marks.written(write_dated(days[0].on)),
        marks.written(write_dated(days[-1].on)),
        tuple(_view_day(office, day, marks) for day in days),
        identity.time_zone,
        tuple(_view_moment(each, marks) for each in moments),
    )


def _view_day(office: Office, day: OfficeDay, marks: Marks) -> WeekRow:
    return WeekRow(
        day.on.isoformat(),
        marks.written(write_dated(day.on)),
        _show_spans(day.spans, marks),
        _show_reason(office, day, marks),
    )


def _show_reason(office: Office, day: OfficeDay, marks: Marks) -> Markup | None:
    closed = day.closed_by
    if closed is None:
        return None
    text = closed.name if isinstance(closed, Holiday) else closed.reason
    if text is None:
        return None
    if marks.page == office.id:
        return marks.text(text, soft=True)
    return marks.other(f"offices/{office.id}", text)


def _show_spans(spans: tuple[Span, ...], marks: Marks) -> Markup | None:
    """The times of a day, each in a line of its own; None when closed."""
    written = (f"{span.start:%H:%M}-{span.end:%H:%M}" for span in spans)
    return Markup("<br>").join(map(marks.spans, written)) if spans else None


def _view_moment(moment: Moment, marks: Marks) -> MomentView:
    at = moment.at
    time = marks.written(write_clock(at.time()))
    said: dict[str, Markup] = {} if moment.answer is Answer.ALWAYS else {"time": time}
    if moment.answer is Answer.OPENS_IN_WEEK:
        said["day"] = marks.weekday(at.weekday())
    elif moment.answer is Answer.OPENS_LATER:
        said["day"] = marks.written(write_dated(at.date()))
    says = marks.word(moment.answer.value, plain=False, **said)
    return MomentView(f"{moment.start:%Y-%m-%dT%H:%M}", f"{moment.end:%Y-%m-%dT%H:%M}", says)


def view_usual(hours: Hours, marks: Marks, around: Surroundings) -> tuple[UsualRow, ...]:
    """The hours of every week, from the day with which weeks begin there; equal days in one row."""
    first = around.source.formats.week_start
    days = [*enumerate(hours.days)]
    runs = groupby(days[first:] + days[:first], key=_spans_of)
    rows: list[UsualRow] = []
    for _, run in runs:
        numbers = [number for number, _ in run]
        days_shown = marks.weekday(numbers[0], numbers[-1])
        rows.append(UsualRow(days_shown, _show_spans(hours.days[numbers[0]].spans, marks)))
    return tuple(rows)


def _spans_of(day: tuple[int, DayHours]) -> tuple[Span, ...]:
    return day[1].spans
