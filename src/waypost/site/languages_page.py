"""The page of all languages: each by its own name and by the reader's, and what it offers."""

from __future__ import annotations

import msgspec
from markupsafe import Markup

from waypost.locales.language_names import find_language_name
from waypost.model.language import Direction, Tier
from waypost.model.site import PageKind, SiteIdentity, SiteLanguage
from waypost.site.addresses import LANGUAGES, page_address, up_to_site
from waypost.site.chrome import Extras
from waypost.site.inline import escape_attribute, escape_text
from waypost.site.language_marks import mark_language
from waypost.site.language_menu import order_languages
from waypost.site.locale import PageLocale
from waypost.site.program import Program
from waypost.site.surroundings import Surroundings, begin_marks, build_page

_TIER = "tier:"


class LanguageLink(msgspec.Struct, frozen=True):
    """A language in a list of a page that stands in no language's folder."""

    href: str
    marks: Markup
    """Its `lang`, and `dir` where that differs from the page's."""
    autonym: str


def link_languages(
    identity: SiteIdentity, root: str, page: str, around: Direction = Direction.LTR
) -> tuple[LanguageLink, ...]:
    """The site's languages by their own names, linked to their version of the page."""
    return tuple(
        LanguageLink(
            page_address(root, each.language.code, "" if each.tier is Tier.CARD else page),
            Markup(mark_language(each.language, around)),  # noqa: S704 - codes of the registry
            each.language.autonym,
        )
        for each in order_languages(identity.languages)
    )


class TierView(msgspec.Struct, frozen=True):
    """The languages that promise the same."""

    title: Markup
    special: str


def build_languages_program(around: Surroundings) -> Program:
    """The program of the page; `render_languages` gives the lists of each language."""
    marks = begin_marks(around, LANGUAGES, None)
    offered = {each.tier for each in around.frame.identity.languages}
    tiers = (
        TierView(marks.word(f"tier_{tier.value}"), f"{_TIER}{tier.value}")
        for tier in Tier
        if tier in offered
    )
    context: dict[str, object] = {
        "head_title": marks.word("languages", plain=True),
        "tiers": tuple(tiers),
    }
    return build_page(PageKind.LANGUAGES, "languages.html", marks, around, context)


def render_languages(locale: PageLocale) -> Extras:
    """The specials of the page: the items of each tier's list."""
    languages = order_languages(locale.frame.identity.languages)
    return Extras(
        {
            f"{_TIER}{tier.value}": "".join(
                _item(each, locale) for each in languages if each.tier is tier
            )
            for tier in Tier
        }
    )


def _item(offered: SiteLanguage, locale: PageLocale) -> str:
    """A language with all names by which a reader may look for it.

    Beside its own name stands the reader's; English and the code are for the filter alone.
    """
    language = offered.language
    marks = mark_language(language, locale.language.direction)
    href = page_address(up_to_site(LANGUAGES), language.code, "")
    name = find_language_name(language.code, locale.language.code)
    is_current = language.code == locale.language.code
    shown = "" if name is None or is_current else f" <small>{escape_text(name)}</small>"
    known = " ".join(each for each in (language.english, language.code) if each != name)
    current = " aria-current=true" if is_current else ""
    return (
        f'<li data-n="{escape_attribute(known)}"><a href="{href}"{marks}{current}>'
        f"{escape_text(language.autonym)}</a>{shown}"
    )
