"""The pages of agencies and offices."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from waypost.model.fact import Day, Hours, Phone
from waypost.model.place import Agency, Closure, Holiday, Office
from waypost.model.site import PageKind
from waypost.model.text import Document, Risk, Text
from waypost.site.guide_ways import (
    find_offices,
    show_address,
    show_form,
    show_languages,
    view_offices,
)
from waypost.site.marking import Marks
from waypost.site.program import Program
from waypost.site.shown_value import write_spans
from waypost.site.surroundings import Surroundings, begin_marks, build_page, show_contacts

Week = tuple[tuple[int, str], ...]
"""(day, written spans) for each day, Monday 0."""


@dataclass(frozen=True, slots=True)
class ServiceView:
    """The hours of one service of an office."""

    name: Text
    hours: Week


@dataclass(frozen=True, slots=True)
class ClosedView:
    """Days on which an office is closed, and why."""

    days: Markup
    reason: Text | None


def build_agency_program(agency: Agency, document: Document, around: Surroundings) -> Program:
    """The program of an agency's page."""
    marks = begin_marks(around, agency.id, document, floor=Risk.LOW)
    guides = [
        page.id
        for page in around.pages.values()
        if page.kind is PageKind.GUIDE and agency.id in page.reach
    ]
    offices = tuple(each for each in find_offices((), agency.id, around))
    context: dict[str, object] = {
        "title": agency.name,
        "summary": agency.summary,
        "alerts": around.alerts(agency.id),
        "phone": around.find_phone(agency.phone),
        "guides": around.links(agency.id, guides),
        "offices": view_offices(offices, marks, around),
        "forms": tuple(show_form(form, marks) for form in agency.forms),
        "language_help": agency.language_help,
        "contacts": show_contacts(marks, (agency.phone, agency.email, agency.url, agency.address)),
    }
    return build_page(PageKind.AGENCY, "agency.html", marks, around, context)


def build_office_program(office: Office, document: Document, around: Surroundings) -> Program:
    """The program of an office's page: where, when, how to get in, which languages."""
    marks = begin_marks(around, office.id, document, floor=Risk.LOW)
    agency = around.links(office.id, (office.agency,))
    phone = around.find_phone(office.phone)
    context: dict[str, object] = {
        "title": office.name,
        "alerts": around.alerts(office.id),
        "agency": agency[0] if agency else None,
        "address": show_address(office, marks, around),
        "phone": Phone(phone.shown, phone.dial, phone.extension) if phone else None,
        "hours": _week(office.hours) if office.hours else (),
        "services": tuple(
            ServiceView(each.name, _open_days(each.hours)) for each in office.services
        ),
        "closed_days": _view_closed(office, marks, around),
        "languages": show_languages(office.languages),
        "accessibility": office.accessibility,
        "transit": office.transit,
        "notes": office.notes,
    }
    return build_page(PageKind.OFFICE, "office.html", marks, around, context)


def _week(hours: Hours) -> Week:
    return tuple((day, write_spans(hours, day)) for day in range(7))


def _open_days(hours: Hours) -> Week:
    return tuple((day, spans) for day, spans in _week(hours) if spans)


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
