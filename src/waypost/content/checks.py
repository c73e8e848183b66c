"""All house rules over a page, over the shared content, and over the ids of the whole site."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Protocol

from waypost.content.binding import bind_guide
from waypost.content.file_codes import DUPLICATE_ID, RESERVED_ID
from waypost.content.file_id import RESERVED
from waypost.content.parsed import found, sort_findings
from waypost.content.rules import RULES
from waypost.content.rules.rule_input import RuleInput, Subject
from waypost.content.rules.site_view import SiteView
from waypost.model.content import Prose, Shared
from waypost.model.finding import Finding, Place
from waypost.model.guide import Guide
from waypost.model.place import Topic

_SHEET = "/sheet"
"""Ends the address of a guide in two languages."""


def check_prose(prose: Prose, site: SiteView, text: str = "") -> tuple[Finding, ...]:
    """What the house rules say of a page; `text` is its file, to tell lines and columns."""
    subject = bind_guide(prose, site.shared) if isinstance(prose, Guide) else prose
    return sort_findings(_apply(subject, site, text))


def check_shared(site: SiteView, texts: Mapping[str, str]) -> tuple[Finding, ...]:
    """What the house rules say of facts, phrases, topics, agencies, offices and alerts.

    `texts` are their files by path, to tell lines and columns.
    """
    shared = site.shared
    subjects: tuple[Subject, ...] = (
        *shared.facts.values(),
        *shared.phrases.values(),
        *shared.topics.values(),
        *shared.agencies.values(),
        *shared.offices.values(),
        *shared.alerts.values(),
    )
    return sort_findings(
        finding
        for subject in subjects
        for finding in _apply(subject, site, texts.get(subject.place.path, ""))
    )


def _apply(subject: Subject, site: SiteView, text: str) -> Iterator[Finding]:
    given = RuleInput(subject, site, text)
    for rule in RULES:
        yield from rule(given)


class Addressed(Protocol):
    """A page with the addresses that it wants."""

    @property
    def id(self) -> str:
        """Its address."""
        ...

    @property
    def place(self) -> Place:
        """Where it is written."""
        ...

    @property
    def aliases(self) -> tuple[str, ...]:
        """Its old addresses."""
        ...


def check_ids(
    prose: Iterable[Addressed], shared: Shared, languages: Collection[str]
) -> tuple[Finding, ...]:
    """A finding for each address that two pages want, or that a language code has."""
    addressed: tuple[Addressed, ...] = (
        *prose,
        *shared.agencies.values(),
        *shared.offices.values(),
    )
    pages: tuple[Addressed | Topic, ...] = (*addressed, *shared.topics.values())
    reserved = {code.lower() for code in languages} | RESERVED
    taken: dict[str, Place] = {}
    findings: list[Finding] = []
    for page in pages:
        if page.id in reserved and (page.id not in RESERVED or isinstance(page, Topic)):
            message = f"“{page.id}” is an address of Waypost, or the code of a language"
            findings.append(found(RESERVED_ID, page.place, message))
        _take(page.id, page.place, taken, findings)
    for page in addressed:
        for alias in page.aliases:
            if alias.split("/")[0].lower() in reserved:
                message = f"the alias “{alias}” begins with an address of Waypost"
                findings.append(found(RESERVED_ID, page.place, message))
            elif alias.removesuffix(_SHEET) != alias and alias.removesuffix(_SHEET) in taken:
                message = f"the alias “{alias}” is the address of a sheet in two languages"
                findings.append(found(RESERVED_ID, page.place, message))
            _take(alias, page.place, taken, findings)
    return sort_findings(findings)


def _take(name: str, place: Place, taken: dict[str, Place], findings: list[Finding]) -> None:
    first = taken.setdefault(name, place)
    if first is not place:
        message = f"“{name}” is the address of {first.path} already"
        findings.append(found(DUPLICATE_ID, place, message))
