"""What a search finds of a page is the plain text that stands on it, each in its own language."""

from __future__ import annotations

import html
import re

import pytest

from tests.unit.site.sample import GUIDE, Sample, State, machine, reviewed, translate, without
from waypost.model.search import SearchField, SearchPage
from waypost.model.text import Segment
from waypost.model.translation import Freshness, Origin, Translation
from waypost.site.found_page import find_page

_NAMED = GUIDE.replace("topics:", "also_known_as: [expired license, a < b]\ntopics:")
_CRISIS = _NAMED.replace("agency: desk", "agency: desk\nrisk: critical")
_TAG = re.compile(r"<[^>]*>")


def _find(
    text: str = _NAMED, code: str = "ar", own: State = reviewed, rest: State = reviewed
) -> SearchPage:
    sample = Sample(text)
    texts = [] if code == "en" else translate(sample.extracted.document, own)
    page = find_page(sample.program, "driving", sample.locale(code, rest), texts, ("DL-44",))
    assert page is not None
    return page


def _texts(page: SearchPage, field: SearchField) -> list[tuple[str, str]]:
    return [(each.language, each.text) for each in page.texts if each.field is field]


def test_a_page_in_the_source_language_is_found_in_it_alone() -> None:
    page = _find(code="en")
    assert (page.id, page.topic, page.title) == ("renew", "driving", "Renew your license")
    assert (page.title_language, page.page_language) == ("en", "")
    assert page.summary == "Renew it before it expires."
    assert {each.language for each in page.texts} == {"en"}
    assert _texts(page, SearchField.NAMES) == [
        ("en", "expired license"),
        ("en", "a < b"),
        ("en", "DL-44"),
    ]
    assert _texts(page, SearchField.FOREIGN) == []
    ((_, body),) = _texts(page, SearchField.BODY)
    lines = body.split("\n")
    assert "Pay the fee of $32. Keep the receipt." in lines
    assert "You live here." in lines
    assert "Motor Vehicle Office" in lines
    assert "Mill Street" not in body, "where to go stands on the page of the office"


def test_a_translated_page_is_found_by_its_source_names_too() -> None:
    page = _find()
    assert (page.title, page.title_language) == ("«Renew your license»", "ar")
    assert _texts(page, SearchField.NAMES)[0] == ("ar", "«expired license»")
    assert _texts(page, SearchField.FOREIGN) == [
        ("en", "Renew your license"),
        ("en", "expired license"),
        ("en", "a < b"),
        ("en", "Motor Vehicle Office"),
    ]


@pytest.mark.parametrize("text", [_NAMED, _CRISIS], ids=["standard", "crisis"])
@pytest.mark.parametrize(
    "own",
    [reviewed, machine, without("body/"), without("who/"), without("summary"), without("")],
    ids=["reviewed", "machine", "no body", "no condition", "no summary", "nothing"],
)
@pytest.mark.parametrize("code", ["ar", "en"])
def test_what_is_found_stands_on_the_page(text: str, own: State, code: str) -> None:
    sample = Sample(text)
    shown = html.unescape(_TAG.sub("", sample.html(code, own).replace("<br>", " ")))
    page = _find(text, code, own)
    for field in (SearchField.TITLE, SearchField.SUMMARY, SearchField.HEADINGS, SearchField.BODY):
        for language, lines in _texts(page, field):
            for line in lines.split("\n"):
                assert line in shown
                if language != "en" and line[:1].isalpha():
                    assert not re.search(r"[A-Za-z]{3,}", line), "the source"


def test_the_source_that_stands_beside_a_crisis_line_is_not_its_translation() -> None:
    page = _find(_CRISIS)
    assert _texts(page, SearchField.SUMMARY) == [("ar", "«Renew it before it expires.»")]


def test_a_title_that_is_not_published_brings_the_summary_of_its_own_language() -> None:
    page = _find(own=without("title"))
    assert (page.title, page.title_language) == ("Renew your license", "en")
    assert page.summary == "Renew it before it expires."
    assert _texts(page, SearchField.SUMMARY) == [("ar", "«Renew it before it expires.»")]
    assert page.page_language == ""
    assert ("en", "Renew your license") not in _texts(page, SearchField.FOREIGN)


def test_a_title_has_no_summary_below_it_in_another_language() -> None:
    assert _find(own=without("summary")).summary == ""


def test_a_page_of_which_only_the_title_is_published_says_where_it_leads() -> None:
    page = _find(own=lambda each: reviewed(each) if each.address == "title" else None)
    assert (page.title, page.title_language, page.page_language) == (
        "«Renew your license»",
        "ar",
        "en",
    )


def test_a_broken_translation_of_a_name_leaves_the_source() -> None:
    def broken(segment: Segment) -> Translation | None:
        if "also_known" in segment.address:
            return Translation("**open", Origin.REVIEWED, Freshness.CURRENT)
        return reviewed(segment)

    names = _texts(_find(own=broken), SearchField.NAMES)
    assert names[:2] == [("en", "expired license"), ("en", "a < b")]
