"""The page of an agency: what one can do with it, where, and whom to call."""

from __future__ import annotations

import msgspec
from markupsafe import Markup

from waypost.model.fact import Hours
from waypost.model.place import Agency, Office
from waypost.model.site import PageKind
from waypost.model.text import Document, Risk, Text
from waypost.site.addresses import link_to
from waypost.site.guide_ways import find_offices, show_address, show_form
from waypost.site.marking import Marks
from waypost.site.program import Program
from waypost.site.surroundings import Surroundings, begin_marks, build_page, show_contacts


class OfficeCard(msgspec.Struct, frozen=True):
    """An office with what is true of it on any day."""

    href: str
    document: str
    title: Text
    address: Markup | None
    hours: Hours | None
    languages: Markup


def build_agency_program(agency: Agency, document: Document, around: Surroundings) -> Program:
    """The program of an agency's page."""
    marks = begin_marks(around, agency.id, document, floor=Risk.LOW)
    guides = [
        page.id
        for page in around.pages.values()
        if page.kind is PageKind.GUIDE and agency.id in page.reach
    ]
    offices = find_offices((), agency.id, around)
    context: dict[str, object] = {
        "title": agency.name,
        "summary": agency.summary,
        "alerts": around.alerts(agency.id),
        "phone": around.find_phone(agency.phone),
        "guides": around.links(agency.id, guides),
        "offices": tuple(_view_office(each, marks, around) for each in offices),
        "forms": tuple(show_form(form, marks) for form in agency.forms),
        "language_help": agency.language_help,
        "contacts": show_contacts(marks, (agency.phone, agency.email, agency.url, agency.address)),
    }
    return build_page(PageKind.AGENCY, "agency.html", marks, around, context)


def _view_office(office: Office, marks: Marks, around: Surroundings) -> OfficeCard:
    return OfficeCard(
        link_to(marks.page, office.id),
        f"offices/{office.id}",
        office.name,
        show_address(office, marks, around),
        office.hours,
        marks.languages(office.languages),
    )
