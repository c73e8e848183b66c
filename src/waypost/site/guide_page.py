"""The page of a service guide."""

from __future__ import annotations

import msgspec
from markupsafe import Markup

from waypost.model.block import Hole
from waypost.model.crisis import is_crisis_guide
from waypost.model.fact import Day, Duration
from waypost.model.guide import Cost, Deadline, Guide, Section
from waypost.model.phrase import Statement
from waypost.model.place import Agency
from waypost.model.site import PageKind
from waypost.model.text import Document, Risk, Text
from waypost.site.blocks import mark_blocks
from waypost.site.guide_offices import view_office_ways
from waypost.site.guide_values import (
    find_time,
    is_steps,
    list_agency_help,
    list_asks,
    show_amount,
    show_by,
)
from waypost.site.guide_ways import WaysView, find_offices, show_form, view_ways
from waypost.site.links import find_href
from waypost.site.marking import Marks
from waypost.site.program import Program
from waypost.site.surroundings import (
    Surroundings,
    begin_marks,
    build_page,
    date_of,
    report_href,
    show_contacts,
)

_LONG = 220
"""A guide with more words lists what stands on its page."""


class GlanceRow(msgspec.Struct, frozen=True):
    """A row of the answers at a glance."""

    name: Markup
    value: Markup
    anchor: str = ""


class CostView(msgspec.Struct, frozen=True):
    """A cost as the template shows it."""

    purpose: Text | None
    amount: Markup
    waiver: Statement | None


class DeadlineView(msgspec.Struct, frozen=True):
    """A deadline as the template shows it."""

    by: Markup
    grace: Duration | None
    if_missed: Text | None


class SectionView(msgspec.Struct, frozen=True):
    """A section of the body as the template shows it."""

    id: str
    title: Markup | None
    blocks: Markup


def build_guide_program(
    guide: Guide, body: tuple[Section[Hole], ...], document: Document, around: Surroundings
) -> Program:
    """The program of a guide; `document` holds its segments, `body` its structure."""
    day = around.frame.identity.day
    own_facts = {fact.id: fact.on(day) for fact in guide.facts}
    marks = begin_marks(
        around, guide.id, document, own_facts, floor=guide.risk, sensitive=guide.sensitive
    )
    agency = around.shared.agencies.get(guide.agency)
    ways = view_ways(guide, agency, marks, around)
    in_person = ways is not None and ways.in_person
    offices = ways.offices if ways and in_person else find_offices((), guide.agency, around)
    phone = ways.phone if ways else None
    if phone is None and agency is not None:
        phone = around.find_phone(agency.phone)
    costs = tuple(_view_cost(cost, marks) for cost in guide.cost)
    deadlines = tuple(_view_deadline(each, marks) for each in guide.deadlines)
    time = find_time(guide, marks.facts)
    contacts = (agency.phone, agency.email, agency.url, agency.address) if agency else ()
    review = guide.reviewed
    context: dict[str, object] = {
        "title": guide.title,
        "summary": guide.summary,
        "may_be_stub": not is_crisis_guide(guide),
        "crisis": is_crisis_guide(guide),
        "guide": guide,
        "audio": find_href(guide.audio, guide.id, marks.facts, marks.assets),
        "sign_language": find_href(guide.sign_language, guide.id, marks.facts, marks.assets),
        "alerts": around.alerts(guide.id),
        "phone": phone,
        "glance": _glance(guide, marks, ways, time),
        "costs": costs,
        "ways": ways,
        "asks": list_asks(guide),
        "deadlines": deadlines,
        "time": marks.value(time) if time else None,
        "steps": tuple(view_section(each, marks) for each in body if is_steps(each)),
        "sections": tuple(view_section(each, marks) for each in body if not is_steps(each)),
        "long_from": _LONG,
        "forms": tuple(show_form(form, marks) for form in guide.forms),
        "agency": next(iter(around.links(guide.id, (guide.agency,))), None),
        "agency_help": list_agency_help(guide, agency),
        "offices": view_office_ways(offices, marks, around),
        "in_person": in_person,
        "contacts": show_contacts(marks, contacts),
        "requires": around.links(guide.id, guide.requires),
        "related": around.links(guide.id, guide.related),
        "journeys": around.links(guide.id, guide.life_events),
        "reviewed_on": Day(review.on) if review else None,
        "next_review": date_of(review.next) if review else None,
        "team": _find_team(agency, review.by) if review else "",
        "report": _report(guide, agency, marks),
    }
    if guide.sensitive:
        # Neither the tabs nor the history of a browser are to tell what was read.
        context["head_title"] = None
    return build_page(PageKind.GUIDE, "guide.html", marks, around, context)


def _report(guide: Guide, agency: Agency | None, marks: Marks) -> str:
    """Where a mistake on the page is reported: by mail, naming the page, else by phone."""
    href = report_href(marks, (agency.email, agency.phone) if agency else ())
    return f"{href}?subject={guide.id}" if href.startswith("mailto:") else href


def _find_team(agency: Agency | None, team: str) -> str:
    return dict(agency.teams).get(team, "") if agency else ""


def view_section(section: Section[Hole], marks: Marks) -> SectionView:
    """A section of a body with its heading, as holes."""
    title = None
    if section.key is not None:
        title = marks.word(f"section_{section.key.value}")
    elif section.heading is not None:
        title = marks.leaf_soft(section.heading)
    return SectionView(section.id, title, mark_blocks(section.blocks, marks))


def _view_cost(cost: Cost, marks: Marks) -> CostView:
    return CostView(cost.purpose, show_amount(cost, marks, marks.word), cost.waiver)


def _view_deadline(deadline: Deadline, marks: Marks) -> DeadlineView:
    grace = marks.facts.get(deadline.grace) if deadline.grace else None
    return DeadlineView(
        show_by(deadline, marks, marks.word),
        grace if isinstance(grace, Duration) else None,
        deadline.if_missed,
    )


def _glance(
    guide: Guide, marks: Marks, ways: WaysView | None, time: Duration | None
) -> tuple[GlanceRow, ...]:
    """The answers that fit a line: who, what it costs, how long, by when, how much to bring."""
    rows: list[GlanceRow] = []
    if len(guide.who) == 1:
        row = marks.statement(guide.who[0], risk=Risk.CRITICAL)
        rows.append(GlanceRow(marks.word("glance_who"), row))
    elif guide.who:
        count = marks.word("who_count", n=len(guide.who))
        rows.append(GlanceRow(marks.word("glance_who"), count, "who"))
    if guide.cost:
        rows.append(GlanceRow(marks.word("cost"), *_glance_cost(guide, marks)))
    if time is not None:
        rows.append(GlanceRow(marks.word("glance_time"), marks.value(time)))
    if guide.deadlines:
        row = show_by(guide.deadlines[0], marks, marks.word)
        anchor = "deadlines" if len(guide.deadlines) > 1 else ""
        rows.append(GlanceRow(marks.word("glance_by"), row, anchor))
    if guide.need:
        count = marks.word("need_count", n=len(guide.need))
        rows.append(GlanceRow(marks.word("glance_need"), count, "need"))
    if ways is not None and ways.names:
        names = Markup(" · ").join(marks.word(f"short_{name}") for name in ways.names)
        rows.append(GlanceRow(marks.word("glance_ways"), names, "ways"))
    return tuple(rows) if len(rows) > 1 else ()


def _glance_cost(guide: Guide, marks: Marks) -> tuple[Markup, str]:
    """The first cost, which is the usual one; it leads to the others if there are any."""
    return show_amount(guide.cost[0], marks, marks.word), "cost" if len(guide.cost) > 1 else ""
