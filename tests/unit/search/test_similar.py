"""Pages that say nearly the same are told, with the paragraphs."""

from __future__ import annotations

from tests.unit.search.sample_pages import PAGES, make_page
from waypost.search.similar import find_similar

TWIN = make_page(
    "grocery-help",
    "Get help to buy groceries",
    "A card for food stores, every month.",
    "Get your food card in the mail, and choose a secret number.",
)


def test_a_near_page_comes_first_with_its_paragraphs() -> None:
    first, *_ = find_similar((*PAGES, TWIN), "food-help", "en")
    assert first.page.id == "grocery-help"
    assert first.near > 0.3
    assert [each.other for each in first.twins] == [
        "Get your food card in the mail, and choose a secret number.",
    ]
    assert all(0.6 <= each.near < 1 for each in first.twins)
    assert first.paragraphs == 2


def test_one_shared_paragraph_is_told_of_an_unlike_page() -> None:
    (rent,) = find_similar(PAGES, "food-help", "en")
    assert rent.page.id == "rent-help"
    assert [each.own for each in rent.twins] == [
        "Fill in the form online, on paper, or with us by phone."
    ]


def test_a_copy_is_as_near_as_can_be() -> None:
    copy = make_page("copy", "Get help with your rent", "Money for rented homes.", "We pay now.")
    other = make_page("other", "Get help with your rent", "Money for rented homes.", "We pay now.")
    (near,) = find_similar((copy, other, PAGES[2]), "copy", "en")
    assert near.near > 0.999


def test_what_many_pages_share_on_purpose_is_not_told() -> None:
    line = "You can have a free interpreter by phone or in person."
    pages = [make_page(f"p{n}", f"title{n}", f"summary{n}", line) for n in range(7)]
    assert find_similar(pages, "p0", "en") == ()
    assert len(find_similar(pages[:5], "p0", "en")) == 4


def test_a_page_that_isn_t_there_is_like_none() -> None:
    assert find_similar(PAGES, "nowhere", "en") == ()
    assert find_similar((), "nowhere", "en") == ()


def test_only_texts_of_the_language_are_compared() -> None:
    assert find_similar(PAGES, "food-help", "es") == ()
