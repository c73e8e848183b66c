"""The ways to use a service, and its forms, as lines of a sheet."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from waypost.locales.registry import find_language
from waypost.model.fact import Phone
from waypost.model.guide import ByMail, ByPhone, Form, InPerson, Online
from waypost.model.place import Holiday, Office
from waypost.model.week import hours_in_week
from waypost.site.guide_ways import (
    FEW_OFFICES,
    find_form,
    find_offices,
    show_address,
    view_online,
)
from waypost.site.sheet_content import Line, SheetContent, below, item, labelled, plain
from waypost.site.shown_value import write_dated


def list_ways(content: SheetContent) -> Iterator[Line]:
    """Each way with what belongs to it."""
    ways = content.guide.ways
    if ways.online is not None:
        yield from _list_online(ways.online, content)
    if ways.phone is not None:
        agency = content.agency.phone if content.agency is not None else ""
        phone = content.marks.facts.get(ways.phone.phone or agency)
        if isinstance(phone, Phone):
            yield plain(labelled(content.word("way_phone"), content.marks.value(phone)))
            yield from _list_completes(ways.phone, content)
    if ways.in_person is not None:
        yield from _list_offices(content)
    if ways.mail is not None:
        yield from _list_mail(content)


def _list_online(online: Online, content: SheetContent) -> Iterator[Line]:
    view = view_online(online, content.marks)
    shown = Markup("")
    if view.href:
        host = content.marks.code(view.host)
        shown = Markup('<a href="{}"{}>{}</a>').format(view.href, view.relation, host)
    yield plain(labelled(content.word("way_online"), shown))
    for name in view.facts:
        yield below(content.word(name))
    if view.languages:
        yield below(content.word("online_languages") + " " + view.languages)


def _list_offices(content: SheetContent) -> Iterator[Line]:
    in_person, marks = content.guide.ways.in_person, content.marks
    if in_person is None:
        return
    shown = Markup("")
    if in_person.appointment is not None:
        shown = content.word(f"appointment_{in_person.appointment.value}")
    yield plain(labelled(content.word("way_in_person"), shown))
    yield from _list_completes(in_person, content)
    offices = find_offices(in_person.offices, content.guide.agency, content.around)
    for office in offices:
        name = marks.other(f"offices/{office.id}", office.name, soft=False)
        address = show_address(office, marks, content.around)
        if address is None or len(offices) > FEW_OFFICES:
            yield item(name)
        else:
            yield item(name + Markup("<br>") + address)
            yield from _list_doors(office, content)


def _list_doors(office: Office, content: SheetContent) -> Iterator[Line]:
    """When an office is open, in the week to come too, and what is spoken there."""
    marks = content.marks
    if office.hours is not None:
        yield below(marks.value(office.hours))
    for day in hours_in_week(office, content.around.frame.identity.day):
        closed = day.closed_by
        if closed is None:
            continue
        text = closed.name if isinstance(closed, Holiday) else closed.reason
        shown = marks.written(write_dated(day.on))
        if text is not None:
            reason = marks.other(f"offices/{office.id}", text, soft=False)
            shown += Markup(" – ") + reason
        yield below(labelled(content.word("closed") + ":", shown))
    languages = marks.languages(office.languages)
    if languages:
        yield below(labelled(content.word("languages_spoken") + ":", languages))


def _list_completes(way: ByPhone | InPerson | ByMail, content: SheetContent) -> Iterator[Line]:
    """Whether it can be done that way from beginning to end, where the guide says so."""
    if way.completes is not None:
        yield below(content.word("way_whole" if way.completes else "way_part"))


def _list_mail(content: SheetContent) -> Iterator[Line]:
    mail, marks, agency = content.guide.ways.mail, content.marks, content.agency
    if mail is None:
        return
    shown = Markup("")
    if mail.form:
        known, document = find_form(mail.form, content.guide, agency)
        name = _name_form(known, document, content) if known else marks.code(mail.form)
        shown = content.word("mail_form") + " " + name
    yield plain(labelled(content.word("way_mail"), shown))
    yield from _list_completes(mail, content)
    address = content.around.find_address(mail.address or (agency.address if agency else ""))
    if address is not None:
        yield below(content.word("mail_to") + Markup("<br>") + marks.value(address))


def list_forms(content: SheetContent) -> Iterator[Line]:
    """The forms, each with its languages."""
    for form in content.guide.forms:
        codes = [code for code, _ in form.files if find_language(code) is not None]
        name = _name_form(form, "", content)
        yield item(name + Markup(": ") + content.marks.languages(codes) if codes else name)


def _name_form(form: Form, document: str, content: SheetContent) -> Markup:
    """The name of a form: the guide's own, or another document's."""
    if document:
        return content.marks.other(document, form.name, soft=False)
    return content.marks.text(form.name)
