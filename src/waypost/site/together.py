"""The texts of a page filled side by side: what most of them lack is looked for in all at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from waypost.model.markup import MARKS
from waypost.model.translation import Freshness, Translation
from waypost.site.inline import escape_text
from waypost.site.known import HIDDEN, SHOWN, Weights
from waypost.site.program import OwnSlot, Together
from waypost.site.shape import fill_marks

_TO_ESCAPE = "&<>\n"

Noted = list[tuple[int, int]]
"""A slot, and why the page must say something of it: NOTED, OLD or OLD_NOTED."""


def join_shapes(own: Sequence[OwnSlot]) -> Together | None:
    """The slots whose texts can be filled side by side; None for fewer than two."""
    numbers = [at for at, slot in enumerate(own) if not slot.plain and not slot.crisis]
    if len(numbers) < 2:
        return None
    taken = frozenset(numbers)
    return Together(
        slots=tuple(numbers),
        indexes=tuple([own[at].index for at in numbers]),
        risks=tuple([own[at].risk for at in numbers]),
        plain=tuple([place for place, at in enumerate(numbers) if not own[at].shape]),
        marked=tuple([place for place, at in enumerate(numbers) if own[at].shape]),
        words=sum(own[at].words for at in numbers),
        others=tuple([at for at in range(len(own)) if at not in taken]),
    )


def fill_together(
    together: Together,
    slots: Sequence[OwnSlot],
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
    joined = "".join([texts[place] for place in together.plain])
    if any(mark in joined for mark in MARKS):
        return None
    if any(sign in joined for sign in _TO_ESCAPE):
        for place in together.plain:
            texts[place] = escape_text(texts[place])
    for place in together.marked:
        slot = slots[together.slots[place]]
        html = fill_marks(texts[place], slot.shape, slot.tags, show_fact)
        if html is None:
            return None
        texts[place] = html
    noted = [(slot, one) for slot, one in zip(together.slots, why, strict=True) if one != SHOWN]
    return texts, noted
