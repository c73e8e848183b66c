"""Numbers of forms as people type them."""

from __future__ import annotations

import pytest

from waypost.search.form_number import say_form_number


@pytest.mark.parametrize(
    ("form_id", "number"),
    [
        ("dl_44", "DL-44"),
        ("dl-44", "DL-44"),
        ("w2", "W-2"),
        ("hs_1", "HS-1"),
        ("i_9a", "I-9A"),
        ("change_of_address", ""),
        ("2027", ""),
        ("dl_44_2", ""),
    ],
)
def test_the_number_of_a_form(form_id: str, number: str) -> None:
    assert say_form_number(form_id) == number
