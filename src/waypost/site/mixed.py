"""The body of a page that lacks texts: which of its blocks stand in the source language."""

from __future__ import annotations

from collections.abc import Sequence

from waypost.model.site import Level
from waypost.site.language_marks import mark_language
from waypost.site.locale import PageLocale
from waypost.site.program import Optional, Program, Section, Span
from waypost.site.together import Noted

Slots = list[str | None]
"""The texts of a page by their numbers; None where the source must stand."""
Hidden = tuple[tuple[int, ...], ...]
"""For each piece of a body, the blocks that stand in the source language."""


def find_hidden(program: Program, slots: Slots, level: Level) -> Hidden:
    """From the first to the last block that lacks a text; on a source page those that lack one.

    A piece that may be left out counts as one block.
    """
    hidden: list[tuple[int, ...]] = []
    for piece in program.body:
        lacks: tuple[int, ...] = ()
        if isinstance(piece, Section):
            lacks = tuple(
                at
                for at, block in enumerate(piece.blocks)
                if any(slots[need] is None for need in block.needs)
            )
            if lacks and level is Level.WHOLE:
                lacks = tuple(range(lacks[0], lacks[-1] + 1))
        elif isinstance(piece, Optional) and any(slots[need] is None for need in piece.needs):
            lacks = (0,)
        hidden.append(lacks)
    return tuple(hidden)


def find_reasons(program: Program, noted: Noted, hidden: Hidden, level: Level) -> set[int]:
    """Why the page must say something of the noted texts that stand on it."""
    if level is Level.STUB:
        start, end = program.main
        stands = {*program.order[:start], *program.stub, *program.order[end:]}
        return {why for number, why in noted if number in stands}
    unseen: set[int] = set()
    seen: set[int] = set()
    for piece, lacks in zip(program.body, hidden, strict=False):
        if isinstance(piece, Section):
            for at, block in enumerate(piece.blocks):
                (unseen if at in lacks else seen).update(block.needs)
        elif isinstance(piece, Optional) and not lacks:
            seen.update(piece.needs)
    unseen -= seen
    return {why for number, why in noted if number not in unseen}


def fill_mixed(
    program: Program, slots: Slots, locale: PageLocale, level: Level, hidden: Hidden
) -> str:
    """The body with source text where it must be."""
    out: list[str] = []
    notice = locale.notice
    reader = f"<div{mark_language(locale.language, locale.source.direction)}>"
    source = f"<div{mark_language(locale.source, locale.language.direction)} class=source>"

    def show(span: Span) -> str:
        return join_slots(program.order[span[0] : span[1]], slots)

    for piece, lacks in zip(program.body, hidden, strict=True):
        if not isinstance(piece, Section):
            if not lacks:
                out.append(show(piece.span))
            continue
        out.append(show(piece.head))
        for at, block in enumerate(piece.blocks):
            if level is Level.SOURCE:
                lacking = at in lacks
                out.append(block.source if lacking else f"{reader}{show(block.span)}</div>")
                continue
            if lacks and at == lacks[0]:
                out += [notice, source]
                notice = locale.notice_again
            out.append(block.source if at in lacks else show(block.span))
            if lacks and at == lacks[-1]:
                out.append("</div>")
        out.append(show(piece.tail))
    return "".join(out)


def join_slots(order: Sequence[int], slots: Slots) -> str:
    """The slots that are there, one after another."""
    return "".join(filter(None, map(slots.__getitem__, order)))
