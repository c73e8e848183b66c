"""Segment texts cut at their marks: what the words between them are, nobody needs to know.

A text with exactly the marks of a sound one is sound itself, so most translations are compared and
filled in by their marks alone. Runs of three stars and more are marks of their own, so that nothing
can stand empty; so are signs that no text may hold.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

UNSAFE_SIGNS: Final = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # control characters; template marks are among them
    "\u2028\u2029\u202a-\u202e"  # separators, and embeddings that reach beyond the text
    "\ufeff\ufffd-\uffff"  # byte order marks, lost characters, noncharacters
    "\ue000-\uf8ff"  # private use: what is left of an engine's marks
)
"""Signs that no text may hold, as a regular expression's set writes them."""
BETWEEN: Final = "\0"
"""Stands between texts side by side, as one more mark: no text may hold it."""
_MARK = re.compile(
    # It begins with a set, so that the engine skips words at full speed.
    rf"([\\*\[\]{{}}{UNSAFE_SIGNS}]"
    r"(?:(?<=\\)[\\*\[\]{}]|(?<=\*)\*+|(?<=\])\{[1-9][0-9]{0,3}\}|(?<=\{)[a-z0-9_.]+\})?)"
)


def cut_text(text: str) -> list[str]:
    """The words and the marks of the text in turn; words are first and last, and may be empty."""
    return _MARK.split(text)


def find_shape(text: str) -> list[str]:
    """The marks of a segment text in their order; nothing for plain words."""
    return _MARK.findall(text)


def number_words(shapes: Sequence[Sequence[str]]) -> tuple[int, ...]:
    """Where the words of each text begin among those of all, given the marks of each."""
    starts: list[int] = []
    number = 0
    for shape in shapes:
        starts.append(number)
        number += len(shape) + 1
    return tuple(starts)
