"""The browser folds and splits what is asked as the build did what is found.

The functions of the script are taken as they were written; another test holds the script that
pages load to its parts. A browser knows only the rules that the manifest of an index has for it:
with them every spelling of what stands in that index is folded as the build does it, and nothing
else becomes like it.
"""

from __future__ import annotations

import json
import random
import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from selenium import webdriver

from waypost.search.fold import fold_text, shape_text
from waypost.search.fold_rules import list_rules
from waypost.search.rules import Kind, rules_for
from waypost.search.tokens import UNSPACED, list_terms, split_words

# Chromium knows a newer Unicode than Python: what it assigned since then is no letter here.
_RULES = """
const kind = arguments[2], rules = readRules(JSON.parse(arguments[0]).join(" "));
const fold = (text, isShape) => foldBy(text, isShape ? [] : rules);
"""
_FOLD = """
const texts = JSON.parse(arguments[1]);
return JSON.stringify(texts.map(text =>
  /[\\p{Cn}\\p{Cs}]/u.test(text) ? null : [fold(text), fold(text, 1)]));
"""
_SPLIT = """
const texts = JSON.parse(arguments[1]);
return JSON.stringify(texts.map(text =>
  /[\\p{Cn}\\p{Cs}]/u.test(text) ? null : listWords(text).map(word => word.form)));
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
    parts = [(folder / name).read_text("utf-8") for name in ("fold.js", "words.js")]
    return "\n".join((parts[0], _RULES, parts[1]))


@pytest.fixture(scope="module")
def page(browser: webdriver.Chrome) -> webdriver.Chrome:
    browser.get("about:blank")
    return browser


@cache
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


def _run(
    page: webdriver.Chrome,
    script: str,
    keys: Iterable[str],
    texts: list[str],
    kind: Kind = Kind.SPACE,
) -> Any:
    """What the script makes of the texts, with the rules of an index that holds the keys."""
    rules = [f"{one}>{other}" for one, other in list_rules(keys)]
    return json.loads(page.execute_script(script, json.dumps(rules), json.dumps(texts), kind))


def _compare_folds(page: webdriver.Chrome, script: str, texts: list[str]) -> int:
    """How many texts were compared; fails on the first that differs."""
    found = _run(page, script + _FOLD, _CHARACTERS, texts)
    compared = 0
    for text, folded in zip(texts, found, strict=True):
        if folded is not None and _is_assigned(text):
            assert [fold_text(text), shape_text(text)] == folded, ascii(text)
            compared += 1
    return compared


_key = cache(fold_text)
"""The same characters are asked of many indexes."""


@cache
def _letters(text: str) -> frozenset[str]:
    return frozenset(unicodedata.normalize("NFKD", text))


def _has_foreign_marks(text: str, known: frozenset[str]) -> bool:
    """Whether a mark stands there that letters of no word of the index bear."""
    pages = {ord(letter) >> 8 for letter in known} | {0x03, 0x20}
    marks = (mark for mark in _letters(text) if unicodedata.category(mark) == "Mn")
    return any(not fold_text(mark) and ord(mark) >> 8 not in pages for mark in marks)


def test_every_character_is_folded_alike(page: webdriver.Chrome, script: str) -> None:
    assert _compare_folds(page, script, _CHARACTERS) > 140_000


def test_texts_of_any_characters_are_folded_alike(page: webdriver.Chrome, script: str) -> None:
    assert _compare_folds(page, script, _random_texts(1, 20_000)) > 15_000


@pytest.mark.parametrize("sample", range(11))
def test_with_rules_of_an_index_what_may_stand_in_it_is_folded_alike(
    page: webdriver.Chrome, script: str, sample: int
) -> None:
    """And what may not isn't taken for anything that does."""
    keys = fold_text(_SAMPLES[sample]).split()
    known = _letters("".join(keys))
    texts = [*_CHARACTERS, *_SAMPLES[sample].split(), *_random_texts(3, 4_000)]
    found = _run(page, script + _FOLD, keys, texts)
    compared = 0
    for text, folded in zip(texts, found, strict=True):
        if folded is None or not _is_assigned(text):
            continue
        key = _key(text)
        if _has_foreign_marks(text, known):
            continue
        if key and _letters(key) <= known:
            assert folded[0] == key, ascii(text)
            compared += 1
        elif key:
            assert not folded[0] or not _letters(folded[0]) <= known, ascii(text)
    assert compared >= 40


@pytest.mark.parametrize("code", ["en", "fr", "vi", "ar", "hi", "ko", "tr"])
def test_texts_are_split_alike(page: webdriver.Chrome, script: str, code: str) -> None:
    rules = rules_for(code)
    unspaced = re.compile(f"[{UNSPACED}]")
    texts = [
        text
        for text in [*_TEXTS, *_random_texts(2, 4_000)]
        if _is_assigned(text) and not unspaced.search(shape_text(text))
    ]
    found = _run(page, script + _SPLIT, _CHARACTERS, texts, rules.kind)
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
    found = _run(page, script + _SPLIT, _CHARACTERS, [text], rules.kind)
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
_CHARACTERS = [chr(code) for code in range(0x30000) if not 0xD800 <= code < 0xE000]
_SAMPLES = [
    "Renew your driver’s license: a quick fix by mail jumps the lazy dog of Wv 0123456789",
    "Giấy phép lái xe, đường Ế ề khi nào được trợ cấp thất nghiệp",
    "Şube işlem ığdır için başvuru",
    "الإسكان والمدرسة مُدَرِّسَة كتاب يوم أين هل وثيقة",
    "چطور می‌توانم یک کتاب بگیرم، ۱۲۳",
    'צה"ל ארה״ב שָׁלוֹם כיצד מגישים בקשה לדיור זול ונגיש',
    "हिन्दी में आवेदन १२३ फ़ॉर्म बाँध কোথায় आवेदन गंगा",
    "ሠላም ሐኪም ኅብረት ዓለም ፀሐይ ከተማ ጸሎት አገልግሎት",
    "パスポートの申請はがき 免許 ﾊﾟｽﾎﾟｰﾄ",
    "Как получить пособие қазақ Україна ґанок її Ἀθήνας πού",
    "운전면허 갱신 កាតសុខភាព ขอน้ำประปา မြန်မာ ܫܠܡܐ",
]
