"""`waypost review import`: files of vendors, clerks and the desk into the PO files.

Touches the disk: reads the files, reads and writes PO files.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from waypost.exchange.codes import LANGUAGE, TWICE, UNKNOWN, make_finding
from waypost.exchange.formats import parse_any
from waypost.exchange.parcel import MOST_BYTES, Incoming
from waypost.model.correction import Correction
from waypost.model.finding import Failure, Finding
from waypost.model.fingerprint import fingerprint
from waypost.model.replacing import replace
from waypost.model.site import SiteLanguage
from waypost.pipeline.catalogs import open_catalog
from waypost.pipeline.documents import (
    Texts,
    Translatable,
    documents_of,
    read_texts,
    require_readable,
)
from waypost.pipeline.import_findings import (
    describe_answer,
    find_slipped_files,
    name_place,
    shorten,
)
from waypost.pipeline.project import Project
from waypost.translation.catalog import Catalog
from waypost.translation.corrected import REFUSALS, Answer, Outcome, Terms, take_corrections
from waypost.translation.glossary import load_glossary, terms_of_content
from waypost.translation.near import drop_hints
from waypost.translation.reviewers import PATH, load_reviewers
from waypost.translation.store import load_catalog, save_catalog
from waypost.translation.suspects import Examiner, collect_owners

_NEAR = 70
_MOST_SUGGESTIONS = 50


class ImportWish(msgspec.Struct, frozen=True):
    """Which files are to be taken in, and on which terms."""

    files: tuple[Path, ...]
    handle: str = ""
    """Who stands by what the files say is reviewed."""
    may_replace: bool = False
    dry_run: bool = False


class ImportReport(msgspec.Struct):
    """What became of the files' texts."""

    findings: list[Finding] = msgspec.field(default_factory=list)
    outcomes: dict[Outcome, int] = msgspec.field(default_factory=dict)
    files: int = 0
    """PO files that were changed."""
    dry_run: bool = False
    misplaced: list[Incoming] = msgspec.field(default_factory=list)
    """The texts that are translations of others."""

    @property
    def summary(self) -> str:
        """One line for a person."""
        count = self.outcomes.get
        taken = count(Outcome.TAKEN, 0)
        parts = [f"{taken} translation{'' if taken == 1 else 's'} taken in"]
        if accepted := count(Outcome.ACCEPTED, 0):
            parts.append(f"{accepted} accepted")
        if kept := count(Outcome.KEPT, 0):
            parts.append(f"{kept} kept for an older source")
        parts.append(f"{count(Outcome.UNCHANGED, 0)} unchanged")
        refused = sum(count(one, 0) for one in REFUSALS)
        if refused:
            parts.append(f"{refused} not taken")
        verb = "would change" if self.dry_run else "changed"
        return f"{', '.join(parts)}. {self.files} PO file{'' if self.files == 1 else 's'} {verb}."

    def count(self, outcome: Outcome) -> None:
        """One more with this outcome."""
        self.outcomes[outcome] = self.outcomes.get(outcome, 0) + 1


def import_files(project: Project, wish: ImportWish) -> ImportReport:
    """The report of an import; what can be taken is, and every mistake is a finding.

    A Failure where the handle may not stamp in a language of the files; then nothing is written.
    """
    report = ImportReport(dry_run=wish.dry_run)
    texts = read_texts(project)
    require_readable(project, texts)
    incoming: list[Incoming] = []
    for path in wish.files:
        received = parse_any(path.as_posix(), _read(path))
        incoming += received.texts
        report.findings += received.findings
    offered = {one.language.code: one for one in project.settings.targets}
    by_language = _group_by_language(incoming, offered, report)
    if wish.handle:
        _require_reviewer(project, wish.handle, by_language)
    for code, found in by_language.items():
        _Importer(project, texts, offered[code], wish, report).take(found)
    report.findings += find_slipped_files(report.misplaced)
    return report


def _read(path: Path) -> bytes:
    """The file's bytes, one more than may be read at the most."""
    with open(path, "rb") as stream:
        return stream.read(MOST_BYTES + 1)


def _group_by_language(
    incoming: Iterable[Incoming], offered: Mapping[str, SiteLanguage], report: ImportReport
) -> dict[str, list[Incoming]]:
    """The texts by the site's languages; one finding for each other language of a file."""
    codes = {code.lower(): code for code in offered}
    groups: dict[str, list[Incoming]] = {}
    said: set[tuple[str, str]] = set()
    for one in incoming:
        named = one.correction.language
        code = codes.get(named.replace("_", "-").lower())
        if code is not None:
            groups.setdefault(code, []).append(one)
        elif (one.place.path, named) not in said:
            said.add((one.place.path, named))
            known = ", ".join(offered) or "none"
            message = f"the site doesn't translate into “{shorten(named)}”; offered: {known}"
            report.findings.append(make_finding(LANGUAGE, one.place, message))
    return groups


def _require_reviewer(project: Project, handle: str, languages: Iterable[str]) -> None:
    reviewers = load_reviewers(project.root).reviewers
    for code in languages:
        if handle not in reviewers.handles_for(code):
            known = ", ".join(sorted(reviewers.handles_for(code))) or "nobody yet"
            raise Failure(
                f"“{handle}” may not stamp in {code}. Nothing was written.",
                f"May stamp: {known}. Add the handle with its languages to {PATH}.",
            )


