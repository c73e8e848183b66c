"""What a machine is to translate into one language; what is as it should be is hardly read."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date

import msgspec

from waypost.files.digest import digest_bytes
from waypost.model.finding import Finding
from waypost.model.fingerprint import fingerprint
from waypost.model.replacing import replace
from waypost.model.site import SiteLanguage
from waypost.model.text import Document, Risk, Segment
from waypost.pipeline.catalogs import Opened, load_inheritance, open_catalog
from waypost.pipeline.documents import INTERFACE, Texts, Translatable, documents_of
from waypost.pipeline.project import Project
from waypost.pipeline.waiting import UNKNOWN
from waypost.translation.catalog import Catalog
from waypost.translation.current import read_current
from waypost.translation.fill import plan_fill
from waypost.translation.index import SegmentIndex, index_segments
from waypost.translation.inheritance import Inheritance
from waypost.translation.machine import is_by_hand
from waypost.translation.memory import Key, Memory, remember
from waypost.translation.reviewers import load_reviewers
from waypost.translation.soundness import has_words
from waypost.translation.store import catalog_path, load_data

_STRING = r'"(?:[^"\\\n]|\\.)*"\n'
_HEADER = re.compile(rf'(?:#[^\n]*\n)*msgid ""\nmsgstr ""\n(?:{_STRING})*\n')
_EMPTY = re.compile(
    rf'(?:(?:#\. [^\n]*\n)*msgctxt {_STRING}msgid {_STRING}(?:{_STRING})*msgstr ""\n(?:\n|\Z))*'
)
_NOTHING = Inheritance()


class Selection(msgspec.Struct, frozen=True):
    """Which documents a run may write."""

    documents: frozenset[str] = frozenset()
    """Only these; all where none is named."""
    left: frozenset[str] = frozenset()
    """Paths that somebody else is changing: none of them is written."""

    def leaves(self, path: str) -> bool:
        """Whether the PO file at `path` is left alone; the site may be a folder of a repository."""
        return path in self.left or any(each.endswith(f"/{path}") for each in self.left)


class DocumentPlan(msgspec.Struct, frozen=True):
    """A document and the segments of it that a machine is to translate."""

    each: Translatable
    wanted: tuple[Segment, ...]
    opened: Opened | None
    """None where a glance was enough to plan: it is opened when its turn comes."""
    since: date = UNKNOWN
    digest: str = ""
    """Of the file's bytes when the plan was made: while they are the same, nobody has edited it."""

    @property
    def order(self) -> tuple[bool, date]:
        """Critical texts first, then what has waited longest."""
        is_critical = any(segment.risk is Risk.CRITICAL for segment in self.wanted)
        return (not is_critical, self.since)


class LanguagePlan(msgspec.Struct, frozen=True):
    """What is to be done for one language, in order, and what it is known to cost."""

    offered: SiteLanguage
    documents: tuple[DocumentPlan, ...]
    memory: Memory
    segments: int
    """Texts for the engine, each once."""
    characters: int
    recalled: int
    """Segments that other documents know, or whose text stands in another one too."""
    left: tuple[str, ...]
    findings: tuple[Finding, ...]


