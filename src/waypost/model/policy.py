"""The policy: what a reader sees of a translation, by the risk of the text and its state."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

import msgspec

from waypost.model.text import WAYFINDING, Risk, Role
from waypost.model.translation import Freshness, Origin, Published, Translation


class Decision(StrEnum):
    """What stands on the page."""

    SOURCE = "source"
    SHOWN = "shown"
    NOTED = "noted"
    """Shown, and the page says that nobody reviewed it."""


State = tuple[Origin, Freshness]

_CURRENT, _STALE = Freshness.CURRENT, Freshness.STALE

DEFAULT: Mapping[Risk, Mapping[State, Decision]] = {
    Risk.CRITICAL: {
        (Origin.MACHINE, _CURRENT): Decision.SOURCE,
        (Origin.DRAFT, _CURRENT): Decision.SOURCE,
        (Origin.HUMAN, _CURRENT): Decision.SOURCE,
        (Origin.REVIEWED, _CURRENT): Decision.SHOWN,
        (Origin.MACHINE, _STALE): Decision.SOURCE,
        (Origin.DRAFT, _STALE): Decision.SOURCE,
        (Origin.HUMAN, _STALE): Decision.SOURCE,
        (Origin.REVIEWED, _STALE): Decision.SOURCE,
    },
    Risk.STANDARD: {
        (Origin.MACHINE, _CURRENT): Decision.NOTED,
        (Origin.DRAFT, _CURRENT): Decision.NOTED,
        (Origin.HUMAN, _CURRENT): Decision.SHOWN,
        (Origin.REVIEWED, _CURRENT): Decision.SHOWN,
        (Origin.MACHINE, _STALE): Decision.SOURCE,
        (Origin.DRAFT, _STALE): Decision.SOURCE,
        (Origin.HUMAN, _STALE): Decision.SOURCE,
        (Origin.REVIEWED, _STALE): Decision.SOURCE,
    },
    Risk.LOW: {
        (Origin.MACHINE, _CURRENT): Decision.NOTED,
        (Origin.DRAFT, _CURRENT): Decision.NOTED,
        (Origin.HUMAN, _CURRENT): Decision.SHOWN,
        (Origin.REVIEWED, _CURRENT): Decision.SHOWN,
        (Origin.MACHINE, _STALE): Decision.NOTED,
        (Origin.DRAFT, _STALE): Decision.NOTED,
        (Origin.HUMAN, _STALE): Decision.SHOWN,
        (Origin.REVIEWED, _STALE): Decision.SHOWN,
    },
}
"""DESIGN's table. Fresh machine text in place of a stale person's is a matter of the catalogue:
there the entry is a machine's and current, and the person's pair an obsolete entry beside it."""


class Policy(msgspec.Struct, frozen=True):
    """A site's table, with what it loosens against the default."""

    table: Mapping[Risk, Mapping[State, Decision]]
    loosened: tuple[str, ...] = ()

    def decide(self, risk: Risk, translation: Translation | None) -> Published | None:
        """What is published of `translation` at `risk`; None means the source text stands."""
        if translation is None or not translation.text:
            return None
        decision = self.table[risk][(translation.origin, translation.freshness)]
        if decision is Decision.SOURCE:
            return None
        return Published(translation.text, noted=decision is Decision.NOTED)


def effective_risk(role: Role, *floors: Risk) -> Risk:
    """The risk that counts: the highest floor, but wayfinding is at most standard."""
    risk = max(floors)
    return min(risk, Risk.STANDARD) if role in WAYFINDING else risk


DEFAULT_POLICY = Policy(DEFAULT)
