"""Pseudo translations are longer, in other letters, and keep all that isn't words."""

from __future__ import annotations

import re
import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waypost.model.markup import escape_markup, parse_markup, placeables, render_markup
from waypost.translation.engines.pseudo import PseudoEngine
from waypost.translation.machine import translate_segments

ENGLISH = (
    "Renew online, by mail or in person before it expires.",
    "Bring your photo ID and the letter that we sent to you.",
    "You must apply within the year. The office can help you with the form.",
)


def _pseudo(text: str, target: str = "es") -> str:
    (result,) = PseudoEngine().translate([text], "en", target)
    return result


@pytest.mark.parametrize(
    ("text", "target", "pseudo"),
    [
        ("Pay now", "es", "Þáàýÿ ñóòŵ"),
        ("Pay **{fee.license}** [here]{1}.", "es", "Þáàýÿ **{fee.license}** [ħéèŕéè]{1}."),
        (r"A \[b\] \\ 5", "es", r"Áà \[ƀ\] \\ 5"),
        ("See https://dmv.example/renew", "fr", "Šéèéè https://dmv.example/renew"),
        ("Mail to help@dmv.example.", "fr", "Ṁáàíìļ ţŧóò help@dmv.example."),
        ("You are {age} or older.", "fr", "Ýÿóòúù áàŕéè {age} óòŕ óòļđéèŕ."),
        ("Pay now?", "ar", "پىائي نواو؟"),
        ("Pay now?", "he", "פאעיע נואו?"),
        ("Pay now?", "km", "ពអាអើ នអោថ?"),
        (
            "{n, plural, offset:1 =0 {No days} one {# day for {who}} other {# days}} left",
            "es",
            (
                "{n, plural, offset:1 =0 {Ñóò đáàýÿš} "
                "one {# đáàýÿ ƒóòŕ {who}} other {# đáàýÿš}} ļéèƒţŧ"
            ),
        ),
        (
            "{kind, select, car {Car '{'x'}'} other {{n, number} it''s}}",
            "es",
            "{kind, select, car {Çáàŕ '{'ẋ'}'} other {{n, number} íìţŧ''š}}",
        ),
    ],
)
def test_what_pseudo_text_looks_like(text: str, target: str, pseudo: str) -> None:
    assert _pseudo(text, target) == pseudo


@given(st.text(max_size=60), st.sampled_from(["es", "zh-Hans", "ar", "he", "km", "xx"]))
def test_numbers_and_placeables_stay(text: str, target: str) -> None:
    source = "**{fee.license}** " + escape_markup(text) + r"x 12 [link]{1}\*"
    nodes = parse_markup(source)
    result = _pseudo(render_markup(nodes), target)
    assert placeables(parse_markup(result)) == placeables(nodes)
    assert re.findall(r"\d+", result) == re.findall(r"\d+", source)


@pytest.mark.parametrize("target", ["es", "ar"])
def test_pseudo_text_is_about_two_fifths_longer(target: str) -> None:
    lengths = [len(_pseudo(text, target)) / len(text) for text in ENGLISH]
    assert 1.37 < sum(lengths) / len(lengths) < 1.45


@pytest.mark.parametrize("target", ["ar", "he", "fa", "ur", "yi"])
def test_right_to_left_languages_get_right_to_left_letters(target: str) -> None:
    letters = [char for text in ENGLISH for char in _pseudo(text, target) if char.isalpha()]
    assert {unicodedata.bidirectional(char) for char in letters} <= {"R", "AL"}


@pytest.mark.parametrize("target", ["es", "vi", "zh-Hans"])
def test_other_languages_get_latin_letters(target: str) -> None:
    letters = [char for text in ENGLISH for char in _pseudo(text, target) if char.isalpha()]
    assert {unicodedata.bidirectional(char) for char in letters} == {"L"}
    assert not any(char.isascii() for char in letters)


def test_a_text_in_the_source_language_stays() -> None:
    assert PseudoEngine().translate(["As it is"], "en", "en") == ["As it is"]


def test_the_stamp_names_engine_version_and_pair() -> None:
    assert PseudoEngine().stamp("en", "pt-BR") == "pseudo 3 en_pt-BR"


def test_segments_go_through_pseudo_as_they_are() -> None:
    texts = ["Pay {fee.a}\nor *wait*.", "{n, plural, one {# day} other {# days}}", ""]
    results = [one.text for one in translate_segments(PseudoEngine(), texts, "en", "es")]
    assert results == PseudoEngine().translate(texts, "en", "es")
    assert "{fee.a}" in str(results[0])


def test_five_thousand_documents_take_no_time() -> None:
    texts = [f"{text} {number}" for number in range(15) for text in ENGLISH]
    engine = PseudoEngine()
    started = time.process_time()
    for _ in range(5000):
        engine.translate(texts, "en", "fr")
    assert time.process_time() - started < 5