class _Importer(msgspec.Struct):
    """Takes the texts of one language."""

    project: Project
    texts: Texts
    offered: SiteLanguage
    wish: ImportWish
    report: ImportReport
    documents: dict[str, Translatable] = msgspec.field(default_factory=dict)
    sources: dict[str, str] = msgspec.field(default_factory=dict)
    """Where each source stands, by its fingerprint; filled when the first text isn't found."""
    suggestions: int = 0
    examiner: Examiner = msgspec.field(default_factory=Examiner)

    def __post_init__(self) -> None:
        found = documents_of(self.texts, self.offered)
        self.documents = {each.document.name: each for each in found}

    def take(self, incoming: Sequence[Incoming]) -> None:
        """All texts, a document at a time."""
        self.examiner = self._make_examiner([one.correction for one in incoming])
        groups: dict[str, list[Incoming]] = {}
        for one in self._without_contradictions(incoming):
            groups.setdefault(one.correction.document, []).append(one)
        for name, found in groups.items():
            each = self.documents.get(name)
            if each is None:
                for one in found:
                    self._tell(one, Answer(Outcome.UNKNOWN))
            else:
                self._take_document(each, found)

    def _make_examiner(self, corrections: Sequence[Correction]) -> Examiner:
        """What new texts are held against, as it is before anything is written."""
        if all(one.is_as_given for one in corrections):
            return Examiner()
        root, code = self.project.root, self.offered.language.code
        glossary, _ = load_glossary(root, code, terms_of_content(self.texts.shared))
        owners = collect_owners(self._load_catalogs(), corrections)
        return Examiner(self.project.settings.source.code, code, glossary, owners)

    def _load_catalogs(self) -> Iterator[tuple[str, Catalog]]:
        for name in self.documents:
            reading = load_catalog(self.project.root, self.offered.language.code, name)
            if reading is not None:
                yield name, reading.catalog

    def _without_contradictions(self, incoming: Sequence[Incoming]) -> list[Incoming]:
        """The texts, each once; of an address with two different ones none, and a finding."""
        groups: dict[tuple[str, str], list[Incoming]] = {}
        for one in incoming:
            key = (one.correction.document, one.correction.address)
            groups.setdefault(key, []).append(one)
        clear: list[Incoming] = []
        for (_, address), found in groups.items():
            # Whoever left it as it was given says nothing against another's words.
            said = [one for one in found if not one.correction.is_as_given] or found[:1]
            targets = {" ".join(one.correction.target.split()) for one in said}
            if len(targets) > 1:
                for one in said:
                    other = next(x for x in said if x.correction.target != one.correction.target)
                    message = f"{address}: another translation stands at {other.place}"
                    self.report.findings.append(make_finding(TWICE, one.place, message))
                    self.report.count(Outcome.BROKEN)
            else:
                clear.append(max(said, key=lambda one: one.correction.is_final))
        return clear

    def _take_document(self, each: Translatable, found: Sequence[Incoming]) -> None:
        code = self.offered.language.code
        opened = open_catalog(self.project.root, code, each)
        self.report.findings += opened.findings
        if opened.catalog is None:
            return
        terms = Terms(
            load_reviewers(self.project.root).reviewers.handles_for(code),
            self.project.day,
            self.wish.may_replace,
            self.wish.handle,
            self.examiner,
        )
        corrections = [one.correction for one in found]
        corrected = take_corrections(each.document, opened.catalog, corrections, terms)
        for one, answer in zip(found, corrected.answers, strict=True):
            self._tell(one, answer)
        if corrected.catalog == opened.catalog:
            return
        self.report.files += 1
        if not self.wish.dry_run:
            catalog = drop_hints(each.document, corrected.catalog)
            save_catalog(self.project.root, each.document.name, replace(catalog, language=code))

    def _tell(self, one: Incoming, answer: Answer) -> None:
        """Counts the outcome; a finding where the text wasn't taken as it was meant."""
        self.report.count(answer.outcome)
        if answer.outcome is Outcome.UNKNOWN:
            message = f"there is no text at {name_place(one.correction)}"
            mend = self._find_near(one.correction)
            self.report.findings.append(make_finding(UNKNOWN, one.place, message, mend))
            return
        if answer.outcome is Outcome.MISPLACED:
            self.report.misplaced.append(one)
        self.report.findings += describe_answer(one, answer)

    def _find_near(self, correction: Correction) -> str:
        """Where the text may be meant to go; "" where nothing is alike."""
        self.suggestions += 1
        if self.suggestions > _MOST_SUGGESTIONS:
            return ""
        if not self.sources:
            self.sources = {
                fingerprint(segment.source): f"{name} at {segment.address}"
                for name, each in self.documents.items()
                for segment in each.document.segments
            }
        place = self.sources.get(fingerprint(correction.source))
        if place is not None:
            return f"The same source stands in {place}."
        from rapidfuzz import fuzz, process

        own = self.documents.get(correction.document)
        if own is None:
            near = process.extractOne(
                correction.document, list(self.documents), scorer=fuzz.ratio, score_cutoff=_NEAR
            )
            return "" if near is None else f"Did you mean the document {near[0]}?"
        addresses = [segment.address for segment in own.document.segments]
        near = process.extractOne(
            correction.address, addresses, scorer=fuzz.ratio, score_cutoff=_NEAR
        )
        return "" if near is None else f"Did you mean the address {near[0]}?"
