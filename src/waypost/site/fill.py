"""A program filled in for one language: the inner loop of a build."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import msgspec

from waypost.model.markup import MarkupError
from waypost.model.site import Level
from waypost.model.translation import Freshness, Translation
from waypost.model.whole_texts import WholeTexts
from waypost.site.chrome import NO_EXTRAS, Extras, show_emergency, show_notes, show_specials
from waypost.site.inline import render_inline, render_plain
from waypost.site.known import HIDDEN, ONCE, SHOWN
from waypost.site.language_marks import mark_language, wrap_fragment
from waypost.site.locale import PageLocale
from waypost.site.mixed import Hidden, Slots, fill_mixed, find_hidden, find_reasons, join_slots
from waypost.site.program import OtherSlot, OwnSlot, Program
from waypost.site.shape import fill_marks
from waypost.site.together import Noted, fill_together

Own = Sequence[Translation | None]


class Filled(msgspec.Struct, frozen=True):
    """A page in one language, before it is known in which others it is published."""

    head: bytes
    """Up to the place of the links to the other languages."""
    tail: bytes
    level: Level
    shown_words: int
    total_words: int

    def finish(self, alternates: str = "") -> bytes:
        """The page's bytes, with the links to where else it is published."""
        return b"".join([self.head, alternates.encode(), self.tail])


def fill_program(
    program: Program,
    locale: PageLocale,
    own: Own,
    extras: Extras = NO_EXTRAS,
) -> Filled:
    """The page in the language of `locale`.

    `own` is aligned to the segments of the page's document (empty in the source language).
    """
    slots, noted, shown = fill_slots(program, locale, own)
    level = choose_level(program, shown)
    first_special = len(slots)
    slots += show_specials(program, locale, level, extras.shown)
    whole = level is Level.WHOLE and None not in slots
    hidden = () if whole or level is Level.STUB else find_hidden(program, slots, level)
    if (noted or extras.weights) and "note" in program.specials:
        why = find_reasons(program, noted, hidden, level) | extras.weights
        note = first_special + program.specials.index("note")
        slots[note] = show_notes(program, locale, level, why)
    if not whole and "emergency" in program.specials:
        line = first_special + program.specials.index("emergency")
        slots[line] = show_emergency(program, locale, level)
    order, place = program.order, program.alternates
    if whole:
        pieces = [slot.encode() for slot in slots if slot is not None]
        pieces += program.literals
        tail = b"".join(map(pieces.__getitem__, order[place:]))
        head = b"".join(map(pieces.__getitem__, order[:place]))
    else:
        slots += [literal.decode() for literal in program.literals]
        tail = _join_tail(program, slots, locale, level, hidden).encode()
        head = join_slots(order[:place], slots).encode()
    if program.description >= 0 and not locale.is_source:
        head = _drop_foreign_description(head, program, slots)
    return Filled(head, tail, level, shown, program.total_words)


def _join_tail(
    program: Program, slots: Slots, locale: PageLocale, level: Level, hidden: Hidden
) -> str:
    """What follows the links to the other languages on a page that lacks texts."""
    order, (start, end), place = program.order, program.main, program.alternates
    main = (
        join_slots(program.stub, slots)
        if level is Level.STUB
        else fill_mixed(program, slots, locale, level, hidden)
    )
    return join_slots(order[place:start], slots) + main + join_slots(order[end:], slots)


def fill_slots(program: Program, locale: PageLocale, own: Own) -> tuple[Slots, Noted, int]:
    """Every slot but the specials, what must be said of some, and how many words are shown.

    A slot is None where the policy lets the source stand.
    """
    noted: Noted = []
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
    return slots, noted, shown


def _drop_foreign_description(head: bytes, program: Program, slots: Slots) -> bytes:
    """The head without a description in the source language, which can't say that it is in it."""
    source = program.description_source
    if slots[program.description] != source:
        return head
    return head.replace(f'<meta name=description content="{source}">'.encode(), b"", 1)


def choose_level(program: Program, shown: int) -> Level:
    """Whole from half of the words on, a stub where none is shown, else source."""
    if shown * 2 >= program.total_words:
        return Level.WHOLE
    if shown or not program.stub:
        return Level.SOURCE
    return Level.STUB


