"""The texts of a page filled side by side: what most of them lack is looked for in all at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from waypost.model.markup import MARKS
from waypost.model.translation import Freshness, Translation
from waypost.site.known import HIDDEN, SHOWN, Weights
from waypost.site.program import OwnSlot, Together
from waypost.site.shape import BETWEEN, cut_texts, escape_together, has_to_escape, name_fact

Noted = list[tuple[int, int]]
"""A slot, and why the page must say something of it: NOTED, OLD or OLD_NOTED."""


def join_shapes(own: Sequence[OwnSlot]) -> Together | None:
    """The slots whose texts can be filled side by side; None for fewer than two."""
    numbers = [at for at, slot in enumerate(own) if not slot.plain and not slot.crisis]
    if len(numbers) < 2:
        return None
    taken = frozenset(numbers)
    marked = [place for place, at in enumerate(numbers) if own[at].shape]
    marks: list[str] = []
    tags: list[str] = []
    for place in marked:
        slot = own[numbers[place]]
        marks += (BETWEEN, *slot.shape) if marks else slot.shape
        tags += (BETWEEN, *slot.tags) if tags else slot.tags
    facts = ((at, name_fact(tag)) for at, tag in enumerate(tags))
    return Together(
        slots=tuple(numbers),
        indexes=tuple([own[at].index for at in numbers]),
        risks=tuple([own[at].risk for at in numbers]),
        plain=tuple([place for place, at in enumerate(numbers) if not own[at].shape]),
        marked=tuple(marked),
        marks=marks,
        tags=tags,
        facts=tuple([(at, name) for at, name in facts if name]),
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
    weighed = weigh_together(together, own, weights)
    if weighed is None:
        return None
    texts, why = weighed
    joined = BETWEEN.join([texts[place] for place in together.plain])
    if any(mark in joined for mark in MARKS):
        return None
    if has_to_escape(joined):
        escaped = escape_together(joined).split(BETWEEN)
        for place, html in zip(together.plain, escaped, strict=True):
            texts[place] = html
    if together.marked:
        parts = cut_texts([texts[place] for place in together.marked], together.marks)
        if parts is None:
            return None
        parts[1::2] = together.tags
        for at, name in together.facts:
            parts[2 * at + 1] = show_fact(name)
        filled = "".join(parts).split(BETWEEN)
        for place, html in zip(together.marked, filled, strict=True):
            texts[place] = html
    noted = [(slot, one) for slot, one in zip(together.slots, why, strict=True) if one != SHOWN]
    return texts, noted


def weigh_together(
    together: Together, own: Sequence[Translation | None], weights: tuple[Weights, Weights]
) -> tuple[list[str], list[int]] | None:
    """Each text and what the policy says of it; None where one isn't there or isn't to be shown."""
    there = [one for index in together.indexes if (one := own[index]) is not None]
    if len(there) < len(together.indexes):
        return None
    texts, origins, states = zip(*there, strict=True)
    if not all(texts):
        return None
    current, stale = weights
    fresh = Freshness.CURRENT
    if len({*map(id, origins)}) == 1 and len({*map(id, states)}) == 1:
        # One engine or one person has made them all, as most often: their weights are one row.
        row = (current if states[0] is fresh else stale)[id(origins[0])]
        why = [row[risk] for risk in together.risks]
    else:
        why = [
            (current if state is fresh else stale)[id(origin)][risk]
            for origin, state, risk in zip(origins, states, together.risks, strict=True)
        ]
    return None if HIDDEN in why else ([*texts], why)
