"""The benchmark's tables, as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from statistics import mean

from scripts.search_bench.engines import Engine
from scripts.search_bench.limits import Verdict
from scripts.search_bench.pace import Pace
from scripts.search_bench.queries import Kind
from scripts.search_bench.scores import Scores, take_mean
from scripts.search_bench.weighing import Weight


def render_scores(
    scores: Scores, counts: Mapping[tuple[str, Kind], int], engines: Sequence[Engine]
) -> Iterator[str]:
    """A table of each kind: success@1 / success@5 of each engine, a line a language."""
    for kind in Kind:
        codes = [code for code, what in counts if what is kind and counts[code, what]]
        left_out = [code for code, what in counts if what is kind and not counts[code, what]]
        if left_out:
            yield f"Not asked, {kind}: {', '.join(left_out)} (too few such pairs of words)."
        if not codes:
            continue
        yield f"\n| {kind}, @1 / @5 | queries | {' | '.join(engines)} |"
        yield "| --- | ---: |" + " ---: |" * len(engines)
        for code in codes:
            cells = [
                f"{score.first:.1f} / {score.five:.1f}"
                for engine in engines
                if (score := scores.get((engine, code, kind))) is not None
            ]
            yield f"| {code} | {counts[code, kind]} | {' | '.join(cells)} |"
        means = [take_mean(scores, engine, kind) for engine in engines]
        cells = [f"**{each.first:.1f}** / {each.five:.1f}" if each else "–" for each in means]
        yield f"| mean | | {' | '.join(cells)} |"


def render_weights(
    where: str, weights: Mapping[tuple[Engine, str], Weight], engines: Sequence[Engine]
) -> Iterator[str]:
    """A line a language: first (most) / further, in kB, of each engine."""
    yield f"\n| {where}: kB first (most) / further, requests | {' | '.join(engines)} |"
    yield "| --- |" + " ---: |" * len(engines)
    codes = dict.fromkeys(code for _, code in weights)
    for code in codes:
        cells = []
        for engine in engines:
            each = weights.get((engine, code))
            cells.append("–" if each is None else _show(each))
        yield f"| {code} | {' | '.join(cells)} |"
    cells = []
    for engine in engines:
        own = [each for (who, _), each in weights.items() if who is engine]
        cells.append(_show(_take_mean(own)) if own else "–")
    yield f"| mean | {' | '.join(cells)} |"


def _take_mean(weights: Sequence[Weight]) -> Weight:
    return Weight(
        mean(each.first for each in weights),
        max(each.most for each in weights),
        mean(each.further for each in weights),
        mean(each.requests for each in weights),
    )


def _show(weight: Weight) -> str:
    return (
        f"{weight.first / 1000:.1f} ({weight.most / 1000:.1f}) / {weight.further / 1000:.1f}, "
        f"{weight.requests:.1f}"
    )


def render_pace(paces: Mapping[str, Pace]) -> Iterator[str]:
    """Milliseconds at 6 × slower CPU, a line a language."""
    yield "\n| ms | answer at 6 × slower CPU | most | keystroke blocks | at 6 × | idle at 6 × |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: |"
    for code, pace in paces.items():
        numbers = (pace.middle, pace.most, pace.block, pace.slow_block, pace.idle)
        yield f"| {code} | {' | '.join(f'{number:.1f}' for number in numbers)} |"


def render_verdicts(verdicts: Iterable[Verdict]) -> Iterator[str]:
    """Each limit, what was measured, and whether it holds."""
    yield "\n| limit | measured | |"
    yield "| --- | --- | --- |"
    for each in verdicts:
        yield f"| {each.limit} | {each.measured} | {'holds' if each.holds else '**missed**'} |"
