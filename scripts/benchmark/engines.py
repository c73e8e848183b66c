"""Real texts sent through real engines: what came back whole, which way it went, how fast.

Touches the disk and the engines. What is intact is counted here by patterns of its own, not by
those of the package.
"""

from __future__ import annotations

import re
import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from waypost.model.glossary import Glossary
from waypost.model.text import Segment, Syntax
from waypost.pipeline.documents import read_texts
from waypost.pipeline.project import open_project
from waypost.pipeline.shown_facts import SiteValues
from waypost.pipeline.text_context import find_context
from waypost.translation.encodings import Encoding
from waypost.translation.engines.protocol import Engine
from waypost.translation.literals import Depth, hide_literals
from waypost.translation.machine import Context, translate_segments
from waypost.translation.pieces import split_pieces
from waypost.translation.quality.judge import judge
from waypost.translation.quality.pair import Pair
from waypost.translation.way import Translated, Way

_BATCH = 48
_COUNTED = {
    "facts": re.compile(r"\{[a-z][a-z0-9_.]*(?:,[^{}]*)?\}"),
    "links": re.compile(r"\]\{\d+\}"),
    "codes and addresses": re.compile(
        r"\b[A-Z]{1,5}-\d+\w*|\b\d+-[A-Z]\w*|https?://\S+[\w/]|[\w.]+@[\w.]+\w|\b[\w-]+\.gov\b"
        r"|\b\d{3}-\d{3}-\d{4}\b|\$\d[\d.,]*\d|\$\d|\d+%"
    ),
    # An hour may become one of twenty-four: the checks of the package know how to read it.
    "numbers": re.compile(r"(?<![{:\d])\b\d+\b(?![}:\d])"),
}


@dataclass(frozen=True, slots=True)
class Intact:
    """Of what the sources hold, how much the published texts hold as often."""

    kept: int
    whole: int


@dataclass(frozen=True, slots=True)
class EngineRun:
    """What an engine made of the texts."""

    name: str
    texts: int
    seconds: float
    ways: tuple[tuple[Way, int], ...]
    published: int
    steered: int
    emphasis: int
    intact: tuple[tuple[str, Intact], ...]
    blocking: int
    warnings: Counter[str]
    faults: Counter[str]
    broken: tuple[str, ...]
    """Published texts in which something isn't intact, with their sources."""


@dataclass(frozen=True, slots=True)
class Sample:
    """Segments, and the values of their facts in each language, by text."""

    segments: tuple[Segment, ...]
    contexts: Mapping[str, Mapping[str, Context]]


def join_samples(samples: Sequence[Sample]) -> Sample:
    """All segments together; of two equal texts the first one's context."""
    contexts: dict[str, dict[str, Context]] = {}
    for sample in reversed(samples):
        for language, by_text in sample.contexts.items():
            contexts.setdefault(language, {}).update(by_text)
    return Sample(tuple(one for sample in samples for one in sample.segments), contexts)


