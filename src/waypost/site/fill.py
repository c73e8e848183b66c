"""A program filled in for one language: the inner loop of a build."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from waypost.model.markup import MarkupError
from waypost.model.site import Level
from waypost.model.translation import Freshness, Translation
from waypost.site.chrome import show_specials
from waypost.site.inline import render_inline, render_plain
from waypost.site.known import HIDDEN, NOTED
from waypost.site.language_marks import mark_language, wrap_fragment
from waypost.site.locale import PageLocale
from waypost.site.program import Inside, OtherSlot, OwnSlot, Part, Piece, Program, Section

Own = Sequence[Translation | None]
Slots = list[str | None]


@dataclass(frozen=True, slots=True)
class Filled:
    """A page in one language, before it is known in which others it is published."""

    head: str
    """Up to the place of the links to the other languages."""
    tail: str
    level: Level
    shown_words: int
    total_words: int

    def finish(self, alternates: str = "") -> bytes:
        """The page's bytes, with the links to where else it is published."""
        return (self.head + alternates + self.tail).encode("utf-8")


def fill_program(
    program: Program,
    locale: PageLocale,
    own: Own,
    extras: Mapping[str, str] | None = None,
) -> Filled:
    """The page in the language of `locale`.

    `own` is aligned to the segments of the page's document (empty in the source language);
    `extras` are specials that only the caller knows, as the list of an A–Z.
    """
    noted: list[int] = []
    shown = program.total_words
    slots: Slots
    if locale.is_source:
        slots = [slot.source for slot in program.own]
        slots += [slot.source for slot in program.others]
        slots += [slot.source for slot in program.phrases]
    else:
        slots = []
        shown = _fill_own(program, locale, own, slots, noted)
        _fill_others(program, locale, slots, noted)
        shown += _fill_phrases(program, locale, slots, noted)
    slots += map(locale.words.__getitem__, program.words)
    slots += map(locale.shown_values.__getitem__, program.values)
    for message in program.messages:
        slots.append(locale.message(message, slots))
    level = choose_level(program, shown)
    slots += show_specials(program, locale, level, extras or {})
    if level is Level.STUB:
        body, hidden = _join(program.stub, slots), set[int]()
    elif None not in slots and level is Level.WHOLE:
        body, hidden = _fill_whole(program.body, slots), set[int]()
    else:
        body, hidden = _fill_mixed(program.body, slots, locale, level)
    if noted and not hidden.issuperset(noted):
        marks = mark_language(locale.language, locale.source.direction)
        here = marks if level is Level.SOURCE else ""
        body = body.replace("\x05", f"<p class=m{here}>{locale.words['machine_note']}</p>")
    else:
        body = body.replace("\x05", "")
    head, _, rest = _join(program.before, slots).partition("\x06")
    return Filled(
        head,
        rest + body + _join(program.after, slots),
        level,
        shown,
        program.total_words,
    )


def choose_level(program: Program, shown: int) -> Level:
    """Whole from half of the words on, a stub where none is shown, else source."""
    if shown * 2 >= program.total_words:
        return Level.WHOLE
    if shown or not program.stub:
        return Level.SOURCE
    return Level.STUB


def _fill_own(
    program: Program, locale: PageLocale, own: Own, slots: Slots, noted: list[int]
) -> int:
    current, stale = locale.weights
    show_fact = locale.show_fact(program.facts)
    fresh = Freshness.CURRENT
    shown = 0
    for number, slot in enumerate(program.own):
        translation = own[slot.index]
        if translation is not None and translation.text:
            weights = current if translation.freshness is fresh else stale
            weight = weights[id(translation.origin)][slot.risk]
            if weight:
                try:
                    if slot.plain:
                        html = render_plain(translation.text, show_fact)
                    else:
                        html = render_inline(translation.text, slot.targets, show_fact)
                except MarkupError:
                    pass
                else:
                    slots.append(html)
                    shown += slot.words
                    if weight == NOTED:
                        noted.append(number)
                    continue
        slots.append(_source_of(slot, locale) if slot.soft else None)
    return shown


def _source_of(slot: OwnSlot | OtherSlot, locale: PageLocale) -> str:
    if slot.plain:
        return slot.source
    return wrap_fragment(slot.source, locale.source, locale.language.direction)


def _fill_others(program: Program, locale: PageLocale, slots: Slots, noted: list[int]) -> None:
    show_fact = locale.show_fact(program.other_facts)
    for slot in program.others:
        translation = locale.others.get((slot.document, slot.address))
        weight = locale.weigh(translation, slot.risk)
        html = _source_of(slot, locale) if slot.soft else None
        if translation is not None and weight != HIDDEN:
            try:
                if slot.plain:
                    html = render_plain(translation.text, show_fact)
                else:
                    html = render_inline(translation.text, (), show_fact)
                if weight == NOTED:
                    noted.append(len(slots))
            except MarkupError:
                pass
        slots.append(html)


def _fill_phrases(program: Program, locale: PageLocale, slots: Slots, noted: list[int]) -> int:
    shown = 0
    for slot in program.phrases:
        known = locale.phrase(slot)
        if known is not None:
            shown += slot.words
            if known[1]:
                noted.append(len(slots))
            slots.append(known[0])
        elif slot.soft:
            source = wrap_fragment(slot.source, locale.source, locale.language.direction)
            slots.append(source)
        else:
            slots.append(None)
    return shown


def _join(parts: Sequence[Part], slots: Slots) -> str:
    return "".join([part if isinstance(part, str) else slots[part] or "" for part in parts])


def _fill_whole(body: Sequence[Piece], slots: Slots) -> str:
    out: list[str] = []
    for piece in body:
        if isinstance(piece, Section):
            out.append(_join(piece.head, slots))
            out += [_join(block.parts, slots) for block in piece.blocks]
            out.append(_join(piece.tail, slots))
        else:
            out.append(_join(piece.parts, slots))
    return "".join(out)


def _fill_mixed(
    body: Sequence[Piece], slots: Slots, locale: PageLocale, level: Level
) -> tuple[str, set[int]]:
    """The body with source text where it must be, and the slots that it hides."""
    out: list[str] = []
    hidden: set[int] = set()
    reader = f"<div{mark_language(locale.language, locale.source.direction)}>"
    source = f"<div{mark_language(locale.source, locale.language.direction)} class=s>"
    notice = locale.first_notice
    for piece in body:
        if not isinstance(piece, Section):
            if isinstance(piece, Inside) or all(slots[need] is not None for need in piece.needs):
                out.append(_join(piece.parts, slots))
            else:
                hidden.update(piece.needs)
            continue
        out.append(_join(piece.head, slots))
        lacks = [
            index
            for index, block in enumerate(piece.blocks)
            if any(slots[need] is None for need in block.needs)
        ]
        if level is Level.SOURCE:
            for index, block in enumerate(piece.blocks):
                if index in lacks:
                    hidden.update(block.needs)
                    out.append(block.source)
                else:
                    out.append(f"{reader}{_join(block.parts, slots)}</div>")
        elif lacks:
            first, last = lacks[0], lacks[-1] + 1
            out += [_join(block.parts, slots) for block in piece.blocks[:first]]
            out += [notice, source]
            notice = locale.again_notice
            for block in piece.blocks[first:last]:
                hidden.update(block.needs)
                out.append(block.source)
            out.append("</div>")
            out += [_join(block.parts, slots) for block in piece.blocks[last:]]
        else:
            out += [_join(block.parts, slots) for block in piece.blocks]
        out.append(_join(piece.tail, slots))
    return "".join(out), hidden
