"""The words of the PO format: one place for its signs, escapes and encodings."""

from __future__ import annotations

import codecs
import re

_ESCAPE = re.compile(r'\\([\\ntrvbf"])')
_SIGNS = {
    "n": "\n",
    "t": "\t",
    "r": "\r",
    "v": "\v",
    "b": "\b",
    "f": "\f",
    "\\": "\\",
    '"': '"',
}
BARE_QUOTE = re.compile(r'(?<!\\)"')
"""A quote inside a string that no backslash precedes: the string ends too early."""
STRING_LINES = r'[^\n]*(?:\n"[^\n]*)*'
"""The pattern of what stands between the outer quotes of a string, on one line or several."""
_CHARSET = re.compile(rb'"?Content-Type:.+? charset=([\w_\-:\.]+)')


_BYTE_ESCAPE = re.compile(_ESCAPE.pattern.encode())
_BYTE_SIGNS = {letter.encode(): sign.encode() for letter, sign in _SIGNS.items()}
_ESCAPES = str.maketrans({sign: f"\\{letter}" for letter, sign in _SIGNS.items()})
_TO_ESCAPE = re.compile(f"[{re.escape(''.join(_SIGNS.values()))}]")


def escape_string(text: str) -> str:
    r"""The text as it stands inside quotes: a newline is ``\n``."""
    return text.translate(_ESCAPES) if _TO_ESCAPE.search(text) else text


def unescape_string(text: str) -> str:
    r"""The text of a quoted string's inside: ``\n`` is a newline; an unknown escape stays."""
    return _ESCAPE.sub(_sign, text) if "\\" in text else text


def has_bare_quote(text: bytes) -> bool:
    """Whether `BARE_QUOTE` is found in a string in UTF-8."""
    return b'"' in text and b'"' in text.replace(b'\\"', b"")


def unescape_bytes(text: bytes) -> bytes:
    """As `unescape_string`, for a string in UTF-8."""
    if b"\\" in text and b"\\\\" not in text:
        # Without a backslash for itself, each one belongs to the letter behind it.
        text = text.replace(b"\\n", b"\n").replace(b'\\"', b'"')
    return _BYTE_ESCAPE.sub(_byte_sign, text) if b"\\" in text else text


def _byte_sign(found: re.Match[bytes]) -> bytes:
    return _BYTE_SIGNS[found[1]]


def _sign(found: re.Match[str]) -> str:
    return _SIGNS[found[1]]


def find_charset(data: bytes) -> str:
    """The encoding that the header declares, in Python's name for it; utf-8 where it doesn't."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    found = _CHARSET.search(data)
    if found is None:
        return "utf-8"
    try:
        return codecs.lookup(found[1].decode("ascii", "replace")).name
    except LookupError:
        return "utf-8"
