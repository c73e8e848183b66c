"""All that is wrong with a translated text, and whether an engine's text may be written at all."""

from __future__ import annotations

from waypost.model.markup import MarkupError, parse_markup, plain_text
from waypost.model.text import Syntax
from waypost.translation import codes
from waypost.translation.engines.output import find_fault
from waypost.translation.quality.pair import Defect, Pair
from waypost.translation.soundness import expect_placeables, find_flaws


def find_blocking(pair: Pair) -> Defect | None:
    """The first defect for which an engine's text isn't written, or None."""
    expected = expect_placeables(pair.source, pair.syntax)
    for flaw in find_flaws(pair.target, expected, pair.syntax):
        return Defect(codes.REFUSED, f"{flaw.kind.value}: {flaw.detail}", is_blocking=True)
    source, target = _words(pair.source, pair.syntax), _words(pair.target, pair.syntax)
    fault = find_fault(source, target, pair.language)
    return None if fault is None else Defect(codes.DOUBT, fault, is_blocking=True)


def _words(text: str, syntax: Syntax) -> str:
    if syntax is Syntax.MESSAGE:
        return text
    try:
        return plain_text(parse_markup(text))
    except MarkupError:
        return text
