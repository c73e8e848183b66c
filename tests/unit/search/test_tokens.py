"""Words of texts in every script, and what is made of them."""

from __future__ import annotations

import pytest

from waypost.search.rules import rules_for
from waypost.search.tokens import LONGEST, form_word, join_parts, list_terms, split_words


def _split(text: str, code: str) -> list[str]:
    return split_words(text, rules_for(code))


@pytest.mark.parametrize(
    ("code", "text", "words"),
    [
        ("en", "Renew your driver’s license, now!", "renew your drivers license now"),
        ("en", "Pay $1,250.50 by 2027-06-30", "pay 1250 50 by 2027 06 30"),
        ("en", "help@county.example 555-0134", "help county example 555 0134"),
        ("en", "snake_case <b>&amp;</b>", "snake case b amp b"),
        ("de", "Straße, Ämter", "straße ämter"),
        ("fr", "L’été d'aujourd'hui, qu´on", "l été d aujourd hui qu on"),
        ("ht", "m'ap chache l'ekòl", "m ap chache l ekòl"),
        ("uk", "пам'ять комп’ютер", "память компютер"),
        ("uz", "o‘zbek Oʻzbekiston", "ozbek ozbekiston"),
        ("ca", "col·legi", "collegi"),
        ("tr", "İŞ ILIK", "iş ilik"),
        ("ar", "الإسكان، ١٢٫٥ دولار", "الإسكان 12 5 دولار"),
        ("fa", "می‌روم ۱٬۲۳۴", "میروم 1234"),
        ("he", 'ארה"ב, צה״ל "שלום"', "ארהב צהל שלום"),
        ("he", "בֵּית־סֵפֶר", "בֵּית סֵפֶר"),
        ("yi", "דרײַווינג", "דרײַווינג"),
        ("hi", "हिन्दी में आवेदन करें।", "हिन्दी में आवेदन करें"),
        ("bn", "আবেদন করুন।", "আবেদন করুন"),
        ("ta", "விண்ணப்பம் செய்", "விண்ணப்பம் செய்"),
        ("pa", "ਅਰਜ਼ੀ ਦਿਓ", "ਅਰਜ਼ੀ ਦਿਓ"),
        ("am", "የመንጃ፡ፈቃድ።", "የመንጃ ፈቃድ"),
        ("hy", "Ինչո՞ւ է։", "ինչու է"),
        ("ka", "მართვის მოწმობა", "მართვის მოწმობა"),
        ("ko", "운전면허를 갱신하세요.", "운전면허를 갱신하세요"),
        ("vi", "Giấy phép lái xe", "giấy phép lái xe"),
        ("zh-Hans", "申请失业救济金", "申请 失业 救济 金"),
        ("zh-Hant", "申請失業救濟金", "申請 失業 救濟 金"),
        ("ja", "運転免許証を更新する", "運転 免許 証 を 更新 する"),
        ("ja", "2026年3月", "2026 年 3 月"),
        ("th", "น้ำประปาและค่าไฟฟ้า", "น้ำ ประปา และ ค่า ไฟฟ้า"),
        ("km", "ប័ណ្ណបើកបរថ្មី", "ប័ណ្ណបើកបរ ថ្មី"),
        ("lo", "ໃບຂັບຂີ່ແລະພາສີ", "ໃບຂັບຂີ່ ແລະ ພາສີ"),
        ("my", "ယာဉ်မောင်းလိုင်စင်", "ယာဉ်မောင်း လိုင်စင်"),
        ("en", "Chinese 中文 and ไทย", "chinese 中文 and ไทย"),
    ],
)
def test_words_are_parted(code: str, text: str, words: str) -> None:
    assert _split(text, code) == words.split()


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("Form W-2", ["w2"]),
        ("Form DL‑44", ["dl44"]),
        ("the U.S. has", ["us"]),
        ("at 5 p.m.", ["pm"]),
        ("I–9", ["i9"]),
        ("a 401(k) plan", ["401k"]),
        ("USCIS-I-130", ["uscisi130"]),
        ("COVID-19", ["covid19"]),
        ("e-mail, co-pay", ["email", "copay"]),
        ("the form(s)", ["forms"]),
        ("n/a", ["na"]),
        ("форма-2", ["форма2"]),
        ("2026-11-22", []),
        ("and/or", []),
        ("long-standing debt-collector", []),
        ("county.example", []),
        ("3.5", []),
    ],
)
def test_what_signs_part_is_also_one_word(text: str, joined: list[str]) -> None:
    rules = rules_for("en")
    terms = list_terms(text, rules)
    for word in split_words(text, rules):
        terms.remove(word)
    assert terms == joined


def test_parts_of_two_words_are_not_joined() -> None:
    assert join_parts("well-being") == ""
    assert join_parts("re-entry") == "reentry"


def test_runs_of_han_have_pairs_of_characters() -> None:
    assert list_terms("失业救济金", rules_for("zh-Hans")) == [
        "失业",
        "救济",
        "金",
        "业救",
        "济金",
    ]


def test_runs_of_kana_have_pairs() -> None:
    terms = list_terms("パスポート", rules_for("ja"))
    assert terms == ["パスポート", "パス", "スポ", "ポー", "ート"]


def test_runs_of_southeast_asia_have_pairs_of_syllables() -> None:
    terms = list_terms("ប័ណ្ណបើកបរ", rules_for("km"))
    assert terms == ["ប័ណ្ណបើកបរ", "ប័ណ្ណ", "ណ្ណបើ", "បើក", "កប", "បរ"]


def test_syllables_have_pairs_within_a_phrase() -> None:
    terms = list_terms("Giấy phép, lái xe", rules_for("vi"))
    assert terms == ["giấy", "phép", "giấy phép", "lái", "xe", "lái xe"]


def test_korean_nouns_stand_without_particles() -> None:
    assert list_terms("학교에서 물", rules_for("ko")) == ["학교에서", "학교", "물"]


@pytest.mark.parametrize("code", ["en", "fr", "zh-Hans", "th", "vi", "ko", "ar"])
@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t",
        "\x00\x07\x1b[\x7f\x85",
        "👍🏽 👨‍👩‍👧 ☎️ 🇺🇸",
        "\u200b\u200d\ufeff\u2060",
        "\u0301\u0940\u0e31 ่ ्",
        "…—!?«»¿¡،؛。、「」",
        "\u115f\u3164ᅠ",
        "__''``··",
        "ๆๆ ៗ々 ーー",
    ],
)
def test_nothing_gives_no_words(text: str, code: str) -> None:
    assert list_terms(text, rules_for(code)) == []


@pytest.mark.parametrize("letter", ["a", "é", "ر", "ก", "中", "か", "ក", "한", "é'"])
@pytest.mark.parametrize("code", ["en", "fr", "ja", "km", "vi", "ko"])
def test_a_word_of_ten_kilobytes_is_cut(letter: str, code: str) -> None:
    terms = list_terms(letter * 10_000, rules_for(code))
    assert terms
    assert max(map(len, terms)) <= 2 * LONGEST + 1


def test_forms_keep_marks_where_the_language_does() -> None:
    assert form_word("đường", rules_for("vi")) == "đường"
    assert form_word("señal", rules_for("es")) == "senal"