class Planner(msgspec.Struct):
    """Plans one language after another; what all of them need is computed once."""

    project: Project
    texts: Texts
    selection: Selection
    waiting: Mapping[str, date]
    _indexes: dict[str, SegmentIndex] = msgspec.field(default_factory=dict)

    def plan(
        self, offered: SiteLanguage, stamp: str = "", *, keeps_markup: bool = False
    ) -> LanguagePlan:
        """What is to be done for the language by the engine with this stamp, if it is known.

        What people have rejected of that engine isn't asked for again. Only an engine that keeps
        markup is to translate messages that choose by plural or select.
        """
        root, code = self.project.root, offered.language.code
        reviewers = load_reviewers(root).reviewers.handles_for(code)
        inheritance = load_inheritance(root, code, self.texts)
        plans: list[DocumentPlan] = []
        closed: list[tuple[Translatable, Sequence[Segment]]] = []
        left: list[str] = []
        findings: list[Finding] = []
        for each in documents_of(self.texts, offered):
            name = each.document.name
            path = catalog_path(code, name)
            data = load_data(root, code, name)
            if self.selection.leaves(path) or not self._is_chosen(name):
                left += [path] if self.selection.leaves(path) else []
                closed += [] if data is None else [(each, each.document.segments)]
            elif (
                name != INTERFACE
                and inheritance == _NOTHING
                and (split := split_segments(self._index(each), each.document, data, reviewers))
            ):
                missing, translated = split
                closed += [(each, translated)] if translated else []
                plans += [self._make(each, missing, None, data)] if missing else []
            else:
                opened = open_catalog(root, code, each, inheritance)
                findings += opened.findings
                if opened.catalog is not None:
                    policy = self.project.settings.policy
                    wanted = plan_fill(each.document, opened.catalog, policy, stamp)
                    plans.append(self._make(each, wanted, opened, data))
        memory = self._remember(code, plans, closed, reviewers)
        plan = LanguagePlan(offered, (), memory, 0, 0, 0, tuple(left), tuple(findings))
        return _count(plan, plans, keeps_markup=keeps_markup)

    def _make(
        self,
        each: Translatable,
        wanted: tuple[Segment, ...],
        opened: Opened | None,
        data: bytes | None,
    ) -> DocumentPlan:
        since = self.waiting.get(each.document.path, UNKNOWN)
        return DocumentPlan(each, wanted, opened, since, digest_bytes(data or b""))

    def _is_chosen(self, name: str) -> bool:
        return not self.selection.documents or name in self.selection.documents

    def _index(self, each: Translatable) -> Callable[[], SegmentIndex]:
        """Gives the document's index, made once for all languages and only if it is needed."""

        def find() -> SegmentIndex:
            name = each.document.name
            if name not in self._indexes:
                self._indexes[name] = index_segments(each.document)
            return self._indexes[name]

        return find

    def _remember(
        self,
        code: str,
        plans: Sequence[DocumentPlan],
        closed: Sequence[tuple[Translatable, Sequence[Segment]]],
        reviewers: AbstractSet[str],
    ) -> Memory:
        """What the language has for the wanted texts; documents without any of them stay closed."""
        wanted = {key_of(segment) for plan in plans for segment in plan.wanted}
        known: dict[str, Catalog] = {
            plan.each.document.name: plan.opened.catalog
            for plan in plans
            if plan.opened is not None and plan.opened.catalog is not None
        }
        for each, translated in closed if wanted else ():
            if any(key_of(segment) in wanted for segment in translated):
                opened = open_catalog(self.project.root, code, each)
                if opened.catalog is not None:
                    known[each.document.name] = opened.catalog
        pairs: list[tuple[Document, Catalog]] = [
            (each.document, known[each.document.name])
            for each in self.texts.documents
            if each.document.name in known
        ]
        return remember(pairs, reviewers)


def key_of(segment: Segment) -> Key:
    """By what a translation is known again."""
    return (segment.syntax, segment.role, fingerprint(segment.source))


def split_segments(
    index: Callable[[], SegmentIndex],
    document: Document,
    data: bytes | None,
    reviewers: AbstractSet[str],
) -> tuple[tuple[Segment, ...], tuple[Segment, ...]] | None:
    """The segments without a translation, and those with one, where all is current and usual.

    Of those with one the machine has nothing to do. None where the file must be read closely.
    """
    if is_empty_catalog(data) or data is None:
        segments = document.segments
        return tuple([one for one in segments if has_words(one.source, one.syntax)]), ()
    found = read_current(index(), data, reviewers)
    # An obsolete entry may hold the words for what is missing.
    if found is None or (None in found and b"\n#~" in data):
        return None
    pairs = tuple(zip(document.segments, found, strict=True))
    return (
        tuple([segment for segment, translation in pairs if translation is None]),
        tuple([segment for segment, translation in pairs if translation is not None]),
    )


def is_empty_catalog(data: bytes | None) -> bool:
    """Whether a PO file holds sources only, as `waypost sync` writes them: no translation."""
    if data is None:
        return True
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    header = _HEADER.match(text)
    return header is not None and _EMPTY.fullmatch(text, header.end()) is not None


def _count(
    plan: LanguagePlan, documents: Sequence[DocumentPlan], *, keeps_markup: bool
) -> LanguagePlan:
    """The plan with its documents in order, and with what there is to do for an engine."""
    ordered = sorted(documents, key=lambda one: one.order)
    seen: set[Key] = set()
    segments = characters = recalled = 0
    for document in ordered:
        for segment in document.wanted:
            key = key_of(segment)
            if key in plan.memory.offers or key in seen:
                recalled += 1
                continue
            seen.add(key)
            if keeps_markup or not is_by_hand(segment.source, segment.syntax):
                segments += 1
                characters += len(segment.source)
    return replace(
        plan,
        documents=tuple(ordered),
        segments=segments,
        characters=characters,
        recalled=recalled,
    )
