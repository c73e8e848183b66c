"""The page for a wrong address speaks the source language and the main ones."""

from __future__ import annotations

import re

from tests.unit.site.outline import find, outline
from tests.unit.site.sample import Sample, language
from waypost.model.replacing import replace
from waypost.site.not_found_page import render_not_found
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
        assert f'"/{code}/a-z/"' in html


def test_a_language_without_words_says_them_in_english() -> None:
    site = Sample(codes=("mi",))
    html = render_not_found(site.around, [(language("mi"), site.locale("mi").words)]).decode()
    assert find(outline(html), "This page does not exist").language == "en"
    assert '"/mi/"' in html


def test_it_helps_on_from_any_depth() -> None:
    site = Sample(codes=("ar",))
    arabic = [(language("ar"), site.locale("ar").words)]
    html = render_not_found(site.around, arabic).decode()
    assert '<form class=find role=search action="/en/a-z/" data-search="/" data-language=en' in html
    assert '<script defer src="/assets/search.js"></script>' in html
    assert '<a href="/ar/search/">' in html
    assert '"/en/search/"' not in html, "there the box stands"
    assert '<a href="/en/driving/">Driving</a>' in html
    assert '<a href="/en/deadlines/">' in html
    assert html.count('href="tel:+15055550101"') == 3, "once in English, once in both languages"
    assert 'href="tel:+15055550110"' in html
    hrefs = re.findall(r'(?:href|action)="([^"]*)"', html)
    assert [each for each in hrefs if not each.startswith(("/", "tel:"))] == []


def test_a_site_below_another_keeps_its_folder() -> None:
    site = Sample()
    identity = replace(site.frame.identity, url="https://state.example/county/")
    around = replace(site.around, frame=replace(site.frame, identity=identity))
    html = render_not_found(around).decode()
    assert 'action="/county/en/a-z/"' in html
    assert 'href="/county/"' in html
    nowhere = replace(site.around, frame=replace(site.frame, identity=replace(identity, url="")))
    assert 'action="/en/a-z/"' in render_not_found(nowhere).decode()
