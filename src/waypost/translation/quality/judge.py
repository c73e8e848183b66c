"""All that is wrong with a translated text, and whether an engine's text may be written at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from waypost.translation import catalog_codes as codes
from waypost.translation.quality.check_list import CHECKS, ENGINE_CHECKS, PAGE_CHECKS
from waypost.translation.quality.pair import Defect, Pair, PairCheck
from waypost.translation.soundness import FlawKind, expect_placeables, find_flaws

_BLOCKING = tuple(check for check in CHECKS if check.is_blocking)
_REFUSING = tuple(
    check for check in (*CHECKS, *ENGINE_CHECKS) if check.is_blocking or check.refuses_engines
)
_FLAWS = {
    FlawKind.LOST: (codes.LOST, "{} is lost"),
    FlawKind.EXTRA: (codes.EXTRA, "{} is not in the source"),
    FlawKind.MARKUP: (codes.MARKUP, "the markup is broken: {}"),
    FlawKind.MESSAGE: (codes.MESSAGE, "this is no ICU message: {}"),
    FlawKind.SIGN: (codes.SIGN, "the invisible sign {} stands in the text"),
}


def judge(pair: Pair) -> tuple[Defect, ...]:
    """Every defect of one text; a text that can't stand at all is asked nothing else."""
    flaws = tuple(find_flaws_of(pair))
    return flaws or tuple(_find_defects(pair, CHECKS))


def judge_page(pairs: Sequence[Pair]) -> tuple[tuple[int, Defect], ...]:
    """What is wrong with all texts of a document together, each with the number of its pair."""
    return tuple(
        (number, Defect(check.code, message, check.is_blocking))
        for check in PAGE_CHECKS
        for number, message in check.find(pairs)
    )


def find_blocking(pair: Pair) -> Defect | None:
    """The first defect with which nobody's text may stand as sound, or None."""
    flaw = next(find_flaws_of(pair), None)
    return flaw or next(_find_defects(pair, _BLOCKING), None)


def find_refusal(pair: Pair) -> Defect | None:
    """The first defect for which an engine's text isn't written, or None.

    More than what blocks: of an engine's text too what a person might have meant so.
    """
    flaw = next(find_flaws_of(pair), None)
    return flaw or next(_find_defects(pair, _REFUSING), None)


def find_flaws_of(pair: Pair) -> Iterator[Defect]:
    """Why the text can't stand in its source's place: placeables, links, markup, signs."""
    expected = expect_placeables(pair.source, pair.syntax)
    for flaw in find_flaws(pair.target, expected, pair.syntax):
        code, message = _FLAWS[flaw.kind]
        yield Defect(code, message.format(flaw.detail), is_blocking=True)


def _find_defects(pair: Pair, checks: Sequence[PairCheck]) -> Iterator[Defect]:
    for check in checks:
        for message in check.find(pair):
            yield Defect(check.code, message, check.is_blocking)
