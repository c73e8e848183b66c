"""Home, topics, A–Z, the list of languages, and the card of a language."""

from __future__ import annotations

import html
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from waypost.locales.collation import index_label, sort_key
from waypost.model.language import Tier
from waypost.model.markup import MarkupError
from waypost.model.place import Topic
from waypost.model.site import Card, Level, PageKind, SiteIdentity
from waypost.model.text import Risk, Text
from waypost.site.addresses import HOME, INDEX, LANGUAGES, link_to, page_address, up_to_site
from waypost.site.chrome import Extras
from waypost.site.guide_ways import view_offices
from waypost.site.inline import escape_text, render_plain
from waypost.site.known import HIDDEN, SHOWN
from waypost.site.language_marks import wrap_fragment
from waypost.site.locale import PageLocale
from waypost.site.program import Program
from waypost.site.surroundings import Link, PageRef, Surroundings, begin_marks, build_page

_ON_HOME = 6
"""How many pages of a topic the home page shows."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """A topic on the home page with its first pages."""

    link: Link
    pages: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class LanguageLink:
    """A language in a list."""

    href: str
    code: str
    direction: str
    autonym: str


@dataclass(frozen=True, slots=True)
class TierView:
    """The languages that promise the same."""

    title: Markup
    languages: tuple[LanguageLink, ...]


def _pages_of(topic: str, around: Surroundings) -> list[str]:
    kinds = (PageKind.GUIDE, PageKind.JOURNEY)
    return [
        page.id for page in around.pages.values() if page.kind in kinds and topic in page.topics
    ]


def build_home_program(around: Surroundings) -> Program:
    """The program of a language's home page."""
    marks = begin_marks(around, HOME, None)
    shelves: list[Shelf] = []
    for topic in around.shared.topics:
        link = around.links(HOME, (topic,))
        pages = around.links(HOME, _pages_of(topic, around)[:_ON_HOME])
        if link and pages:
            shelves.append(Shelf(link[0], pages))
    journeys = [page.id for page in around.pages.values() if page.kind is PageKind.JOURNEY]
    context: dict[str, object] = {
        "alerts": around.alerts(HOME),
        "phone": around.frame.contact,
        "journeys": around.links(HOME, journeys),
        "topics": shelves,
        "head_summary": marks.word("home_intro", plain=True),
    }
    return build_page(PageKind.HOME, "home.html", marks, around, context)


def build_topic_program(topic: Topic, around: Surroundings) -> Program:
    """The program of a topic's page: its guides and journeys."""
    marks = begin_marks(around, topic.id, None)
    summary = topic.summary
    context: dict[str, object] = {
        "head_title": marks.other("topics", topic.name, plain=True),
        "head_summary": marks.other("topics", summary, plain=True) if summary else None,
        "heading_text": marks.other("topics", topic.name),
        "intro": marks.other("topics", summary) if summary else None,
        "pages": around.links(topic.id, _pages_of(topic.id, around)),
    }
    return build_page(PageKind.TOPIC, "listing.html", marks, around, {**_EMPTY_LISTING, **context})


_EMPTY_LISTING: dict[str, object] = {"intro": None, "is_index": False, "pages": (), "tiers": ()}


def build_index_program(around: Surroundings) -> Program:
    """The program of the A–Z; `render_index` gives the special `listing` of each language."""
    marks = begin_marks(around, INDEX, None)
    context: dict[str, object] = {
        "head_title": marks.word("a_to_z", plain=True),
        "heading_text": marks.word("a_to_z"),
        "is_index": True,
    }
    return build_page(PageKind.INDEX, "listing.html", marks, around, {**_EMPTY_LISTING, **context})


