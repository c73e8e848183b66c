"""A language of the site, as CLDR or the supplement describes it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Direction(StrEnum):
    """The direction of a script's lines."""

    LTR = "ltr"
    RTL = "rtl"


class Tier(StrEnum):
    """How much of the site a language promises: every page, the core, or one card."""

    FULL = "full"
    CORE = "core"
    CARD = "card"


@dataclass(frozen=True, slots=True)
class Language:
    """One language: BCP 47 code, its own name, its English name, direction and script."""

    code: str
    autonym: str
    english: str
    direction: Direction
    script: str
    """ISO 15924, for example Latn, Arab, Hans."""
