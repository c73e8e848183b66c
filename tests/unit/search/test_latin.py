"""Words of other scripts, as a Latin keyboard writes them."""

from __future__ import annotations

import pytest

from waypost.locales.registry import all_languages
from waypost.search.latin import list_latin, other_script
from waypost.search.rules import rules_for
from waypost.search.tokens import split_words


def _list_latin(text: str, code: str) -> list[str]:
    rules = rules_for(code)
    return list_latin(text, split_words(text, rules), rules)


@pytest.mark.parametrize(
    ("code", "text", "spelled"),
    [
        ("ru", "Пособие по безработице, щенок", "posobiye po bezrabotitse shchenok"),
        ("uk", "житло", "zhytlo"),
        ("ar", "رخصة القيادة", "rkhsa qyada"),
        ("fa", "گواهینامه مسکن", "gvahiname mskn"),
        ("he", "רישיון", "rishion"),
        ("hi", "बेरोज़गारी भत्ता आवेदन चिकित्सा", "berozgari bhatta avedan chikitsa"),
        ("el", "άδεια οδήγησης", "adeia odigisis"),
        ("hy", "վարորդական", "varordakan"),
        ("ka", "მოწმობა", "motsmoba"),
        ("am", "ፈቃድ", "fekadi"),
        ("ko", "신청", "sincheong"),
        ("zh-Hans", "失业金", "shiye jin"),
        ("zh-Hant", "失業", "shiye"),
        ("ja", "パスポートの更新、しつぎょう", "pasupoto shitsugyou"),
        ("ta", "உரிமம்", "urimam"),
    ],
)
def test_words_are_spelled(code: str, text: str, spelled: str) -> None:
    assert _list_latin(text, code) == spelled.split()


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("es", "Renueve su licencia"),
        ("vi", "Giấy phép"),
        ("ru", "Medicaid 1040"),
        ("ja", "旅券は"),  # ICU has no readings of kanji
        ("th", "ใบขับขี่"),
        ("yue", "失業"),
    ],
)
def test_no_spelling_is_made_up(code: str, text: str) -> None:
    assert _list_latin(text, code) == []


def test_spellings_are_of_letters_alone() -> None:
    text = "Ёж щи בית مدرسة ปลา बच्चा 한국 ქართული ሰላም 食物 たべもの"
    for language in all_languages():
        for word in _list_latin(text, language.code):
            assert word.isascii()
            assert word.isalnum()


def test_chinese_has_its_other_script() -> None:
    assert other_script("失业金申请", "zh-Hans") == "失業金申請"
    assert other_script("失業金申請", "zh-Hant") == "失业金申请"


@pytest.mark.parametrize(("code", "text"), [("zh-Hans", "人口"), ("ja", "失業"), ("en", "food")])
def test_where_nothing_changes_there_is_no_other_script(code: str, text: str) -> None:
    assert other_script(text, code) == ""
