"""What search must show, and whether it does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from statistics import mean

from scripts.search_bench.engines import Engine
from scripts.search_bench.pace import Pace
from scripts.search_bench.queries import Kind
from scripts.search_bench.scores import Scores, take_mean
from scripts.search_bench.weighing import Weight

FIRST_RESULT = 18_000
SHARE_OF_PAGEFIND = 1 / 8
POINTS_BEHIND = 2.0
MEANS = {
    Kind.EXACT: 95.0,
    Kind.PREFIX: 92.0,
    Kind.TYPO: 92.0,
    Kind.INFLECTED: 94.0,
    Kind.UNSPACED: 85.0,
}
ANSWER_MS = 50.0
KEYSTROKE_MS = 16.0
SHARE_OF_CPU = 1 / 3
SECONDS_A_HUNDRED = 0.15
EDIT_MS = 50.0


@dataclass(frozen=True, slots=True)
class Verdict:
    """A limit, what was measured, and whether it holds."""

    limit: str
    measured: str
    holds: bool


def judge_means(scores: Scores) -> Iterator[Verdict]:
    """The mean of each kind over the languages."""
    for kind, least in MEANS.items():
        own = take_mean(scores, Engine.WAYPOST, kind)
        if own is not None:
            limit = f"success@1, {kind}: mean at least {least:g}"
            yield Verdict(limit, f"{own.first:.1f}", own.first >= least)


def judge_rivals(scores: Scores) -> Iterator[Verdict]:
    """Exact words of each language beside the better rival."""
    behind: dict[str, float] = {}
    for (engine, code, kind), score in scores.items():
        if engine is not Engine.WAYPOST or kind is not Kind.EXACT:
            continue
        rivals = [
            scores[rival, code, kind].first
            for rival in (Engine.PAGEFIND, Engine.MINISEARCH)
            if (rival, code, kind) in scores
        ]
        if rivals:
            behind[code] = max(rivals) - score.first
    if behind:
        limit = f"exact: no language more than {POINTS_BEHIND:g} points behind the better rival"
        late = {code: points for code, points in behind.items() if points > POINTS_BEHIND}
        worst = max(behind, key=lambda code: behind[code])
        measured = f"{worst} {-behind[worst]:+.1f}"
        if late:
            measured = ", ".join(f"{code} {-points:+.1f}" for code, points in sorted(late.items()))
        yield Verdict(limit, measured, not late)


def judge_weights(where: str, weights: Mapping[tuple[Engine, str], Weight]) -> Iterator[Verdict]:
    """Bytes to the first result, in each language and beside Pagefind's."""
    own = {code: each for (engine, code), each in weights.items() if engine is Engine.WAYPOST}
    theirs = [each.first for (engine, _), each in weights.items() if engine is Engine.PAGEFIND]
    if not own:
        return
    worst = max(own, key=lambda code: own[code].first)
    over = [code for code, each in own.items() if each.first > FIRST_RESULT]
    yield Verdict(
        f"{where}: first result at most {FIRST_RESULT / 1000:g} kB in every language",
        f"{worst} {own[worst].first / 1000:.1f} kB" + (f"; over: {', '.join(over)}" * bool(over)),
        not over,
    )
    if theirs:
        share = mean(each.first for each in own.values()) / mean(theirs)
        yield Verdict(
            f"{where}: at most an eighth of Pagefind's mean",
            f"1/{1 / share:.1f}",
            share <= SHARE_OF_PAGEFIND,
        )


def judge_pace(paces: Mapping[str, Pace]) -> Iterator[Verdict]:
    """How long answers and keystrokes take on a slow processor."""
    slowest = max(paces, key=lambda code: paces[code].most)
    yield Verdict(
        f"a query answers within {ANSWER_MS:g} ms at 6 × slower CPU",
        f"{slowest} {paces[slowest].most:.0f} ms",
        paces[slowest].most <= ANSWER_MS,
    )
    quick = {code: pace.block for code, pace in paces.items()}
    slow = {code: pace.slow_block for code, pace in paces.items()}
    for where, blocks in (("", quick), (" at 6 × slower CPU", slow)):
        longest = max(blocks, key=lambda code: blocks[code])
        yield Verdict(
            f"a keystroke never blocks for more than {KEYSTROKE_MS:g} ms{where}",
            f"{longest} {blocks[longest]:.0f} ms",
            blocks[longest] <= KEYSTROKE_MS,
        )


def judge_cpu(
    where: str, waypost: float, pagefind: float | None, guides: int, languages: int
) -> Iterator[Verdict]:
    """What the index costs a build."""
    hundred = waypost / (guides * languages) * 100
    yield Verdict(
        f"{where}: {SECONDS_A_HUNDRED:g} s a 100 guides and language",
        f"{hundred:.3f} s",
        hundred <= SECONDS_A_HUNDRED,
    )
    if pagefind is not None:
        share = waypost / pagefind
        yield Verdict(
            f"{where}: at most a third of Pagefind's CPU time",
            f"{share:.2f} ({waypost:.1f} of {pagefind:.1f} s)",
            share <= SHARE_OF_CPU,
        )


def judge_edit(milliseconds: Mapping[str, float]) -> Verdict:
    """What one edited guide costs."""
    worst = max(milliseconds, key=lambda code: milliseconds[code])
    return Verdict(
        f"one guide edited: below {EDIT_MS:g} ms a language",
        f"{worst} {milliseconds[worst]:.0f} ms",
        milliseconds[worst] < EDIT_MS,
    )
