from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waypost.model.fingerprint import fingerprint, fold_text


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Don't pay - wait...", "Don’t  pay – wait…"),
        ('"Now"', "«Now»"),
        ("caf\u00e9", "cafe\u0301"),
        ("in\u00adter\u00adpreter", "interpreter"),
        (" two\nlines ", "two lines"),
        ("`x`", "´x´"),
    ],
)
def test_white_space_and_typography_make_no_difference(one: str, other: str) -> None:
    assert fingerprint(one) == fingerprint(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Pay.", "Pay"), ("pay", "Pay"), ("Pay {a}.", "Pay {b}."), ("18", "81"), ("ä", "a")],
)
def test_words_signs_and_numbers_do(one: str, other: str) -> None:
    assert fingerprint(one) != fingerprint(other)


@given(st.text())
def test_folded_text_is_folded(text: str) -> None:
    assert fold_text(fold_text(text)) == fold_text(text)


def test_the_form_is_twelve_hex_digits() -> None:
    assert fingerprint("Pay.") == "007e5b96abd9"
