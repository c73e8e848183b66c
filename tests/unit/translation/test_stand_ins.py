"""A fact's value stands in for it while the engine works, and never stays."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from waypost.model.text import Role, Syntax
from waypost.translation.machine import Context, translate_segments
from waypost.translation.masking import protect
from waypost.translation.stand_ins import Value, put_values, take_values
from waypost.translation.way import Translated, Way

DAYS = Value("90 days", "90 días")
FEE = Value("$52", "52 US$")
PHONE = Value("505-555-0100", "505-555-0100")


def _put(text: str, **values: Value) -> str | None:
    masked = protect(text)
    assert masked is not None
    found = put_values(masked, values)
    return None if found is None else found.text


@pytest.mark.parametrize(
    ("text", "values", "seen"),
    [
        ("Within {time} after", {"time": DAYS}, "Within 90 days after"),
        ("Pay {fee}, call {tel}.", {"fee": FEE, "tel": PHONE}, "Pay $52, call 505-555-0100."),
        ("Only **{fee}** now", {"fee": FEE}, "Only [0] $52 [2] now"),
        ("Pay {fee} to {name}", {"fee": FEE}, "Pay $52 to [1]"),
        # It could be taken for something else.
        ("Pay {fee}, not $52.", {"fee": FEE}, None),
        ("Pay {fee} or {fee}", {"fee": FEE}, None),
        ("{a} or {b}", {"a": DAYS, "b": DAYS}, None),
        # It says too much or nothing of itself.
        ("Wait {time}", {"time": Value("1 day", "1 día")}, None),
        ("It is {fee}", {"fee": Value("free", "gratis")}, None),
        ("We are at {place}", {"place": Value("5 " + "x" * 50, "5 x")}, None),
        ("Wait {time}", {"other": DAYS}, None),
        ("Wait", {}, None),
    ],
)
def test_which_values_can_stand_in(text: str, values: dict[str, Value], seen: str | None) -> None:
    assert _put(text, **values) == seen


@pytest.mark.parametrize(
    ("value", "result", "back"),
    [
        (DAYS, "En 90 días", "En [0]"),
        (DAYS, "en 90\u00a0DÍAS.", "en [0]."),
        (DAYS, "en 90 days", "en [0]"),
        (FEE, "Pague $52.", "Pague [0]."),
        (FEE, "Pague US $52 ya", "Pague [0] ya"),
        (FEE, "Pague 52 US$.", "Pague [0]."),
        (PHONE, "(505-555-0100)", "([0])"),
        # Not once, or part of something else.
        (DAYS, "en noventa días", None),
        (DAYS, "en 190 días", None),
        (DAYS, "90 días o 90 días", None),
        (FEE, "Pague $52.50", None),
        (FEE, "Pague R$52", None),
        (FEE, "Pague $52 US", None),
        (PHONE, "1-505-555-0100", None),
    ],
)
def test_how_a_value_comes_back(value: Value, result: str, back: str | None) -> None:
    masked = protect("About {it} there")
    assert masked is not None
    stand_ins = put_values(masked, {"it": value})
    assert stand_ins is not None
    assert take_values(result, stand_ins) == back


class Phrasebook:
    """An engine that knows some texts, and gives nothing for the others."""

    name = "phrasebook"
    version = "1"
    keeps_markup = False

    def __init__(self, words: dict[str, str]) -> None:
        self._words = words

    def stamp(self, source: str, target: str) -> str:
        return f"phrasebook 1 {source}_{target}"

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[str]:
        assert source != target
        return [self._words.get(text, "") for text in texts]

    def close(self) -> None:
        """Nothing is held open."""


def _translate(text: str, words: dict[str, str], syntax: Syntax = Syntax.MARKUP) -> Translated:
    context = Context(Role.PARAGRAPH, {"time": DAYS})
    (result,) = translate_segments(
        Phrasebook(words), [text], "en", "es", syntax=syntax, contexts={text: context}
    )
    return result


def test_the_engine_sees_the_value_and_the_translation_holds_the_fact() -> None:
    result = _translate("Ask within {time}.", {"Ask within 90 days.": "Pida dentro de 90 días."})
    assert result == Translated("Pida dentro de {time}.", Way.BY_VALUE)


def test_a_parameter_of_a_message_too() -> None:
    words = {"Ask within 90 days.": "Pida dentro de 90 días."}
    result = _translate("Ask within {time, number}.", words, Syntax.MESSAGE)
    assert result.text == "Pida dentro de {time, number}."


def test_where_the_value_does_not_come_back_marks_are_used() -> None:
    words = {
        "Ask within 90 days.": "Pida dentro de tres meses.",
        "Ask within [0].": "Pida dentro [0].",
    }
    assert _translate("Ask within {time}.", words) == Translated("Pida dentro {time}.", Way.MASKED)


def test_a_sentence_by_value_gets_its_emphasis_back() -> None:
    words = {
        "You have only 90 days to pay.": "Tiene solo 90 días para pagar.",
        "only 90 days": "solo 90 días",
    }
    result = _translate("You have **only {time}** to pay.", words)
    assert result.text == "Tiene **solo {time}** para pagar."
    assert result.emphasis == ("only",)
