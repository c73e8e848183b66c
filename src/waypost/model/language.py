"""A language of the site, as CLDR or the supplement describes it."""

from __future__ import annotations

from enum import StrEnum

import msgspec


class Direction(StrEnum):
    """The direction of a script's lines."""

    LTR = "ltr"
    RTL = "rtl"


class Tier(StrEnum):
    """How much of the site a language promises: every page, the core, or one card."""

    FULL = "full"
    CORE = "core"
    CARD = "card"


class Language(msgspec.Struct, frozen=True):
    """One language: BCP 47 code, its own name, its English name, direction and script."""

    code: str
    autonym: str
    english: str
    direction: Direction
    script: str
    """ISO 15924, for example Latn, Arab, Hans."""
