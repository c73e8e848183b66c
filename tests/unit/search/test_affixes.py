"""Arabic and Hebrew words stand in the index without their article, too."""

from __future__ import annotations

import pytest

from waypost.search.affixes import trim_arabic, trim_prefix
from waypost.search.rules import Kind, rules_for
from waypost.search.tokens import list_terms


@pytest.mark.parametrize(
    ("kind", "word", "bare"),
    [
        (Kind.ARABIC, "الاقرار", "اقرار"),
        (Kind.ARABIC, "للمعاقين", "معاقين"),
        (Kind.ARABIC, "والرخصه", "رخصه"),
        (Kind.ARABIC, "بالبريد", "بريد"),
        (Kind.ARABIC, "ومساعده", "مساعده"),
        (Kind.HEBREW, "הרישיונ", "רישיונ"),
        (Kind.HEBREW, "והרישיונ", "רישיונ"),
        (Kind.HEBREW, "לרישיונ", "רישיונ"),
        (Kind.ETHIOPIC, "የመንጃ", "መንጃ"),
    ],
)
def test_prefixes_are_trimmed(kind: Kind, word: str, bare: str) -> None:
    assert trim_prefix(word, kind) == bare


@pytest.mark.parametrize(
    ("kind", "word"),
    [
        (Kind.ARABIC, "بطاقه"),
        (Kind.ARABIC, "المي"),
        (Kind.ARABIC, "وقت"),
        (Kind.ARABIC, "license"),
        (Kind.HEBREW, "בית"),
        (Kind.HEBREW, "היא"),
        (Kind.HEBREW, "למה"),
        (Kind.SPACE, "الاقرار"),
    ],
)
def test_words_that_begin_so_stay_whole(kind: Kind, word: str) -> None:
    assert trim_prefix(word, kind) == word


def test_forms_of_a_noun_have_a_core() -> None:
    assert trim_arabic("الخدمات") == trim_arabic("خدمه") == "خدم"
    assert trim_arabic("عربي") != trim_arabic("عربه")


def test_a_word_is_followed_by_its_bare_form() -> None:
    assert list_terms("تقديم الإقرار", rules_for("ar")) == ["تقديم", "الإقرار", "اقرار"]
