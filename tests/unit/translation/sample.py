"""A small guide and its catalogue, for tests to change."""

from __future__ import annotations

from waypost.model.text import Document, Risk, Role, Segment, Syntax
from waypost.translation.catalog import FUZZY, Catalog, Entry
from waypost.translation.po_reader import RawEntry, read_targets
from waypost.translation.po_writer import render_catalog
from waypost.translation.stamp import StampKind, make_stamp

ENGINE = "argos 1.12.1 en_es"


def paragraph(number: int, source: str, risk: Risk = Risk.STANDARD) -> Segment:
    return Segment(f"body/do/p-{number}", source, Role.PARAGRAPH, risk, heading="What to do")


def phrase(address: str, message: str) -> Segment:
    return Segment(address, message, Role.PHRASE, Risk.CRITICAL, Syntax.MESSAGE)


def document(*segments: Segment) -> Document:
    return Document("guides/renew", "content/guides/renew.md", segments)


def paragraphs(*sources: str) -> Document:
    return document(*[paragraph(n, source) for n, source in enumerate(sources, start=1)])


def by_machine(address: str, source: str, target: str) -> Entry:
    stamp = make_stamp(StampKind.MACHINE, ENGINE, source, target)
    return Entry(address, source, target, stamp, (FUZZY,))


def by_draft(address: str, source: str, target: str) -> Entry:
    stamp = make_stamp(StampKind.DRAFT, "starter 1 en_es", source, target)
    return Entry(address, source, target, stamp, (FUZZY,))


def by_person(address: str, source: str, target: str) -> Entry:
    return Entry(address, source, target, make_stamp(StampKind.HUMAN, "", source, target))


def by_reviewer(address: str, source: str, target: str, handle: str = "ana") -> Entry:
    stamp = make_stamp(StampKind.REVIEWED, f"{handle} 2026-11-21", source, target)
    return Entry(address, source, target, stamp)


def catalog(*entries: Entry, obsolete: tuple[Entry, ...] = ()) -> Catalog:
    return Catalog("es", entries, obsolete)


def raw(*entries: Entry) -> list[RawEntry]:
    return read_targets(render_catalog(catalog(*entries)).encode())
