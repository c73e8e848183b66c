"""The gate between a site and its readers: full languages with all that must be reviewed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date
from fnmatch import fnmatchcase
from typing import Final

import msgspec

from waypost.config.codes import UNKNOWN_CODE, UNKNOWN_PATH
from waypost.config.settings import Settings
from waypost.content.parsed import found as make_finding
from waypost.content.parsed import suggest
from waypost.model.finding import BrokenSource, Code, Finding
from waypost.model.language import Tier
from waypost.model.site import SiteLanguage
from waypost.model.tally import Exempted
from waypost.model.text import Document
from waypost.model.translation import Translation
from waypost.pipeline.project import Project
from waypost.site.words import (
    INTERPRETER_WORDS,
    NOTE_WORDS,
    interface_document,
    words_of,
)
from waypost.translation.gate import (
    UNREVIEWED_GUIDE,
    UNREVIEWED_INTERPRETER,
    UNREVIEWED_NOTE,
    Required,
    check_required,
    pair_up,
)
from waypost.translation.index import SegmentIndex, index_segments
from waypost.translation.reviewers import Reviewers
from waypost.translation.state import resolve_file
from waypost.translation.store import catalog_path, has_catalogue_name, load_data

_WHAT: Final = {
    UNREVIEWED_GUIDE.id: "guides",
    UNREVIEWED_INTERPRETER.id: "interpreter",
    UNREVIEWED_NOTE.id: "notes",
}


class CrisisGuide(msgspec.Struct, frozen=True):
    """A guide for people in danger: its texts, and the phrases that it uses."""

    title: str
    document: Document
    phrases: tuple[str, ...]


def gated_languages(settings: Settings) -> tuple[SiteLanguage, ...]:
    """The languages that promise every page in translation."""
    return tuple(one for one in settings.targets if one.tier is Tier.FULL)


class Gate(msgspec.Struct, frozen=True):
    """What is asked of every full language of a site."""

    project: Project
    guides: tuple[CrisisGuide, ...]
    phrases: Document | None
    reviewers: Reviewers
    indexes: dict[str, SegmentIndex] = msgspec.field(default_factory=dict)
    """Documents that are indexed already; the gate adds to them."""

    def check(self, offered: SiteLanguage) -> tuple[Finding, ...]:
        """What nobody has reviewed in a language though it must be."""
        reader = _Reader(self, offered.language.code)
        guides = [each for each in self.guides if has_catalogue_name(each.document.name)]
        findings: list[Finding] = []
        for guide in guides:
            findings += reader.check(guide.document, f"“{guide.title}” is a crisis guide")
        used = dict.fromkeys(name for guide in guides for name in guide.phrases)
        if self.phrases is not None and used:
            findings += reader.check(self.phrases, "crisis guides use these phrases", used)
        settings, notes = self.project.settings, list(NOTE_WORDS)
        notes.append("not_translated" if settings.interpreter else "not_translated_no_phone")
        if settings.emergency:
            notes.append("emergency")
        findings += reader.check_words(UNREVIEWED_NOTE, "the notes on pages", notes)
        if settings.interpreter:
            code, what = UNREVIEWED_INTERPRETER, "the sentences about interpreters"
            findings += reader.check_words(code, what, INTERPRETER_WORDS)
        return tuple(findings)

    def index(self, document: Document) -> SegmentIndex:
        """The index of a document, the same for every language."""
        index = self.indexes.get(document.name)
        if index is None:
            index = self.indexes[document.name] = index_segments(document)
        return index


class _Reader:
    """The translations of one language, each file read once."""

    def __init__(self, gate: Gate, code: str) -> None:
        self._gate, self._code = gate, code
        self._handles = gate.reviewers.handles_for(code)
        self._found: dict[str, Mapping[str, Translation | None]] = {}

    def check(
        self, document: Document, what: str, only: Collection[str] | None = None
    ) -> Iterator[Finding]:
        index = self._gate.index(document)
        sources = {
            segment.address: segment.source
            for at, segment in enumerate(document.segments)
            if index.wordless[at] is None and (only is None or segment.address in only)
        }
        path = catalog_path(self._code, document.name)
        required = Required(UNREVIEWED_GUIDE, path, self._code, what, sources)
        yield from check_required(required, self._read(document))

    def check_words(self, code: Code, what: str, names: Sequence[str]) -> Iterator[Finding]:
        document = interface_document()
        own = words_of(self._code, self._read(document))
        sources = {each.address: each.source for each in document.segments if each.address in names}
        path = catalog_path(self._code, document.name)
        yield from check_required(Required(code, path, self._code, what, sources), own)

    def _read(self, document: Document) -> Mapping[str, Translation | None]:
        if document.name not in self._found:
            index, found, data = self._gate.index(document), None, None
            with suppress(BrokenSource):  # Its finding is told with all the others.
                data = load_data(self._gate.project.root, self._code, document.name)
            if data is not None:
                found = resolve_file(index, data, self._handles)
            addresses = [segment.address for segment in document.segments]
            self._found[document.name] = pair_up(addresses, found or index.wordless)
        return self._found[document.name]


def name_exempted(
    project: Project, findings: Iterable[Finding], guides: Mapping[str, str]
) -> tuple[Exempted, ...]:
    """What the gate has found and the settings tolerate on the day, to be told to readers.

    `guides` are the crisis guides: document → id.
    """
    told: dict[tuple[str, str, str, date], list[str]] = {}
    for finding in findings:
        for one in project.settings.exemptions:
            if one.until >= project.day and one.covers(finding):
                _, language, document = finding.place.path.removesuffix(".po").split("/", 2)
                key = (language, _WHAT[finding.code], one.reason, one.until)
                named = [guides[document]] if document in guides else []
                told.setdefault(key, []).extend(named)
                break
    return tuple(
        Exempted(language, what, tuple(ids) or tuple(guides.values()), reason, until)
        for (language, what, reason, until), ids in told.items()
    )


def check_exemptions(project: Project, paths: Collection[str]) -> Iterator[Finding]:
    """A finding for each exemption of a code or a file that there isn't.

    `paths` are those at which something can be found.
    """
    if not project.settings.exemptions:
        return
    from waypost.pipeline.codes import ALL_CODES

    codes = [code.id for code in ALL_CODES]
    for one in project.settings.exemptions:
        if one.code not in codes:
            message = f"there is no code “{one.code}”"
            hint = f"{UNKNOWN_CODE.mend}{suggest(one.code, codes)}"
            yield make_finding(UNKNOWN_CODE, one.place, message, hint)
        elif not any(fnmatchcase(path, one.path) for path in paths):
            message = f"no file of the site is “{one.path}”"
            yield make_finding(UNKNOWN_PATH, one.place, message)
