"""A resident can reach a human, and can do it without the web."""

from __future__ import annotations

from collections.abc import Iterator

from waypost.content.parsed import found
from waypost.content.rules.rule_input import RuleInput
from waypost.model.finding import Code, Finding, Severity
from waypost.model.guide import Guide

CODE = Code(
    "C023",
    "No human to reach",
    Severity.WARNING,
    "Who is stuck needs somebody to ask; a page without a number or an office leaves them alone.",
    "Add a way by phone or in person, or an agency that has a phone.",
    "ways:\\n  online: {url: url.apply}",
    "agency: human_services\\nways:\\n  online: {url: url.apply}\\n  phone: agency",
)
ONLINE_ONLY = Code(
    "C024",
    "No way but online",
    Severity.WARNING,
    "Many residents have no computer, no e-mail address or no credit card.",
    "Add a way by phone, by mail or in person, or say in the text how to get help with it.",
    "ways:\\n  online: {url: url.apply}",
    "ways:\\n  online: {url: url.apply}\\n  in_person: {offices: all}",
)


def check_contact(given: RuleInput) -> Iterator[Finding]:
    """A finding for a guide that names no human, and one for a guide that is online only."""
    guide = given.subject
    if not isinstance(guide, Guide):
        return
    ways = guide.ways
    agency = given.site.shared.agencies.get(guide.agency)
    # An agency that is named and can't be found is told of elsewhere.
    named = guide.agency != "" or "\nagency:" in given.text
    without_contact = (agency is None and not named) or (agency is not None and not agency.phone)
    # Without an agency “all” offices are none.
    to_see = ways.in_person is not None and (bool(ways.in_person.offices) or named)
    if ways.phone is None and not to_see and without_contact:
        yield found(CODE, guide.place, "the guide names nobody to call or to see")
    if ways.online is not None and (ways.phone, ways.in_person, ways.mail) == (None, None, None):
        yield found(ONLINE_ONLY, guide.place, "the guide has no way but online")
