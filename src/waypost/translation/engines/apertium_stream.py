r"""Texts as Apertium's tools read them, and what they write back read as text.

In their stream `^ $ / [ ] { } @ \` have a meaning and stand behind a backslash, what is in square
brackets passes as it is, and a text ends with a zero byte. A word with `*` is in no dictionary,
`@` has no translation, `#` no form in the other language.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_RESERVED = re.compile(r"[\\^$/\[\]{}@<>]")
_OPAQUE = re.compile(r"[*#]+")
"""The tools don't say which of these are theirs: in brackets they are ours."""
_TOKEN = re.compile(r"\\(.)|\[((?:\\.|[^\\\]])*)\]|(.)", re.DOTALL)
_ENDS = (".", "?", "!", ":", ";", "…")
_STOP = "."


def render_stream(texts: Sequence[str]) -> bytes:
    """The texts for the tools' standard input."""
    return b"".join(_render(text).encode() + b"\0" for text in texts)


def parse_stream(data: bytes, texts: Sequence[str]) -> list[str]:
    """The translations of `texts`; an empty text where a word has none.

    Raises ValueError where it isn't UTF-8, or some are missing. Each tool adds a zero byte at its
    own end, so that more may come.
    """
    parts = data.decode("utf-8").split("\0")
    if len(parts) <= len(texts):
        raise ValueError(f"{len(parts) - 1} translations for {len(texts)} texts")
    return [_parse(part, text) for part, text in zip(parts, texts, strict=False)]


def _render(text: str) -> str:
    plain = text.replace("\0", " ")
    out = "".join(
        f"[{part}]" if _OPAQUE.fullmatch(part) else _RESERVED.sub(r"\\\g<0>", part)
        for part in re.split(r"([*#]+)", plain)
    )
    # Without an end of sentence the tools wait for one, and take a heading for half a sentence.
    return f"{out}{'' if _has_end(text) else _STOP}[]"


def _has_end(text: str) -> bool:
    return text.rstrip().endswith(_ENDS)


def _parse(part: str, source: str) -> str:
    """The text of one translation; "" where a word was left as it was, or half translated."""
    out: list[str] = []
    for match in _TOKEN.finditer(part):
        escaped, opaque, plain = match.groups()
        if opaque is not None:
            out.append(opaque)
        elif escaped is not None:
            out.append(escaped)
        elif plain == "*":
            if not _is_name(part[match.end() :]):
                return ""
        elif plain in {"@", "#", "^", "$"}:
            return ""
        else:
            out.append(plain or "")
    text = "".join(out).strip()
    return text if _has_end(source) else text.removesuffix(_STOP).rstrip()


def _is_name(rest: str) -> bool:
    """Whether an unknown word may stand as it is: a name, or no word of letters at all."""
    word = re.match(r"\w*", rest)
    return word is None or not word[0][:1].islower()
