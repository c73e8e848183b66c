"""The links to a page in the site's other languages, for readers and for search engines."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Final

from waypost.locales.collation import sort_key
from waypost.model.language import Tier
from waypost.model.site import PageKind, SiteLanguage
from waypost.site.addresses import guide_of, page_address, sheet_of, up_to_site
from waypost.site.inline import escape_attribute, escape_text
from waypost.site.language_marks import mark_language
from waypost.site.locale import PageLocale
from waypost.site.program import Program

_PAGE = "\x01"
_GUIDE = "\x02"


def show_menu(program: Program, locale: PageLocale, name: str) -> str:
    """The items of a menu: `languages` is all of them in order, `main_languages` those on top.

    Each is made once per language and depth, then given the page's id. An item says nothing twice:
    `hreflang` would repeat `lang`, and `dir` stands only where it differs from the page's.
    """
    root, page = up_to_site(program.id), f"{program.id}/" if program.id else ""
    is_sheet = program.kind is PageKind.SHEET
    key = f"{name}{root}{is_sheet}"
    menu = locale.menus.get(key)
    if menu is None:
        offered = locale.frame.identity.languages
        if name == "main_languages":
            listed: Iterable[SiteLanguage] = (each for each in offered if each.main)
        else:
            listed = order_languages(offered)
        items = "".join(_item(each, locale, root) for each in listed)
        if not is_sheet:
            items = items.replace(_GUIDE, _PAGE)
        menu = locale.menus[key] = items.split(_PAGE)
    shown = page.join(menu)
    # The source language has no sheet of its own: there the guide itself stands.
    return shown.replace(_GUIDE, f"{guide_of(program.id)}/") if is_sheet else shown


def show_sheets(guide: Program, locale: PageLocale) -> str:
    """The items that lead from a guide in the source language to its sheets on top."""
    root = up_to_site(guide.id)
    menu = locale.menus.get(f"sheets{root}")
    if menu is None:
        listed = (
            each
            for each in locale.frame.identity.languages
            if each.main and each.tier is not Tier.CARD and each.language.code != locale.source.code
        )
        items = "".join(_item(each, locale, root) for each in listed)
        menu = locale.menus[f"sheets{root}"] = items.split(_PAGE)
    return f"{sheet_of(guide.id)}/".join(menu)


def _item(offered: SiteLanguage, locale: PageLocale, root: str) -> str:
    language = offered.language
    page = _GUIDE if language.code == locale.source.code else _PAGE
    if offered.tier is Tier.CARD:
        page = ""
    current = " aria-current=page" if language.code == locale.language.code else ""
    marks = mark_language(language, locale.language.direction)
    name = escape_text(language.autonym)
    return f'<li><a href="{root}{language.code}/{page}"{marks}{current}>{name}</a>'


@cache
def order_languages(offered: tuple[SiteLanguage, ...]) -> tuple[SiteLanguage, ...]:
    """The languages by their own names: script after script, each in the order of its letters."""
    key = sort_key("und")
    return tuple(sorted(offered, key=lambda each: key(each.language.autonym)))


MOST_IN_HEAD: Final = 12
"""Of more languages than this, a page's head names none; a hundred weigh a kilobyte."""


@lru_cache(4096)
def render_alternates(base: str, page: str, codes: tuple[str, ...], neutral: str) -> str:
    """The links in a head to every language in which the page is published, if they are few.

    Many would stand before the first word that a reader sees: the sitemaps have those.
    `base` is the site's address; without one there are none, as they must be whole addresses.
    `neutral` is the address for everybody else, or "".
    """
    if not base or len(codes) > MOST_IN_HEAD:
        return ""
    places = [(code, page_address(base, code, page)) for code in codes]
    if neutral:
        places.append(("x-default", neutral))
    return "".join(
        f'<link rel=alternate hreflang={code} href="{escape_attribute(address)}">'
        for code, address in places
    )
