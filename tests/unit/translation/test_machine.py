"""A segment's machine translation is whole or None, whatever the engine does to it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waypost.model.markup import parse_markup, placeables
from waypost.model.text import Syntax
from waypost.translation.machine import translate_segments
from waypost.translation.way import Translated, Way


class ScriptedEngine:
    """An engine that answers by a function of one text, and remembers what it was asked."""

    name = "scripted"
    version = "1"
    keeps_markup = False

    def __init__(self, answer: Callable[[str], str]) -> None:
        self._answer = answer
        self.asked: list[str] = []

    def stamp(self, source: str, target: str) -> str:
        return f"scripted 1 {source}_{target}"

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[str]:
        assert source != target
        self.asked += texts
        return [self._answer(text) for text in texts]

    def close(self) -> None:
        """Nothing is held open."""


def _translate(
    answer: Callable[[str], str], text: str, syntax: Syntax = Syntax.MARKUP
) -> tuple[str | None, list[str]]:
    engine = ScriptedEngine(answer)
    (result,) = translate_segments(engine, [text], "en", "es", syntax=syntax)
    return result.text, engine.asked


def test_a_plain_text_is_asked_once() -> None:
    assert _translate(lambda _: "Llámenos.", "Call us.") == ("Llámenos.", ["Call us."])


def test_marks_come_back_as_what_they_stand_for() -> None:
    def answer(text: str) -> str:
        return text.replace("Pay", "Pague").replace("now", "ahora")

    result, asked = _translate(answer, "Pay **{fee.a}** now")
    assert result == "Pague **{fee.a}** ahora"
    assert asked == ["Pay [0] [1] [2] now"]


def test_another_encoding_is_tried_when_brackets_are_lost() -> None:
    def answer(text: str) -> str:
        return re.sub(r"\[\d\]", "", text).replace("Pay", "Pague").replace("today", "hoy")

    result, asked = _translate(answer, "Pay {fee.a} today")
    assert result == "Pague {fee.a} hoy"
    assert asked[:3] == ["Pay [0] today", "Pay X0X today"]


def test_the_text_is_split_at_its_markup_when_no_mark_survives() -> None:
    words = {"Pay": "Pague.", "by mail or": "Por correo o", "online": "En línea"}

    def answer(text: str) -> str:
        return words.get(text, "Pague")

    result, asked = _translate(answer, "Pay {fee.a} by mail or [online]{1}.")
    assert result == "Pague {fee.a} por correo o [en línea]{1}."
    assert set(words) <= set(asked)


def _translate_not(words: dict[str, str]) -> Translated:
    engine = ScriptedEngine(lambda text: words.get(text, "¿?"))
    (result,) = translate_segments(engine, ["Do **not** pay {fee.a}"], "en", "es")
    assert result.emphasis == ("not",)
    return result


def test_emphasis_on_not_is_put_where_the_negation_stands() -> None:
    result = _translate_not({"Do not pay [0]": "No pague [0]", "not": "no"})
    assert (result.text, result.way) == ("**No** pague {fee.a}", Way.PROJECTED)


def test_emphasis_on_not_is_left_out_where_its_place_is_unsure() -> None:
    result = _translate_not({"Do not pay [0]": "No pague [0], no", "not": "no"})
    assert (result.text, result.way) == ("No pague {fee.a}, no", Way.UNMARKED)


def test_emphasis_on_a_fragile_word_and_a_fact_may_be_left_out_too() -> None:
    words = {"You have only [0] left": "Le quedan [0], no más", "only [0]": "solamente [0]"}
    engine = ScriptedEngine(lambda text: words.get(text, "¿?"))
    (result,) = translate_segments(engine, ["You have **only {a}** left"], "en", "es")
    assert (result.text, result.way) == ("Le quedan {a}, no más", Way.UNMARKED)
    assert result.emphasis == ("only",)


def test_marks_that_changed_no_word_say_where_the_emphasis_stands() -> None:
    words = {
        "Do not pay [0]": "No pague [0]",
        "not": "jamás",
        "Do [0] not [1] pay [2]": "[0] No [1] pague [2]",
    }
    result = _translate_not(words)
    assert (result.text, result.way) == ("**No** pague {fee.a}", Way.MASKED)
    words["Do [0] not [1] pay [2]"] = "Haga [0] no [1] pagar [2]"
    assert _translate_not(words).text == "No pague {fee.a}"


def test_a_lone_not_is_never_a_piece_of_a_translation() -> None:
    result = _translate_not({"Do": "Haga", "not": "no", "pay": "pagar"})
    assert (result.text, result.way) == (None, Way.REFUSED)
    assert result.fault


def test_lines_are_translated_one_by_one() -> None:
    assert _translate(str.upper, "call us\n\n{phone.a}") == ("CALL US\n\n{phone.a}", ["call us"])


def test_a_pair_that_spans_lines_is_translated_as_one_text() -> None:
    result, asked = _translate(str.upper, "**call\nus** now")
    assert result == "**CALL\nUS** NOW"
    assert asked[0] == "[0] call[1]us [2] now"


def test_what_has_no_words_is_not_asked() -> None:
    assert _translate(str.upper, "{phone.a} – 24/7") == ("{phone.a} – 24/7", [])


def test_white_space_at_the_ends_stays() -> None:
    assert _translate(lambda _: " A. ", " call us ") == (" A. ", ["call us"])


def test_equal_texts_are_asked_once_and_order_is_kept() -> None:
    engine = ScriptedEngine(str.upper)
    results = translate_segments(engine, ["b", "a", "b"], "en", "es")
    assert [one.text for one in results] == ["B", "A", "B"]
    assert engine.asked == ["b", "a"]


@pytest.mark.parametrize("answer", ["", "Pague 99.", "Ir a http://x.example", "la la la la la la"])
def test_a_faulty_text_is_none(answer: str) -> None:
    assert _translate(lambda _: answer, "Pay now.")[0] is None


def test_one_faulty_line_makes_the_whole_text_none() -> None:
    result, _ = _translate(lambda text: "" if text == "two" else text.upper(), "one\ntwo")
    assert result is None


def test_source_that_breaks_the_grammar_is_none() -> None:
    assert _translate(str.upper, "**open") == (None, [])


def test_a_simple_message_keeps_its_arguments() -> None:
    result, asked = _translate(
        lambda text: text.replace("You are", "Tiene").replace("or older", "o más"),
        "You are {age, number} or older.",
        Syntax.MESSAGE,
    )
    assert result == "Tiene {age, number} o más."
    assert asked == ["You are [0] or older."]


def test_a_message_with_plurals_is_left_to_people() -> None:
    text = "{n, plural, one {# day} other {# days}}"
    assert _translate(str.upper, text, Syntax.MESSAGE) == (None, [])


TEXTS = (
    st.lists(
        st.sampled_from(
            ["Pay ", "{fee.a}", " by **mail** ", "[the *form*]{1}", "now.", r"\*", "\n", " 18 "]
        ),
        min_size=1,
        max_size=6,
    )
    .map("".join)
    .filter(lambda text: text.count("[") <= 1)
)


@given(TEXTS, st.randoms(use_true_random=False))
def test_whatever_an_engine_does_placeables_and_numbers_stay(text: str, dice: Random) -> None:
    def answer(asked: str) -> str:
        changes: list[Callable[[str], str]] = [
            str.upper,
            lambda said: said[::-1],
            lambda said: said[1:],
            lambda said: said + " [0]",
            lambda said: said.replace("[", "").replace("]", ""),
            lambda said: said + said,
            lambda said: said.replace(" ", "_"),
            lambda _: "",
        ]
        return dice.choice(changes)(asked)

    result, _ = _translate(answer, text)
    if result is not None:
        assert placeables(parse_markup(result)) == placeables(parse_markup(text))
        assert sorted(re.findall("18", result)) == sorted(re.findall("18", text))
