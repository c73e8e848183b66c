"""The documents that a site's content is translated as: one catalogue each, per language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from waypost.model.block import Hole, Inline
from waypost.model.content import Prose, Shared
from waypost.model.fact import Fact
from waypost.model.guide import Guide, Section
from waypost.model.journey import Journey
from waypost.model.phrase import Phrase
from waypost.model.place import Agency, Alert, Office, PlainPage, Topic
from waypost.model.text import Document, Risk, Role, Segment, Syntax
from waypost.segments.body import extract_body
from waypost.segments.fields import extract_fields


class Extracted(msgspec.Struct, frozen=True):
    """A page with a body, taken apart: its texts, and the structure that is left."""

    document: Document
    body: tuple[Section[Hole], ...]


def extract_prose(prose: Prose) -> Extracted:
    """The guide, journey or page taken apart."""
    match prose:
        case Guide():
            return extract_guide(prose)
        case Journey():
            return extract_journey(prose)
        case PlainPage():
            return extract_page(prose)


def extract_guide(guide: Guide) -> Extracted:
    """The guide taken apart: `guides/<id>`, fields first, then the body."""
    return _extract(f"guides/{guide.id}", guide, guide.body, guide.risk)


def extract_journey(journey: Journey) -> Extracted:
    """The journey taken apart: `journeys/<id>`; its blocks are one section without heading."""
    sections = (Section("", None, None, journey.blocks),) if journey.blocks else ()
    return _extract(f"journeys/{journey.id}", journey, sections, Risk.STANDARD)


def extract_page(page: PlainPage) -> Extracted:
    """The page taken apart: `pages/<id>`; its blocks are one section without heading."""
    sections = (Section("", None, None, page.blocks),) if page.blocks else ()
    return _extract(f"pages/{page.id}", page, sections, Risk.STANDARD)


def _extract(
    name: str, prose: Prose, sections: tuple[Section[Inline], ...], risk: Risk
) -> Extracted:
    template, segments = extract_body(sections, risk)
    texts = (*extract_fields(prose, risk), *segments)
    return Extracted(Document(name, prose.place.path, texts), template)


def extract_agency(agency: Agency) -> Document:
    """The agency's texts: `agencies/<id>`."""
    segments = extract_fields(agency, Risk.STANDARD)
    return Document(f"agencies/{agency.id}", agency.place.path, tuple(segments))


def extract_office(office: Office) -> Document:
    """The office's texts: `offices/<id>`."""
    segments = extract_fields(office, Risk.STANDARD)
    return Document(f"offices/{office.id}", office.place.path, tuple(segments))


def extract_alert(alert: Alert) -> Document:
    """The alert's texts: `alerts/<id>`, all critical."""
    segments = extract_fields(alert, Risk.CRITICAL)
    return Document(f"alerts/{alert.id}", alert.place.path, tuple(segments))


def extract_topics(topics: Mapping[str, Topic]) -> Document:
    """The texts of all topics: `topics`."""
    return _gather("topics", "content/topics.yml", topics.values())


def extract_facts(facts: Mapping[str, Fact]) -> Document:
    """The texts of all shared facts (names, headings of tables): `facts`."""
    return _gather("facts", "content/facts.yml", facts.values())


def _gather(name: str, path: str, values: Iterable[Topic | Fact]) -> Document:
    """One document of all `values`; `path` is said where there are none."""
    segments: list[Segment] = []
    for value in values:
        path = value.place.path
        segments += extract_fields(value, Risk.STANDARD)
    return Document(name, path, tuple(segments))


def extract_phrases(phrases: Mapping[str, Phrase]) -> Document:
    """The phrase bank: `phrases`, each phrase at its id, with its own risk."""
    segments = [
        Segment(name, phrase.message, Role.PHRASE, phrase.risk, Syntax.MESSAGE, phrase.group)
        for name, phrase in phrases.items()
        if phrase.message
    ]
    return Document("phrases", "content/phrases.yml", tuple(segments))


def extract_shared(shared: Shared) -> tuple[Document, ...]:
    """Every document of the shared content, in a fixed order."""
    return (
        extract_phrases(shared.phrases),
        extract_facts(shared.facts),
        extract_topics(shared.topics),
        *[extract_agency(agency) for agency in shared.agencies.values()],
        *[extract_office(office) for office in shared.offices.values()],
        *[extract_alert(alert) for alert in shared.alerts.values()],
    )
