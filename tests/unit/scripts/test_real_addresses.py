"""Links of an old site lead to the right place in the new one."""

from __future__ import annotations

import pytest

from scripts.real_sites.addresses import (
    LinkMap,
    list_headings,
    list_links,
    make_ids,
    name_headings,
)
from scripts.real_sites.tree import Anchor, Heading, ItemList, Paragraph, Run

_HERE = "/health/apply"


def _links() -> LinkMap:
    ids = {"/health": "health", _HERE: "health-apply"}
    return LinkMap(ids, {"health": {"top": 0}, "health-apply": {"who": 3}})


@pytest.mark.parametrize(
    ("href", "target"),
    [
        ("/health/", "health"),
        ("https://www.va.gov/health", "health"),
        ("../", "health"),
        ("/health/#top", "health#top"),
        ("/health/#gone", "health"),
        ("#who", "#who"),
        ("#gone", ""),
        ("#", ""),
        ("", ""),
        ("javascript:alert(1)", ""),
        ("/elsewhere/?a=1", "https://www.va.gov/elsewhere/?a=1"),
        ("/health/?tab=2", "https://www.va.gov/health/?tab=2"),
        ("http://example.org/x", "https://example.org/x"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("tel:+1-800-555-0100", "tel:+1-800-555-0100"),
        ("tel:+1phonenumber", ""),
    ],
)
def test_a_link_leads_where_it_did(href: str, target: str) -> None:
    assert _links().resolve(href, _HERE) == target


def test_a_heading_does_not_become_one_of_the_fixed_ones() -> None:
    links = LinkMap({"/a": "a"}, {"a": {"more": 0}})
    assert links.resolve("#more", "/a") == "#more-here"
    assert links.names == {"a": {0: "more-here"}}


def test_every_page_has_an_id_of_its_own() -> None:
    ids = make_ids(["/", "/404", "/a/b", "/a-b", "/A_B"], {"404"})
    assert ids == {
        "/": "home-page",
        "/404": "page-404",
        "/a/b": "a-b",
        "/a-b": "a-b-2",
        "/A_B": "a-b-3",
    }


def test_an_anchor_names_the_heading_that_it_stands_at() -> None:
    words = Paragraph((Run("x"),))
    blocks = (
        Anchor("above"),
        words,
        Anchor("before"),
        Heading(2, (Run("Who can apply?"),), "own"),
        words,
        ItemList(ordered=False, start=1, items=((Anchor("inside"), words),)),
    )
    found = list_headings(blocks)
    assert found == {"before": 3, "own": 3, "inside": 3, "who-can-apply": 3}


def test_only_headings_that_are_linked_to_keep_a_name() -> None:
    blocks = (Heading(2, (Run("A"),), "a"), Heading(2, (Run("B"),), "b"))
    named = name_headings(blocks, {1: "bee"})
    assert [block.id for block in named if isinstance(block, Heading)] == ["", "bee"]


def test_all_links_are_found() -> None:
    link = Paragraph((Run("x", href="/a"), Run("y")))
    blocks = (link, ItemList(ordered=False, start=1, items=((link,),)))
    assert list(list_links(blocks)) == ["/a", "/a"]
