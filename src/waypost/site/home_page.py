"""The home page of a language: search, life events, what people look for, topics, help."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from waypost.model.site import PageKind
from waypost.site.addresses import HOME
from waypost.site.listing_page import pages_of
from waypost.site.program import Program
from waypost.site.surroundings import Link, Surroundings, begin_marks, build_page

_ON_SHELF = 4
"""How many pages of a topic the home page shows."""


class Shelf(msgspec.Struct, frozen=True):
    """A topic on the home page with its first pages."""

    link: Link
    pages: tuple[Link, ...]


def build_home_program(
    around: Surroundings, popular: Iterable[str] = (), *, has_deadlines: bool = False
) -> Program:
    """The program of a language's home page.

    `popular` are the ids of the pages that it shows first; `has_deadlines` says whether the
    calendar of deadlines holds anything.
    """
    marks = begin_marks(around, HOME, None)
    shelves: list[Shelf] = []
    for topic in around.shared.topics:
        link = around.links(HOME, (topic,))
        pages = around.links(HOME, pages_of(topic, around)[:_ON_SHELF])
        if link and pages:
            shelves.append(Shelf(link[0], pages))
    journeys = [page.id for page in around.pages.values() if page.kind is PageKind.JOURNEY]
    context: dict[str, object] = {
        "alerts": around.alerts(HOME),
        "phone": around.frame.contact,
        "popular": around.links(HOME, popular),
        "journeys": around.links(HOME, journeys),
        "topics": shelves,
        "has_deadlines": has_deadlines,
        "head_summary": marks.word("home_intro", plain=True),
    }
    return build_page(PageKind.HOME, "home.html", marks, around, context)
