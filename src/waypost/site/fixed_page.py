"""Pages that stand in no language's folder, or are only a way to another: neutral, moved, 404."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from waypost.model.fact import Phone
from waypost.model.language import Direction, Language
from waypost.model.markup import MarkupError
from waypost.model.site import Level
from waypost.site.addresses import HOW_TRANSLATED, INDEX, page_address
from waypost.site.chrome import write_notes
from waypost.site.inline import render_plain
from waypost.site.known import PLAIN
from waypost.site.language_marks import wrap_fragment
from waypost.site.language_menu import render_alternates
from waypost.site.languages_page import LanguageLink, link_languages
from waypost.site.listing_page import make_card
from waypost.site.locale import PageLocale
from waypost.site.script_style import script_style
from waypost.site.surroundings import PageRef, Surroundings
from waypost.site.templates import render_template


@dataclass(frozen=True, slots=True)
class NamedLink:
    """A link and its HTML."""

    href: str
    text: Markup


def render_neutral(around: Surroundings, ref: PageRef | None, codes: tuple[str, ...]) -> bytes:
    """The page at a language-neutral address: it offers the languages, for posters and QR codes.

    `ref` is the page it stands for, None for the root of the site; `codes` are the languages in
    which that page is published.
    """
    identity, source = around.frame.identity, around.source
    page = ref.id if ref else ""
    root = "../" if page else "./"
    neutral = f"{identity.url}{page}/" if page else identity.url
    choose = source.words["choose_language" + PLAIN]
    return _render(
        source,
        {
            "title": _title(ref) if ref else choose,
            "text": Markup(choose) if ref else None,  # noqa: S704 - an interface word, escaped
            "home": root,
            "canonical": neutral if identity.url else "",
            "alternates": Markup(render_alternates(identity.url, page, codes, neutral)),  # noqa: S704 - escaped where it is made
            "languages": link_languages(identity, root, page, source.language.direction),
            "languages_label": source.words["languages" + PLAIN],
        },
    )


def _title(ref: PageRef) -> Markup:
    return _plain_title(ref.title.source)


def _plain_title(text: str) -> Markup:
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
    card = make_card(ref, locale, Level.WHOLE)
    title = _plain_title(card.title)
    if card.title_language != locale.language.code:
        title = Markup(wrap_fragment(title, locale.source, locale.language.direction))  # noqa: S704 - escaped in `_plain_title`
    words = locale.words["moved" + PLAIN]
    return _render(
        locale,
        {
            "title": Markup(words),  # noqa: S704 - an interface word, escaped
            "noindex": True,
            "canonical": f"{identity.url}{place}" if identity.url else "",
            "refresh": href,
            "home": up,
            "links": (NamedLink(href, title),),
            "note": Markup(write_notes(locale, {card.title_weight}, f"{up}{HOW_TRANSLATED}/")),  # noqa: S704 - interface words, escaped
        },
    )


@dataclass(frozen=True, slots=True)
class OtherWords:
    """The same words in another language."""

    code: str
    direction: str
    title: Markup
    text: Markup
    links: tuple[NamedLink, ...]


def render_not_found(
    around: Surroundings, main: Iterable[tuple[Language, Mapping[str, str]]] = ()
) -> bytes:
    """The page for an address that doesn't exist; its links hold wherever it is shown.

    It says so in the source language, then in the main languages, each with its words as HTML.
    """
    identity, source = around.frame.identity, around.source
    base = identity.url or "/"
    first = _say_not_found(source.language, source.words, base)
    others = tuple(_say_not_found(language, words, base) for language, words in main)
    return _render(
        source,
        {
            "title": first.title,
            "text": first.text,
            "noindex": True,
            "home": base,
            "links": first.links,
            "others": others,
            "phone": around.frame.contact,
            "languages": link_languages(identity, base, "", source.language.direction),
            "languages_label": source.words["languages" + PLAIN],
        },
    )


def _say_not_found(language: Language, words: Mapping[str, str], base: str) -> OtherWords:
    pages = (("", "home"), (INDEX, "a_to_z"))
    return OtherWords(
        language.code,
        language.direction.value,
        Markup(words["not_found"]),  # noqa: S704 - an interface word, escaped
        Markup(words["not_found_help"]),  # noqa: S704 - the same
        tuple(
            NamedLink(
                page_address(base, language.code, page),
                Markup(words[name]),  # noqa: S704 - the same
            )
            for page, name in pages
        ),
    )


def _render(locale: PageLocale, context: dict[str, object]) -> bytes:
    languages: tuple[LanguageLink, ...] = ()
    phone: Phone | None = None
    base: dict[str, object] = {
        "code": locale.language.code,
        "rtl": locale.language.direction is Direction.RTL,
        "script_style": script_style(locale.language),
        "site_name": locale.frame.identity.name,
        "text": None,
        "noindex": False,
        "canonical": "",
        "refresh": "",
        "alternates": "",
        "links": (),
        "note": "",
        "others": (),
        "phone": phone,
        "languages": languages,
        "languages_label": "",
    }
    return render_template("bare/template.html", {}, {**base, **context}, set()).encode("utf-8")
