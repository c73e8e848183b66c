"""What rules know of the site around a page: shared content, all pages, the day, the limits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import PurePosixPath

import msgspec

from waypost.content.rules.blocks import walk_headings
from waypost.content.rules.needles import Needles, find_needles
from waypost.model.content import Prose, Shared
from waypost.model.guide import Guide
from waypost.model.journey import Journey
from waypost.model.site import PageKind

_KEY = re.compile(r"^([a-z][a-z0-9_.-]*):", re.MULTILINE)


class Limits(msgspec.Struct, frozen=True):
    """What the site asks of its texts; 0 switches a limit off."""

    source: str = "en"
    """The language of the content."""
    currency: str = "USD"
    reading_grade: float = 9.0
    """Flesch–Kincaid grade of a page, English only."""
    sentence_words: int = 25


class PageEntry(msgspec.Struct, frozen=True):
    """A page that can be linked, with the ids of its headings."""

    kind: PageKind
    anchors: frozenset[str]
    path: str


Index = Mapping[str, PageEntry]


class SiteView(msgspec.Struct, frozen=True):
    """The site around a page."""

    shared: Shared
    index: Index
    day: date
    limits: Limits
    needles: Needles
    """The shared facts by what they look like when written out."""
    unreadable: frozenset[str]
    """What is there but couldn't be read: nothing says of it that it is missing."""
    files: frozenset[str] | None
    """The files of the content folder, by their paths in it; None when they aren't known."""


def view_site(
    shared: Shared,
    index: Index,
    day: date,
    limits: Limits,
    unreadable: frozenset[str] = frozenset(),
    files: frozenset[str] | None = None,
) -> SiteView:
    """The view, made once for all pages; `unreadable` as `find_unreadable` gives it."""
    needles = find_needles(shared.facts.values(), day)
    return SiteView(shared, index, day, limits, needles, unreadable, files)


def find_unreadable(shared: Shared, index: Index, sources: Mapping[str, str]) -> frozenset[str]:
    """The ids that the content's files (texts by path) define, and that couldn't be read."""
    names: set[str] = set()
    for path, text in sources.items():
        if path.endswith(("facts.yml", "phrases.yml", "topics.yml")):
            names.update(_KEY.findall(text))
        else:
            names.add(PurePosixPath(path).stem)
    known = (shared.facts, shared.phrases, shared.topics)
    places = (shared.agencies, shared.offices, shared.alerts)
    return frozenset(names.difference(index, *known, *places))


def index_pages(prose: Iterable[Prose], shared: Shared) -> Index:
    """Every page by its id; the first of two with the same id counts."""
    index: dict[str, PageEntry] = {}
    for page in prose:
        blocks = page.body if isinstance(page, Guide) else page.blocks
        anchors = frozenset(walk_headings(blocks))
        index.setdefault(page.id, PageEntry(_kind_of(page), anchors, page.place.path))
    for kind, places in (
        (PageKind.AGENCY, shared.agencies),
        (PageKind.OFFICE, shared.offices),
        (PageKind.TOPIC, shared.topics),
    ):
        for name, place in places.items():
            index.setdefault(name, PageEntry(kind, frozenset(), place.place.path))
    return index


def _kind_of(page: Prose) -> PageKind:
    if isinstance(page, Guide):
        return PageKind.GUIDE
    return PageKind.JOURNEY if isinstance(page, Journey) else PageKind.PAGE
