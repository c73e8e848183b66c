"""Emphasis on words that turn a sentence is found, in whatever language it stands."""

from __future__ import annotations

import pytest

from waypost.translation.emphasis import find_emphasis, is_fragile
from waypost.translation.pieces import split_pieces


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("Do **not** pay, *only* wait", "en", ("not", "only")),
        ("You **don’t** pay **{fee.a}**", "en", ("don’t",)),
        ("**Do not** pay. **Do not** wait.", "en", ("Do not",)),
        ("**only {time.a}** left", "en", ("only",)),
        ("**No** pague", "es-MX", ("No",)),
        ("Zahlen Sie **nicht**", "de", ("nicht",)),
        ("Ha **bixin**", "so", ("bixin",)),
        # No emphasis, or on words that carry their own sense.
        ("Do not pay [not]{1}", "en", ()),
        ("Bring **your ID** and *cash*", "en", ()),
        ("Keen **aqoonsigaaga halkan**", "so", ()),
    ],
)
def test_emphasis_that_turns_a_sentence(text: str, language: str, words: tuple[str, ...]) -> None:
    pieces = split_pieces(text)
    assert pieces is not None
    assert find_emphasis(pieces, language) == words


def test_what_says_nothing_on_its_own() -> None:
    assert is_fragile(" or ", "en")
    assert is_fragile("(", "xx")
    assert not is_fragile("or cash", "en")
