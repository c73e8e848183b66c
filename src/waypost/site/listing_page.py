"""The pages of topics, and the card of a language."""

from __future__ import annotations

from waypost.model.place import Topic
from waypost.model.site import PageKind
from waypost.model.text import Risk
from waypost.site.addresses import HOME
from waypost.site.guide_ways import view_offices
from waypost.site.program import Program
from waypost.site.surroundings import Surroundings, begin_marks, build_page


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
