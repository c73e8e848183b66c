"""The words of a corpus file, taken from its raw text with patterns alone.

The proof's own road: it shares nothing with the conversion, neither the Markdown parser nor the
HTML parser, so that a fault of those can't hide itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from scripts.real_sites.front_matter import SHOWN
from scripts.real_sites.source import Fields, SourcePage, text_field

_NOT_TEXT = re.compile(
    r"<!--.*?-->|^\[comment\]: .*?$|<(script|style|nav|form)\b.*?</\1\s*>|\{%.*?%\}",
    re.DOTALL | re.IGNORECASE | re.MULTILINE,
)
_AUTOLINK = re.compile(r"<(https?://[^>\s]+|[^@<>\s]+@[^<>\s]+)>")
_INLINE_TAG = re.compile(
    r"</?(?:a|abbr|b|em|i|span|spand|strong)\b[^<>]*>|<ahref[^<>]*>", re.IGNORECASE
)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>|</[A-Za-z][^<>\s]*")  # the second: a tag never closed
_TABLE_RULE = re.compile(r"^[ \t]*\|?[ \t]*:?-{3,}[-| :\t]*$", re.MULTILINE)
_TABLE_ROW = re.compile(r"^[ \t]*\|.*\|[ \t]*$", re.MULTILINE)
_RULE = re.compile(r"^[ \t]*(?:[-=]{3,}|(?:\* ?){3,})[ \t]*$", re.MULTILINE)
_MARKER = re.compile(
    r"^[ \t]*(?:#{1,6}(?=[ \t])|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])|>)", re.MULTILINE
)
_HEADING = re.compile(r"^[ \t]*#{1,6}[ \t]+(.*?)[ \t]*#*[ \t]*$", re.MULTILINE)
_LINK = re.compile(r"!?\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\((?:[^()]|\([^()]*\))*\)")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_EMPHASIS = re.compile(r"(?<![^\W_])_(?=\S)(.+?)(?<=\S)_(?![^\W_])")
_SKIPPED_KEYS = {"url", "image", "id", "icon", "target"}


def list_texts(page: SourcePage) -> tuple[str, ...]:
    """Every text that the old site's page showed, in its order: title, body, lists of links."""
    fields = page.fields
    shown = [text for name in SHOWN for text in _walk(fields.get(name))]
    texts = [text_field(fields, "title"), text_field(fields, "description")]
    texts += [text_field(fields, "heading"), *split_blocks(page.body), *shown]
    return tuple(text for text in texts if text)


def split_blocks(body: str) -> Iterator[str]:
    """The texts of a body's blocks, and of the lines that `<br>` makes."""
    text = _NOT_TEXT.sub("\n\n", body)
    text = _TABLE_RULE.sub("", text)
    text = _TABLE_ROW.sub(lambda row: row[0].replace("|", "\n\n"), text)
    text = _AUTOLINK.sub(r"\1", text)
    text = _INLINE_TAG.sub("", text)
    text = _TAG.sub("\n\n", text)
    text = _RULE.sub("\n\n", text)
    text = _HEADING.sub(r"\n\n\1\n\n", text)
    text = _MARKER.sub("\n\n", text)
    text = _LINK.sub(r"\1", text)
    for block in re.split(r"\n[ \t]*\n", text):
        words = " ".join(plain_words(block).split())
        if words:
            yield words


def plain_words(text: str) -> str:
    """`text` without the marks of emphasis, escapes and entities."""
    return unescape(_ESCAPE.sub(r"\1", _EMPHASIS.sub(r"\1", text)))


def _walk(value: object) -> Iterator[str]:
    """The texts in a field of the front matter; a contact's name stands before its number."""
    if isinstance(value, list):
        for one in value:
            yield from _walk(one)
    elif isinstance(value, dict):
        fields: Fields = value
        if text_field(fields, "number"):
            yield f"{text_field(fields, 'title')} {text_field(fields, 'number')}"
            return
        for key, inner in fields.items():
            if key not in _SKIPPED_KEYS:
                yield from _walk(inner)
    elif isinstance(value, str):
        yield from split_blocks(value)
