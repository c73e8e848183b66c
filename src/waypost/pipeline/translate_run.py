"""One language's texts sent to an engine: batch by batch, saved as they come, nothing asked twice.

Whatever ends the run, all that was translated by then is saved.
"""

from __future__ import annotations

import re
import time
from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from waypost.files.digest import digest_bytes
from waypost.model.finding import Code, Finding, Place, Severity
from waypost.model.glossary import Glossary
from waypost.model.text import Segment, Syntax
from waypost.pipeline.catalogs import open_catalog
from waypost.pipeline.progress import Progress
from waypost.pipeline.project import Project
from waypost.pipeline.rates import Rate
from waypost.pipeline.shown_facts import SiteValues
from waypost.pipeline.text_context import find_context
from waypost.pipeline.translate_plan import DocumentPlan, LanguagePlan, key_of
from waypost.translation import catalog_codes as codes
from waypost.translation.catalog import Catalog
from waypost.translation.encodings import ENCODINGS, Encoding
from waypost.translation.engines.protocol import Engine, EngineCrash
from waypost.translation.fill import apply_machine, plan_fill
from waypost.translation.machine import BY_HAND, Context, is_by_hand, translate_segments
from waypost.translation.machine_codes import EMPHASIS
from waypost.translation.memory import Key, recall_all
from waypost.translation.near import drop_hints
from waypost.translation.po_syntax import unescape_string
from waypost.translation.quality.judge import judge_page
from waypost.translation.quality.pair import Pair
from waypost.translation.store import catalog_path, load_data, save_catalog

_BATCH = 48
"""Segments between two looks at the clock and the limit."""
_SAVE_EVERY = 192
"""Segments of a long document after which it is saved, finished or not."""
_SAVE_SECONDS = 30.0
_MOST_CRASHES = 8
"""Without one good answer between them: then it is not the texts."""
_ADDRESS = re.compile(r'^msgctxt "(.*)"$')
_CRASHED = "the engine crashed on it"
_MEND_BY_HAND = "Translate it by hand; plural forms are not sent to engines."


class Budget(msgspec.Struct):
    """What a run may still do; None is without limit."""

    segments: int | None = None
    ends: float | None = None
    """By the monotonic clock."""

    @property
    def is_spent(self) -> bool:
        """Whether nothing more may be sent."""
        over = self.ends is not None and time.monotonic() >= self.ends
        return over or (self.segments is not None and self.segments <= 0)

    def take(self, wanted: int) -> int:
        """How many segments may be sent now, of so many."""
        if self.segments is None:
            return wanted
        taken = min(wanted, self.segments)
        self.segments -= taken
        return taken


class LanguageResult(msgspec.Struct, frozen=True):
    """What was done for one language."""

    findings: tuple[Finding, ...]
    translated: int
    recalled: int
    refused: int
    waiting: int
    """Segments that the limit left for the next run."""
    written: int
    """Files."""
    rate: Rate
    ways: Counter[str]
    """How many texts came out right by which way."""


