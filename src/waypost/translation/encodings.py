"""How what an engine must not touch is written while the engine works.

No mark survives every engine, and one that survives may still spoil the words beside it: so there
are several, tried in an order that `waypost translate --survey` measures for an engine and pair.
"""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec


class Encoding(msgspec.Struct, frozen=True):
    """How the n-th mark is written."""

    name: str
    left: str
    right: str
    glued: bool = False
    """A mark that stands alone loses the space before it."""
    spaced: bool = False
    """The marks of a pair have spaces around them, so that no word grows together with one."""

    def mark(self, number: int) -> str:
        """The mark with this number."""
        return f"{self.left}{number}{self.right}"


BRACKETS = Encoding("brackets", "[", "]")
SPACED_BRACKETS = Encoding("spaced brackets", "[", "]", spaced=True)
ENCODINGS: tuple[Encoding, ...] = (
    SPACED_BRACKETS,
    BRACKETS,
    Encoding("spaced letters", "X", "X", spaced=True),
    Encoding("glued brackets", "[", "]", glued=True),
    Encoding("spaced underscores", "_", "_", spaced=True),
    Encoding("letters", "X", "X"),
    Encoding("parentheses", "(", ")", spaced=True),
    Encoding("white brackets", "⟦", "⟧"),
    Encoding("angles", "<", ">"),
)
"""In the order in which they are tried where nobody has measured: what came back best from Firefox
models and Apertium, with no word beside it left untranslated, stands first."""

_BY_NAME = {encoding.name: encoding for encoding in ENCODINGS}


def find_encoding(name: str) -> Encoding | None:
    """The encoding of this name, or None."""
    return _BY_NAME.get(name)


def order_encodings(names: tuple[str, ...]) -> tuple[Encoding, ...]:
    """The encodings of these names, then the others in their usual order."""
    named = [_BY_NAME[name] for name in dict.fromkeys(names) if name in _BY_NAME]
    return (*named, *(each for each in ENCODINGS if each not in named))


@lru_cache
def mark_pattern(encoding: Encoding) -> re.Pattern[str]:
    """Finds marks also where the engine put a space inside or took wide brackets."""
    left, right = (re.escape(side) for side in (encoding.left, encoding.right))
    if encoding.left == "[":
        left, right = "[\\[［【]", "[\\]］】]"
    elif encoding.left == "(":
        left, right = "[(（]", "[)）]"
    return re.compile(rf"{left}\s*(\d{{1,4}})\s*{right}", re.IGNORECASE)
