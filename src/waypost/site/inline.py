r"""Segment texts as HTML, in one pass over the marks; agrees with `model.markup.parse_markup`."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from waypost.model.markup import MarkupError

_BUSY = re.compile(r"[\\*\[\]{}&<>\x00-\x1f]")
_ESCAPED = re.compile(r"[&<>\x00-\x1f]")
_QUOTED = re.compile(r'[&<>"\x00-\x1f]')
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f]")
_MARK = re.compile(
    r"\\([\\*\[\]{}])?|(\*\*?)|(\[)|\]\{([1-9][0-9]{0,3})\}|\{([a-z0-9_.]+)\}|([\]{}])"
)
_ESCAPE, _STARS, _LINK, _LINK_END, _FACT = range(1, 6)
_TAG = re.compile(r"<[^>]*>")
_OPEN = {"**": "<strong>", "*": "<em>"}
_CLOSE = {"**": "</strong>", "*": "</em>"}


def escape_text(text: str) -> str:
    """`text` as HTML content; a newline is a line break, other control characters are dropped."""
    if not _ESCAPED.search(text):
        return text
    text = _CONTROL.sub("", text)
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace("\n", "<br>")


def escape_attribute(text: str) -> str:
    """`text` as the value of a quoted attribute."""
    if not _QUOTED.search(text):
        return text
    text = _CONTROL.sub("", text)
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&quot;").replace("\n", " ")


def render_plain(text: str, show_fact: Callable[[str], str]) -> str:
    """A segment text without tags, fit for an attribute. Raises MarkupError as the grammar does."""
    if not _BUSY.search(text):
        return text.replace('"', "&quot;")
    return strip_tags(render_inline(text, (), show_fact))


def strip_tags(html: str) -> str:
    """Our own HTML without its tags, fit for an attribute."""
    return _TAG.sub("", html.replace("<br>", " ")).replace('"', "&quot;")


def render_inline(text: str, targets: Sequence[str], show_fact: Callable[[str], str]) -> str:
    """A segment text as HTML; raises MarkupError where the grammar does.

    `targets` are the tags that `[…]{n}` opens, "" where the text alone is to stand; `show_fact`
    gives a fact's HTML.
    """
    if not _BUSY.search(text):
        return text
    return _render_marks(text, targets, show_fact)


def _render_marks(  # noqa: C901, PLR0912 - one loop over eight marks; calls would cost a third more
    text: str, targets: Sequence[str], show_fact: Callable[[str], str]
) -> str:
    out: list[str] = []
    style, style_at = "", -1
    link_at = -1
    at = 0
    for found in _MARK.finditer(text):
        start, end = found.span()
        if start > at:
            out.append(escape_text(text[at:start]))
        at = end
        kind = found.lastindex
        if kind == _STARS:
            stars = found[_STARS]
            if not style:
                style, style_at = stars, len(out)
                out.append(_OPEN[stars])
                continue
            if link_at > style_at or (style == "**" and stars == "*") or len(out) == style_at + 1:
                raise MarkupError(f"“{style}” is opened and not closed", start)
            out.append(_CLOSE[style])
            style_before, style, style_at = style, "", -1
            if style_before == "*" and stars == "**":
                style, style_at = "*", len(out)
                out.append("<em>")
        elif kind == _FACT:
            out.append(show_fact(found[_FACT]))
        elif kind == _LINK:
            if link_at >= 0:
                raise MarkupError("a link can't stand in a link", start)
            link_at = len(out)
            out.append("")
        elif kind == _LINK_END:
            if link_at < 0 or style_at > link_at:
                raise MarkupError("a link is written [text]{1}", start)
            _close_link(out, link_at, int(found[_LINK_END]), targets)
            link_at = -1
        elif kind == _ESCAPE:
            out.append(found[_ESCAPE])
        elif kind is None:
            out.append("\\")
        else:
            raise MarkupError(f"stray “{found[0]}”", start)
    if style or link_at >= 0:
        raise MarkupError("a mark is opened and not closed", len(text))
    if at < len(text):
        out.append(escape_text(text[at:]))
    return "".join(out)


def _close_link(out: list[str], link_at: int, number: int, targets: Sequence[str]) -> None:
    tag = targets[number - 1] if number <= len(targets) else ""
    if tag.startswith("<img"):
        out[link_at:] = [tag, strip_tags("".join(out[link_at:])), '">']
    elif tag:
        out[link_at] = tag
        out.append("</a>")