def _fill_own(program: Program, locale: PageLocale, own: Own, slots: Slots, noted: Noted) -> int:
    """Texts side by side where that can be, else one by one; the number of words that are shown."""
    show_fact = locale.show_fact(program.facts)
    slots += [None] * len(program.own)
    left: Iterable[int] = range(len(program.own))
    shown = 0
    together = program.together
    if together is not None and isinstance(own, WholeTexts):
        filled = fill_together(together, own, locale.weights, show_fact)
        if filled is not None:
            for number, text in zip(together.slots, filled[0], strict=True):
                slots[number] = text
            noted += filled[1]
            shown = together.words
            left = together.others
    current, stale = locale.weights
    fresh = Freshness.CURRENT
    for number in left:
        slot = program.own[number]
        translation = own[slot.index]
        weight = HIDDEN
        if translation is not None and translation.text:
            weights = current if translation.freshness is fresh else stale
            weight = weights[id(translation.origin)][slot.risk]
        html = None
        if translation is not None and weight != HIDDEN:
            html = _show_own(slot, translation.text, show_fact)
        if html is None:
            slots[number] = _source_of(slot, locale) if slot.soft else None
            continue
        slots[number] = html + show_beside(slot.source, locale) if slot.crisis else html
        shown += slot.words
        if weight != SHOWN:
            noted.append((number, weight))
    return shown


def _show_own(slot: OwnSlot, text: str, show_fact: Callable[[str], str]) -> str | None:
    """The text as HTML; None where its marks don't fit together."""
    try:
        if slot.plain:
            return render_plain(text, show_fact)
        quick = fill_marks(text, slot.shape, slot.tags, show_fact) if slot.shape else None
        return render_inline(text, slot.targets, show_fact) if quick is None else quick
    except MarkupError:
        return None


def _source_of(slot: OwnSlot | OtherSlot, locale: PageLocale) -> str:
    if slot.plain:
        return slot.source
    return wrap_fragment(slot.source, locale.source, locale.language.direction)


def _label_source(slot: OwnSlot | OtherSlot, locale: PageLocale) -> str:
    """The source in lines of its own, after a word of the reader's language on what it is."""
    marks = mark_language(locale.source, locale.language.direction)
    reader = mark_language(locale.language, locale.source.direction)
    label = f"<b{reader}>{locale.words['state_missing' + ONCE]}</b>"
    return f"<span class=beside{marks}>{label} {slot.source}</span>"


def show_beside(source: str, locale: PageLocale) -> str:
    """The source that stands beside a line for people in danger."""
    marks = mark_language(locale.source, locale.language.direction)
    return f" <span class=beside{marks}>{source}</span>"


def _fill_others(program: Program, locale: PageLocale, slots: Slots, noted: Noted) -> None:
    show_fact = locale.show_fact(program.other_facts)
    for slot in program.others:
        translation = locale.others.get((slot.document, slot.address))
        weight = locale.weigh(translation, slot.risk)
        show_source = _label_source if slot.labelled else _source_of
        html = show_source(slot, locale) if slot.soft else None
        if translation is not None and weight != HIDDEN:
            try:
                if slot.plain:
                    html = render_plain(translation.text, show_fact)
                else:
                    html = render_inline(translation.text, (), show_fact)
            except MarkupError:
                pass
            else:
                if slot.crisis:
                    html += show_beside(slot.source, locale)
                if weight != SHOWN:
                    noted.append((len(slots), weight))
        slots.append(html)


def _fill_phrases(program: Program, locale: PageLocale, slots: Slots, noted: Noted) -> int:
    shown = 0
    for slot in program.phrases:
        known = locale.phrase(slot)
        if known is not None:
            html, weight = known
            shown += slot.words
            if weight != SHOWN:
                noted.append((len(slots), weight))
            slots.append(html + show_beside(slot.source, locale) if slot.crisis else html)
        elif slot.soft:
            source = wrap_fragment(slot.source, locale.source, locale.language.direction)
            slots.append(source)
        else:
            slots.append(None)
    return shown
