"""All that a reviewer is shown of each text in a language, whoever shows it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from collections.abc import Set as AbstractSet

import msgspec

from waypost.model.fingerprint import fingerprint
from waypost.model.glossary import Glossary
from waypost.model.replacing import replace
from waypost.model.review_unit import Doubt, ReviewUnit, TermHit
from waypost.model.site import SiteLanguage
from waypost.model.text import Segment
from waypost.model.translation import Freshness, Origin, Translation
from waypost.pipeline.documents import Texts, Translatable, documents_of
from waypost.pipeline.project import Project
from waypost.pipeline.shown_facts import SiteValues
from waypost.translation.catalog import FUZZY, Entry, home_address
from waypost.translation.glossary import load_glossary, terms_of_content
from waypost.translation.index import index_segments
from waypost.translation.near import PREFIX, find_hint
from waypost.translation.notes import Notes, read_notes
from waypost.translation.origin import Words, judge_words
from waypost.translation.po_lines import RawLines, read_lines
from waypost.translation.quality.judge import judge, judge_page
from waypost.translation.quality.pair import Pair
from waypost.translation.reviewers import load_reviewers
from waypost.translation.soundness import has_words
from waypost.translation.stamp import render_stamp
from waypost.translation.state import resolve_file
from waypost.translation.store import catalog_path, load_data
from waypost.translation.terms import find_terms

_HINT = re.compile(rf"{PREFIX}“(.*)” → “(.*)”")


def review_units(
    project: Project,
    texts: Texts,
    offered: SiteLanguage,
    documents: Collection[str] | None = None,
    *,
    with_doubts: bool = True,
) -> Iterator[ReviewUnit]:
    """A unit for each text of the language, or of the documents named, in the site's order.

    The states are those that a build would see. Texts that need no translation have a unit too:
    its translation is the source. Without doubts and terms, which take most time, it is fast.
    """
    code = offered.language.code
    reviewers = load_reviewers(project.root).reviewers.handles_for(code)
    values = SiteValues(project, texts)
    glossary, _ = load_glossary(project.root, code, terms_of_content(texts.shared))
    for each in documents_of(texts, offered):
        if documents is None or each.document.name in documents:
            units = _document_units(project, each, code, reviewers, values)
            if with_doubts:
                source = project.settings.source.code
                units = _add_doubts(tuple(units), source, glossary)
            yield from units


class _Entry(msgspec.Struct, frozen=True):
    """An entry of the PO file, and what its stamp says."""

    raw: RawLines
    notes: Notes
    origin: Origin
    made_for: str

    @property
    def line(self) -> int:
        return self.raw.lines.get("msgctxt", self.raw.line)

    @property
    def stamp(self) -> str:
        return "" if self.notes.stamp is None else render_stamp(self.notes.stamp)


class _File(msgspec.Struct):
    """The entries of one PO file."""

    by_address: dict[str, _Entry] = msgspec.field(default_factory=dict)
    by_target: dict[str, _Entry] = msgspec.field(default_factory=dict)
    former: dict[str, RawLines] = msgspec.field(default_factory=dict)
    """Obsolete entries with a translation, by the address that they stood at."""
    sources: dict[str, str] = msgspec.field(default_factory=dict)
    """Every source text that the file knows, former ones too, by fingerprint."""


def _read_file(data: bytes, reviewers: AbstractSet[str]) -> _File:
    file = _File()
    for raw in read_lines(data).entries:
        notes = read_notes(raw.comments, raw.target)
        for source in (notes.previous, raw.source):
            if source:
                file.sources.setdefault(fingerprint(source), source)
        if raw.obsolete:
            if raw.target.strip():
                file.former[home_address(Entry(raw.address, raw.source))] = raw
            continue
        words = Words(raw.source, raw.target, notes.stamp, FUZZY in notes.flags, notes.previous)
        entry = _Entry(raw, notes, *judge_words(words, reviewers))
        file.by_address.setdefault(raw.address, entry)
        if raw.target.strip():
            file.by_target.setdefault(raw.target, entry)
    return file


def _document_units(
    project: Project,
    each: Translatable,
    code: str,
    reviewers: AbstractSet[str],
    values: SiteValues,
) -> Iterator[ReviewUnit]:
    document = each.document
    path = catalog_path(code, document.name)
    data = load_data(project.root, code, document.name) or b""
    file = _read_file(data, reviewers)
    index = index_segments(document)
    found = resolve_file(index, data, reviewers)
    for segment, translation in zip(document.segments, found, strict=True):
        entry = _find_entry(file, segment, translation)
        unusable = ""
        if translation is None and entry is not None:
            unusable = entry.raw.target if entry.raw.target.strip() else ""
        former_source, former_target = _find_former(file, segment, entry, translation)
        yield ReviewUnit(
            language=code,
            document=document.name,
            address=segment.address,
            path=path,
            line=1 if entry is None else entry.line,
            role=segment.role,
            risk=segment.risk,
            syntax=segment.syntax,
            heading=segment.heading,
            source=segment.source,
            translation=translation,
            stamp="" if entry is None or not entry.raw.target.strip() else entry.stamp,
            former_source=former_source,
            words=len(segment.source.split()),
            facts=values.show(document.name, segment, code),
            hint=None if entry is None else _find_hint(entry.notes),
            former_target=former_target,
            unusable=unusable,
        )


def _add_doubts(
    units: Sequence[ReviewUnit], source_language: str, glossary: Glossary
) -> Iterator[ReviewUnit]:
    """The units with what the checks say of their translations, and the glossary's terms.

    A stale text is judged when it is made current: its numbers belong to the former source.
    """
    judged: list[int] = []
    pairs: list[Pair] = []
    for number, unit in enumerate(units):
        target = _judged_text(unit)
        if target:
            judged.append(number)
            pairs.append(
                Pair(
                    unit.source,
                    target,
                    unit.syntax,
                    unit.role,
                    source_language,
                    unit.language,
                    glossary,
                )
            )
    found: dict[int, list[Doubt]] = {}
    defects = [(at, defect) for at, pair in enumerate(pairs) for defect in judge(pair)]
    for at, defect in (*defects, *judge_page(pairs)):
        doubt = Doubt(defect.code.id, defect.message, defect.is_blocking)
        found.setdefault(judged[at], []).append(doubt)
    for number, unit in enumerate(units):
        hits = dict.fromkeys(hit.term for hit in find_terms(unit.source, glossary))
        terms = tuple(TermHit(t.source, t.variants, t.note, t.rule.value) for t in hits)
        yield replace(unit, doubts=tuple(found.get(number, ())), terms=terms)


def _judged_text(unit: ReviewUnit) -> str:
    translation = unit.translation
    if translation is None:
        return unit.unusable
    is_current = translation.freshness is Freshness.CURRENT
    return translation.text if is_current and has_words(unit.source, unit.syntax) else ""


def _find_entry(file: _File, segment: Segment, translation: Translation | None) -> _Entry | None:
    """The entry that the translation stands in: at the segment's address, or where it moved from.

    Without a translation, the entry at the address.
    """
    own = file.by_address.get(segment.address)
    if translation is None or (own is not None and own.raw.target == translation.text):
        return own
    return file.by_target.get(translation.text, own)


def _find_hint(notes: Notes) -> tuple[str, str] | None:
    """The nearest text and its translation, as the catalogue's comment shows them."""
    hint = find_hint(notes.context)
    pair = None if hint is None else _HINT.match(hint)
    return None if pair is None else (pair[1], pair[2])


def _find_former(
    file: _File, segment: Segment, entry: _Entry | None, translation: Translation | None
) -> tuple[str, str]:
    """What the source said before, and the former translation where another took its place."""
    now = fingerprint(segment.source)
    if translation is not None and translation.freshness is Freshness.STALE and entry is not None:
        source = file.sources.get(entry.made_for, "")
        return (source, "") if fingerprint(source) != now else ("", "")
    former = file.former.get(segment.address)
    if former is None or fingerprint(former.source) == now:
        return "", ""
    if translation is not None and translation.origin in {Origin.HUMAN, Origin.REVIEWED}:
        return "", ""
    return former.source, former.target
