"""The ways to use a service, as templates show them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec
from markupsafe import Markup, escape

from waypost.locales.registry import find_language
from waypost.model.fact import Phone
from waypost.model.guide import Form, Guide, Online
from waypost.model.place import Agency, Office, choose_offices
from waypost.model.text import Text
from waypost.site.addresses import link_to
from waypost.site.links import find_fact_href, find_href
from waypost.site.marking import Marks
from waypost.site.shown_value import write_place
from waypost.site.surroundings import Surroundings

FEW_OFFICES = 4
"""So many offices are shown in full; of more, only the names."""


class OnlineView(msgspec.Struct, frozen=True):
    """The way over the web."""

    href: str
    host: str
    relation: Markup
    facts: tuple[str, ...]
    languages: Markup


class OfficeView(msgspec.Struct, frozen=True):
    """An office in a list."""

    href: str
    document: str
    title: Text
    address: Markup | None
    is_named: bool
    """Whether the address begins with the office's name."""


class WaysView(msgspec.Struct, frozen=True):
    """All ways, in the order in which they are shown."""

    names: tuple[str, ...]
    completes: Mapping[str, str]
    """Name → the word that says whether it can be done from beginning to end that way."""
    online: OnlineView | None
    phone: Phone | None
    in_person: bool
    appointment: str
    offices: tuple[Office, ...]
    mail: bool
    form: Markup | None
    mail_address: Markup | None


def view_ways(
    guide: Guide, agency: Agency | None, marks: Marks, around: Surroundings
) -> WaysView | None:
    """The guide's ways; None when it names none."""
    ways = guide.ways
    phone = None
    if ways.phone is not None:
        value = marks.facts.get(ways.phone.phone or (agency.phone if agency else ""))
        phone = value if isinstance(value, Phone) else None
    offices: tuple[Office, ...] = ()
    if ways.in_person is not None:
        offices = find_offices(ways.in_person.offices, guide.agency, around)
    given = (
        ("online", ways.online),
        ("phone", phone),
        ("in_person", ways.in_person),
        ("mail", ways.mail),
    )
    names = tuple(name for name, way in given if way is not None)
    if not names:
        return None
    form, address = None, None
    if ways.mail is not None:
        if ways.mail.form:
            known, document = find_form(ways.mail.form, guide, agency)
            form = show_form(known, marks, document) if known else marks.code(ways.mail.form)
        fact = around.find_address(ways.mail.address or (agency.address if agency else ""))
        address = marks.value(fact) if fact else None
    appointment = ways.in_person.appointment if ways.in_person else None
    return WaysView(
        names=names,
        completes={
            name: "way_whole" if way.completes else "way_part"
            for name, way in (
                ("phone", ways.phone),
                ("in_person", ways.in_person),
                ("mail", ways.mail),
            )
            if way is not None and way.completes is not None
        },
        online=view_online(ways.online, marks) if ways.online else None,
        phone=phone,
        in_person=ways.in_person is not None,
        appointment=appointment.value if appointment else "",
        offices=offices,
        mail=ways.mail is not None,
        form=form,
        mail_address=address,
    )


def find_offices(named: Iterable[str], agency: str, around: Surroundings) -> tuple[Office, ...]:
    """The offices that are named, else all of the agency's."""
    return choose_offices(named, agency, around.shared.offices)


def view_offices(
    offices: tuple[Office, ...], marks: Marks, around: Surroundings, few: int = FEW_OFFICES
) -> tuple[OfficeView, ...]:
    """The offices as a list; with their addresses when they are few."""
    return tuple(
        OfficeView(
            link_to(marks.page, office.id),
            f"offices/{office.id}",
            office.name,
            show_address(office, marks, around) if len(offices) <= few else None,
            _is_named(office, around),
        )
        for office in offices
    )


def show_address(office: Office, marks: Marks, around: Surroundings) -> Markup | None:
    """The address of an office below its name; None when there is none."""
    lines = address_of(office, around)
    if not lines:
        return None
    if _is_named(office, around) and len(lines) > 1:
        return marks.written(write_place(lines))
    return marks.address(lines)


def address_of(office: Office, around: Surroundings) -> tuple[str, ...]:
    """The lines of an address, by its fact's id or as it is written."""
    fact = around.find_address(office.address)
    return fact.lines if fact is not None else tuple(office.address.splitlines())


def _is_named(office: Office, around: Surroundings) -> bool:
    return address_of(office, around)[:1] == (office.name.source,)


def view_online(online: Online, marks: Marks) -> OnlineView:
    """The way over the web; it leads to https only."""
    href = find_fact_href(marks.facts.get(online.url)) or find_href(online.url, "", {}) or ""
    if not href.startswith("https://"):
        href = ""
    facts: list[str] = []
    if online.completes is not None:
        facts.append("online_whole" if online.completes else "online_part")
    if online.account is not None:
        facts.append("account_yes" if online.account else "account_no")
    relation = Markup(" rel=noreferrer") if marks.sensitive else Markup("")
    host = href.removeprefix("https://").partition("/")[0].removeprefix("www.")
    return OnlineView(href, host, relation, tuple(facts), marks.languages(online.languages))


def find_form(id: str, guide: Guide, agency: Agency | None) -> tuple[Form | None, str]:
    """The guide's form of that id, else its agency's, and in which document its name stands.

    The document is "" for the guide's own.
    """
    own = next((form for form in guide.forms if form.id == id), None)
    if own is not None or agency is None:
        return own, ""
    return next((form for form in agency.forms if form.id == id), None), f"agencies/{guide.agency}"


def show_form(form: Form, marks: Marks, document: str = "") -> Markup:
    """A form: its name, and a link to its file in each language it has.

    `document` is where its name is translated, "" for the page's own.
    """
    marks.forms.add(form.id)
    name = marks.other(document, form.name) if document else marks.text(form.name)
    links: list[Markup] = []
    for code, file in form.files:
        href = find_href(file, marks.page, marks.facts, marks.assets)
        language = find_language(code)
        if href and language:
            links.append(
                Markup('<a href="{}" hreflang={} lang={} dir={}>{}</a>').format(
                    escape(href), code, code, language.direction.value, language.autonym
                )
            )
    shown = Markup(" · ").join(links)
    return name + Markup(": ") + shown if links else name
