"""The texts of a page filled side by side: cut and joined once a page instead of once a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from waypost.model.translation import Freshness, Translation
from waypost.site.inline import escape_text
from waypost.site.known import HIDDEN, SHOWN, Weights
from waypost.site.program import OwnSlot, Together
from waypost.site.shape import CUT, FACT

_BETWEEN = "\0"
"""Stands between two texts: no text may hold it."""
_CUT = re.compile(CUT.pattern.replace("[*", f"[{_BETWEEN}*", 1))
_TO_ESCAPE = re.compile(r"[&<>\n]")

Noted = list[tuple[int, int]]
"""A slot, and why the page must say something of it: NOTED, OLD or OLD_NOTED."""


def join_shapes(own: Sequence[OwnSlot]) -> Together | None:
    """The slots whose texts can be filled side by side; None for fewer than two."""
    numbers = [at for at, slot in enumerate(own) if not slot.plain and not slot.crisis]
    if len(numbers) < 2:
        return None
    marks: list[str] = []
    tags: list[str] = []
    for at in numbers:
        marks += [*own[at].shape, _BETWEEN]
        tags += [*own[at].tags, _BETWEEN]
    taken = frozenset(numbers)
    return Together(
        slots=tuple(numbers),
        indexes=tuple([own[at].index for at in numbers]),
        risks=tuple([own[at].risk for at in numbers]),
        marks=tuple(marks[:-1]),
        tags=tuple(tags[:-1]),
        facts=tuple([place for place, tag in enumerate(tags[:-1]) if tag[:1] == FACT]),
        words=sum(own[at].words for at in numbers),
        others=tuple([at for at in range(len(own)) if at not in taken]),
    )


def fill_together(
    together: Together,
    own: Sequence[Translation | None],
    weights: tuple[Weights, Weights],
    show_fact: Callable[[str], str],
) -> tuple[list[str], Noted] | None:
    """The HTML of each slot's text, and the slots that the page must say something of, with why.

    None where a text isn't there, isn't to be shown, or has other marks than its source.
    """
    current, stale = weights
    fresh = Freshness.CURRENT
    texts: list[str] = []
    why: list[int] = []
    for index, risk in zip(together.indexes, together.risks, strict=True):
        translation = own[index]
        if translation is None:
            return None
        text, origin, freshness = translation
        weight = (current if freshness is fresh else stale)[id(origin)][risk]
        if weight == HIDDEN or not text:
            return None
        texts.append(text)
        why.append(weight)
    joined = _BETWEEN.join(texts)
    if "\\" in joined:
        return None
    parts = _CUT.split(joined)
    if tuple(parts[1::2]) != together.marks:
        return None
    if _TO_ESCAPE.search(joined) is not None:
        parts[::2] = [escape_text(part) for part in parts[::2]]
    tags = list(together.tags)
    for place in together.facts:
        tags[place] = show_fact(tags[place][1:])
    parts[1::2] = tags
    noted = [(slot, one) for slot, one in zip(together.slots, why, strict=True) if one != SHOWN]
    return "".join(parts).split(_BETWEEN), noted
