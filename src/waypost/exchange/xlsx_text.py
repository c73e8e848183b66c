"""Text as a cell of XLSX holds it: signs that XML can't say are written `_x000D_`."""

from __future__ import annotations

import re

MOST_SIGNS = 32_767
"""In a cell, counted as UTF-16 does."""

_TO_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)|[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def escape_cell(text: str) -> str:
    """The text as the file has it."""
    return _TO_ESCAPE.sub(lambda found: f"_x{ord(found[0]):04X}_", text)


def unescape_cell(text: str) -> str:
    """The text that the file means."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def fits_cell(escaped: str) -> bool:
    """Whether Excel keeps the whole text."""
    return len(escaped) <= MOST_SIGNS // 2 or len(escaped.encode("utf-16-le")) // 2 <= MOST_SIGNS
