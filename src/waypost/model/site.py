"""What pages know of the site that they stand in."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

import msgspec

from waypost.model.colour import Brand
from waypost.model.language import Language, Tier


class SiteLanguage(msgspec.Struct, frozen=True):
    """A language as the site offers it."""

    language: Language
    tier: Tier
    main: bool
    """Linked at the top of every page."""


class SiteIdentity(msgspec.Struct, frozen=True):
    """The site's own name, address, region and day."""

    name: str
    url: str
    """The address of the site with a slash at its end, or "" when it isn't known."""
    territory: str
    """ISO 3166-1, for formats: US."""
    currency: str
    source: Language
    languages: tuple[SiteLanguage, ...]
    """All offered languages, the source first, in the order of the settings."""
    day: date
    """The date of the copy."""
    contact: str
    """The id of the phone fact to call for help, or ""."""
    emergency: str
    """The id of the phone fact of the emergency line, or ""."""
    interpreter: str
    """The id of the phone fact to call for a free interpreter, or ""."""
    time_zone: str = ""
    """Of the offices: America/Denver; "" where the site doesn't say."""
    popular: tuple[str, ...] = ()
    """The ids of the pages that the home page shows first; none where the site doesn't say."""
    brand: Brand | None = None
    """The site's own colours; None for Waypost's."""


class PageKind(StrEnum):
    """The kinds of page."""

    GUIDE = "guide"
    JOURNEY = "journey"
    PAGE = "page"
    AGENCY = "agency"
    OFFICE = "office"
    TOPIC = "topic"
    HOME = "home"
    INDEX = "index"
    """A–Z."""
    LANGUAGES = "languages"
    DEADLINES = "deadlines"
    """The days by which something is due."""
    SEARCH = "search"
    """What a search has found."""
    SHEET = "sheet"
    """A guide line by line in two languages."""
    TRANSLATIONS = "translations"
    """How the site is translated."""
    CARD = "card"
    """The one page of a language of the card tier."""
    NEUTRAL = "neutral"
    """A language-neutral address that offers the languages."""
    ALIAS = "alias"
    NOT_FOUND = "not_found"


class Level(StrEnum):
    """How much of a page is published in a language."""

    WHOLE = "whole"
    """Most of it stands in the reader's language."""
    SOURCE = "source"
    """Mostly source: `<main lang>` of the source after a notice."""
    STUB = "stub"
    """Not published: the address answers, says what it is, and links the source.

    A crisis guide never is one: its telephone numbers and its text stand there in every language.
    """


class Output(msgspec.Struct, frozen=True):
    """A file of the site: its path relative to the site's folder, and its bytes."""

    path: str
    data: bytes
