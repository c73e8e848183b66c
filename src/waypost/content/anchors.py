"""Ids of headings: what `{#id}` says, else a slug of the source title, each once in a document."""

from __future__ import annotations

import re
from unicodedata import category, combining, normalize

from waypost.content.body import Body
from waypost.content.markdown_codes import DUPLICATE_ANCHOR
from waypost.content.schema_codes import BAD_NAME

_EXPLICIT = re.compile(r"[a-z][a-z0-9_-]*")
_FACT = re.compile(r"\{[a-z0-9_.]+\}")
_LINK = re.compile(r"\]\([^)]*\)")

PAGE_PARTS = frozenset(
    {
        *("main", "languages", "who", "need", "cost", "ways", "asks", "deadlines"),
        *("forms", "language-help", "contact"),
    }
)
"""Parts that pages have besides the headings of their texts; links may name them."""

_INTRO = "intro"
"""The address of prose before the first heading."""


def slugify(title: str) -> str:
    """`title` in small letters with hyphens; Latin letters without their accents, others as is."""
    text = normalize("NFC", _FACT.sub(" ", _LINK.sub(" ", title)).lower())
    text = text.replace("’", "").replace("'", "")
    return "-".join("".join(map(_slug_letter, text)).split()) or "section"


def _slug_letter(char: str) -> str:
    if char.isascii():
        return char if char.isalnum() else " "
    folded = "".join(part for part in normalize("NFKD", char) if not combining(part))
    if folded.isascii() and folded.isalnum():
        return folded
    return char if char.isalnum() or category(char).startswith("M") else " "


class Anchors:
    """The ids given out in one document."""

    def __init__(self, body: Body) -> None:
        self._body = body
        self._taken: set[str] = {*PAGE_PARTS, _INTRO}

    def assign(self, title: str, explicit: str, line: int) -> str:
        """The id of a heading."""
        if explicit:
            place = self._body.spot(line, "{#" + explicit)
            if not _EXPLICIT.fullmatch(explicit):
                mend = "Use lower-case letters a–z, digits, - and _, and begin with a letter."
                self._body.add(BAD_NAME, place, f"“{explicit}” can't be an id", mend)
            elif explicit in self._taken:
                self._body.add(DUPLICATE_ANCHOR, place, f"the id “{explicit}” is taken already")
            else:
                self._taken.add(explicit)
                return explicit
        slug = slugify(title)
        anchor, number = slug, 2
        while anchor in self._taken:
            anchor = f"{slug}-{number}"
            number += 1
        self._taken.add(anchor)
        return anchor
