"""Words in a message: what ICU itself reads back from them."""

from __future__ import annotations

import icu
import pytest

from waypost.locales.message_quotes import find_flat_nodes, normal_message, quote_literal


@pytest.mark.parametrize(
    "words", ["don't", "l'", "'", "''", "{", "}", "'{'", "a {b} c", "it's {'", "'' '", "", "#"]
)
def test_icu_reads_the_words_back(words: str) -> None:
    message = icu.MessageFormat(f"{quote_literal(words)}{{x}}", icu.Locale("fr"))
    assert message.format(["x"], [icu.Formattable("x")]) == f"{words}x"


@pytest.mark.parametrize(
    ("message", "normal"),
    [
        ("don''t {x}", "don't {x}"),
        ("l''{x}", "l''{x}"),
        ("'{'a'}' {x, number}", "'{'a'}' {x, number}"),
        ("{n, plural, other {l'#}}", "{n, plural, other {l'#}}"),
        ("{broken", "{broken"),
    ],
)
def test_a_message_in_its_usual_form(message: str, normal: str) -> None:
    assert normal_message(message) == normal


def test_a_plural_or_a_broken_message_is_not_flat() -> None:
    assert find_flat_nodes("{n, plural, other {#}}") is None
    assert find_flat_nodes("{n") is None
    assert len(find_flat_nodes("a {n} b") or ()) == 3
