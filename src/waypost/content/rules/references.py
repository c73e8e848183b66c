"""Everything that is named by an id exists."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from waypost.content.parsed import found, suggest
from waypost.content.rules.rule_input import Passage, RuleInput
from waypost.model.finding import Code, Finding, Severity
from waypost.model.guide import Guide, ReferenceKind
from waypost.model.text import Role

CODE = Code(
    "C020",
    "An id that nothing has",
    Severity.ERROR,
    "The page would show an empty place, or a link that leads nowhere.",
    "Correct the id, or define what it names.",
    "agency: motor_vehicle",
    "agency: motor_vehicles",
)

_HOST = re.compile(r"(?:[a-z0-9_]+\.)+(?:gov|com|org|net|us|edu|info|example)")

LINKED_PAGES = frozenset({"a-z", "deadlines", "languages", "home"})
"""Pages that every site has, whatever its content."""

_NAMES = {
    ReferenceKind.AGENCY: ("agency", "in content/agencies"),
    ReferenceKind.OFFICE: ("office", "in content/offices"),
    ReferenceKind.TOPIC: ("topic", "in content/topics.yml"),
    ReferenceKind.PAGE: ("page", "in content/guides, journeys or pages"),
    ReferenceKind.FACT: ("fact", "in content/facts.yml, or under facts"),
    ReferenceKind.PHRASE: ("phrase", "in content/phrases.yml"),
    ReferenceKind.FORM: ("form", "under forms, here or in the agency's file"),
}


def check_references(given: RuleInput) -> Iterator[Finding]:
    """A finding for each id that nothing has."""
    for reference in given.references:
        known = _known(given, reference.kind)
        if reference.id in known or reference.id in given.site.unreadable:
            continue
        if reference.kind is ReferenceKind.FACT and _is_local(given, reference.id):
            continue
        word, home = _NAMES[reference.kind]
        names = [*known, *given.local_facts] if word == "fact" else known
        mend = f"Correct the id, or define it {home}.{suggest(reference.id, names)}"
        if word == "fact" and _HOST.fullmatch(reference.id):
            mend = f"{mend} If it is an address, write https://{reference.id}"
        message = f"there is no {word} “{reference.id}”"
        yield found(CODE, reference.place, message, mend)
    yield from _check_team(given)


def _check_team(given: RuleInput) -> Iterator[Finding]:
    """A finding when the agency has teams, and the one that checked the guide is none of them."""
    guide = given.subject
    if not isinstance(guide, Guide) or guide.reviewed is None or not guide.reviewed.by:
        return
    agency = given.site.shared.agencies.get(guide.agency)
    teams = dict(agency.teams) if agency else {}
    by = guide.reviewed.by
    if teams and by not in teams and by not in teams.values():
        place = given.spot(Passage(Role.FIELD, "", "", "reviewed/by", 0), by)
        mend = f"Name one of its teams: {', '.join(teams)}.{suggest(by, teams)}"
        yield found(CODE, place, f"the agency “{guide.agency}” has no team “{by}”", mend)


def _is_local(given: RuleInput, name: str) -> bool:
    """Whether the file defines the fact, even if it couldn't be read."""
    if name in given.local_facts:
        return True
    pattern = rf"(?:^ +|[{{,] *){re.escape(name)} *: *[{{\n]"
    return re.search(pattern, given.text, re.MULTILINE) is not None


def _known(given: RuleInput, kind: ReferenceKind) -> Collection[str]:
    shared = given.site.shared
    match kind:
        case ReferenceKind.AGENCY:
            return shared.agencies.keys()
        case ReferenceKind.OFFICE:
            return shared.offices.keys()
        case ReferenceKind.TOPIC:
            return shared.topics.keys()
        case ReferenceKind.PAGE:
            return given.site.index.keys() | LINKED_PAGES
        case ReferenceKind.FACT:
            return shared.facts.keys()
        case ReferenceKind.PHRASE:
            return shared.phrases.keys()
        case ReferenceKind.FORM:
            return _known_forms(given)


def _known_forms(given: RuleInput) -> set[str]:
    own = given.subject.forms if isinstance(given.subject, Guide) else ()
    agencies = given.site.shared.agencies.values()
    return {form.id for form in own} | {form.id for one in agencies for form in one.forms}
