"""The calendar of deadlines: the days by which something is due, month by month."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from operator import itemgetter

import msgspec
from markupsafe import Markup

from waypost.model.due import DueDate
from waypost.model.fact import Day, Duration
from waypost.model.phrase import PhraseUse
from waypost.model.site import PageKind
from waypost.model.text import Risk, Text
from waypost.site.addresses import DEADLINES
from waypost.site.chrome import Extras
from waypost.site.known import HIDDEN
from waypost.site.locale import PageLocale
from waypost.site.marking import Marks
from waypost.site.program import Program
from waypost.site.shown_value import write_dated, write_month
from waypost.site.surroundings import (
    AlertBox,
    Link,
    PageRef,
    Surroundings,
    begin_marks,
    build_page,
)

Due = tuple[PageRef, DueDate]
"""A guide, and a day by which something of it is due."""


class DueView(msgspec.Struct, frozen=True):
    """A deadline of a guide as the template shows it."""

    link: Link
    name: Markup | None
    grace: Duration | None
    if_missed: Text | None
    """A critical text of the guide's document."""


class DayView(msgspec.Struct, frozen=True):
    """A day and all that is due on it."""

    iso: str
    shown: Markup
    due: tuple[DueView, ...]
    alerts: tuple[AlertBox, ...]
    """Those that stand until this day."""


class MonthView(msgspec.Struct, frozen=True):
    """A month and its days, in their order."""

    id: str
    title: Markup
    days: tuple[DayView, ...]


def build_deadlines_program(due: Iterable[Due], around: Surroundings) -> Program:
    """The program of a language's calendar of deadlines."""
    marks = begin_marks(around, DEADLINES, None)
    today = around.frame.identity.day
    context: dict[str, object] = {
        "head_title": marks.word("calendar", plain=True),
        "head_summary": marks.word("calendar_intro", plain=True, date=Day(today)),
        "months": _view_months(due, marks, around),
    }
    return build_page(PageKind.DEADLINES, "deadlines.html", marks, around, context)


def find_untranslated(program: Program, locale: PageLocale) -> Extras:
    """The special `untranslated`: the line that says that warnings stand in the source language.

    Each stands in its place, so that dates and guides can be read around them: one line says so
    for all.
    """
    critical = int(Risk.CRITICAL)
    texts = (slot for slot in program.others if slot.risk == critical)
    lacks = not locale.is_source and (
        any(
            locale.weigh(locale.others.get((one.document, one.address)), critical) == HIDDEN
            for one in texts
        )
        or any(locale.phrase(slot) is None for slot in program.phrases)
    )
    line = f"<p class=notice>{locale.say_with_help('partly_source')}" if lacks else ""
    return Extras({"untranslated": line})


def has_deadlines(due: Iterable[Due], around: Surroundings) -> bool:
    """Whether the calendar says anything."""
    return any(True for _ in due) or any(True for _ in _dated_alerts(around))


def _dated_alerts(around: Surroundings) -> Iterator[tuple[date, AlertBox]]:
    """The alerts in force but for phrases that name no value: what they say has no last day.

    "Until February 28: we never ask for your password" would tell what isn't meant.
    """
    for end, alert in around.all_alerts(DEADLINES):
        if not isinstance(alert.message, PhraseUse) or alert.message.arguments:
            yield end, alert


def _view_months(due: Iterable[Due], marks: Marks, around: Surroundings) -> tuple[MonthView, ...]:
    by_day: dict[date, tuple[list[DueView], list[AlertBox]]] = {}
    for ref, each in due:
        link = around.links(DEADLINES, (ref.id,))
        if link:
            by_day.setdefault(each.on, ([], []))[0].append(_view_due(link[0], each, marks))
    for end, alert in _dated_alerts(around):
        by_day.setdefault(end, ([], []))[1].append(alert)
    days = sorted(by_day.items(), key=itemgetter(0))
    return tuple(
        MonthView(
            f"m{month}",
            marks.written(write_month(date.fromisoformat(f"{month}-01"))),
            tuple(
                DayView(on.isoformat(), marks.written(write_dated(on)), tuple(due), tuple(alerts))
                for on, (due, alerts) in group
            ),
        )
        for month, group in groupby(days, key=lambda day: f"{day[0]:%Y-%m}")
    )


def _view_due(link: Link, due: DueDate, marks: Marks) -> DueView:
    name = None
    if due.name is not None:
        name = marks.other(link.document if due.is_own else "facts", due.name)
    return DueView(link, name, due.grace, due.if_missed)
