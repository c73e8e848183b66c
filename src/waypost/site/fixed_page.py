"""Pages that stand in no language's folder, or are only a way to another: neutral, moved."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import msgspec
from markupsafe import Markup

from waypost.model.fact import Phone
from waypost.model.language import Direction
from waypost.model.markup import MarkupError
from waypost.site.addresses import HOW_TRANSLATED
from waypost.site.cards import CardView
from waypost.site.chrome import write_notes
from waypost.site.inline import render_plain
from waypost.site.known import PLAIN, KnownWords
from waypost.site.language_menu import render_alternates
from waypost.site.languages_page import LanguageLink, link_languages
from waypost.site.locale import PageLocale
from waypost.site.logo import show_logo
from waypost.site.palette import render_palette
from waypost.site.script_style import script_style
from waypost.site.shown_title import show_title
from waypost.site.surroundings import PageRef, Surroundings
from waypost.site.templates import render_template


class NamedLink(msgspec.Struct, frozen=True):
    """A link and its HTML."""

    href: str
    text: Markup


class SaidWords(msgspec.Struct, frozen=True):
    """Interface words for components of a page that is in one language only."""

    words: KnownWords
    search_marks: str = ""
    """What the search box says to its script."""

    def word(self, name: str) -> Markup:
        """The word's HTML."""
        return Markup(self.words[name])  # noqa: S704 - an interface word, escaped

    def special(self, _: str) -> Markup:
        """The one special that such a page has."""
        return Markup(self.search_marks)  # noqa: S704 - escaped where it is made


def render_neutral(
    around: Surroundings,
    ref: PageRef | None,
    codes: tuple[str, ...],
    cards: tuple[CardView, ...] = (),
) -> bytes:
    """The page at a language-neutral address: it offers the languages, for posters and QR codes.

    `ref` is the page it stands for, None for the root of the site; `codes` are the languages in
    which that page is published. The `cards` of the languages stand in place of their names.
    """
    identity, source = around.frame.identity, around.source
    page = ref.id if ref else ""
    root = "../" if page else "./"
    neutral = f"{identity.url}{page}/" if page else identity.url
    words = source.words
    choose = words["choose_language" + PLAIN]
    return render_bare(
        source,
        {
            "title": _title(ref) if ref else choose,
            "text": Markup(words["cards_use"] if cards else choose) if ref else None,  # noqa: S704 - an interface word, escaped
            "home": root,
            "cards": cards,
            "cards_note": Markup(words["state_draft"]),  # noqa: S704 - the same
            "canonical": neutral if identity.url else "",
            "alternates": Markup(render_alternates(identity.url, page, codes, neutral)),  # noqa: S704 - escaped where it is made
            "languages": ()
            if cards
            else link_languages(identity, root, page, source.language.direction),
            "languages_label": source.words["languages" + PLAIN],
            "sensitive": ref is not None and ref.sensitive,
        },
        {
            "logo": show_logo(around.frame.logo, around.assets, root),
            "m": SaidWords(words),
        },
    )


def _title(ref: PageRef) -> Markup:
    return plain_text(ref.title.source)


def plain_text(text: str) -> Markup:
    """A segment text without tags."""
    try:
        return Markup(render_plain(text, lambda name: f"{{{name}}}"))  # noqa: S704 - escaped there
    except MarkupError:
        return Markup.escape(text)


def render_moved(
    locale: PageLocale, ref: PageRef, *, alias: str = "", neutral: bool = False
) -> bytes:
    """The page at the old address `alias`: it leads on to the page `ref` that has moved.

    `neutral` is for an old address outside the languages' folders.
    """
    identity = locale.frame.identity
    up = "../" * (alias.count("/") + 1)
    href = f"{up}{ref.id}/"
    place = f"{ref.id}/" if neutral else f"{locale.language.code}/{ref.id}/"
    shown = show_title(ref, locale)
    title = Markup(shown.render(locale))  # noqa: S704 - escaped there
    words = locale.words["moved" + PLAIN]
    return render_bare(
        locale,
        {
            "title": Markup(words),  # noqa: S704 - an interface word, escaped
            "sensitive": ref.sensitive,
            "noindex": True,
            "canonical": f"{identity.url}{place}" if identity.url else "",
            "refresh": href,
            "home": up,
            "links": (NamedLink(href, title),),
            "note": Markup(write_notes(locale, {shown.weight}, f"{up}{HOW_TRANSLATED}/")),  # noqa: S704 - interface words, escaped
        },
        {"m": SaidWords(locale.words)},
    )


def render_bare(
    locale: PageLocale,
    context: Mapping[str, object],
    frame: Mapping[str, object] = MappingProxyType({}),
) -> bytes:
    """A page with no chrome around it; `frame` is what its components see."""
    languages: tuple[LanguageLink, ...] = ()
    cards: tuple[CardView, ...] = ()
    phone: Phone | None = None
    base: dict[str, object] = {
        "code": locale.language.code,
        "rtl": locale.language.direction is Direction.RTL,
        "script_style": script_style(locale.language),
        "text": None,
        "noindex": False,
        "sensitive": False,
        "canonical": "",
        "refresh": "",
        "alternates": "",
        "links": (),
        "note": "",
        "search": False,
        "topics": (),
        "topics_label": "",
        "interpreter": "",
        "others": (),
        "cards": cards,
        "phone": phone,
        "languages": languages,
        "languages_label": "",
    }
    identity = locale.frame.identity
    frame = {
        "palette": render_palette(identity.brand),
        "site_name": identity.name,
        "logo": None,
        "here": "",
        **frame,
    }
    return render_template("bare/template.html", frame, {**base, **context}, set()).encode("utf-8")
