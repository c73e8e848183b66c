"""Words side by side, found in texts whatever their forms."""

from __future__ import annotations

import time

import pytest

from waypost.search.phrases import Phrases, find_phrases
from waypost.search.rules import rules_for


@pytest.mark.parametrize(
    ("code", "phrase", "text"),
    [
        ("en", "unemployment benefit", "Apply for Unemployment Benefits."),
        ("en", "driver's license", "Renew your driver’s licenses"),
        ("en", "W-2", "Bring your W‑2"),
        ("es", "declaracion de impuestos", "Su Declaración de Impuestos"),
        ("ar", "رخصة", "تجديد الرخصة"),
        ("zh-Hans", "粮食券", "申请粮食券的帮助"),
        ("zh-Hans", "SNAP", "申请 SNAP 补助"),
        ("km", "ប័ណ្ណ", "បន្តប័ណ្ណបើកបរ"),
        ("ko", "실업급여", "실업급여를 신청하세요"),
        ("vi", "bằng lái", "Gia hạn bằng lái xe"),
    ],
)
def test_a_phrase_stands_in_a_text(code: str, phrase: str, text: str) -> None:
    other = "something else"
    found = list(Phrases([phrase, other], rules_for(code)).find(["", text]))
    assert found == [(phrase, 1)]


@pytest.mark.parametrize(
    ("code", "phrase", "text"),
    [
        ("en", "unemployment benefit", "Benefit from unemployment"),
        ("en", "care", "A career in the library"),
        ("en", "stamp", "food"),
        ("en", "???", "Is it free???"),
        ("zh-Hans", "SNAP", "snapshot 照片"),
        ("zh-Hans", "粮食券", "粮食"),
    ],
)
def test_a_phrase_does_not_stand_in_a_text(code: str, phrase: str, text: str) -> None:
    assert list(Phrases([phrase], rules_for(code)).find([text])) == []


def test_no_phrase_reaches_from_one_text_into_the_next() -> None:
    phrases = Phrases(["food stamps"], rules_for("en"))
    assert list(phrases.find(["Free food", "Stamps and letters"])) == []
    assert list(phrases.find(["food", "food stamps", "stamps"])) == [("food stamps", 1)]


def test_phrases_are_found_in_texts_of_several_languages() -> None:
    texts = [("Desempleo", "es"), ("Unemployment benefits", "en")]
    wanted = ["desempleos", "unemployment benefit", "dole"]
    assert find_phrases(wanted, texts) == {"desempleos", "unemployment benefit"}


def test_a_text_of_one_word_again_and_again_is_read_at_once() -> None:
    phrase = " ".join(["long"] * 16)
    started = time.process_time()
    found = list(Phrases([phrase], rules_for("en")).find(["long " * 8_000]))
    assert found
    assert time.process_time() - started < 1
