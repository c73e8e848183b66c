"""All that a reviewer is shown of one segment in one language."""

from __future__ import annotations

import msgspec

from waypost.model.text import Risk, Role, Syntax
from waypost.model.translation import Translation


class Doubt(msgspec.Struct, frozen=True):
    """What a check says of the translation."""

    code: str
    message: str
    is_blocking: bool


class TermHit(msgspec.Struct, frozen=True):
    """A term of the glossary that stands in the source, and how the language says it."""

    term: str
    variants: tuple[str, ...]
    note: str
    rule: str
    """required, forbidden or kept."""


class ReviewUnit(msgspec.Struct, frozen=True):
    """A segment, its translation as it stands, and what helps to judge it."""

    language: str
    document: str
    address: str
    path: str
    """Of the PO file, from the site's root."""
    line: int
    """Of the entry's msgctxt in that file, from 1; 1 when the file or entry isn't there yet."""
    role: Role
    risk: Risk
    syntax: Syntax
    heading: str
    """The heading that the text stands under, in the source language; "" above the first."""
    source: str
    translation: Translation | None
    stamp: str
    """The stamp line beside it; "" where there is none."""
    former_source: str = ""
    """What the source said when the translation was made, if that is known and differs."""
    words: int = 0
    """Of the source."""
    facts: tuple[tuple[str, str], ...] = ()
    """Id and today's value of each fact or parameter in the source, as the language writes it."""
    doubts: tuple[Doubt, ...] = ()
    terms: tuple[TermHit, ...] = ()
    hint: tuple[str, str] | None = None
    """The nearest source text that has a translation, and that translation."""
    former_target: str = ""
    """What a person wrote for the former source, where another text has taken its place."""
    unusable: str = ""
    """What stands in the PO file and can't stand in a page, so that `translation` is None."""
