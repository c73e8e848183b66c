"""What a page says for its language alone: attributes, menus of languages, links to the source."""

from __future__ import annotations

from collections.abc import Mapping

from waypost.model.language import Tier
from waypost.model.site import Level, SiteLanguage
from waypost.site.addresses import page_address, up_to_site
from waypost.site.inline import escape_attribute, escape_text
from waypost.site.language_marks import mark_language
from waypost.site.locale import PageLocale
from waypost.site.program import Program

_PAGE = "\x01"


def show_specials(
    program: Program, locale: PageLocale, level: Level, extras: Mapping[str, str]
) -> list[str]:
    """The text of each special slot of the program, in its order."""
    language, source = locale.language, locale.source
    foreign = level is Level.SOURCE
    out: list[str] = []
    for name in program.specials:
        if name.startswith("source:"):
            out.append(_link_source(program, locale, name[7:]))
        elif name == "lang":
            direction = "" if language.direction.value == "ltr" else " dir=rtl"
            out.append(f" lang={language.code}{direction}")
        elif name == "main":
            out.append(mark_language(source, language.direction) if foreign else "")
        elif name == "here":
            out.append(mark_language(language, source.direction) if foreign else "")
        elif name == "notice":
            out.append(f"<p class=n>{locale.words['mostly_source']}" if foreign else "")
        elif name == "robots":
            stub = level is Level.STUB
            out.append('<meta name=robots content="noindex">' if stub else "")
        elif name == "canonical":
            out.append(_show_canonical(program, locale))
        elif name == "languages":
            out.append(_menu(program, locale, "languages"))
        elif name == "main_languages":
            out.append(_menu(program, locale, "main_languages"))
        elif name == "code":
            out.append(language.code)
        elif name == "source_page":
            out.append(escape_attribute(_source_page(program, locale)))
        elif name == "source_link":
            out.append(_link_whole_source(program, locale))
        elif name == "say_language":
            out.append(locale.say_language)
        else:
            out.append(extras[name])
    return out


def _source_page(program: Program, locale: PageLocale) -> str:
    return page_address(up_to_site(program.id), locale.source.code, program.id)


def _link_source(program: Program, locale: PageLocale, anchor: str) -> str:
    """A small link to the same section in the source language; none in that language itself."""
    if locale.is_source:
        return ""
    href = escape_attribute(f"{_source_page(program, locale)}#{anchor}")
    return f'<a class=e href="{href}"{_link_marks(locale)}>{escape_text(locale.source.autonym)}</a>'


def _link_marks(locale: PageLocale) -> str:
    marks = mark_language(locale.source, locale.language.direction)
    return f" hreflang={locale.source.code}{marks}"


def _link_whole_source(program: Program, locale: PageLocale) -> str:
    href = escape_attribute(_source_page(program, locale))
    return f'<a href="{href}"{_link_marks(locale)}>{escape_text(locale.source.autonym)}</a>'


def _show_canonical(program: Program, locale: PageLocale) -> str:
    base = locale.frame.identity.url
    if not base:
        return ""
    address = escape_attribute(page_address(base, locale.language.code, program.id))
    return f'<link rel=canonical href="{address}">'


def _menu(program: Program, locale: PageLocale, name: str) -> str:
    """The list of languages, made once per language and depth, then given the page's id."""
    root = up_to_site(program.id)
    key = name + root
    menu = locale.menus.get(key)
    if menu is None:
        languages = locale.frame.identity.languages
        if name == "main_languages":
            languages = tuple(each for each in languages if each.main)
        menu = locale.menus[key] = "".join(_item(each, locale, root) for each in languages)
    return menu.replace(_PAGE, f"{program.id}/" if program.id else "")


def _item(offered: SiteLanguage, locale: PageLocale, root: str) -> str:
    language = offered.language
    page = "" if offered.tier is Tier.CARD else _PAGE
    current = " aria-current=page" if language.code == locale.language.code else ""
    marks = mark_language(language, locale.language.direction)
    href = f"{root}{language.code}/{page}"
    name = escape_text(language.autonym)
    return f'<li><a href="{href}" hreflang={language.code}{marks}{current}>{name}</a>'


def render_alternates(base: str, page: str, codes: tuple[str, ...], neutral: str) -> str:
    """The links in a head to every language in which the page is published.

    `base` is the site's address; without one there are none, as they must be whole addresses.
    `neutral` is the address for everybody else, or "".
    """
    if not base:
        return ""
    places = [(code, page_address(base, code, page)) for code in codes]
    if neutral:
        places.append(("x-default", neutral))
    return "".join(
        f'<link rel=alternate hreflang={code} href="{escape_attribute(address)}">'
        for code, address in places
    )
