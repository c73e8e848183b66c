"""What a run of `waypost translate` costs, and what it did, in words for a person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import msgspec

from waypost.model.finding import Finding
from waypost.pipeline.rates import describe_seconds
from waypost.pipeline.translate_plan import LanguagePlan
from waypost.pipeline.translate_run import LanguageResult


class Cost(msgspec.Struct, frozen=True):
    """What there is to do for a language, and how long its engine took for as much before."""

    language: str
    engine: str
    segments: int
    characters: int
    recalled: int
    seconds: float | None
    left: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()


class TranslateReport(msgspec.Struct, frozen=True):
    """What a run did, or would do."""

    findings: tuple[Finding, ...]
    segments: int
    """That were sent to an engine, or would be."""
    characters: int
    recalled: int
    written: int
    refused: int
    dry_run: bool
    waiting: int = 0
    """Segments that the limit left for the next run."""
    left: tuple[str, ...] = ()
    """PO files that were left alone."""
    skipped: tuple[str, ...] = ()
    """Why a language was not translated."""
    ways: Mapping[str, int] = msgspec.field(default_factory=dict)
    costs: tuple[Cost, ...] = ()

    @property
    def summary(self) -> str:
        """Some lines for a person."""
        return "\n".join([self._done, *self._remarks])

    @property
    def _done(self) -> str:
        if self.dry_run:
            return f"{describe_costs(self.costs)} Nothing was written."
        refused = f", {self.refused} refused (the source stands)" if self.refused else ""
        return (
            f"{self.segments - self.refused} segments translated{refused}; "
            f"{self.recalled} taken from other documents; {self.written} files written."
        )

    @property
    def _remarks(self) -> list[str]:
        remarks = list(self.skipped)
        if self.ways:
            ways = ", ".join(f"{count} {way}" for way, count in self.ways.items())
            remarks.append(f"How they came out right: {ways}.")
        if self.waiting:
            remarks.append(f"The limit was reached; {self.waiting} segments wait for the next run.")
        if self.left:
            shown = ", ".join(self.left[:5]) + (" …" if len(self.left) > 5 else "")
            files = "1 file was" if len(self.left) == 1 else f"{len(self.left)} files were"
            remarks.append(f"{files} left alone, because an open pull request has it: {shown}")
        return remarks


def describe_costs(costs: Sequence[Cost]) -> str:
    """What a run costs: segments, characters, and the time where it is known."""
    segments = sum(cost.segments for cost in costs)
    characters = sum(cost.characters for cost in costs)
    recalled = sum(cost.recalled for cost in costs)
    engines = " and ".join(sorted({cost.engine for cost in costs if cost.segments}))
    known = [cost.seconds for cost in costs if cost.segments and cost.seconds is not None]
    if not segments:
        time_text = ""
    elif len(known) == sum(1 for cost in costs if cost.segments):
        time_text = f", {describe_seconds(sum(known))}"
    else:
        time_text = ", time unknown until an engine has run here once"
    engine = f" with {engines}" if engines else ""
    return (
        f"{segments} segments ({characters} characters) to translate{engine}{time_text}; "
        f"{recalled} more are known from other documents."
    )


def report_costs(
    costs: Sequence[Cost], found: tuple[Finding, ...], skipped: tuple[str, ...]
) -> TranslateReport:
    """The report of a run that only counts."""
    return TranslateReport(
        (*found, *(one for cost in costs for one in cost.findings)),
        sum(cost.segments for cost in costs),
        sum(cost.characters for cost in costs),
        sum(cost.recalled for cost in costs),
        written=0,
        refused=0,
        dry_run=True,
        left=tuple(path for cost in costs for path in cost.left),
        skipped=skipped,
        costs=tuple(costs),
    )


def report_parts(
    parts: Sequence[tuple[LanguagePlan, LanguageResult]],
    found: tuple[Finding, ...],
    skipped: tuple[str, ...],
) -> TranslateReport:
    """The report of a run, of what was planned and done for each language."""
    ways: Counter[str] = Counter()
    for _, result in parts:
        ways += result.ways
    return TranslateReport(
        (*found, *(one for _, result in parts for one in result.findings)),
        sum(result.translated + result.refused for _, result in parts),
        sum(plan.characters for plan, _ in parts),
        sum(result.recalled for _, result in parts),
        sum(result.written for _, result in parts),
        sum(result.refused for _, result in parts),
        dry_run=False,
        waiting=sum(result.waiting for _, result in parts),
        left=tuple(path for plan, _ in parts for path in plan.left),
        skipped=skipped,
        ways=dict(ways.most_common()),
    )
