"""What views.csv says of how often pages are read."""

from __future__ import annotations

import pytest

from waypost.translation.views import VIEWS, Views, find_page, parse_views


def test_views_of_a_page_in_several_languages_add_up() -> None:
    views, findings = parse_views(
        "page,views\nrenew,1200\n/es/renew/,30\nguides/renew,4\nhttps://x.example/so/parking/?p,5\n"
    )
    assert findings == ()
    assert views.by_page == {"renew": 1234, "parking": 5}
    assert views.of_document("guides/renew") == 1234
    assert views.of_document("guides/other") == 0


def test_words_of_every_page_are_read_as_often_as_all_of_them() -> None:
    views = Views({"a": 3, "b": 4})
    assert views.of_document("interface") == 7
    assert views.of_document("guides/interface") == 0


@pytest.mark.parametrize("number", ["1250", "1,250", "1.250", "1 250", "1\u202f250", " 1250 "])
def test_numbers_as_spreadsheets_write_them(number: str) -> None:
    views, findings = parse_views(f'page;views\nrenew;"{number}"\n')
    assert (views.by_page, findings) == ({"renew": 1250}, ())


def test_columns_may_stand_in_any_order_among_others() -> None:
    views, findings = parse_views("Rank\tViews\tPage\n1\t7\trenew\n")
    assert (views.by_page, findings) == ({"renew": 7}, ())


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("renew,5\n", 1, 1),
        ("page,views\nrenew,many\n", 2, 7),
        ("page,views\nrenew,-5\n", 2, 7),
        ("page,views\nrenew,1.5\n", 2, 7),
        ("page,views\nrenew\n", 2, 1),
        ('page,views\n"renew,5\n', 2, 1),
    ],
)
def test_mistakes_have_a_place(text: str, line: int, column: int) -> None:
    views, (finding,) = parse_views(text)
    assert views.by_page == {}
    assert (finding.code, finding.place.line, finding.place.column) == (VIEWS.id, line, column)


def test_one_mistake_leaves_the_other_lines() -> None:
    views, findings = parse_views("page,views\nrenew,many\nparking,5\n")
    assert views.by_page == {"parking": 5}
    assert len(findings) == 1


@pytest.mark.parametrize("text", ["", "\n\n", "page,views\n"])
def test_an_empty_file_says_nothing(text: str) -> None:
    assert parse_views(text) == (Views(), ())


def test_examples_of_the_code_are_what_they_say() -> None:
    assert parse_views(VIEWS.bad.replace("\\n", "\n"))[1]
    assert not parse_views(VIEWS.good.replace("\\n", "\n"))[1]


@pytest.mark.parametrize(
    ("address", "page"),
    [
        ("renew", "renew"),
        ("/es/renew/index.html", "renew"),
        ("/es/renew/#do", "renew"),
        ("guides/renew", "renew"),
        ("/", ""),
    ],
)
def test_the_page_at_an_address(address: str, page: str) -> None:
    assert find_page(address) == page
