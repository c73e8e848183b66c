"""The page of an office: where, when, how to get in, which languages."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

import msgspec
from markupsafe import Markup

from waypost.model.fact import Day
from waypost.model.place import Closure, Holiday, Office
from waypost.model.replacing import replace
from waypost.model.site import PageKind
from waypost.model.text import Document, Risk, Text
from waypost.site.guide_ways import address_of, show_address
from waypost.site.marking import Marks
from waypost.site.office_week import view_usual, view_week
from waypost.site.program import Program
from waypost.site.surroundings import Surroundings, begin_marks, build_page

_MAP = "https://www.openstreetmap.org/search?query="


class ClosedView(msgspec.Struct, frozen=True):
    """Days on which an office is closed, and why."""

    days: Markup
    reason: Text | None


def build_office_program(office: Office, document: Document, around: Surroundings) -> Program:
    """The program of an office's page."""
    marks = begin_marks(around, office.id, document, floor=Risk.LOW)
    agency = around.links(office.id, (office.agency,))
    phone = around.find_phone(office.phone)
    guides = [
        page.id
        for page in around.pages.values()
        if page.kind is PageKind.GUIDE and office.id in page.reach
    ]
    context: dict[str, object] = {
        "title": office.name,
        "alerts": around.alerts(office.id),
        "agency": agency[0] if agency else None,
        "address": show_address(office, marks, around),
        "map": link_map(address_of(office, around)),
        # Its hours are those of the line, and the office's own stand below.
        "phone": replace(phone, hours=None) if phone else None,
        "week": view_week(office, marks, around),
        "usual": view_usual(office.hours, marks, around) if office.hours else (),
        "services": office.services,
        "closed_days": _view_closed(office, marks, around),
        "languages": marks.languages(office.languages),
        "accessibility": office.accessibility,
        "transit": office.transit,
        "notes": office.notes,
        "guides": around.links(office.id, guides),
    }
    return build_page(PageKind.OFFICE, "office.html", marks, around, context)


def link_map(lines: Sequence[str]) -> str:
    """A map of another site that looks for the address; "" where there is none to look for.

    Its first line is the name of the place, which no map knows.
    """
    return _MAP + quote(", ".join(lines[1:])) if len(lines) > 1 else ""


def _view_closed(office: Office, marks: Marks, around: Surroundings) -> tuple[ClosedView, ...]:
    """Holidays and closures that aren't over yet, in the order of their days."""
    today = around.frame.identity.day
    days: list[Holiday | Closure] = [*office.holidays, *office.closures]
    views: list[ClosedView] = []
    for each in sorted(days, key=_first_day):
        if isinstance(each, Holiday):
            if each.on >= today:
                views.append(ClosedView(marks.value(Day(each.on)), each.name))
        elif each.last >= today:
            shown = marks.value(Day(each.first))
            if each.first != each.last:
                shown = marks.word("closed_from_to", first=Day(each.first), last=Day(each.last))
            views.append(ClosedView(shown, each.reason))
    return tuple(views)


def _first_day(each: Holiday | Closure) -> str:
    return (each.on if isinstance(each, Holiday) else each.first).isoformat()
