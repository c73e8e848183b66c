"""Texts whose marks stand in the same order as their source's: the quick way to their HTML.

Most translations keep the order of marks, and then only the words between them differ. Anything
else goes through `inline.render_inline`; both give the same HTML wherever this one answers.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from waypost.site.inline import escape_text

# It begins with a set, so that the engine skips words at full speed.
_CUT = re.compile(r"([*\[\]{}](?:(?<=\*)\*+|(?<=\])\{[1-9][0-9]{0,3}\}|(?<=\{)[a-z0-9_.]+\})?)")
_FACT = "\x02"
_STYLES = {"**": ("<strong>", "</strong>"), "*": ("<em>", "</em>")}


def cut_marks(source: str, targets: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The marks of a sound source text and the tag for each; nothing where the quick way is shut.

    A fact's tag is its id behind a control character.
    """
    marks = _CUT.split(source)[1::2] if "\\" not in source else []
    tags: list[str] = []
    opened = ""
    style = ""
    for place, mark in enumerate(marks):
        if mark in _STYLES:
            if style not in {"", mark}:
                return (), ()
            tags.append(_STYLES[mark][1 if style else 0])
            style = "" if style else mark
        elif mark == "[":
            ends = (later for later in marks[place:] if later.startswith("]{"))
            number = int(next(ends, "]{0}")[2:-1])
            opened = targets[number - 1] if 0 < number <= len(targets) else ""
            if opened.startswith("<img"):
                return (), ()
            tags.append(opened)
        elif mark.startswith("]{"):
            tags.append("</a>" if opened else "")
        elif len(mark) > 1 and mark[0] == "{":
            tags.append(_FACT + mark[1:-1])
        else:
            return (), ()
    return tuple(marks), tuple(tags)


def fill_marks(
    text: str, shape: tuple[str, ...], tags: tuple[str, ...], show_fact: Callable[[str], str]
) -> str | None:
    """The text as HTML with the tags in place of its marks; None where they aren't `shape`."""
    if "\\" in text:
        return None
    parts = _CUT.split(text)
    if tuple(parts[1::2]) != shape:
        return None
    if "&" in text or "<" in text or ">" in text or "\n" in text:
        parts[::2] = [escape_text(part) for part in parts[::2]]
    parts[1::2] = [show_fact(tag[1:]) if tag[:1] == _FACT else tag for tag in tags]
    return "".join(parts)
