"""Languages are called what CLDR calls them in the reader's language, or nothing."""

from __future__ import annotations

import pytest
from babel import Locale

from waypost.locales.language_names import find_language_name
from waypost.locales.registry import all_languages


@pytest.mark.parametrize(
    ("code", "reader", "name"),
    [
        ("en", "es", "inglés"),
        ("es", "es", "español"),
        ("zh-Hans", "es", "chino simplificado"),
        ("prs", "es", "darí"),
        ("en", "ar", "الإنجليزية"),
        ("so", "sw", "Kisomali"),
        ("pt-BR", "fr", "portugais brésilien"),
        ("en", "zh-Hant", "英文"),
        ("mam", "en", "Mam"),
        ("hnj-Latn", "en", "Hmong Njua (Green Hmong)"),
    ],
)
def test_a_name_within_a_sentence(code: str, reader: str, name: str) -> None:
    assert find_language_name(code, reader) == name


@pytest.mark.parametrize(
    ("code", "reader"),
    [
        ("en", "hmn"),  # CLDR lacks the reader's language
        ("en", "ht"),
        ("mam", "es"),  # … or the other one
        ("hnj-Latn", "es"),
        ("zh-Hans", "rw"),  # … or a part of its name
        ("cld", "es"),  # … or takes it for another
        ("xx", "en"),
    ],
)
def test_there_is_none_where_cldr_says_nothing(code: str, reader: str) -> None:
    assert find_language_name(code, reader) is None


def test_no_name_is_a_code_or_lent_from_english() -> None:
    for language in all_languages():
        for code in ("en", "es", "zh-Hans", "so", "prs"):
            name = find_language_name(code, language.code)
            if name is None or language.code.startswith("en"):
                continue
            assert name != code
            assert "(Hans)" not in name
    assert find_language_name("en", "so") == Locale.parse("so").languages["en"]
