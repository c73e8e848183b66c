"""The page for a wrong address speaks the source language and the main ones."""

from __future__ import annotations

from tests.unit.site.outline import find, outline
from tests.unit.site.sample import Sample, language
from waypost.site.fixed_page import render_not_found
from waypost.site.words import load_drafts


def test_it_offers_the_main_languages_with_their_own_words() -> None:
    site = Sample(codes=("ar", "es"))
    html = render_not_found(
        site.around, [(language(code), site.locale(code).words) for code in ("ar", "es")]
    ).decode()
    page = outline(html)
    assert page.faults == []
    assert find(page, "This page does not exist").language == "en"
    arabic = find(page, load_drafts("ar")["not_found"])
    assert (arabic.language, arabic.direction) == ("ar", "rtl")
    assert find(page, load_drafts("es")["not_found_help"]).language == "es"
    for code in ("en", "ar", "es"):
        assert f'"https://county.example/{code}/a-z/"' in html


def test_a_language_without_words_says_them_in_english() -> None:
    site = Sample(codes=("mi",))
    html = render_not_found(site.around, [(language("mi"), site.locale("mi").words)]).decode()
    assert find(outline(html), "This page does not exist").language == "en"
    assert '"https://county.example/mi/"' in html
