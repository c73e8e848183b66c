"""A value within a sentence of the other direction is isolated."""

from __future__ import annotations

from waypost.locales.bidi import isolate


def test_a_value_is_isolated() -> None:
    assert isolate("555-0100") == "\u2068555-0100\u2069"
