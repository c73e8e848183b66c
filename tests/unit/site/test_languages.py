"""Languages and directions on the page: everything in another language says so."""

from __future__ import annotations

import re

import pytest

from tests.unit.site.outline import find, outline
from tests.unit.site.sample import Sample, State, language, machine, reviewed, without
from waypost.site.language_menu import MOST_IN_HEAD, render_alternates
from waypost.site.locale import name_to_say


@pytest.mark.parametrize("code", ["ar", "es", "zh-Hans", "so", "ht"])
@pytest.mark.parametrize("own", [reviewed, machine, without("body/"), without("")])
def test_pages_are_sound_html(code: str, own: State) -> None:
    page = outline(Sample(codes=(code,)).html(code, own=own))
    assert page.faults == []


def test_the_root_says_language_and_direction() -> None:
    assert "<html lang=ar dir=rtl>" in Sample().html()
    assert "<html lang=en>" in Sample().html("en")


def test_numbers_and_phones_are_isolated_and_kept_from_translators() -> None:
    html = Sample().html()
    assert '<a href="tel:+15055550110"><bdi translate=no>505-555-0110</bdi></a>' in html
    assert re.search(r"<bdi translate=no>[^<]*32[^<]*</bdi>", html)


def test_an_address_is_marked_as_the_source_language() -> None:
    page = outline(Sample().html())
    text = find(page, "210 Mill Street")
    assert (text.language, text.direction) == ("en", "ltr")


def test_the_menu_marks_each_language_and_the_current_one() -> None:
    html = Sample(codes=("ar", "uk")).html("en")
    assert '<a href="../../ar/renew/" lang=ar dir=rtl>العربية</a>' in html
    assert '<a href="../../en/renew/" lang=en aria-current=page>English</a>' in html


def test_a_card_language_is_linked_to_its_card() -> None:
    html = Sample(codes=("ar", "uk")).html("en")
    assert '<a href="../../uk/" lang=uk>Українська</a>' in html


def test_a_word_that_lacks_stands_in_english_and_says_so() -> None:
    html = Sample(codes=("uk",)).html("uk")
    page = outline(html)
    text = find(page, "Immigration".lower())
    assert text.language == "en"


def test_values_in_english_words_say_so_where_cldr_lacks_the_language() -> None:
    page = outline(Sample(codes=("hmn",)).html("hmn"))
    assert find(page, "10 to 14 days").language == "en"


def test_values_follow_the_language() -> None:
    html = Sample(codes=("es",)).html("es")
    assert "10 a 14 días" in html
    assert "31 de enero de 2027" in html


def test_the_canonical_address_and_the_alternates() -> None:
    filled = Sample().fill()
    links = render_alternates("https://county.example/", "renew", ("en", "ar"), "")
    html = filled.finish(links).decode()
    assert '<link rel=canonical href="https://county.example/ar/renew/">' in html
    assert '<link rel=alternate hreflang=en href="https://county.example/en/renew/">' in html
    assert html.index("hreflang=en href") < html.index("<style>")


def test_a_head_names_a_few_languages_or_none() -> None:
    few = tuple(f"x{number}" for number in range(MOST_IN_HEAD))
    assert render_alternates("https://county.example/", "renew", few, "").count("<link") == len(few)
    assert render_alternates("https://county.example/", "renew", (*few, "en"), "") == ""


def test_without_an_address_there_are_no_alternates() -> None:
    assert render_alternates("", "renew", ("en", "ar"), "") == ""


def test_all_links_within_the_site_are_relative() -> None:
    page = outline(Sample().html())
    for tag, given in page.tags:
        if tag == "a":
            assert given["href"].startswith(("../", "#", "tel:", "mailto:", "https://desk."))


def test_direction_is_said_only_where_it_differs() -> None:
    html = Sample(codes=("es",)).html("es", own=without("body/"))
    assert "<html lang=es>" in html
    assert "<div lang=en class=source>" in html


@pytest.mark.parametrize(
    ("code", "name"),
    [("zh-Hans", "Chinese"), ("pt-BR", "Portuguese"), ("ht", "Haitian Creole"), ("so", "Somali")],
)
def test_the_name_to_say_on_the_phone(code: str, name: str) -> None:
    assert name_to_say(language(code)) == name
