"""A guide as the lines of a sheet, in the order in which a clerk and a resident go through them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from waypost.model.block import Hole
from waypost.model.crisis import is_crisis_guide
from waypost.model.fact import Day, Duration
from waypost.model.guide import Need, Section, ServiceStatus
from waypost.model.text import Risk
from waypost.site.guide_values import (
    find_time,
    is_steps,
    list_agency_help,
    list_asks,
    show_amount,
    show_by,
)
from waypost.site.sheet_body import list_blocks
from waypost.site.sheet_call import list_call, list_legend
from waypost.site.sheet_content import (
    Line,
    LineKind,
    SheetContent,
    below,
    item,
    labelled,
    list_item,
    plain,
)
from waypost.site.sheet_ways import list_forms, list_ways
from waypost.site.surroundings import show_contacts


def list_lines(content: SheetContent) -> Iterator[Line]:
    """All lines, those that explain the signs among them."""
    guide, marks = content.guide, content.marks
    yield Line(LineKind.TITLE, marks.text(guide.title))
    yield Line(LineKind.PLAIN, Markup("<b>{}</b>").format(marks.text(guide.summary)))
    yield from list_legend(content)
    yield from _list_news(content)
    yield from list_call(content)
    yield from under(content.word("at_a_glance"), _list_glance(content))
    yield from under(content.word("ways"), list_ways(content))
    yield from under(content.word("who"), _list_who(content))
    yield from under(content.word("need"), _list_needs(content))
    yield from under(content.word("cost"), _list_costs(content))
    yield from under(content.word("asks"), _list_asks(content))
    steps = [section for section in content.body if is_steps(section)]
    yield from _list_sections(steps, content)
    yield from under(content.word("deadlines"), _list_deadlines(content))
    others = [section for section in content.body if not is_steps(section)]
    yield from _list_sections(others, content)
    yield from under(content.word("forms"), list_forms(content))
    yield from under(content.word("language_help"), _list_help(content))
    yield from under(content.word("contact"), _list_contacts(content))
    yield from _list_end(content)


def _list_sections(sections: Iterable[Section[Hole]], content: SheetContent) -> Iterator[Line]:
    for section in sections:
        yield from under(_head(section, content), list_blocks(section.blocks, content.marks))


def under(heading: Markup | None, lines: Iterable[Line]) -> Iterator[Line]:
    """The lines under their heading; nothing where there are none."""
    found = list(lines)
    if found and heading is not None:
        yield Line(LineKind.HEADING, heading)
    yield from found


def _head(section: Section[Hole], content: SheetContent) -> Markup | None:
    if section.key is not None:
        return content.word(f"section_{section.key.value}")
    return content.marks.leaf(section.heading) if section.heading is not None else None


def _list_news(content: SheetContent) -> Iterator[Line]:
    """What a reader must know first: whether the service runs, alerts, the emergency line."""
    guide, marks = content.guide, content.marks
    if guide.status is not ServiceStatus.OPEN:
        reason = marks.text(guide.status_reason) if guide.status_reason else Markup("")
        status = content.word(f"status_{guide.status.value}")
        yield Line(LineKind.WARNING, labelled(status, reason))
    if guide.automatic:
        automatic = content.say(guide.automatic, risk=Risk.CRITICAL)
        yield Line(LineKind.WARNING, labelled(content.word("automatic"), automatic))
    for alert in content.around.alerts(guide.id):
        message = marks.foreign(alert.document, alert.message, risk=Risk.CRITICAL, soft=False)
        yield Line(LineKind.WARNING, labelled(content.word("alert"), message))
        if alert.more is not None:
            more = marks.other(alert.document, alert.more, risk=Risk.CRITICAL, soft=False)
            yield Line(LineKind.WARNING, more)
    emergency = content.around.frame.emergency
    if is_crisis_guide(guide) and emergency is not None:
        line = content.word("emergency", phone=marks.value(emergency))
        yield Line(LineKind.WARNING, Markup("<b>{}</b>").format(line))


def _list_glance(content: SheetContent) -> Iterator[Line]:
    """The answers that fit a line; lists, which follow, are not counted here."""
    guide, marks = content.guide, content.marks
    if guide.cost:
        yield plain(labelled(content.word("cost"), show_amount(guide.cost[0], marks, content.word)))
    time = find_time(guide, marks.facts)
    if time is not None:
        yield plain(labelled(content.word("glance_time"), marks.value(time)))
    if guide.deadlines:
        by = show_by(guide.deadlines[0], marks, content.word)
        yield plain(labelled(content.word("glance_by"), by))
    ways = guide.ways
    given = (
        ("online", ways.online),
        ("phone", ways.phone),
        ("in_person", ways.in_person),
        ("mail", ways.mail),
    )
    names = [content.word(f"short_{name}") for name, way in given if way is not None]
    if names:
        yield plain(labelled(content.word("glance_ways"), Markup(" · ").join(names)))


def _list_who(content: SheetContent) -> Iterator[Line]:
    for each in content.guide.who:
        yield item(content.say(each, risk=Risk.CRITICAL))


def _list_needs(content: SheetContent) -> Iterator[Line]:
    for need in content.guide.need:
        yield from _list_need(need, content)


def _list_need(need: Need, content: SheetContent) -> Iterator[Line]:
    """What to bring, with a box to tick on paper."""
    yield plain(list_item(content.say(need.what), "☐"))
    if need.only_if is not None:
        yield below(labelled(content.word("only_if"), content.say(need.only_if)))
    if need.if_missing is not None:
        missing = content.marks.text(need.if_missing)
        yield below(labelled(content.word("if_missing"), missing))


def _list_costs(content: SheetContent) -> Iterator[Line]:
    """Every cost, where there is more to say than its amount, which stands above."""
    costs = content.guide.cost
    if len(costs) == 1 and costs[0].purpose is None and costs[0].waiver is None:
        return
    for cost in costs:
        purpose = content.marks.text(cost.purpose) if cost.purpose else content.word("fee")
        shown = Markup("{}: <b>{}</b>").format(
            purpose, show_amount(cost, content.marks, content.word)
        )
        yield plain(list_item(shown))
        if cost.waiver is not None:
            yield below(content.say(cost.waiver))


def _list_asks(content: SheetContent) -> Iterator[Line]:
    guide, asks = content.guide, content.guide.asks
    for name in list_asks(guide):
        yield item(content.word(name))
    if asks is not None and asks.who_sees is not None:
        yield item(content.marks.text(asks.who_sees))
    if isinstance(guide.on_behalf, bool):
        yield item(content.word(f"on_behalf_{'yes' if guide.on_behalf else 'no'}"))
    elif guide.on_behalf is not None:
        yield item(content.say(guide.on_behalf))


def _list_deadlines(content: SheetContent) -> Iterator[Line]:
    guide, marks = content.guide, content.marks
    for deadline in guide.deadlines:
        yield item(show_by(deadline, marks, content.word))
        grace = marks.facts.get(deadline.grace) if deadline.grace else None
        if isinstance(grace, Duration):
            yield below(content.word("grace", time=grace))
        if deadline.if_missed is not None:
            missed = marks.text(deadline.if_missed)
            yield below(labelled(content.word("if_missed"), missed))
    time = find_time(guide, marks.facts)
    if time is not None and guide.deadlines:
        yield item(content.word("takes", time=time))


def _list_help(content: SheetContent) -> Iterator[Line]:
    guide, agency = content.guide, content.agency
    for each in guide.language_help:
        yield item(content.say(each))
    for each in list_agency_help(guide, agency):
        yield item(content.marks.foreign(f"agencies/{guide.agency}", each, soft=False))


def _list_contacts(content: SheetContent) -> Iterator[Line]:
    agency, marks = content.agency, content.marks
    if agency is None:
        return
    name = marks.other(f"agencies/{content.guide.agency}", agency.name, soft=False)
    yield plain(Markup("<b>{}</b>").format(name))
    for each in show_contacts(marks, (agency.phone, agency.email, agency.url, agency.address)):
        yield plain(each)


def _list_end(content: SheetContent) -> Iterator[Line]:
    """Where the guide applies, by which law, and when somebody last checked it."""
    guide, marks = content.guide, content.marks
    if guide.area is not None:
        yield plain(labelled(content.word("area"), marks.text(guide.area)))
    for each in guide.legal:
        yield plain(labelled(content.word("legal"), marks.text(each)))
    if guide.reviewed is not None:
        yield plain(content.word("reviewed_on", date=Day(guide.reviewed.on)))
