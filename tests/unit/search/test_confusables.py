"""A word and what is written for it have one skeleton."""

from __future__ import annotations

import pytest

from waypost.locales.registry import all_languages
from waypost.search.confusables import find_pairs, parse_pairs, skeletonise
from waypost.search.fold import fold_text
from waypost.search.rules import rules_for


def _skeleton(word: str, code: str) -> str:
    return skeletonise(fold_text(word), rules_for(code).confusables)


@pytest.mark.parametrize(
    ("code", "written", "meant"),
    [
        ("en", "lisence", "license"),
        ("en", "insurence", "insurance"),
        ("en", "adress", "address"),
        ("en", "bermit", "permit"),
        ("en", "barking", "parking"),
        ("en", "fisa", "visa"),
        ("en", "helth", "health"),
        ("en", "skool", "school"),
        ("en", "nife", "knife"),
        ("en", "sitizen", "citizen"),
        ("en", "medicade", "medicaid"),
        ("en", "benifits", "benefits"),
        ("en", "aplication", "application"),
        ("es", "alluda", "ayuda"),
        ("es", "bivienda", "vivienda"),
        ("es", "ospital", "hospital"),
        ("es", "jente", "gente"),
        ("es", "lisensia", "licencia"),
        ("fr", "arjan", "argent"),
        ("fr", "enplois", "emploi"),
        ("pt", "licensa", "licença"),
        ("de", "farschein", "fahrschein"),
        ("pl", "ksionszka", "ksionżka"),
        ("ht", "lecole", "lekòl"),
        ("vi", "dấy", "giấy"),
        ("so", "qahoti", "qaxooti"),
        ("sw", "reseni", "leseni"),
        ("fil", "tolong", "tulong"),
        ("ru", "пасобие", "пособие"),
        ("uk", "посвiдчення".replace("i", "і"), "посвідчення"),
        ("ar", "رخسة", "رخصة"),
        ("ar", "jawaz", "jwaz"),
        ("fa", "گواحی", "گواهی"),
        ("he", "rishayon", "rishion"),
        ("hi", "berozagaree", "berozgari"),
        ("el", "αδια", "άδεια"),
        ("ko", "sinchung", "sincheong"),
        ("zh-Hans", "zengjian", "zhengjian"),
        ("th", "ใบขับขี", "ใบขับขี่"),
    ],
)
def test_a_misspelling_has_the_skeleton_of_the_word(code: str, written: str, meant: str) -> None:
    assert _skeleton(written, code) == _skeleton(meant, code) != ""


@pytest.mark.parametrize(
    ("code", "one", "other"),
    [
        ("en", "food", "house"),
        ("en", "tax", "taxi"),
        ("es", "casa", "caso"),
        ("ar", "جواز", "رخصة"),
        ("ru", "пособие", "жилье"),
    ],
)
def test_other_words_have_other_skeletons(code: str, one: str, other: str) -> None:
    assert _skeleton(one, code) != _skeleton(other, code)


def test_numbers_and_single_letters_have_none() -> None:
    assert _skeleton("1040", "en") == ""
    assert _skeleton("a", "en") == ""
    assert _skeleton("^$", "en") == ""


def test_pairs_are_read_as_they_are_written() -> None:
    for language in all_languages():
        pairs = find_pairs(language.code.partition("-")[0])
        line = " ".join(f"{before}>{after}" for before, after in pairs)
        assert parse_pairs(line) == pairs
        assert len(line) < 300


def test_pairs_can_occur_in_folded_words() -> None:
    """A capital stands for a sound between two pairs; all else is as words are folded."""
    for language in all_languages():
        for before, after in find_pairs(language.code.partition("-")[0]):
            letters = before.strip("^$")
            assert letters
            assert letters.isupper() or fold_text(letters) == letters
            assert "$" not in after
            assert after.startswith("^") == before.startswith("^")
