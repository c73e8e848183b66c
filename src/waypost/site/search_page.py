"""The page that lists what a search has found; without script it leads to topics and the A–Z."""

from __future__ import annotations

from waypost.model.site import PageKind
from waypost.site.addresses import SEARCH
from waypost.site.assets import Assets
from waypost.site.listing_page import pages_of
from waypost.site.program import Program
from waypost.site.surroundings import Surroundings, begin_marks, build_page

_SCRIPT = "waypost:search.js"


def has_search(assets: Assets) -> bool:
    """Whether the site can be searched: its pages then load the script."""
    return _SCRIPT in assets


def build_search_program(around: Surroundings) -> Program:
    """The program of the page that lists what a search has found.

    Topics and whom to call stand on it whatever is found: they help who finds nothing.
    """
    marks = begin_marks(around, SEARCH, None)
    topics = (topic for topic in around.shared.topics if pages_of(topic, around))
    context: dict[str, object] = {
        "head_title": marks.word("search", plain=True),
        "topics": around.links(SEARCH, topics),
        "phone": around.frame.contact,
    }
    return build_page(PageKind.SEARCH, "search.html", marks, around, context)
