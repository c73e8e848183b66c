"""`waypost review list`: what a reviewer does next, in the order in which it helps readers most."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from enum import IntEnum, StrEnum
from functools import partial

import msgspec

from waypost.model.finding import Failure
from waypost.model.replacing import replace
from waypost.model.site import SiteLanguage
from waypost.model.text import Document, Risk, Segment
from waypost.model.translation import Freshness, Origin, Translation
from waypost.pipeline.known_documents import (
    KnownDocument,
    load_documents,
    offered_documents,
    pick_languages,
)
from waypost.pipeline.project import Project
from waypost.pipeline.workers import available_jobs, map_forked
from waypost.translation.index import SegmentIndex, index_segments
from waypost.translation.po_lines import read_lines
from waypost.translation.reviewers import PATH, Reviewers, load_reviewers
from waypost.translation.soundness import has_words
from waypost.translation.state import resolve_file
from waypost.translation.store import catalog_path, load_data
from waypost.translation.views import Views, load_views

PHRASES = "phrases"


class ToDoState(StrEnum):
    """What is to do about a text."""

    STALE = "stale"
    """The source has moved on; who wrote the words doesn't matter any more."""
    MACHINE = "machine"
    DRAFT = "draft"
    HUMAN = "human"
    """A person wrote it; nobody has stamped it yet."""
    MISSING = "missing"


class Turn(IntEnum):
    """Why a text comes when it comes."""

    PHRASE = 0
    """One review makes it right on every page that uses it."""
    CRITICAL = 1
    """Readers see the source text until it is reviewed."""
    OPEN = 2
    """Readers see a machine's words, a draft's, or the source text."""
    SHOWN = 3
    """Readers see a person's words already."""
    UNUSED = 4
    """A phrase of the bank that stands on no page yet."""

    @property
    def word(self) -> str:
        """As programs read it."""
        return self.name.lower()


class ToDo(msgspec.Struct, frozen=True):
    """A text that waits for somebody."""

    language: str
    document: str
    address: str
    state: ToDoState
    risk: Risk
    words: int
    """Of the source."""
    source: str
    turn: Turn
    views: int
    """How often the pages that it stands on were read, if that is known."""
    path: str
    """Of the PO file, from the site's root."""
    line: int = 1
    """Of the entry's msgctxt in that file, from 1; 1 when the file or entry isn't there yet."""


class LanguageToDo(msgspec.Struct, frozen=True):
    """What is to do in a language: the first texts of the list, and how much there is in all."""

    language: str
    first: tuple[ToDo, ...]
    texts: int
    words: int


def list_to_do(
    project: Project,
    languages: tuple[str, ...],
    states: AbstractSet[ToDoState],
    *,
    handle: str = "",
    limit: int = 0,
) -> tuple[LanguageToDo, ...]:
    """What is to do in each language named, or that the reviewer handles, or in all.

    `states` are those wanted, all where there are none; a `limit` of 0 is none. A Failure for a
    handle that isn't in the list of reviewers.
    """
    reviewers = load_reviewers(project.root).reviewers
    chosen = pick_languages(project, languages or _languages_of(reviewers, handle))
    if handle:
        chosen = _only_theirs(chosen, reviewers, handle)
    documents = load_documents(project)
    views, _ = load_views(project.root)
    decoded = [(each.name, each.decode()) for each in documents]
    site = _Site(
        project,
        documents,
        {name: (document, index_segments(document)) for name, document in decoded},
        reviewers,
        views,
        _weigh_phrases(documents, views),
    )
    work = partial(_list_language, site, frozenset(states) or frozenset(ToDoState), limit)
    return tuple(map_forked(work, chosen, available_jobs(None)))


class _Site(msgspec.Struct, frozen=True):
    project: Project
    documents: tuple[KnownDocument, ...]
    known: Mapping[str, tuple[Document, SegmentIndex]]
    reviewers: Reviewers
    views: Views
    phrases: Mapping[str, tuple[int, int]]
    """By phrase: how often the pages that use it were read, and how many they are."""


def _languages_of(reviewers: Reviewers, handle: str) -> tuple[str, ...]:
    if not handle:
        return ()
    person = next((each for each in reviewers.people if each.handle == handle), None)
    if person is None:
        known = ", ".join(sorted(each.handle for each in reviewers.people)) or "nobody yet"
        raise Failure(
            f"There is no reviewer “{handle}”.",
            f"Known: {known}. Add the handle with its languages to {PATH}.",
        )
    return person.languages


