"""Texts whose marks stand in the same order as their source's: the quick way to their HTML.

Most translations keep the order of marks, and then only the words between them differ. Anything
else goes through `inline.render_inline`; both give the same HTML wherever this one answers.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from waypost.model.marks import cut_text, find_shape
from waypost.site.inline import escape_text

_ESCAPES = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\n", "<br>"))
_FACT = "\x02"
_STYLES = {"**": ("<strong>", "</strong>"), "*": ("<em>", "</em>")}


def cut_marks(source: str, targets: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The marks of a sound source text and the tag for each; nothing where the quick way is shut.

    A fact's tag is its id behind a control character.
    """
    marks = find_shape(source) if "\\" not in source else []
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
    parts = cut_text(text)
    if tuple(parts[1::2]) != shape:
        return None
    if has_to_escape(text):
        parts[::2] = [escape_text(part) for part in parts[::2]]
    parts[1::2] = [show_fact(tag[1:]) if tag[:1] == _FACT else tag for tag in tags]
    return "".join(parts)


def escape_together(texts: str) -> str:
    """Sound texts with `BETWEEN` between them, each as `escape_text` leaves it.

    It keeps `BETWEEN`, where the other one drops all control characters: sound texts hold none.
    """
    for sign, html in _ESCAPES:
        # To look for a sign is ten times as fast as to replace it.
        if sign in texts:
            texts = texts.replace(sign, html)
    return texts


def has_to_escape(text: str) -> bool:
    """Whether `escape_text` would change a sound text."""
    return "&" in text or "<" in text or ">" in text or "\n" in text


def name_fact(tag: str) -> str:
    """The fact whose value stands in the place of the tag; "" for a tag that stands for itself."""
    return tag[1:] if tag[:1] == _FACT else ""
