"""The pages that the home page shows first."""

from __future__ import annotations

from waypost.model.site import PageKind
from waypost.model.text import Text
from waypost.site.popular import choose_popular
from waypost.site.surroundings import PageRef


def page(name: str, kind: PageKind = PageKind.GUIDE) -> PageRef:
    return PageRef(name, kind, f"guides/{name}", Text("title", name), None)


PAGES = {
    each.id: each
    for each in (*map(page, "abcdefgh"), page("move", PageKind.JOURNEY), page("x", PageKind.PAGE))
}


def test_what_the_site_names_stands_in_its_order_once_and_only_if_it_is_there() -> None:
    named = ("c", "move", "gone", "a", "c")
    assert choose_popular(named, [("b",), ("b",)], PAGES) == ("c", "move", "a")


def test_else_it_is_the_guides_to_which_most_pages_lead() -> None:
    leads = [("b", "a"), ("b", "h"), ("b",), ("h", "move"), ("a", "move")]
    assert choose_popular((), leads, PAGES) == ("b", "a", "h")


def test_there_are_never_more_than_six() -> None:
    assert choose_popular((), [tuple("abcdefgh")] * 2, PAGES) == tuple("abcdef")


def test_a_guide_that_one_page_names_is_not_popular() -> None:
    assert choose_popular((), [("a",), ("b",)], PAGES) == ()
