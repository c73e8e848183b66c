"""A translatable text of the source: what stands, where, in which role, at which risk."""

from __future__ import annotations

from enum import IntEnum, StrEnum

import msgspec


class Risk(IntEnum):
    """What a wrong word may cost the reader; a higher value is a higher risk."""

    LOW = 0
    STANDARD = 1
    CRITICAL = 2

    @property
    def word(self) -> str:
        """The word that editors write: low, standard, critical."""
        return self.name.lower()


class Role(StrEnum):
    """What a text does on the page; memory reuses a translation only within a role."""

    TITLE = "title"
    SUMMARY = "summary"
    HEADING = "heading"
    KEYWORD = "keyword"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    CELL = "cell"
    ALT = "alt"
    FIELD = "field"
    PHRASE = "phrase"
    INTERFACE = "interface"


WAYFINDING = frozenset({Role.TITLE, Role.HEADING, Role.KEYWORD})
"""Roles by which a page is found: their risk is at most standard."""


class Syntax(StrEnum):
    """How a text is written: segment grammar, or ICU MessageFormat."""

    MARKUP = "markup"
    MESSAGE = "message"


class Text(msgspec.Struct, frozen=True):
    """A source text in the segment grammar at its address within its document."""

    address: str
    """Field path (`need/2/if_missing`) or `body/<heading id>/<kind>-<n>`; the PO's msgctxt."""
    source: str


class Segment(msgspec.Struct, frozen=True):
    """The unit of translation: one entry of a catalogue."""

    address: str
    source: str
    role: Role
    risk: Risk
    syntax: Syntax = Syntax.MARKUP
    heading: str = ""
    """The heading that it stands under, for the translator."""
    line: int = 1
    """The line of the source document."""


class Document(msgspec.Struct, frozen=True):
    """One translatable document: `guides/renew`, `phrases`; a catalogue has the same name."""

    name: str
    path: str
    """The source file, relative to the site's root."""
    segments: tuple[Segment, ...]
