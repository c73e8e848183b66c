"""`waypost translate`: machine drafts for what is missing or stale, the most urgent first."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from difflib import get_close_matches
from pathlib import Path

import msgspec

from waypost.model.finding import Failure, Finding
from waypost.model.site import SiteLanguage
from waypost.pipeline.catalogs import choose_languages
from waypost.pipeline.documents import Texts, read_texts, require_readable
from waypost.pipeline.options import CACHE
from waypost.pipeline.progress import Progress
from waypost.pipeline.project import Project
from waypost.pipeline.rates import load_rates, save_rate
from waypost.pipeline.shown_facts import SiteValues
from waypost.pipeline.translate_plan import LanguagePlan, Planner, Selection
from waypost.pipeline.translate_report import (
    Cost,
    TranslateReport,
    describe_costs,
    report_costs,
    report_parts,
)
from waypost.pipeline.translate_run import Budget, LanguageResult, LanguageRun
from waypost.pipeline.waiting import find_waiting
from waypost.pipeline.workers import available_jobs, map_forked
from waypost.translation.engines.choice import Setup, find_choice
from waypost.translation.engines.protocol import Engine, MissingPair
from waypost.translation.glossary import load_glossary, terms_of_content
from waypost.translation.mark_choices import choose_encodings, load_choices


class EngineChoice(msgspec.Struct, frozen=True):
    """Which engine, and where its packs lie."""

    name: str
    """"" for the one that the settings name for each language."""
    packs: Path


class RunOptions(msgspec.Struct, frozen=True):
    """What a run is limited to."""

    guides: tuple[str, ...] = ()
    """Names of documents, or of guides; all where none is given."""
    left: frozenset[str] = frozenset()
    """Paths that somebody else is changing."""
    segments: int | None = None
    minutes: float | None = None
    index: str | None = None
    """Where packs that are missing may be downloaded from; nothing is, where it is None."""


def make_engine(choice: EngineChoice, root: Path) -> Engine:
    """The engine of the choice; it starts its process when the first text comes."""
    return find_choice(choice.name).make(Setup(choice.packs, root / CACHE))


def translate_project(
    project: Project,
    languages: tuple[str, ...],
    choice: EngineChoice,
    *,
    dry_run: bool,
    options: RunOptions | None = None,
    announce: Callable[[str], None] = lambda _: None,
) -> TranslateReport:
    """The report of a run over the languages named, or over all.

    `announce` is told what the run will cost before it starts. Raises Failure when the engine
    isn't there or breaks; what it said until then is saved.
    """
    options = options or RunOptions()
    texts = read_texts(project)
    require_readable(project, texts)
    chosen = choose_languages(project.settings, languages)
    selection = Selection(find_documents(texts, options.guides), options.left)
    waiting = {} if dry_run else find_waiting(project.root, project.settings.content, texts)
    work = _Work(project, choice, options, Planner(project, texts, selection, waiting), dry_run)
    found = (*project.findings, *texts.findings)
    if dry_run:
        return work.count(chosen, found, is_named=bool(languages))
    if all(find_choice(work.engine_for(each)).is_model for each in chosen):
        return work.run(chosen, found, announce, is_named=bool(languages))
    jobs = available_jobs(None) if not work.is_limited else 1
    parts = map_forked(work.run_quick, chosen, jobs)
    return report_parts(parts, found, ())


class _Work(msgspec.Struct, frozen=True):
    project: Project
    choice: EngineChoice
    options: RunOptions
    planner: Planner
    is_dry: bool

    @property
    def is_limited(self) -> bool:
        return self.options.segments is not None or self.options.minutes is not None

    def engine_for(self, offered: SiteLanguage) -> str:
        code = offered.language.code
        return self.choice.name or self.project.settings.translate.engine_for(code)

    def make_engine(self, offered: SiteLanguage) -> Engine:
        choice = EngineChoice(self.engine_for(offered), self.choice.packs)
        return make_engine(choice, self.project.root)

    def plan(self, offered: SiteLanguage) -> LanguagePlan:
        """What its engine is to do for the language; without the engine, what any would do."""
        engine = self.make_engine(offered)
        try:
            source = self.project.settings.source.code
            stamp = engine.stamp(source, offered.language.code)
        except Failure:
            stamp = ""
        finally:
            engine.close()
        return self.planner.plan(offered, stamp, keeps_markup=engine.keeps_markup)

    def estimate(self, offered: SiteLanguage) -> Cost:
        plan = self.plan(offered)
        code, engine = offered.language.code, self.engine_for(offered)
        rate = load_rates(self.project.root).get(f"{engine} {code}")
        seconds = None if rate is None else rate.seconds_for(plan.characters)
        return Cost(
            code,
            engine,
            plan.segments,
            plan.characters,
            plan.recalled,
            seconds,
            plan.left,
            plan.findings,
        )

    def count(
        self, chosen: Sequence[SiteLanguage], found: tuple[Finding, ...], *, is_named: bool
    ) -> TranslateReport:
        """What a run would do; it raises the Failure that the run would end with at once."""
        costs = map_forked(self.estimate, chosen, available_jobs(None))
        able, skipped = self._find_able(chosen, costs, is_named=is_named)
        codes = {one.language.code for one in able}
        due = [cost for cost in costs if cost.language in codes]
        return report_costs(due, found, skipped)

    def run_quick(self, offered: SiteLanguage) -> tuple[LanguagePlan, LanguageResult]:
        """One language, with an engine that needs neither minutes nor the whole machine."""
        with Progress(shown=False) as progress:
            return self._run(self.plan(offered), self.budget(), progress)

    def run(
        self,
        chosen: Sequence[SiteLanguage],
        found: tuple[Finding, ...],
        announce: Callable[[str], None],
        *,
        is_named: bool,
    ) -> TranslateReport:
        """One language after another, with models."""
        costs = map_forked(self.estimate, chosen, available_jobs(None))
        self._fetch_packs(chosen, costs)
        able, skipped = self._find_able(chosen, costs, is_named=is_named)
        due = [cost for cost in costs if cost.language in {one.language.code for one in able}]
        if any(cost.segments for cost in due):
            announce(describe_costs(due))
        budget = self.budget()
        with Progress(shown=True) as progress:
            parts = [self._run(self.plan(one), budget, progress) for one in able]
        return report_parts(parts, found, skipped)

    def budget(self) -> Budget:
        minutes = self.options.minutes
        ends = None if minutes is None else time.monotonic() + 60 * minutes
        return Budget(self.options.segments, ends)

    def _fetch_packs(self, chosen: Sequence[SiteLanguage], costs: Sequence[Cost]) -> None:
        """The packs that are needed and missing, from the index that somebody has named."""
        codes = [
            one.language.code
            for one, cost in zip(chosen, costs, strict=True)
            if cost.segments and cost.engine == "argos"
        ]
        if self.options.index is not None and codes:
            from waypost.translation.engines.packs_index import fetch_packs

            source = self.project.settings.source.code
            fetch_packs(self.options.index, self.choice.packs, source, codes)

    def _find_able(
        self, chosen: Sequence[SiteLanguage], costs: Sequence[Cost], *, is_named: bool
    ) -> tuple[list[SiteLanguage], tuple[str, ...]]:
        """The languages whose engine has what it needs, and why the others are skipped.

        Raises Failure where it is a language that was asked for by name, or none is left.
        """
        able: list[SiteLanguage] = []
        skipped: list[str] = []
        missing: MissingPair | None = None
        source = self.project.settings.source.code
        for offered, cost in zip(chosen, costs, strict=True):
            code = offered.language.code
            try:
                if cost.segments and not self._is_fetched(cost):
                    self.make_engine(offered).stamp(source, code)
                able.append(offered)
            except MissingPair as failure:
                missing = failure
                skipped.append(f"{code} was skipped: {failure.message}. {failure.mend}")
        if missing is not None and (is_named or not able):
            raise missing
        return able, tuple(skipped)

    def _is_fetched(self, cost: Cost) -> bool:
        """Whether the run downloads what its engine lacks for the language."""
        return self.is_dry and self.options.index is not None and cost.engine == "argos"

    def _run(
        self, plan: LanguagePlan, budget: Budget, progress: Progress
    ) -> tuple[LanguagePlan, LanguageResult]:
        engine = self.make_engine(plan.offered)
        root, code = self.project.root, plan.offered.language.code
        terms = terms_of_content(self.planner.texts.shared)
        glossary, _ = load_glossary(root, code, terms)
        source = self.project.settings.source.code
        encodings = choose_encodings(load_choices(root), engine.name, source, code)
        values = SiteValues(self.project, self.planner.texts)
        run = LanguageRun(self.project, plan, engine, budget, progress, glossary, encodings, values)
        try:
            return plan, run.translate()
        finally:
            save_rate(self.project.root, engine.name, code, run.rate)
            engine.close()


def find_documents(texts: Texts, names: Sequence[str]) -> frozenset[str]:
    """The documents that are meant: `guides/renew-license`, or only `renew-license`.

    Raises Failure for a name that none has.
    """
    known = {each.document.name for each in texts.documents}
    by_last = {name.rpartition("/")[2]: name for name in sorted(known, reverse=True)}
    found: set[str] = set()
    for name in names:
        if name not in known and name not in by_last:
            near = get_close_matches(name, [*by_last, *known], n=1)
            hint = f"Did you mean {near[0]}? " if near else ""
            raise Failure(
                f"there is no document “{name}” to translate",
                f"{hint}Name a guide as its file is named, or a document such as topics.",
            )
        found.add(name if name in known else by_last[name])
    return frozenset(found)
