"""Sentences are split where they end, not at abbreviations, and put together they are the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waypost.locales.sentences import split_sentences

# Each list is one text: joined with spaces it must come apart as it is written here.
TEXTS = [
    ("en", ["See Dr. Smith in Rm. 5.", "Bring an ID."]),
    ("en", ["Go to 12 Main St. and wait.", "The office is at 7 Oak St.", "Bring an ID."]),
    ("en", ["St. Mary Hospital is open."]),
    ("en", ["The U.S. Department of Labor pays.", "You must live in the U.S.", "You can apply."]),
    ("en", ["Bring a photo ID, e.g. Passport, i.e. Your own."]),
    ("en", ["Send Form No. 7.", "No.", "You can't."]),
    ("en", ["Come by 9 a.m. Monday.", "We close at 5 p.m.", "Call before that."]),
    ("en", ["Ask John F. Kennedy.", "Take vitamin C.", "Then rest."]),
    ("en", ["1. Fill in the form.", "2) Sign it."]),
    ("en", ["Pay $3.50 at dmv.example.", "Is it late?", "Don’t worry!", "“Call us.”", "We help."]),
    ("en", ["Dr. Smith (Dept. of Health) helps.", "Call (see below).", "Next."]),
    ("en", ["😀 Done.", "😀 Next, Dr. Smith."]),
    ("es", ["Vea al Sr. López en EE. UU. de noche.", "Usted puede llamar."]),
    ("es", ["Viva en EE. UU.", "Usted debe pagar.", "Lleve, p. ej. Una foto.", "¿Cómo?", "¡Sí!"]),
    ("es", ["Llame al núm. 7.", "Dra. Ruiz atiende."]),
    ("fr", ["M. Dupont est là.", "Appelez le tél. 5.", "Merci."]),
    ("de", ["Am 1. Januar ist frei.", "Nr. 5 ist z. B. Hier.", "Gut."]),
    ("pl", ["Idź na ul. Długą.", "Zadzwoń."]),
    ("ru", ["Это ул. Ленина.", "Звоните."]),
    ("vi", ["Ở TP. Hồ Chí Minh.", "Gọi đi."]),
    ("ht", ["Ale wè Dr. Jean.", "Pote kat ou."]),
    ("ar", ["د. أحمد هنا.", "هل هذا صحيح؟", "نعم."]),
    ("hi", ["नमस्ते।", "ठीक है।"]),
    ("my", ["သွားပါ။", "လာပါ။"]),
    ("km", ["សួស្តី។", "លា។"]),
    ("hmn", ["Hu rau peb.", "Nws yog dawb."]),
]


@pytest.mark.parametrize(("code", "sentences"), TEXTS)
def test_sentences_end_where_they_end(code: str, sentences: list[str]) -> None:
    parts = split_sentences(" ".join(sentences), code)
    assert [part.rstrip() for part in parts] == sentences


@pytest.mark.parametrize("code", ["zh-Hans", "zh-Hant", "ja"])
def test_scripts_without_spaces(code: str) -> None:
    assert split_sentences("你好。请来！好吗？", code) == ["你好。", "请来！", "好吗？"]


def test_a_line_break_ends_a_sentence() -> None:
    assert split_sentences("See Dr.\nSmith", "en") == ["See Dr.\n", "Smith"]


def test_an_empty_text_has_none() -> None:
    assert split_sentences("", "en") == []


CODES = st.sampled_from(["en", "es", "de", "ar", "zh-Hans", "th", "hmn", "xx"])
PIECES = st.sampled_from(
    [
        "Dr. ",
        "U.S. ",
        "No. ",
        "7 ",
        "You ",
        "Go. ",
        "1. ",
        "😀",
        "«",
        "”",
        "\n",
        "。",
        "p. ",
        "ej. ",
    ]
)


@given(st.text() | st.lists(PIECES).map("".join), CODES)
def test_put_together_the_sentences_are_the_text(text: str, code: str) -> None:
    parts = split_sentences(text, code)
    assert "".join(parts) == text
    assert all(parts)