def build_languages_program(around: Surroundings) -> Program:
    """The program of the page that says what each language offers."""
    marks = begin_marks(around, LANGUAGES, None)
    identity = around.frame.identity
    tiers = tuple(
        TierView(marks.word(f"tier_{tier.value}"), languages)
        for tier in Tier
        if (languages := link_languages(identity, up_to_site(LANGUAGES), "", tier))
    )
    context: dict[str, object] = {
        "head_title": marks.word("languages", plain=True),
        "heading_text": marks.word("languages"),
        "tiers": tiers,
    }
    return build_page(
        PageKind.LANGUAGES, "listing.html", marks, around, {**_EMPTY_LISTING, **context}
    )


def link_languages(
    identity: SiteIdentity, root: str, page: str, tier: Tier | None = None
) -> tuple[LanguageLink, ...]:
    """The site's languages, linked to their version of the page; those of one tier if given."""
    return tuple(
        LanguageLink(
            page_address(root, each.language.code, "" if each.tier is Tier.CARD else page),
            each.language.code,
            each.language.direction.value,
            each.language.autonym,
        )
        for each in identity.languages
        if tier is None or each.tier is tier
    )


def build_card_program(around: Surroundings) -> Program:
    """The program of the one page of a language of the card tier, at the language's root."""
    marks = begin_marks(around, HOME, None, floor=Risk.LOW)
    offices = tuple(around.shared.offices.values())
    context: dict[str, object] = {
        "head_title": marks.word("card_title", plain=True),
        "head_summary": marks.word("card_free", plain=True),
        "offices": view_offices(offices, marks, around, len(offices)),
        "footer_pages": (),
    }
    return build_page(PageKind.CARD, "card.html", marks, around, context)


def make_card(ref: PageRef, locale: PageLocale, level: Level) -> Card:
    """What listings of the language show of a page: title and summary as the policy lets them."""
    title, title_code, weight = _text_of(ref.document, ref.title, locale)
    summary, summary_code = "", locale.source.code
    if ref.summary is not None:
        summary, summary_code, _ = _text_of(ref.document, ref.summary, locale)
    return Card(ref.id, ref.kind, level, title, title_code, summary, summary_code, weight)


def _text_of(document: str, text: Text, locale: PageLocale) -> tuple[str, str, int]:
    """The text that is shown, its language, and what the policy says of it."""
    if not locale.is_source:
        translation = locale.others.get((document, text.address))
        weight = locale.weigh(translation, Risk.STANDARD)
        if translation is not None and weight != HIDDEN:
            return translation.text, locale.language.code, weight
    return text.source, locale.source.code, SHOWN


def render_index(cards: Iterable[Card], locale: PageLocale) -> Extras:
    """The specials of an A–Z: the pages in the language's order, under its letters."""
    code = locale.language.code
    key = sort_key(code)
    named = sorted(((plain_title(card), card) for card in cards), key=lambda each: key(each[0]))
    out: list[str] = []
    label_before = None
    for name, card in named:
        label = index_label(code, name)
        if label != label_before:
            out.append("</ul>" if out else "")
            out.append(f"<h2>{escape_text(label)}</h2><ul class=pages>")
            label_before = label
        shown = escape_text(name)
        if card.title_language != code:
            shown = wrap_fragment(shown, locale.source, locale.language.direction)
        out.append(f'<li><a href="{link_to(INDEX, card.id)}">{shown}</a>')
    out.append("</ul>" if out else "")
    return Extras({"listing": "".join(out)}, frozenset(card.title_weight for _, card in named))


def plain_title(card: Card) -> str:
    """A title's words as they are read, neither marks nor HTML."""
    try:
        return html.unescape(render_plain(card.title, lambda name: f"{{{name}}}"))
    except MarkupError:
        return card.title


def listed_pages(refs: Sequence[PageRef]) -> tuple[PageRef, ...]:
    """The pages that an A–Z lists: all that have a text of their own."""
    kinds = (PageKind.GUIDE, PageKind.JOURNEY, PageKind.PAGE, PageKind.AGENCY, PageKind.OFFICE)
    return tuple(ref for ref in refs if ref.kind in kinds)
