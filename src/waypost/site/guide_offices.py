"""The offices of a guide, with what someone who goes there must know before she leaves."""

from __future__ import annotations

import msgspec
from markupsafe import Markup

from waypost.model.fact import Hours
from waypost.model.place import Holiday, Office
from waypost.model.text import Text
from waypost.model.week import OfficeDay, hours_in_week
from waypost.site.addresses import link_to
from waypost.site.guide_ways import show_address
from waypost.site.marking import Marks
from waypost.site.shown_value import write_dated
from waypost.site.surroundings import Surroundings

_FEW = 4
"""So many offices are shown in full; of more, only the names."""


class ClosedDay(msgspec.Struct, frozen=True):
    """A day of this week on which an office isn't open as usual."""

    day: Markup
    reason: Markup | None


class OfficeWay(msgspec.Struct, frozen=True):
    """An office to go to."""

    href: str
    document: str
    title: Text
    address: Markup | None
    hours: Hours | None
    closed: tuple[ClosedDay, ...]
    """In the week from the day of the copy on."""
    languages: Markup


def view_office_ways(
    offices: tuple[Office, ...], marks: Marks, around: Surroundings
) -> tuple[OfficeWay, ...]:
    """The offices in their order."""
    whole = len(offices) <= _FEW
    return tuple(_view(office, marks, around, whole=whole) for office in offices)


def _view(office: Office, marks: Marks, around: Surroundings, *, whole: bool) -> OfficeWay:
    days = hours_in_week(office, around.frame.identity.day) if whole else ()
    return OfficeWay(
        link_to(marks.page, office.id),
        f"offices/{office.id}",
        office.name,
        show_address(office, marks, around) if whole else None,
        office.hours if whole else None,
        tuple(_view_closed(office, day, marks) for day in days if day.closed_by),
        marks.languages(office.languages) if whole else Markup(""),
    )


def _view_closed(office: Office, day: OfficeDay, marks: Marks) -> ClosedDay:
    closed = day.closed_by
    text = closed.name if isinstance(closed, Holiday) else closed.reason if closed else None
    reason = marks.other(f"offices/{office.id}", text) if text is not None else None
    return ClosedDay(marks.written(write_dated(day.on)), reason)
