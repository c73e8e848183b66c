"""The texts of a page filled side by side: its words are cut already, and only tags are put in."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from waypost.model.marks import BETWEEN, cut_text, find_shape, number_words
from waypost.model.whole_texts import WholeTexts
from waypost.site.known import HIDDEN, SHOWN, Weights
from waypost.site.program import OwnSlot, Together
from waypost.site.shape import escape_together, has_to_escape, name_fact

Noted = list[tuple[int, int]]
"""A slot, and why the page must say something of it: NOTED, OLD or OLD_NOTED."""


def join_shapes(own: Sequence[OwnSlot], sources: Sequence[str]) -> Together | None:
    """The slots whose texts can be filled side by side; None for fewer than two.

    `sources` are the texts of the page's document.
    """
    shapes = [find_shape(source) for source in sources]
    starts = number_words(shapes)
    listed = [
        at
        for at, slot in enumerate(own)
        if not (slot.plain or slot.crisis)
        and len(slot.shape) == len(shapes[slot.index])
        and _has_words(sources[slot.index])
    ]
    if len(listed) < 2:
        return None
    taken = frozenset(listed)
    tags = [tag for at in listed for tag in (BETWEEN, *own[at].tags)][1:]
    facts = ((at, name_fact(tag)) for at, tag in enumerate(tags))
    firsts = ((starts[own[at].index], len(own[at].shape)) for at in listed)
    return Together(
        slots=tuple(listed),
        indexes=tuple([own[at].index for at in listed]),
        risks=tuple([own[at].risk for at in listed]),
        numbers=tuple([number for at, more in firsts for number in range(at, at + more + 1)]),
        tags=tags,
        facts=tuple([(at, name) for at, name in facts if name]),
        words=sum(own[at].words for at in listed),
        others=tuple([at for at in range(len(own)) if at not in taken]),
    )


def _has_words(source: str) -> bool:
    """Whether there is anything to translate; else the text stands whatever the policy says."""
    return any(sign.isalpha() for words in cut_text(source)[::2] for sign in words)


def fill_together(
    together: Together,
    texts: WholeTexts,
    weights: tuple[Weights, Weights],
    show_fact: Callable[[str], str],
) -> tuple[list[str], Noted] | None:
    """The HTML of each slot's text, and the slots that the page must say something of, with why.

    None where a text isn't to be shown.
    """
    why = weigh_together(together, texts, weights)
    if why is None:
        return None
    words = [*map(texts.words.__getitem__, together.numbers)]
    joined = BETWEEN.join(words)
    if has_to_escape(joined):
        words = escape_together(joined).split(BETWEEN)
    parts = [""] * (2 * len(words) - 1)
    parts[::2] = words
    parts[1::2] = together.tags
    for at, name in together.facts:
        parts[2 * at + 1] = show_fact(name)
    noted = [(slot, one) for slot, one in zip(together.slots, why, strict=True) if one != SHOWN]
    return "".join(parts).split(BETWEEN), noted


def weigh_together(
    together: Together, texts: WholeTexts, weights: tuple[Weights, Weights]
) -> list[int] | None:
    """What the policy says of each text; None where one isn't to be shown."""
    current, _ = weights
    if texts.origin is not None:
        # One engine or one person has made them all, as most often: their weights are one row.
        row = current[id(texts.origin)]
        why = [row[risk] for risk in together.risks]
    else:
        origins = [texts.origins[index] for index in together.indexes]
        why = [current[id(one)][risk] for one, risk in zip(origins, together.risks, strict=True)]
    return None if HIDDEN in why else why
