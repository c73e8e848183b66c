"""The marks and digits that are kept are those of Unicode."""

from __future__ import annotations

import re
import unicodedata

from waypost.search.letters import list_digits, list_marks

_ASSIGNED = [chr(code) for code in range(0x80, 0xE0000) if unicodedata.category(chr(code)) != "Cn"]


def test_marks_are_all_marks() -> None:
    marks = re.compile(f"[{list_marks()}]")
    wrong = [
        letter
        for letter in _ASSIGNED
        if unicodedata.category(letter).startswith("M") != bool(marks.match(letter))
    ]
    assert wrong == []


def test_digits_are_all_digits() -> None:
    digits = list_digits()
    for letter in _ASSIGNED:
        value = unicodedata.decimal(letter, None)
        assert digits.get(ord(letter)) == (None if value is None else str(value)), ascii(letter)
