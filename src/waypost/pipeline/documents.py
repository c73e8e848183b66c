"""Every document of a site that is translated, with what a translator is told of its facts.

Touches the disk: reads the content.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import msgspec

from waypost.config.settings import Settings
from waypost.content.binding import bind_guide
from waypost.content.exemptions import apply_exemptions
from waypost.content.guide_reader import parse_guide
from waypost.content.parsed import Parsed
from waypost.content.prose_reader import parse_journey, parse_page
from waypost.content.rules.site_view import Limits
from waypost.content.schema.reading import Region
from waypost.content.shared import ProseFile, list_prose, load_shared
from waypost.content.source import decode_source
from waypost.files.scan import scan_inputs
from waypost.locales.formats import formats_for
from waypost.model.content import Prose, Shared
from waypost.model.fact import Fact
from waypost.model.finding import BrokenSource, Finding, Severity, sort_findings
from waypost.model.guide import Guide
from waypost.model.language import Tier
from waypost.model.site import PageKind, SiteLanguage
from waypost.model.text import Document
from waypost.pipeline.project import Project
from waypost.pipeline.strays import check_strays
from waypost.report.formats import render_text
from waypost.segments.extract import extract_prose, extract_shared
from waypost.site.shown_value import show_text, write_value
from waypost.site.words import interface_document
from waypost.translation.store import has_catalogue_name

INTERFACE = "interface"


class Translatable(msgspec.Struct, frozen=True):
    """A document, and today's values of the facts that its texts name."""

    document: Document
    facts: Mapping[str, str]


class Texts(msgspec.Struct, frozen=True):
    """All that can be translated, and what was wrong with the content."""

    documents: tuple[Translatable, ...]
    shared: Shared
    prose: tuple[Prose, ...]
    sources: Mapping[str, str]
    """The texts of the content's files, by path."""
    findings: tuple[Finding, ...]
    broken: frozenset[str]
    """Documents whose source has an error: what they hold now isn't all that they hold."""


def parse_prose(file: ProseFile, data: bytes, region: Region, shared: Shared) -> Parsed[Prose]:
    """The page that the file says, bound to the shared content."""
    if file.kind is PageKind.GUIDE:
        guide = parse_guide(file.path, data, region)
        value: Prose | None = guide.value
        if isinstance(value, Guide):
            value = bind_guide(value, shared)
        return Parsed(value, guide.findings)
    if file.kind is PageKind.JOURNEY:
        journey = parse_journey(file.path, data, region)
        return Parsed(journey.value, journey.findings)
    page = parse_page(file.path, data, region)
    return Parsed(page.value, page.findings)


def read_texts(project: Project) -> Texts:
    """The site's documents: interface, shared content, then pages."""
    settings, root = project.settings, project.root
    content = root / settings.content
    region = Region(settings.territory, settings.currency)
    read = load_shared(content, root, region)
    shared = read.value or Shared({}, {}, {}, {}, {}, {})
    findings = list(read.findings)
    common = show_facts(shared.facts, project)
    documents = [Translatable(interface_document(), {})]
    documents += [
        Translatable(document, common) for document in extract_shared(shared) if document.segments
    ]
    pages: list[Prose] = []
    sources = read_sources(root, settings.content)
    for file in list_prose(content, root):
        data = (root / file.path).read_bytes()
        sources[file.path] = decode_source(file.path, data).text
        parsed = parse_prose(file, data, region, shared)
        findings += parsed.findings
        if parsed.value is None:
            continue
        pages.append(parsed.value)
        facts = common
        if isinstance(parsed.value, Guide) and parsed.value.facts:
            own = {fact.id: fact for fact in parsed.value.facts}
            facts = {**common, **show_facts(own, project)}
        documents.append(Translatable(extract_prose(parsed.value).document, facts))
    named = tuple(each for each in documents if has_catalogue_name(each.document.name))
    judged = apply_exemptions(findings, settings.exemptions, project.day)
    broken = {
        one.place.path.removeprefix(f"{settings.content}/").rpartition(".")[0]
        for one in judged
        if one.severity is Severity.ERROR and one in findings
    }
    return Texts(named, shared, tuple(pages), sources, tuple(findings), frozenset(broken))


def require_readable(project: Project, texts: Texts) -> None:
    """Raises BrokenSource where a catalogue made from the texts would lose what is in use.

    Also where anything in the site's folders must not be opened: nobody can say what was meant.
    """
    strays = sort_findings(check_strays(project))
    if strays:
        raise BrokenSource(
            f"There are things in the site's folders that Waypost doesn't open:\n"
            f"{render_text(strays)}",
            "Nothing was written. Delete them and try again.",
            strays,
        )
    if not texts.broken:
        return
    findings = sort_findings((*project.findings, *texts.findings))
    raise BrokenSource(
        f"There are errors in the content:\n{render_text(findings)}",
        "Nothing was written: translations follow the content when it has no errors. Mend them "
        "and try again.",
        findings,
    )


def read_sources(root: Path, content: str) -> dict[str, str]:
    """The texts of the content's YAML files by path, to tell lines and columns."""
    return {
        path: decode_source(path, (root / path).read_bytes()).text
        for path in scan_inputs(root, (content,)).marks
        if path.endswith((".yml", ".yaml"))
    }


def limits_of(settings: Settings) -> Limits:
    """What the site asks of its texts."""
    return Limits(
        source=settings.source.code,
        currency=settings.currency,
        reading_grade=settings.rules.reading_grade,
        sentence_words=settings.rules.sentence_words,
    )


def show_facts(facts: Mapping[str, Fact], project: Project) -> dict[str, str]:
    """Today's value of each fact as plain text in the source language."""
    settings = project.settings
    formats = formats_for(settings.source.code, settings.territory)
    day: date = project.day
    return {name: show_text(write_value(fact.on(day)), formats) for name, fact in facts.items()}


def documents_of(texts: Texts, offered: SiteLanguage) -> tuple[Translatable, ...]:
    """What is translated into the language: only interface words for a card."""
    if offered.tier is Tier.CARD:
        return tuple(each for each in texts.documents if each.document.name == INTERFACE)
    return texts.documents
