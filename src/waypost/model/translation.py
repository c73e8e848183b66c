"""A translation of one segment: where it comes from, and whether the source still says the same."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

import msgspec


class Origin(StrEnum):
    """Who wrote a translation, as its stamp proves."""

    MACHINE = "machine"
    DRAFT = "draft"
    """Written for the project, checked by nobody."""
    HUMAN = "human"
    REVIEWED = "reviewed"


class Freshness(StrEnum):
    """Whether the source still says what was translated."""

    CURRENT = "current"
    STALE = "stale"


class Translation(NamedTuple):
    """A translated text with its state (origin × freshness).

    A tuple, because a build makes one for every text in every language.
    """

    text: str
    origin: Origin
    freshness: Freshness


class Published(msgspec.Struct, frozen=True):
    """What the policy lets the reader see in her language.

    `noted` means: the page must say that nobody reviewed it.
    """

    text: str
    noted: bool
