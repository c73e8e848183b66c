"""Topics, the card of a language, and what lists show of a page."""

from __future__ import annotations

import html

from waypost.model.markup import MarkupError
from waypost.model.place import Topic
from waypost.model.site import Card, Level, PageKind
from waypost.model.text import Risk, Text
from waypost.site.addresses import HOME
from waypost.site.guide_ways import view_offices
from waypost.site.inline import render_plain
from waypost.site.known import HIDDEN, SHOWN
from waypost.site.locale import PageLocale
from waypost.site.program import Program
from waypost.site.surroundings import PageRef, Surroundings, begin_marks, build_page


def pages_of(topic: str, around: Surroundings) -> list[str]:
    """The ids of the guides and journeys on a topic's shelf, in the order of the content."""
    kinds = (PageKind.GUIDE, PageKind.JOURNEY)
    return [
        page.id for page in around.pages.values() if page.kind in kinds and topic in page.topics
    ]


def build_topic_program(topic: Topic, around: Surroundings) -> Program:
    """The program of a topic's page: its guides and journeys."""
    marks = begin_marks(around, topic.id, None)
    summary = topic.summary
    context: dict[str, object] = {
        "head_title": marks.other("topics", topic.name, plain=True),
        "head_summary": marks.other("topics", summary, plain=True) if summary else None,
        "heading_text": marks.other("topics", topic.name),
        "intro": marks.other("topics", summary) if summary else None,
        "pages": around.links(topic.id, pages_of(topic.id, around)),
    }
    return build_page(PageKind.TOPIC, "listing.html", marks, around, context)


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


def plain_title(card: Card) -> str:
    """A title's words as they are read, neither marks nor HTML."""
    try:
        return html.unescape(render_plain(card.title, lambda name: f"{{{name}}}"))
    except MarkupError:
        return card.title
