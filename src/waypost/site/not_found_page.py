"""The page for an address that doesn't exist: it helps on, in the main languages."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

import msgspec
from markupsafe import Markup

from waypost.locales.formats import formats_for
from waypost.model.fact import Phone
from waypost.model.language import Language
from waypost.site.addresses import DEADLINES, HOME, INDEX, SEARCH, page_address
from waypost.site.assets import find_asset
from waypost.site.fixed_page import NamedLink, SaidWords, plain_text, render_bare
from waypost.site.known import PLAIN, KnownWords, hold_place, hold_source_place
from waypost.site.languages_page import link_languages
from waypost.site.logo import show_logo
from waypost.site.search_page import has_search
from waypost.site.search_words import show_search_marks
from waypost.site.shown_value import show_value, write_value
from waypost.site.surroundings import Surroundings

_PAGES = ((HOME, "home"), (INDEX, "a_to_z"), (DEADLINES, "calendar"))
_SEARCH_PAGE = ((SEARCH, "search"),)


class OtherWords(msgspec.Struct, frozen=True):
    """The same words in another language."""

    code: str
    direction: str
    title: Markup
    text: Markup
    links: tuple[NamedLink, ...]
    interpreter: Markup


def render_not_found(
    around: Surroundings, main: Iterable[tuple[Language, KnownWords]] = ()
) -> bytes:
    """The page for an address that doesn't exist.

    It says so in the source language, then in the main languages. A host shows it at any address,
    however deep, so its links begin at the root of the host.
    """
    identity, source = around.frame.identity, around.source
    base = urlsplit(identity.url).path or "/"
    first = _say(source.language, source.words, base, around, _PAGES)
    code = source.language.code
    others = (*_SEARCH_PAGE, *_PAGES) if has_search(around.assets) else _PAGES
    topics = tuple(
        NamedLink(page_address(base, code, topic.id), plain_text(topic.name.source))
        for topic in around.shared.topics.values()
    )
    context: dict[str, object] = {
        "title": first.title,
        "text": first.text,
        "noindex": True,
        "home": base,
        "search": True,
        "links": first.links,
        "topics": topics,
        "topics_label": _html(source.words["topics"]),
        "phone": around.frame.contact,
        "interpreter": first.interpreter,
        "others": tuple(_say(language, words, base, around, others) for language, words in main),
        "languages": link_languages(identity, base, "", source.language.direction),
        "languages_label": source.words["languages" + PLAIN],
    }
    frame: dict[str, object] = {
        "m": SaidWords(source.words, show_search_marks(source)),
        "root": base,
        "asset": lambda name: find_asset(around.assets, name, base),
        "link": lambda target: page_address(base, code, target),
        "logo": show_logo(around.frame.logo, around.assets, base),
    }
    return render_bare(source, context, frame)


def _say(
    language: Language,
    words: KnownWords,
    base: str,
    around: Surroundings,
    pages: Iterable[tuple[str, str]],
) -> OtherWords:
    """The words in a language; `pages` are those to link, each with the word that names it."""
    phone = around.frame.interpreter
    return OtherWords(
        language.code,
        language.direction.value,
        _html(words["not_found"]),
        _html(words["not_found_help"]),
        tuple(
            NamedLink(page_address(base, language.code, page), _html(words[name]))
            for page, name in pages
        ),
        _say_interpreter(language, words, phone, around) if phone else Markup(""),
    )


def _say_interpreter(
    language: Language, words: KnownWords, phone: Phone, around: Surroundings
) -> Markup:
    """The line on a free interpreter, in both languages where it must be."""
    source = around.frame.identity.source
    formats = formats_for(language.code, around.frame.identity.territory)
    number = show_value(write_value(phone), formats, language, source)
    line = words.show("interpreter_line", {}, ["phone"])
    for place in (hold_place("phone"), hold_source_place("phone")):
        line = line.replace(place, number)
    return _html(line)


def _html(text: str) -> Markup:
    return Markup(text)  # noqa: S704 - an interface word, escaped where it is made
