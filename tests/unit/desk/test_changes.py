"""What changed in a source text, word by word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waypost.desk.changes import Kind, compare_words


def _shown(old: str, new: str) -> str:
    marks = {Kind.SAME: "{}", Kind.OUT: "[-{}-]", Kind.IN: "[+{}+]"}
    return "".join(marks[change.kind].format(change.text) for change in compare_words(old, new))


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("Pay at the desk.", "Pay at the desk.", "Pay at the desk."),
        ("Pay at the desk.", "Pay at the office.", "Pay at the [-desk-][+office+]."),
        ("Pay {fee.old} now.", "Pay {fee.new} now.", "Pay [-{fee.old}-][+{fee.new}+] now."),
        ("on your own street", "on any street", "on [-your own-][+any+] street"),
        ("You can’t pay.", "You can pay.", "You [-can’t-][+can+] pay."),
        ("Bring a form.", "Bring a form, signed.", "Bring a form[+, signed+]."),
        ("", "New.", "[+New.+]"),
        ("Gone.", "", "[-Gone.-]"),
    ],
)
def test_words_that_went_and_came(old: str, new: str, shown: str) -> None:
    assert _shown(old, new) == shown


_TEXTS = st.lists(
    st.sampled_from(["a", "b", "can’t", " ", "  ", "\n", "{fee.x}", ".", "-", "ñ", "中"]),
    max_size=20,
).map("".join)


@given(_TEXTS, _TEXTS)
def test_both_texts_can_be_read_from_the_changes(old: str, new: str) -> None:
    changes = compare_words(old, new)
    assert "".join(each.text for each in changes if each.kind is not Kind.IN) == old
    assert "".join(each.text for each in changes if each.kind is not Kind.OUT) == new


def test_very_long_texts_are_told_apart_as_a_whole() -> None:
    old, new = "a " * 3000, "b " * 3000
    assert [each.kind for each in compare_words(old, new)] == [Kind.OUT, Kind.IN]