class LanguageRun(msgspec.Struct):
    """The state of one language's run."""

    project: Project
    plan: LanguagePlan
    engine: Engine
    budget: Budget
    progress: Progress
    glossary: Glossary | None = None
    encodings: Sequence[Encoding] = ENCODINGS
    values: SiteValues | None = None
    _document: str = ""
    """The one whose turn it is."""
    _said: dict[Key, str] = msgspec.field(default_factory=dict)
    """What the engine has said in this run, by what it is known by."""
    _refused: dict[Key, str] = msgspec.field(default_factory=dict)
    """Why there is none for a text."""
    _barred: dict[Key, str] = msgspec.field(default_factory=dict)
    """What the engine said in another language: it counts where the next page is judged."""
    _emphasis: dict[Key, tuple[str, ...]] = msgspec.field(default_factory=dict)
    """The emphasised words whose place a person must look at."""
    _findings: list[Finding] = msgspec.field(default_factory=list)
    _ways: dict[Key, str] = msgspec.field(default_factory=dict)
    _counts: Counter[str] = msgspec.field(default_factory=Counter)
    _seconds: float = 0.0
    _characters: int = 0
    _crashes: int = 0
    _saved: float = msgspec.field(default_factory=time.monotonic)
    _catalog: Catalog = msgspec.field(default_factory=lambda: Catalog(""))
    """The catalogue that is being filled."""
    _seen: str = ""
    """Digest of its file as this run has read or written it."""

    @property
    def _code(self) -> str:
        return self.plan.offered.language.code

    def translate(self) -> LanguageResult:
        """What was done; Failure if the engine breaks, after saving what it said before."""
        self._findings += self.plan.findings
        self.progress.begin(self.plan.offered.language.english, self.plan.segments)
        for document in self.plan.documents:
            self._translate_document(document)
        count = self._counts
        return LanguageResult(
            tuple(self._findings),
            count["translated"],
            count["recalled"],
            count["refused"],
            count["waiting"],
            count["written"],
            Rate(self._characters, self._seconds),
            Counter(self._ways.values()),
        )

    @property
    def rate(self) -> Rate:
        """What was measured so far: it is true of a run that broke off too."""
        return Rate(self._characters, self._seconds)

    def _translate_document(self, plan: DocumentPlan) -> None:
        self._seen = self._digest(plan) if plan.opened is None else plan.digest
        self._document = plan.each.document.name
        opened = plan.opened or open_catalog(self.project.root, self._code, plan.each)
        if opened.catalog is None:
            self._findings += opened.findings
            return
        wanted = plan.wanted
        if plan.opened is None:
            policy = self.project.settings.policy
            wanted = plan_fill(plan.each.document, opened.catalog, policy)
        self._catalog, unknown = recall_all(opened.catalog, wanted, self.plan.memory)
        self._counts["recalled"] += len(wanted) - len(unknown)
        asked = {key_of(each): each for each in reversed(unknown)}
        new = [each for key, each in reversed(asked.items()) if not self._is_known(key)]
        new = self._leave_to_people(new)
        fresh = {key_of(each) for each in new}
        since = 0
        try:
            for batch in self._batches(new):
                self._ask(batch)
                since += len(batch)
                if since >= _SAVE_EVERY or time.monotonic() - self._saved > _SAVE_SECONDS:
                    self._save(plan, unknown)
                    since = 0
        finally:
            # Also when the engine broke or somebody stopped the run.
            self._save(plan, unknown)
            self._refuse(unknown, self._judge(unknown))
        self._tell(plan, unknown, fresh)

    def _is_known(self, key: Key) -> bool:
        return key in self._said or key in self._refused

    def _batches(self, segments: Sequence[Segment]) -> Iterator[Sequence[Segment]]:
        """Segments of one syntax at a time, until the limit."""
        for syntax in Syntax:
            left = [each for each in segments if each.syntax is syntax]
            while left and not self.budget.is_spent:
                count = self.budget.take(min(_BATCH, len(left)))
                yield left[:count]
                left = left[count:]

    def _ask(self, batch: Sequence[Segment]) -> None:
        """What the engine says of the batch is known; one text that crashes it is refused."""
        started = time.monotonic()
        try:
            self._translate(batch)
        except EngineCrash as crash:
            self._crashes += 1
            if self._crashes >= _MOST_CRASHES:
                raise
            if len(batch) == 1:
                self._refused[key_of(batch[0])] = f"{_CRASHED}: {crash.message}"
                self.progress.advance(1)
                return
            middle = len(batch) // 2
            self._ask(batch[:middle])
            self._ask(batch[middle:])
            return
        self._crashes = 0
        self._seconds += time.monotonic() - started
        self._characters += sum(len(each.source) for each in batch)
        self.progress.advance(len(batch))

    def _translate(self, batch: Sequence[Segment]) -> None:
        texts = [each.source for each in batch]
        source, syntax = self.project.settings.source.code, batch[0].syntax
        results = translate_segments(
            self.engine,
            texts,
            source,
            self._code,
            syntax=syntax,
            glossary=self.glossary,
            encodings=self.encodings,
            contexts={each.source: self._find_context(each) for each in batch},
        )
        for segment, one in zip(batch, results, strict=True):
            if one.emphasis:
                self._emphasis[key_of(segment)] = one.emphasis
            if one.text is None:
                self._refused[key_of(segment)] = one.fault
            else:
                self._said[key_of(segment)] = one.text
                self._ways[key_of(segment)] = one.way.value

    def _find_context(self, segment: Segment) -> Context:
        if self.values is None:
            return Context(segment.role, {})
        source = self.project.settings.source.code
        return find_context(self.values, self._document, segment, source, self._code)

    def _save(self, plan: DocumentPlan, unknown: Sequence[Segment]) -> None:
        if not self._follow(plan):
            return
        catalog = self._catalog
        results = {
            each.address: self._said[key] for each in unknown if (key := key_of(each)) in self._said
        }
        if results and not self._judge(unknown):
            stamp = self.engine.stamp(self.project.settings.source.code, self._code)
            catalog = apply_machine(catalog, results, stamp)
        catalog = drop_hints(plan.each.document, catalog)
        self._counts["written"] += save_catalog(self.project.root, plan.each.document.name, catalog)
        self._seen = self._digest(plan)
        self._saved = time.monotonic()

    def _leave_to_people(self, new: Sequence[Segment]) -> list[Segment]:
        """Those for the engine; of the others it is known why the engine isn't asked."""
        if self.engine.keeps_markup:
            return list(new)
        left = [each for each in new if is_by_hand(each.source, each.syntax)]
        self._refused.update((key_of(each), BY_HAND) for each in left)
        return [each for each in new if key_of(each) not in self._refused]

    def _judge(self, unknown: Sequence[Segment]) -> str:
        """Why the engine's texts of a document can't be written, all together; "" if they can."""
        if self.engine.keeps_markup:
            return ""
        source, glossary = self.project.settings.source.code, self.glossary or Glossary(self._code)
        known = self._said | self._barred
        pairs = [
            Pair(each.source, said, each.syntax, each.role, source, self._code, glossary)
            for each in unknown
            if (said := known.get(key_of(each))) is not None
        ]
        defects = (one for _, one in judge_page(pairs) if one.is_blocking)
        return next((f"{one.code.id} {one.message}" for one in defects), "")

    def _refuse(self, unknown: Sequence[Segment], fault: str) -> None:
        """None of the engine's texts is known any longer, if there is a fault."""
        for key in {key_of(each) for each in unknown} & self._said.keys() if fault else ():
            self._refused[key] = fault
            self._barred[key] = self._said.pop(key)
            self._ways.pop(key, None)
            self._emphasis.pop(key, None)

    def _follow(self, plan: DocumentPlan) -> bool:
        """Whether the document may be written, as it is if somebody has saved it meanwhile.

        Her file is left alone where it can't be read whole.
        """
        if self._digest(plan) == self._seen:
            return True
        opened = open_catalog(self.project.root, self._code, plan.each)
        if opened.catalog is None:
            self._findings += opened.findings
            return False
        policy = self.project.settings.policy
        wanted = plan_fill(plan.each.document, opened.catalog, policy)
        self._catalog = recall_all(opened.catalog, wanted, self.plan.memory)[0]
        return True

    def _digest(self, plan: DocumentPlan) -> str:
        """Of the file as it is now."""
        data = load_data(self.project.root, self._code, plan.each.document.name)
        return digest_bytes(data or b"")

    def _tell(self, plan: DocumentPlan, unknown: Sequence[Segment], fresh: set[Key]) -> None:
        """The counts of a document, and a finding at the entry of each text that was refused."""
        refused = [each for each in unknown if key_of(each) in self._refused]
        doubtful = [each for each in unknown if key_of(each) in self._emphasis]
        name = plan.each.document.name
        path = catalog_path(self._code, name)
        is_told = bool(refused or doubtful)
        lines = find_lines(load_data(self.project.root, self._code, name)) if is_told else {}
        for each in refused:
            reason = self._refused[key_of(each)] or "the engine's text can't be trusted"
            message = f"“{each.address}” was not translated: {reason}"
            mend = _MEND_BY_HAND if reason == BY_HAND else codes.REFUSED.mend
            self._add(Place(path, lines.get(each.address, 1)), codes.REFUSED, message, mend)
        for each in doubtful:
            words = ", ".join(f"“{word}”" for word in self._emphasis[key_of(each)])
            message = f"“{each.address}”: look where the emphasis on {words} stands now"
            place = Place(path, lines.get(each.address, 1))
            self._add(place, EMPHASIS, message, EMPHASIS.mend)
        self._counts["refused"] += len(refused)
        for each in unknown:
            key = key_of(each)
            if key in self._said:
                self._counts["translated" if key in fresh else "recalled"] += 1
            elif key not in self._refused:
                self._counts["waiting"] += 1

    def _add(self, place: Place, code: Code, message: str, mend: str) -> None:
        self._findings.append(Finding(place, code.id, message, mend, Severity.WARNING))


def find_lines(data: bytes | None) -> dict[str, int]:
    """The line of each entry's msgctxt in a PO file that Waypost wrote, by address."""
    lines: dict[str, int] = {}
    for number, line in enumerate((data or b"").decode("utf-8", "replace").split("\n"), start=1):
        if (match := _ADDRESS.match(line)) is not None:
            lines.setdefault(unescape_string(match[1]), number)
    return lines