def collect_texts(site: Path, most: int, languages: Sequence[str]) -> Sample:
    """Up to `most` segments of a site, each text once, spread evenly over it.

    Half of them hold something to hide, as far as there are so many: links, facts, codes.
    """
    project = open_project(site, None)
    texts = read_texts(project)
    segments: dict[tuple[Syntax, str], Segment] = {}
    documents: dict[str, str] = {}
    for each in texts.documents:
        for segment in each.document.segments:
            if each.document.name != "interface":
                segments.setdefault((segment.syntax, segment.source), segment)
                documents.setdefault(segment.source, each.document.name)
    hide = hide_literals(Glossary(""), Depth.FIRM)
    hard: list[Segment] = []
    easy: list[Segment] = []
    for one in segments.values():
        pieces = split_pieces(one.source, syntax=one.syntax, hide=hide) or ()
        needs_marks = any(piece.kind is not None for piece in pieces)
        (hard if needs_marks else easy).append(one)
    picked = _pick_evenly(hard, most // 2)
    chosen = (*picked, *_pick_evenly(easy, most - len(picked)))
    values = SiteValues(project, texts)
    contexts = {
        language: {
            one.source: find_context(values, documents[one.source], one, "en", language)
            for one in chosen
        }
        for language in languages
    }
    return Sample(chosen, contexts)


def _pick_evenly(segments: Sequence[Segment], number: int) -> list[Segment]:
    count = min(number, len(segments))
    return [segments[index * len(segments) // count] for index in range(count)]


def run_engine(
    name: str,
    engine: Engine,
    sample: Sample,
    target: str,
    glossary: Glossary,
    encodings: Sequence[Encoding],
) -> EngineRun:
    """What the engine made of the segments; its process runs before the clock does."""
    engine.translate(["Call us."], "en", target)
    contexts = sample.contexts[target]
    pairs: list[tuple[Segment, Translated]] = []
    started = time.perf_counter()
    for syntax in Syntax:
        wanted = [segment for segment in sample.segments if segment.syntax is syntax]
        for at in range(0, len(wanted), _BATCH):
            batch = wanted[at : at + _BATCH]
            results = translate_segments(
                engine,
                [segment.source for segment in batch],
                "en",
                target,
                syntax=syntax,
                glossary=glossary,
                encodings=encodings,
                contexts={segment.source: contexts[segment.source] for segment in batch},
            )
            pairs += zip(batch, results, strict=True)
    seconds = time.perf_counter() - started
    counts = Counter(one.way for _, one in pairs)
    published = [(segment, one.text) for segment, one in pairs if one.text is not None]
    defects = [
        defect
        for segment, text in published
        for defect in judge(
            Pair(segment.source, text, segment.syntax, segment.role, "en", target, glossary)
        )
    ]
    return EngineRun(
        name,
        len(pairs),
        seconds,
        tuple((way, counts[way]) for way in Way if counts[way]),
        len(published),
        sum(one.is_steered for _, one in pairs),
        sum(bool(one.emphasis) for _, one in pairs),
        tuple(
            (what, count_intact(pattern, [(each.source, text) for each, text in published]))
            for what, pattern in _COUNTED.items()
        ),
        sum(defect.is_blocking for defect in defects),
        Counter(defect.code.id for defect in defects if not defect.is_blocking),
        Counter(one.fault.split("“")[0].strip() for _, one in pairs if one.text is None),
        tuple(
            f"{segment.source} → {text}"
            for segment, text in published
            for pattern in _COUNTED.values()
            if (found := count_intact(pattern, [(segment.source, text)])).kept != found.whole
        ),
    )


def count_intact(pattern: re.Pattern[str], pairs: Iterable[tuple[str, str]]) -> Intact:
    """How many of the matches in the sources stand in the translations, each as often."""
    kept = whole = 0
    for source, text in pairs:
        wanted, found = Counter(pattern.findall(source)), Counter(pattern.findall(text))
        whole += wanted.total()
        kept += (wanted & found).total()
    return Intact(kept, whole)


def render_runs(runs: Sequence[EngineRun]) -> str:
    """One Markdown table, a column an engine."""
    ways = [way for way in Way if any(way in dict(run.ways) for run in runs)]
    whats = [what for what, _ in runs[0].intact]
    rows = [
        ("", [run.name for run in runs]),
        ("---", ["---:"] * len(runs)),
        ("texts", [f"{run.texts:,}" for run in runs]),
        *(
            (f"went: {way.value}", [str(dict(run.ways).get(way, 0)) for run in runs])
            for way in ways
        ),
        ("a term of the glossary set in", [str(run.steered) for run in runs]),
        ("emphasis for a person to look at", [str(run.emphasis) for run in runs]),
        ("published", [f"{run.published:,}" for run in runs]),
        *((f"{what} intact", [_share(dict(run.intact)[what]) for run in runs]) for what in whats),
        ("published with a blocking defect", [str(run.blocking) for run in runs]),
        ("texts a second", [f"{run.texts / run.seconds:.1f}" for run in runs]),
    ]
    return "".join(f"| {' | '.join([what, *cells])} |\n" for what, cells in rows)


def _share(intact: Intact) -> str:
    percent = 100 * intact.kept / intact.whole if intact.whole else 100.0
    return f"{intact.kept} of {intact.whole} ({percent:.1f} %)"
