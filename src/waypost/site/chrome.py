"""What a page says for its language alone: attributes, menus of languages, links to the source."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet

import msgspec

from waypost.model.language import Direction
from waypost.model.site import Level, PageKind
from waypost.site.addresses import (
    HOW_TRANSLATED,
    SHEET,
    link_to,
    page_address,
    up_to_site,
)
from waypost.site.inline import escape_attribute, escape_text
from waypost.site.known import NOTED, OLD, OLD_NOTED
from waypost.site.language_marks import mark_language
from waypost.site.language_menu import show_menu, show_sheets
from waypost.site.locale import PageLocale
from waypost.site.program import Program
from waypost.site.script_style import script_style
from waypost.site.search_words import show_also, show_search_marks
from waypost.site.shown_value import write_value

_NO_INDEX = '<meta name=robots content="noindex">'
_UNLISTED = frozenset({PageKind.SEARCH, PageKind.SHEET})


class Extras(msgspec.Struct, frozen=True):
    """Specials that only the caller knows, as the list of an A–Z."""

    shown: Mapping[str, str] = msgspec.field(default_factory=dict)
    """Name → HTML."""
    weights: frozenset[int] = frozenset()
    """What the policy says of the titles in them: HIDDEN, SHOWN, NOTED, OLD …"""


NO_EXTRAS = Extras()


def show_specials(
    program: Program, locale: PageLocale, level: Level, extras: Mapping[str, str]
) -> list[str]:
    """The text of each special slot of the program, in its order."""
    out: list[str] = []
    link, end = _open_source_link(program, locale)
    for name in program.specials:
        show = _SHOWN.get(name)
        if show is not None:
            out.append(show(program, locale, level))
        elif name.startswith("source:"):
            out.append(f"{link}{escape_attribute(name[7:])}{end}" if link else "")
        else:
            out.append(extras[name])
    return out


def _show_language(locale: PageLocale) -> str:
    """The attributes of `html`."""
    language = locale.language
    direction = " dir=rtl" if language.direction is Direction.RTL else ""
    return f" lang={language.code}{direction}"


def _show_main(_: Program, locale: PageLocale, level: Level) -> str:
    if level is not Level.SOURCE:
        return ""
    return mark_language(locale.source, locale.language.direction)


def _show_here(_: Program, locale: PageLocale, level: Level) -> str:
    if level is not Level.SOURCE:
        return ""
    return mark_language(locale.language, locale.source.direction)


def _show_notice(program: Program, locale: PageLocale, level: Level) -> str:
    if level is not Level.SOURCE:
        return ""
    here = _show_here(program, locale, level)
    return f"<p class=notice{here}>{locale.say_with_help('mostly_source')}"


def show_notes(program: Program, locale: PageLocale, level: Level, why: AbstractSet[int]) -> str:
    """The lines that say that parts of the page are unchecked, or older than their source."""
    is_card = program.kind is PageKind.CARD
    href = "" if is_card else link_to(program.id, HOW_TRANSLATED)
    return write_notes(locale, why, href, _show_here(program, locale, level))


def write_notes(locale: PageLocale, why: AbstractSet[int], href: str, here: str = "") -> str:
    """The notes that texts of these weights ask for.

    `href` is the page about translations, "" where the language has none.
    """
    notes: list[str] = []
    if why & {NOTED, OLD_NOTED}:
        more = f' <a href="{href}">{locale.words["how_translated"]}</a>' if href else ""
        notes.append(f"<p class=unchecked{here}>{locale.words['machine_note']}{more}</p>")
    if why & {OLD, OLD_NOTED}:
        notes.append(f'<p class="unchecked old"{here}>{locale.words["stale_note"]}</p>')
    return "".join(notes)


def show_emergency(program: Program, locale: PageLocale, level: Level) -> str:
    """The line for people in danger, in both languages."""
    phone = locale.frame.emergency
    if phone is None:
        return ""
    line = locale.say("emergency", (("phone", write_value(phone)),))
    return f"<p{_show_here(program, locale, level)}><b>{line}</b></p>"


def _show_own_card(program: Program, locale: PageLocale, level: Level) -> str:
    """The sentence to show to a clerk; none in the source language, which clerks speak."""
    if locale.is_source:
        return ""
    here = _show_here(program, locale, level)
    return f"<blockquote class=show{here}>{locale.card_show}</blockquote>"


def _source_page(program: Program, locale: PageLocale) -> str:
    return page_address(up_to_site(program.id), locale.source.code, program.id)


def _open_source_link(program: Program, locale: PageLocale) -> tuple[str, str]:
    """What stands around a section's id in the small link to it in the source language.

    Empty in that language itself.
    """
    if locale.is_source:
        return "", ""
    href = escape_attribute(_source_page(program, locale))
    name = escape_text(locale.source.autonym)
    return f'<a class=orig href="{href}#', f'"{_link_marks(locale)}>{name}</a>'


def _link_marks(locale: PageLocale) -> str:
    marks = mark_language(locale.source, locale.language.direction)
    return f" hreflang={locale.source.code}{marks}"


def _link_whole_source(program: Program, locale: PageLocale) -> str:
    href = escape_attribute(_source_page(program, locale))
    return f'<a href="{href}"{_link_marks(locale)}>{escape_text(locale.source.autonym)}</a>'


def _link_sheet(program: Program, locale: PageLocale, level: Level) -> str:
    """The way from a guide to its sheet: where the source stands alone, to the main languages'."""
    if locale.is_source:
        ways = show_sheets(program, locale)
        return (
            f"<div class=two>{locale.words['sheet']}<ul class=row>{ways}</ul></div>" if ways else ""
        )
    here = _show_here(program, locale, level)
    return f"<p class=two{here}><a href={SHEET}/>{locale.words['sheet']}</a>"


def _show_robots(program: Program, level: Level) -> str:
    """Search engines are to find guides, not their sheets or a page that searches for them."""
    return _NO_INDEX if level is Level.STUB or program.kind in _UNLISTED else ""


def _show_canonical(program: Program, locale: PageLocale) -> str:
    base = locale.frame.identity.url
    if not base or program.kind in _UNLISTED:
        return ""
    address = escape_attribute(page_address(base, locale.language.code, program.id))
    return f'<link rel=canonical href="{address}">'


_SHOWN: Mapping[str, Callable[[Program, PageLocale, Level], str]] = {
    "alternates": lambda *_: "",
    "note": lambda *_: "",
    "emergency": lambda *_: "",
    "lang": lambda _, locale, __: _show_language(locale),
    "main": _show_main,
    "here": _show_here,
    "notice": _show_notice,
    "robots": lambda program, _, level: _show_robots(program, level),
    "sheet": _link_sheet,
    "reader_name": lambda _, locale, __: escape_text(locale.language.autonym),
    "canonical": lambda program, locale, _: _show_canonical(program, locale),
    "languages": lambda program, locale, _: show_menu(program, locale, "languages"),
    "main_languages": lambda program, locale, _: show_menu(program, locale, "main_languages"),
    "source_link": lambda program, locale, _: _link_whole_source(program, locale),
    "card_show": lambda _, locale, __: locale.card_show,
    "own_card": _show_own_card,
    "say_language": lambda _, locale, __: locale.say_language,
    "search_marks": lambda program, locale, _: show_search_marks(
        locale, lists=program.kind is PageKind.SEARCH
    ),
    "search_also": lambda _, locale, __: show_also(locale),
    "script_source": lambda _, locale, __: script_style(locale.language).source,
    "script_style": lambda _, locale, __: script_style(locale.language).tag,
}
