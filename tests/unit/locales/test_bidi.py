"""A value within a sentence of the other direction is isolated, and can be laid bare again."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from waypost.locales.bidi import FSI, PDI, isolate, strip_isolates


def test_a_value_is_isolated() -> None:
    assert isolate("555-0100") == "\u2068555-0100\u2069"


@given(st.text().filter(lambda text: FSI not in text and PDI not in text))
def test_stripping_undoes_it(text: str) -> None:
    assert strip_isolates(isolate(text)) == text
