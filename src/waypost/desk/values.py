"""What the desk shows: a site's languages, their documents, and the texts to judge."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

import msgspec

from waypost.model.language import Language, Tier
from waypost.model.policy import Decision
from waypost.model.review_unit import ReviewUnit
from waypost.model.text import Risk
from waypost.model.translation import Freshness, Origin

INTERFACE = "interface"
PHRASES = "phrases"


class State(StrEnum):
    """What a reviewer is told of a translation: its origin, or what is more urgent."""

    MISSING = "missing"
    UNUSABLE = "unusable"
    STALE = "stale"
    MACHINE = "machine"
    DRAFT = "draft"
    HUMAN = "human"
    REVIEWED = "reviewed"


class DeskText(msgspec.Struct, frozen=True):
    """A text with its translation, and what readers see of it today."""

    unit: ReviewUnit
    source_facts: tuple[tuple[str, str], ...]
    """As `unit.facts`, in the source language."""
    decision: Decision
    pages: int | None = None
    """On how many pages a phrase stands; None for a text that isn't one."""

    @property
    def state(self) -> State:
        """The one word for it."""
        unit = self.unit
        if unit.translation is None:
            return State.UNUSABLE if unit.unusable else State.MISSING
        if unit.translation.freshness is Freshness.STALE:
            return State.STALE
        return State(unit.translation.origin.value)

    @property
    def origin(self) -> Origin | None:
        """Who wrote the translation; None where there is none."""
        return None if self.unit.translation is None else self.unit.translation.origin

    @property
    def target(self) -> str:
        """What stands in the PO file, whether or not it can stand in a page."""
        translation = self.unit.translation
        return self.unit.unusable if translation is None else translation.text

    @property
    def is_critical(self) -> bool:
        """Whether a wrong word may cost the reader a benefit, money or a home."""
        return self.unit.risk is Risk.CRITICAL

    @property
    def needs_work(self) -> bool:
        """Whether readers see the source, or a note that nobody has checked the text.

        A text that a check forbids needs work whatever readers see.
        """
        blocked = any(doubt.is_blocking for doubt in self.unit.doubts)
        return self.decision is not Decision.SHOWN or blocked


class DeskDocument(msgspec.Struct, frozen=True):
    """A guide or another document in one language."""

    name: str
    """As its PO file: `guides/renew-license`."""
    title: str
    """In the source language."""
    is_crisis: bool
    """Whether all of it is critical, as a guide for an emergency."""
    texts: tuple[DeskText, ...]
    views: int = 0
    """How often it was read, in whichever language, if that is known."""
    is_top: bool = False
    """Whether it is one of the guides that most people read, if that is known."""

    @property
    def file(self) -> str:
        """The name of its page; a dot stands in no document's name, so each has its own."""
        return f"{self.name.replace('/', '.')}.html"


class DeskLanguage(msgspec.Struct, frozen=True):
    """A language with its documents, in the site's order."""

    language: Language
    tier: Tier
    documents: tuple[DeskDocument, ...]

    @property
    def texts(self) -> Iterator[tuple[DeskDocument, DeskText]]:
        """Every text with the document that it stands in."""
        return ((document, text) for document in self.documents for text in document.texts)


class DeskSite(msgspec.Struct, frozen=True):
    """What all pages of the desk share."""

    name: str
    source: Language
    editor: str
    """The address before a PO file's path that opens it in a web editor; "" where none is known."""

    def edit_link(self, unit: ReviewUnit) -> str:
        """The address that opens the text's very line in the editor, or ""."""
        return f"{self.editor}{unit.path}#L{unit.line}" if self.editor else ""
