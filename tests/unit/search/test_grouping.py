"""Forms of a word find one another, and words that only begin alike don't."""

from __future__ import annotations

import pytest

from waypost.search.grouping import name_groups
from waypost.search.rules import rules_for


def _groups(words: str, code: str) -> list[set[str]]:
    """The groups of more than one form."""
    named: dict[str, set[str]] = {}
    for form, group in name_groups(words.split(), rules_for(code)).items():
        named.setdefault(group, set()).add(form)
    return [group for group in named.values() if len(group) > 1]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("en", "license licenses licensed licensing"),
        ("en", "file files filing filed"),
        ("en", "fee fees"),
        ("en", "tax taxes"),
        ("en", "get getting gets"),
        ("es", "licencia licencias"),
        ("es", "solicitó solicitar solicitan"),
        ("fr", "demande demandes demander demandé"),
        ("pt", "benefício benefícios"),
        ("de", "antrag anträge antrags"),
        ("ru", "новый новая новые нового"),
        ("ru", "пособие пособия пособию"),
        ("pl", "zasiłku zasiłki"),
        ("fi", "hakemus hakemuksen hakemukset"),
        ("tr", "okul okullar okulun"),
        ("hu", "kérelem kérelmet"),
        ("ar", "مدرسة المدرسة والمدرسة"),
        ("ar", "خدمة خدمات الخدمات"),
        ("fa", "کتاب کتاب‌ها".replace("\u200c", "")),
        ("hi", "योजना योजनाएं योजनाओं"),
        ("id", "daftar mendaftar pendaftaran"),
        ("ko", "학교 학교에서 학교를"),
        ("uk", "допомога допомоги допомогу"),
        ("so", "caawimo caawimada"),
        ("bn", "আবেদন আবেদনের আবেদনটি"),
        ("pa", "ਲੋਕ ਲੋਕਾਂ"),
        ("he", "רישיון הרישיון רישיונות"),
        ("fil", "dating dumating pagdating"),
        ("sw", "hospitali hospitalini"),
        ("am", "ስብሰባ ስብሰባዎች የስብሰባ"),
        ("hr", "zahtjev zahtjeva zahtjevi"),
        ("ms", "daftar mendaftar"),
    ],
)
def test_forms_of_a_word_are_one_group(code: str, words: str) -> None:
    (group,) = _groups(words, code)
    assert len(group) > 1


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("en", "organ organization"),
        ("en", "car care"),
        ("es", "casa caso"),
        ("es", "hijo hija"),
        ("fr", "an ans"),
        ("ru", "мал малейшего"),
        ("ar", "عربي عربة"),
        ("ar", "ولا ولاية"),
        ("so", "guri gudi"),
        ("ht", "kay kaye"),  # no stems are known: each form alone
        ("uk", "гра град"),
        ("he", "ספר ספרד"),
        ("vi", "phép phép"),
        ("zh-Hans", "失业 失业金"),
        ("th", "บ้าน บ้านเรือน"),
    ],
)
def test_words_that_begin_alike_stay_apart(code: str, words: str) -> None:
    assert _groups(words, code) == []


def test_marks_decide_the_group_of_a_form_without_them() -> None:
    groups = name_groups(["городской", "городскои", "городского"], rules_for("ru"))
    assert groups == {"городскои": "городскои", "городского": "городскои"}


def test_every_form_has_a_group_whatever_the_order() -> None:
    words = ["licenses", "license", "the", "12", "中文", "ñandú", "licensing"]
    rules = rules_for("en")
    groups = name_groups(words, rules)
    assert groups == name_groups(reversed(words), rules)
    assert set(groups) == {"licenses", "license", "the", "12", "中文", "nandu", "licensing"}
