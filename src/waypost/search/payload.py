"""Files of the index: each is one call of a script that hands over one text.

A script, not JSON: over `file://` a page may load nothing else. The text is chosen so that almost
nothing in it needs escaping. docs/search-format.md describes every file.
"""

from __future__ import annotations

import json
import re
from base64 import b32encode
from collections.abc import Iterable, Sequence
from hashlib import sha256
from itertools import pairwise
from typing import Final

NAME_LENGTH: Final = 7
"""Characters of a file's name: 35 bits of its content's digest.

Small letters and digits only: on a file system that ignores case, two names stay two.
"""
_SHARED_DIGITS: Final = "0123456789abcdefghijklmnopqrstuvwxyz"
_CALL: Final = re.compile(r'waypost\.put\("([^"\\]+)",(".*")\);\n', re.DOTALL)
# In UTF-8, and the backslash first.
_ESCAPES: Final = tuple(
    (sign.encode(), escaped.encode())
    for sign, escaped in (
        ("\\", r"\\"),
        ('"', r"\""),
        ("\n", r"\n"),
        ("\r", r"\r"),
        ("<", r"\u003c"),
        ("\u2028", r"\u2028"),
        ("\u2029", r"\u2029"),
    )
)
# A line, of it what the next line begins with, too, and the rest of that.
_SHARED: Final = re.compile(r"^(.{0,35}).*+\n(?=\1(.*))", re.MULTILINE)


def name_payload(payload: str, salt: int = 0) -> str:
    """The name of the file that holds `payload`: 7 of a–z and 2–7, from its SHA-256.

    Another salt gives another name, for the case that two contents would share one.
    """
    text = f"{payload}\n{salt}" if salt else payload
    digest = sha256(text.encode("utf-8", "replace")).digest()
    return b32encode(digest[:5]).decode("ascii").lower()[:NAME_LENGTH]


def render_file(name: str, payload: str) -> bytes:
    """The script that hands over `payload` under `name`, as UTF-8.

    Only what may not stand in a text of JavaScript is escaped, and `<`; tabs stand as they are.
    """
    data = payload.encode("utf-8", "replace")
    for sign, escaped in _ESCAPES:
        data = data.replace(sign, escaped)
    return b'waypost.put("%b","%b");\n' % (name.encode(), data)


def parse_file(data: bytes) -> tuple[str, str]:
    """Name and payload of a file of the index."""
    match = _CALL.fullmatch(data.decode("utf-8"))
    if match is None:
        raise ValueError("this is no file of a search index")
    payload: str = json.loads(match[2], strict=False)
    return match[1], payload


def has_astral(text: str) -> bool:
    """Whether a character of `text` takes two units of UTF-16."""
    return not text.isascii() and len(text.encode("utf-16-le", "surrogatepass")) > 2 * len(text)


def as_units(text: str) -> str:
    """`text` with each character beyond U+FFFF as its two surrogates.

    Such texts compare as JavaScript compares strings: by units of UTF-16.
    """
    if not has_astral(text):
        return text
    data = text.encode("utf-16-be", "surrogatepass")
    return "".join(chr(data[at] << 8 | data[at + 1]) for at in range(0, len(data), 2))


def sort_as_scripts_do(texts: Iterable[str]) -> list[str]:
    """`texts` in the order of their units of UTF-16."""
    listed = list(texts)
    listed.sort(key=as_units if has_astral("".join(listed)) else None)
    return listed


def render_shared(before: str, text: str) -> str:
    """`text` as one digit (base 36) for how much it shares with the text before it, and the rest.

    The digit counts units of UTF-16, 35 at most, and never cuts a character in two.
    """
    shared = 0
    for one, other in zip(before, text, strict=False):
        if one != other:
            break
        shared += 1
    kept = text[:shared]
    while (units := shared if kept.isascii() else len(kept.encode("utf-16-be")) // 2) > 35:
        shared -= 1
        kept = text[:shared]
    return _SHARED_DIGITS[units] + text[shared:]


def render_each_shared(texts: Sequence[str]) -> list[str]:
    """Each text as `render_shared` gives it after the one before; the first after ""."""
    joined = "\n".join(("", *texts))
    if has_astral(joined):
        return [render_shared(before, text) for before, text in pairwise(("", *texts))]
    return [_SHARED_DIGITS[len(same)] + rest for same, rest in _SHARED.findall(joined)]


def parse_shared(before: str, text: str) -> str:
    """The text whose form after `before` is `text`."""
    units = _SHARED_DIGITS.index(text[0])
    if not has_astral(before):
        return before[:units] + text[1:]
    kept = before.encode("utf-16-be")[: units * 2].decode("utf-16-be")
    return kept + text[1:]


def separate(before: str, text: str) -> str:
    """The shortest beginning of `text` that comes after `before` in the order of units."""
    for count, (one, other) in enumerate(zip(before, text, strict=False), 1):
        if one != other:
            return text[:count]
    return text[: len(before) + 1]


def render_table(entries: Sequence[tuple[str, str]]) -> str:
    """Files of a range each, as (lower, name): name and lower glued, joined by tabs."""
    return "\t".join(name + lower for lower, name in entries)


def parse_table(text: str) -> tuple[tuple[str, str], ...]:
    """The (lower, name) of each file."""
    entries = text.split("\t") if text else []
    return tuple((entry[NAME_LENGTH:], entry[:NAME_LENGTH]) for entry in entries)
