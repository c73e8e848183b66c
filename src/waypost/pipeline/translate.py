"""`waypost translate`: machine drafts for what is missing or stale, file by file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from waypost.model.finding import Finding, Place, Severity
from waypost.model.site import SiteLanguage
from waypost.model.text import Segment, Syntax
from waypost.pipeline.catalogs import Opened, choose_languages, load_inheritance, open_catalog
from waypost.pipeline.documents import Texts, documents_of, read_texts, require_readable
from waypost.pipeline.options import CACHE
from waypost.pipeline.project import Project
from waypost.pipeline.workers import available_jobs, map_forked
from waypost.translation import codes
from waypost.translation.catalog import Catalog
from waypost.translation.engines.protocol import Engine
from waypost.translation.fill import apply_machine, plan_fill
from waypost.translation.machine import translate_segments
from waypost.translation.memory import recall_all, remember
from waypost.translation.reviewers import load_reviewers
from waypost.translation.store import catalog_path, save_catalog

_BATCH = 48
"""Segments between two looks at the progress; a file is saved when all of its are there."""


@dataclass(frozen=True, slots=True)
class EngineChoice:
    """Which engine, and where its packs lie."""

    name: str
    packs: Path


@dataclass(frozen=True, slots=True)
class TranslateReport:
    """What a run did, or would do."""

    findings: tuple[Finding, ...]
    segments: int
    characters: int
    recalled: int
    written: int
    refused: int
    dry_run: bool

    @property
    def summary(self) -> str:
        """A line or two for a person."""
        if self.dry_run:
            return (
                f"{self.segments} segments ({self.characters} characters) to translate; "
                f"{self.recalled} more are known from other documents. Nothing was written."
            )
        refused = f", {self.refused} refused (the source stands)" if self.refused else ""
        return (
            f"{self.segments - self.refused} segments translated{refused}; "
            f"{self.recalled} taken from other documents; {self.written} files written."
        )


def translate_project(
    project: Project, languages: tuple[str, ...], choice: EngineChoice, *, dry_run: bool
) -> TranslateReport:
    """The report of a run over the languages named, or over all.

    Raises Failure when the engine isn't there or breaks; every file saved until then stays.
    """
    texts = read_texts(project)
    require_readable(project, texts)
    chosen = choose_languages(project.settings, languages)
    jobs = available_jobs(None) if choice.name == "pseudo" or dry_run else 1
    with _Progress(len(chosen)) as progress:

        def work(offered: SiteLanguage) -> TranslateReport:
            return _Run(project, texts, choice, progress).translate(offered, dry_run=dry_run)

        parts = map_forked(work, chosen, jobs)
    return TranslateReport(
        (*project.findings, *texts.findings, *(one for part in parts for one in part.findings)),
        sum(part.segments for part in parts),
        sum(part.characters for part in parts),
        sum(part.recalled for part in parts),
        sum(part.written for part in parts),
        sum(part.refused for part in parts),
        dry_run,
    )


class _Progress:
    """A bar for people at a terminal; silent elsewhere."""

    def __init__(self, languages: int) -> None:
        from rich.console import Console
        from rich.progress import (
            BarColumn,
            MofNCompleteColumn,
            Progress,
            TextColumn,
            TimeRemainingColumn,
        )

        self._bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("segments"),
            TimeRemainingColumn(),
            console=Console(stderr=True),
            disable=languages == 0 or not Console(stderr=True).is_terminal,
        )
        self._task = self._bar.add_task("", total=0)

    def __enter__(self) -> _Progress:
        self._bar.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._bar.stop()

    def begin(self, name: str, total: int) -> None:
        """A new language."""
        self._bar.reset(self._task, description=name, total=total)

    def advance(self, count: int) -> None:
        """Some segments are done."""
        self._bar.advance(self._task, count)


def make_engine(choice: EngineChoice, root: Path) -> Engine:
    """The engine of the choice; it starts its process when the first text comes."""
    if choice.name == "pseudo":
        from waypost.translation.engines.pseudo import PseudoEngine

        return PseudoEngine()
    from waypost.translation.engines.argos import ArgosEngine

    return ArgosEngine(choice.packs, cache=root / CACHE / "argos")


@dataclass(frozen=True, slots=True)
class _Run:
    project: Project
    texts: Texts
    choice: EngineChoice
    progress: _Progress

    def translate(self, offered: SiteLanguage, *, dry_run: bool) -> TranslateReport:
        project, code = self.project, offered.language.code
        reviewers = load_reviewers(project.root).reviewers.handles_for(code)
        documents = documents_of(self.texts, offered)
        inheritance = load_inheritance(project.root, code, self.texts)
        opened = [open_catalog(project.root, code, each, inheritance) for each in documents]
        findings = [finding for one in opened for finding in one.findings]
        memory = remember(
            [(one.each.document, one.catalog) for one in opened if one.catalog is not None],
            reviewers,
        )
        plans: list[tuple[Opened, Catalog, tuple[Segment, ...]]] = []
        recalled = 0
        for one in opened:
            if one.catalog is None:
                continue
            wanted = plan_fill(one.each.document, one.catalog, project.settings.policy)
            catalog, unknown = recall_all(one.catalog, wanted, memory)
            recalled += len(wanted) - len(unknown)
            plans.append((one, catalog, unknown))
        total = sum(len(unknown) for _, _, unknown in plans)
        characters = sum(len(each.source) for _, _, unknown in plans for each in unknown)
        written = refused = 0
        if not dry_run:
            engine = make_engine(self.choice, project.root)
            try:
                self.progress.begin(offered.language.english, total)
                for one, catalog, unknown in plans:
                    name = one.each.document.name
                    results = self._ask(engine, code, unknown) if unknown else {}
                    failed = [each for each in unknown if each.address not in results]
                    refused += len(failed)
                    if failed:
                        findings.append(_describe_refusal(code, name, failed))
                    done = catalog
                    if results:
                        stamp = engine.stamp(project.settings.source.code, code)
                        done = apply_machine(catalog, results, stamp)
                    written += save_catalog(project.root, name, done)
            finally:
                engine.close()
        return TranslateReport(
            tuple(findings), total, characters, recalled, written, refused, dry_run
        )

    def _ask(self, engine: Engine, code: str, wanted: Sequence[Segment]) -> dict[str, str]:
        """Address → translation, for those that came back whole."""
        source = self.project.settings.source.code
        results: dict[str, str] = {}
        for syntax in Syntax:
            segments = [each for each in wanted if each.syntax is syntax]
            for start in range(0, len(segments), _BATCH):
                batch = segments[start : start + _BATCH]
                texts = [each.source for each in batch]
                translated = translate_segments(engine, texts, source, code, syntax=syntax)
                for segment, text in zip(batch, translated, strict=True):
                    if text is not None:
                        results[segment.address] = text
                self.progress.advance(len(batch))
        return results


def _describe_refusal(code: str, document: str, failed: Sequence[Segment]) -> Finding:
    shown = ", ".join(f"“{each.address}”" for each in failed[:3])
    more = f" and {len(failed) - 3} more" if len(failed) > 3 else ""
    return Finding(
        Place(catalog_path(code, document)),
        codes.REFUSED.id,
        f"the engine's text for {shown}{more} can't be trusted and was not written",
        codes.REFUSED.mend,
        Severity.WARNING,
    )
