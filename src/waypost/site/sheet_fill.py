"""A sheet filled in for one language: the reader's column, beside a source column that stands."""

from __future__ import annotations

from waypost.model.site import Level
from waypost.site.chrome import show_specials
from waypost.site.fill import Own, fill_slots
from waypost.site.inline import escape_text
from waypost.site.known import NOTED, OLD, OLD_NOTED, ONCE
from waypost.site.locale import PageLocale, name_to_say
from waypost.site.mixed import Slots, join_slots
from waypost.site.sheet_call import LANGUAGE
from waypost.site.sheet_program import (
    ALWAYS,
    IF_MISSING,
    IF_OLD,
    IF_UNCHECKED,
    SIGNS,
    SheetLine,
    SheetProgram,
)

_MEANINGS = {
    NOTED: frozenset({IF_UNCHECKED}),
    OLD: frozenset({IF_OLD}),
    OLD_NOTED: frozenset({IF_UNCHECKED, IF_OLD}),
}


def fill_sheet(sheet: SheetProgram, locale: PageLocale, own: Own) -> bytes:
    """The sheet in the language of `locale`; `own` is aligned to the guide's segments.

    Where the policy lets the source stand, the reader's cell says that it isn't translated, and
    the source stands in its own column alone.
    """
    program = sheet.program
    slots, noted, _ = fill_slots(program, locale, own)
    slots += show_specials(program, locale, Level.WHOLE, {})
    slots += [literal.decode() for literal in program.literals]
    order, (start, end) = program.order, program.main
    body = _fill_lines(sheet, locale, slots, dict(noted))
    html = "".join(
        [
            *(slots[number] or "" for number in order[:start]),
            join_slots(order[slice(*sheet.head)], slots),
            body,
            join_slots(order[slice(*sheet.tail)], slots),
            *(slots[number] or "" for number in order[end:]),
        ]
    )
    return html.replace(LANGUAGE, escape_text(name_to_say(locale.language))).encode("utf-8")


def _fill_lines(
    sheet: SheetProgram, locale: PageLocale, slots: Slots, noted: dict[int, int]
) -> str:
    missing = f"<i>{locale.words['state_missing' + ONCE]}</i>"
    order = sheet.program.order
    explained = {ALWAYS}
    shown: list[tuple[int, str]] = []
    for line in sheet.lines:
        if any(slots[need] is None for need in line.needs):
            explained.add(IF_MISSING)
            shown.append((line.stands, f"{line.opening}{line.middle}{missing}{line.closing}"))
            continue
        signs = ""
        if noted:
            found = _find_signs(line, noted)
            explained |= found
            signs = "".join(SIGNS[sign] for sign in sorted(found))
        cell = join_slots(order[slice(*line.span)], slots)
        shown.append((line.stands, f"{line.opening}{signs}{line.middle}{cell}{line.closing}"))
    return "".join([html for stands, html in shown if stands in explained])


def _find_signs(line: SheetLine, noted: dict[int, int]) -> frozenset[int]:
    """What must be said of the line's texts."""
    signs: frozenset[int] = frozenset()
    for text in line.texts:
        weight = noted.get(text)
        if weight is not None:
            signs |= _MEANINGS[weight]
    return signs