def _only_theirs(
    chosen: tuple[SiteLanguage, ...], reviewers: Reviewers, handle: str
) -> tuple[SiteLanguage, ...]:
    theirs = tuple(one for one in chosen if handle in reviewers.handles_for(one.language.code))
    if not theirs:
        codes = ", ".join(one.language.code for one in chosen)
        raise Failure(
            f"“{handle}” may not stamp in {codes}.", f"Add the language to the handle in {PATH}."
        )
    return theirs


def _weigh_phrases(
    documents: tuple[KnownDocument, ...], views: Views
) -> Mapping[str, tuple[int, int]]:
    weights: dict[str, tuple[int, int]] = {}
    for each in documents:
        for phrase in each.phrases:
            read, pages = weights.get(phrase, (0, 0))
            weights[phrase] = (read + views.of_document(each.name), pages + 1)
    return weights


def _list_language(
    site: _Site, states: AbstractSet[ToDoState], limit: int, offered: SiteLanguage
) -> LanguageToDo:
    code = offered.language.code
    handles = site.reviewers.handles_for(code)
    found: list[tuple[tuple[int, ...], ToDo]] = []
    for each in offered_documents(site.documents, offered):
        document, index = site.known[each.name]
        data = load_data(site.project.root, code, each.name) or b""
        translations = resolve_file(index, data, handles)
        for segment, translation in zip(document.segments, translations, strict=True):
            state = find_state(translation)
            if state is None or state not in states:
                continue
            if has_words(segment.source, segment.syntax):
                found.append(_make(site, code, each.name, segment, state))
    found.sort(key=lambda one: one[0])
    shown = [one for _, one in (found[:limit] if limit else found)]
    return LanguageToDo(
        code,
        tuple(_with_lines(site, shown)),
        len(found),
        sum(one.words for _, one in found),
    )


def find_state(translation: Translation | None) -> ToDoState | None:
    """What is to do about a translation; None where it is reviewed and current."""
    if translation is None:
        return ToDoState.MISSING
    if translation.freshness is Freshness.STALE:
        return ToDoState.STALE
    if translation.origin is Origin.REVIEWED:
        return None
    return ToDoState(translation.origin.value)


def _make(
    site: _Site, code: str, document: str, segment: Segment, state: ToDoState
) -> tuple[tuple[int, ...], ToDo]:
    """The text with what it is sorted by: its turn, then how often it is read, then its use."""
    pages = 0
    if document == PHRASES:
        views, pages = site.phrases.get(segment.address, (0, 0))
        turn = Turn.PHRASE if pages else Turn.UNUSED
    else:
        views = site.views.of_document(document)
        turn = _find_turn(segment, state)
    to_do = ToDo(
        code,
        document,
        segment.address,
        state,
        segment.risk,
        len(segment.source.split()),
        segment.source,
        turn,
        views,
        catalog_path(code, document),
    )
    risk = -int(segment.risk) if document == PHRASES else 0
    return (turn, risk, -views, -pages), to_do


def _find_turn(segment: Segment, state: ToDoState) -> Turn:
    if segment.risk is Risk.CRITICAL:
        return Turn.CRITICAL
    return Turn.SHOWN if state is ToDoState.HUMAN else Turn.OPEN


def _with_lines(site: _Site, items: list[ToDo]) -> Iterator[ToDo]:
    lines: dict[str, dict[str, int]] = {}
    for one in items:
        if one.path not in lines:
            data = load_data(site.project.root, one.language, one.document) or b""
            lines[one.path] = _find_lines(data)
        yield replace(one, line=lines[one.path].get(one.address, 1))


_PLAIN = re.compile(rb'^msgctxt "([^"\\]*)"\r?$', re.MULTILINE)


def _find_lines(data: bytes) -> dict[str, int]:
    """Address → the line of its msgctxt."""
    found: dict[str, int] = {}
    if b"\r" in data.replace(b"\r\n", b"\n") or b"charset=UTF-8" not in data:
        for raw in read_lines(data).entries:
            if not raw.obsolete:
                found.setdefault(raw.address, raw.lines.get("msgctxt", raw.line))
        return found
    line, at = 1, 0
    for match in _PLAIN.finditer(data):
        line += data.count(b"\n", at, match.start())
        at = match.start()
        found.setdefault(match[1].decode("utf-8", "replace"), line)
    return found
