"""Languages within a text are named and joined as the reader's language does it."""

from __future__ import annotations

import pytest

from tests.unit.site.outline import find, outline
from tests.unit.site.sample import Sample, language
from waypost.locales.formats import formats_for
from waypost.site.shown_languages import show_languages, write_languages


@pytest.mark.parametrize(
    ("reader", "codes", "html"),
    [
        ("en", ["en", "es", "vi"], "English, Spanish, and Vietnamese"),
        ("es", ["fr", "en"], "francés e inglés"),
        ("es", ["en"], "inglés"),
        ("ar", ["en", "es"], "الإنجليزية والإسبانية"),
        ("zh-Hans", ["en", "es"], "英语和西班牙语"),
        ("es", ["en", "mam"], "inglés y <span lang=mam>Qyol Mam</span>"),
        ("ar", ["mam"], "<span lang=mam dir=ltr>Qyol Mam</span>"),
        ("ht", ["en", "es"], "<span lang=en>English</span> ak <span lang=es>Español</span>"),
        (
            "hmn",
            ["en", "ar"],
            "<span lang=en>English</span> · <span lang=ar dir=rtl>العربية</span>",
        ),
        ("en", ["toj"], "Tojolabal"),
        ("en", ["tzh", "es"], "Tzeltal and Spanish"),
    ],
)
def test_names_and_list(reader: str, codes: list[str], html: str) -> None:
    assert show_languages(codes, formats_for(reader, "US"), language(reader)) == html


def test_unknown_codes_are_left_out() -> None:
    assert write_languages(["xx"]) == ""
    assert write_languages(["xx", "en"]) == write_languages(["en"])


def test_a_guide_says_the_languages_of_a_website_in_the_readers_words() -> None:
    page = outline(Sample(codes=("es",)).html("es"))
    assert find(page, "inglés y árabe").language == "es"
