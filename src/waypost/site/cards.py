"""What a resident shows to a clerk: "I speak …", in their language and in the source's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec
from markupsafe import Markup

from waypost.model.language import Tier
from waypost.model.site import SiteLanguage
from waypost.model.text import Risk
from waypost.model.translation import Translation
from waypost.site.inline import escape_text
from waypost.site.known import ONCE, SHOWN, hold_place
from waypost.site.language_marks import mark_language
from waypost.site.locale import Frame, PageLocale, name_to_say
from waypost.site.shown_value import write_value

SHOWN_ON = "language-help"
"""The page whose language-neutral address has the cards of all languages."""

Words = Mapping[str, Translation]


class CardView(msgspec.Struct, frozen=True):
    """The card of one language."""

    href: str
    """Where help in the language is told of."""
    marks: Markup
    """The attributes of its language and direction."""
    source_marks: Markup
    """Those of the source in the midst of it."""
    autonym: str
    own: Markup
    """The sentence in the language; empty where Waypost has no words in it."""
    source: Markup
    call: Markup
    """How to get an interpreter, in the language; empty likewise, and without a number."""
    is_checked: bool


def make_cards(
    frame: Frame, tongues: Iterable[tuple[SiteLanguage, Words]], root: str
) -> tuple[CardView, ...]:
    """A card for each language but the source, in the order of the settings.

    `root` is the way to the site's root from the page that they stand on.
    """
    source = frame.identity.source
    said = PageLocale(source, frame, frame.source_words, {}, {})
    return tuple(
        _make_card(offered, PageLocale(offered.language, frame, words, {}, {}), words, said, root)
        for offered, words in tongues
        if offered.language.code != source.code
    )


def _make_card(
    offered: SiteLanguage, locale: PageLocale, words: Words, source: PageLocale, root: str
) -> CardView:
    language = offered.language
    page = "" if offered.tier is Tier.CARD else f"{SHOWN_ON}/"
    name = escape_text(name_to_say(language))
    phone = locale.frame.interpreter
    number = locale.shown_values[write_value(phone)] if phone is not None else ""
    call = _say(locale, words, "interpreter_line", "phone", number) if number else Markup("")
    weight = locale.weigh(words.get("card_show"), Risk.CRITICAL)
    return CardView(
        f"{root}{language.code}/{page}",
        Markup(mark_language(language, source.language.direction)),  # noqa: S704 - codes of the registry
        Markup(mark_language(source.language, language.direction)),  # noqa: S704 - the same
        language.autonym,
        _say(locale, words, "card_show", "language", name),
        _say(source, source.frame.source_words, "card_show", "language", name),
        call,
        weight == SHOWN,
    )


def _say(locale: PageLocale, words: Words, word: str, name: str, value: str) -> Markup:
    """The word in the locale's language alone; empty where it has none."""
    if not locale.weigh(words.get(word), Risk.STANDARD):
        return Markup("")
    html = locale.words.show(word, {}, (name,), ONCE[1:])
    return Markup(html.replace(hold_place(name), value))  # noqa: S704 - words and values escaped
