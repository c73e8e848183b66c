"""The A–Z of each language stands under its own letters, which can be jumped to."""

from __future__ import annotations

import re

import pytest

from tests.unit.site.outline import outline
from tests.unit.site.sample import Sample
from waypost.site.index_page import render_index
from waypost.site.shown_title import ShownTitle


def _list(code: str, *titles: str, title_language: str = "") -> str:
    is_source = "en" in {code, title_language}
    shown = [ShownTitle(f"p{at}", title, is_source=is_source) for at, title in enumerate(titles)]
    locale = Sample(codes=(code,)).locale(code) if code != "en" else Sample().locale("en")
    return render_index(shown, locale).shown["listing"]


@pytest.mark.parametrize(
    ("code", "titles", "letters"),
    [
        ("en", ["Zoning", "Aid", "Élan", "911", "Bus"], ["#", "A", "B", "E", "Z"]),
        ("es", ["¿Cómo?", "Ñandú", "Nube", "Zorro"], ["C", "N", "Ñ", "Z"]),
        ("vi", ["Đơn", "Dân", "Ăn", "An"], ["A", "Ă", "D", "Đ"]),
        ("ru", ["Школа", "Жильё", "Врач", "Адрес"], ["А", "В", "Ж", "Ш"]),
        ("ar", ["رخصة", "بيت", "علاج", "مدرسة"], ["ب", "ر", "ع", "م"]),
        ("ko", ["운전", "가족", "학교", "도움"], ["ㄱ", "ㄷ", "ㅇ", "ㅎ"]),
        ("ja", ["うんてん", "かぞく", "さいばん", "たすけ"], ["あ", "か", "さ", "た"]),
        ("zh-Hans", ["驾照", "出生", "食品", "学校"], ["C", "J", "S", "X"]),
        ("zh-Hans", ["驾照", "北京", "Brackwater", "Alder", "安全"], ["A", "B", "J"]),
        ("en", ["Zoning", "911", "出生"], ["#", "Z"]),
        ("zh-Hant", ["駕照", "出生", "食品", "學校"], ["5劃", "9劃", "15劃", "16劃"]),
        ("km", ["ច្បាប់", "គ្រួសារ", "សាលា", "ផ្ទះ"], ["គ", "ច", "ផ", "ស"]),
        ("hi", ["लाइसेंस", "अदालत", "घर", "मदद"], ["अ", "घ", "म", "ल"]),
        ("th", ["โรงเรียน", "ใบขับขี่", "บ้าน", "ศาล"], ["บ", "ร", "ศ"]),
        ("hmn", ["Tsev", "Cov ntawv", "Ua hauj lwm", "Ntawv"], ["C", "N", "T", "U"]),
    ],
)
def test_letters_in_their_order(code: str, titles: list[str], letters: list[str]) -> None:
    html = _list(code, *titles)
    assert re.findall(r"<h2[^>]*>([^<]+)</h2>", html) == letters
    if len(letters) > 3:
        jumps = re.findall(r'<li><a href="#([^"]+)">([^<]+)</a>', html)
        assert [label for _, label in jumps] == letters
        assert [place for place, _ in jumps] == re.findall(r'<h2 id="([^"]+)"', html)


def test_a_title_in_the_source_language_stands_under_its_letter_and_says_so() -> None:
    html = _list("ru", "Zoning", "Bus", "Aid", "Dogs", title_language="en")
    assert re.findall(r"<h2[^>]*>([^<]+)</h2>", html) == ["A", "B", "D", "Z"]
    assert html.count("<span lang=en>") == 4


def test_hostile_titles_stay_text() -> None:
    html = _list("en", '"><script>', "<b>", "&amp;", "'x")
    assert "<script>" not in html
    assert outline(f"<!doctype html><html lang=en><body>{html}").faults == []
