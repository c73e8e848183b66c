"""The browser folds and splits what is asked as the build did what is found.

The two functions of the script are taken as they were written; another test holds the script that
pages load to its parts.
"""

from __future__ import annotations

import json
import random
import re
import unicodedata
from pathlib import Path

import pytest
from selenium import webdriver

from waypost.search.fold import fold_text, shape_text
from waypost.search.rules import Kind, rules_for
from waypost.search.tokens import UNSPACED, list_terms, split_words

# Chromium knows a newer Unicode than Python: what it assigned since then is no letter here.
_FOLD = """
const texts = JSON.parse(arguments[0]);
return JSON.stringify(texts.map(text =>
  /[\\p{Cn}\\p{Cs}]/u.test(text) ? null : [fold(text), fold(text, 1)]));
"""
_SPLIT = """
const [kind, texts] = JSON.parse(arguments[0]);
return JSON.stringify(texts.map(text =>
  /[\\p{Cn}\\p{Cs}]/u.test(text) ? null : listWords({kind}, text).map(word => word.form)));
"""
# What has meaning in folding or splitting somewhere.
_TRICKY = (
    "'’´`iİıI\u0307\u0301\u0323ΣςσßſǅŒαᾳσأإآىیهةٱگ\"אבגךשׁ"
    "क्ङन्तँढ़গড়ਖ਼सガﾊﾟがゞ각ᄀᆨ\u200b\u200d\u2060·՞٣३๓1²½.,-/( \n_ሐዐፆ中ａ１０"
)


@pytest.fixture(scope="module")
def script(project: Path) -> str:
    """The parts of the script that fold and split."""
    folder = project / "src/waypost/site/scripts/search"
    return "\n".join((folder / name).read_text("utf-8") for name in ("fold.js", "words.js"))


@pytest.fixture(scope="module")
def page(browser: webdriver.Chrome) -> webdriver.Chrome:
    browser.get("about:blank")
    return browser


def _is_assigned(text: str) -> bool:
    return not any(unicodedata.category(letter) in {"Cn", "Cs"} for letter in text)


def _random_texts(seed: int, size: int) -> list[str]:
    draw = random.Random(seed)
    letters = [chr(code) for code in range(0x20, 0x20000) if _is_assigned(chr(code))]
    return [
        "".join(
            draw.choice(_TRICKY if draw.random() < 0.6 else letters)
            for _ in range(draw.randint(2, 12))
        )
        for _ in range(size)
    ]


def _compare_folds(page: webdriver.Chrome, script: str, texts: list[str]) -> int:
    """How many texts were compared; fails on the first that differs."""
    found = json.loads(page.execute_script(script + _FOLD, json.dumps(texts)))
    compared = 0
    for text, folded in zip(texts, found, strict=True):
        if folded is not None and _is_assigned(text):
            assert [fold_text(text), shape_text(text)] == folded, ascii(text)
            compared += 1
    return compared


def test_every_character_is_folded_alike(page: webdriver.Chrome, script: str) -> None:
    characters = [chr(code) for code in range(0x30000) if not 0xD800 <= code < 0xE000]
    assert _compare_folds(page, script, characters) > 140_000


def test_texts_of_any_characters_are_folded_alike(page: webdriver.Chrome, script: str) -> None:
    assert _compare_folds(page, script, _random_texts(1, 20_000)) > 15_000


@pytest.mark.parametrize("code", ["en", "fr", "vi", "ar", "hi", "ko", "tr"])
def test_texts_are_split_alike(page: webdriver.Chrome, script: str, code: str) -> None:
    rules = rules_for(code)
    unspaced = re.compile(f"[{UNSPACED}]")
    texts = [
        text
        for text in [*_TEXTS, *_random_texts(2, 4_000)]
        if _is_assigned(text) and not unspaced.search(shape_text(text))
    ]
    found = json.loads(page.execute_script(script + _SPLIT, json.dumps([rules.kind, texts])))
    compared = 0
    for text, words in zip(texts, found, strict=True):
        # The script takes twelve words of a query, and forty letters of a word.
        if words is not None and len(words) < 12:
            assert words == [word[:40] for word in split_words(text, rules)], ascii(text)
            compared += 1
    assert compared > 1_000


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("zh-Hans", "怎样申请失业救济金"),
        ("zh-Hant", "補發駕駛執照"),
        ("ja", "運転免許証を更新するには"),
        ("ja", "パスポートの申請"),
        ("th", "ขอน้ำประปาและไฟฟ้า"),
        ("km", "ប័ណ្ណបើកបរថ្មី"),
        ("lo", "ໃບຂັບຂີ່ແລະພາສີ"),
        ("my", "ယာဉ်မောင်းလိုင်စင်"),
    ],
)
def test_what_a_run_is_looked_up_by_is_in_the_index(
    page: webdriver.Chrome, script: str, code: str, text: str
) -> None:
    rules = rules_for(code)
    assert rules.kind in {Kind.HAN, Kind.SEA}
    found = json.loads(page.execute_script(script + _SPLIT, json.dumps([rules.kind, [text]])))
    keys = {fold_text(word) for word in found[0]}
    assert keys
    assert keys <= {fold_text(term) for term in list_terms(text, rules)}


_TEXTS = [
    "Renew your driver’s license: Form DL‑44, $1,250.50, U.S. I-9 (W-2) 401(k)?",
    "L’été d'aujourd'hui, qu´on 1.000.000 ﬁn №5 ½",
    "Giấy phép lái xe, đường Ế ề",
    "İŞ ILIK ığdır",
    "الإسكان، ١٢٫٥ دولار ١٬٢٣٤ مُدَرِّسَة",
    'צה"ל ארה״ב "שלום"',
    "हिन्दी में आवेदन १२३ फ़ॉर्म",
    "help@county.example https://county.example/a_b?c=d&e=%20",
    "👍🏽 ☎️ 1️⃣ 👨‍👩‍👧 <b>bold</b> __proto__ constructor",
    "Ինչո՞ւ է col·legi пам'ять ещё",
]
