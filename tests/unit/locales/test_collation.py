"""Names stand in the order of their language, under the headings of its script."""

from __future__ import annotations

from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waypost.locales.collation import OTHER, index_place, sort_key
from waypost.locales.registry import all_languages


@pytest.mark.parametrize(
    ("code", "ordered"),
    [
        ("es", ["Árbol", "¿Cómo?", "form 9", "Form 10", "Nuz", "Ñu", "Zorro"]),
        ("sv", ["Zebra", "Ål", "Älg", "Öl"]),
        ("de", ["Äpfel", "Apfelsaft", "Zug"]),
        ("zh-Hans", ["出生", "驾照", "食品"]),  # chū, jià, shí
        ("zh-Hant", ["出生", "食品", "駕照"]),  # 5, 9 and 15 strokes
        ("hmn", ["Cov ntawv", "Tsev", "Ua hauj lwm"]),
    ],
)
def test_order(code: str, ordered: list[str]) -> None:
    keys = list(map(sort_key(code), ordered))
    assert keys == sorted(keys)


@given(st.text(), st.text())
def test_texts_that_differ_have_keys_that_differ(one: str, other: str) -> None:
    make_key = sort_key("en")
    assert (make_key(one) == make_key(other)) is (one == other)


@pytest.mark.parametrize(
    ("code", "text", "label"),
    [
        ("en", "Éclair", "E"),
        ("en", "“Quoted”", "Q"),
        ("en", "911 calls", OTHER),
        ("en", "", OTHER),
        ("es", "¿Cómo?", "C"),
        ("es", "Ñandú", "Ñ"),
        ("vi", "Đơn", "Đ"),
        ("ru", "Ёлка", "Е"),
        ("ru", "DMV", "D"),
        ("ar", "رخصة", "ر"),
        ("ko", "운전", "ㅇ"),
        ("ja", "うんてん", "あ"),
        ("hi", "लाइसेंस", "ल"),
        ("km", "ច្បាប់", "ច"),
        ("km", "Zoning", "Z"),
        ("zh-Hans", "驾照", "J"),
        ("zh-Hant", "駕照", "15劃"),
        ("hmn", "Ntawv", "N"),
        ("en", "驾照", OTHER),
    ],
)
def test_headings(code: str, text: str, label: str) -> None:
    assert index_place(code, text)[1] == label


@pytest.mark.parametrize("code", ["en", "es", "ar", "ru", "zh-Hans", "zh-Hant", "ko", "hmn", "vi"])
def test_in_order_each_heading_comes_once(code: str) -> None:
    names = [
        "Apple",
        "Zoning",
        "Ñu",
        "Árbol",
        "Đơn",
        "Жилье",
        "رخصة",
        "驾照",
        "駕照",
        "운전",
        "School",
        "学校",
        "出生",
        "Chalet",
        "911",
    ]
    key = sort_key(code)
    in_order = sorted(names, key=lambda name: (index_place(code, name)[0], key(name)))
    headings = [label for label, _ in groupby(in_order, lambda name: index_place(code, name)[1])]
    assert len(headings) == len(set(headings))


def test_every_language_has_an_order_and_headings() -> None:
    for language in all_languages():
        assert sort_key(language.code)(language.autonym)
        assert index_place(language.code, language.autonym)[1]
