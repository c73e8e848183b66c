"""`waypost review status`: how many words are in which state, counted again only where it changed.

Touches the disk: the counts of the last run in `build/.cache/review.mp`.
"""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from contextlib import suppress
from functools import partial

import msgspec

from waypost.files.atomic import save_cache
from waypost.files.digest import digest_bytes, digest_text
from waypost.model.site import SiteLanguage
from waypost.model.translation import Freshness, Origin
from waypost.pipeline.known_documents import (
    KnownDocument,
    load_documents,
    offered_documents,
    pick_languages,
)
from waypost.pipeline.options import CACHE
from waypost.pipeline.project import Project
from waypost.pipeline.state import code_signature
from waypost.pipeline.workers import available_jobs, map_forked
from waypost.translation.index import SegmentIndex, index_segments
from waypost.translation.review import StateCount, count_states
from waypost.translation.reviewers import Reviewers, load_reviewers
from waypost.translation.state import resolve_file
from waypost.translation.store import load_data

_FILE = f"{CACHE}/review.mp"

COLUMNS: tuple[tuple[str, tuple[tuple[Origin, Freshness] | None, ...]], ...] = (
    ("reviewed", ((Origin.REVIEWED, Freshness.CURRENT),)),
    ("human", ((Origin.HUMAN, Freshness.CURRENT),)),
    ("draft", ((Origin.DRAFT, Freshness.CURRENT),)),
    ("machine", ((Origin.MACHINE, Freshness.CURRENT),)),
    ("stale", tuple((origin, Freshness.STALE) for origin in Origin)),
    ("missing", (None,)),
)
"""Every state stands in exactly one column."""


class StatusRow(msgspec.Struct, frozen=True):
    """A document in a language: its source words by state."""

    language: str
    document: str
    counts: tuple[StateCount, ...]

    def words(self, column: str) -> int:
        """The words in one of the table's columns."""
        states = dict(COLUMNS)[column]
        return sum(count.words for count in self.counts if count.state in states)

    @property
    def total(self) -> int:
        """All source words of the document."""
        return sum(count.words for count in self.counts)


class _Counted(msgspec.Struct, frozen=True, array_like=True):
    """The counts of a document in a language, and what they were counted from."""

    made_from: str
    """Digest of the document, the PO file and the handles that count."""
    counts: tuple[StateCount, ...]


class _Known(msgspec.Struct, frozen=True):
    """What the last run counted."""

    code: str
    languages: dict[str, dict[str, _Counted]]
    """By language and document."""


def review_status(project: Project, languages: tuple[str, ...]) -> tuple[StatusRow, ...]:
    """One row for each language and document, in the order of settings and content.

    What was counted before counts again while document, PO file and reviewers have the same bytes.
    """
    chosen = pick_languages(project, languages)
    documents = load_documents(project)
    reviewers = load_reviewers(project.root).reviewers
    before = _load_known(project)
    # Where nothing is known, every language needs every index: once, before all cores count.
    cold = any(one.language.code not in before for one in chosen)
    indexes = {each.name: index_segments(each.decode()) for each in documents} if cold else {}
    count = partial(_count, project, documents, reviewers, before, indexes)
    tables = map_forked(count, chosen, available_jobs(None) if cold else 1)
    counted = {one.language.code: table for one, table in zip(chosen, tables, strict=True)}
    offered = {one.language.code for one in project.settings.targets}
    kept = {code: table for code, table in before.items() if code in offered}
    if before != kept | counted:
        _save_known(project, kept | counted)
    return tuple(
        StatusRow(code, name, each.counts)
        for code, table in counted.items()
        for name, each in table.items()
    )


def _count(
    project: Project,
    documents: tuple[KnownDocument, ...],
    reviewers: Reviewers,
    before: Mapping[str, Mapping[str, _Counted]],
    indexes: Mapping[str, SegmentIndex],
    offered: SiteLanguage,
) -> dict[str, _Counted]:
    code = offered.language.code
    handles = reviewers.handles_for(code)
    known = before.get(code, {})
    table: dict[str, _Counted] = {}
    for each in offered_documents(documents, offered):
        data = load_data(project.root, code, each.name) or b""
        made_from = digest_text(f"{each.digest} {digest_bytes(data)} {sorted(handles)}")
        last = known.get(each.name)
        if last is not None and last.made_from == made_from:
            table[each.name] = last
        else:
            counts = _count_file(each, data, handles, indexes)
            table[each.name] = _Counted(made_from, counts)
    return table


def _count_file(
    each: KnownDocument,
    data: bytes,
    handles: AbstractSet[str],
    indexes: Mapping[str, SegmentIndex],
) -> tuple[StateCount, ...]:
    document = each.decode()
    index = indexes.get(each.name) or index_segments(document)
    return count_states(document, resolve_file(index, data, handles))


def _load_known(project: Project) -> dict[str, dict[str, _Counted]]:
    try:
        data = (project.root / _FILE).read_bytes()
        known = msgspec.msgpack.decode(data, type=_Known)
    except (OSError, msgspec.MsgspecError):
        return {}
    return known.languages if known.code == code_signature() else {}


def _save_known(project: Project, languages: dict[str, dict[str, _Counted]]) -> None:
    known = _Known(code_signature(), languages)
    # The next run is slower in a folder that can't be written; this one loses nothing.
    with suppress(OSError):
        save_cache(project.root / _FILE, msgspec.msgpack.encode(known))
