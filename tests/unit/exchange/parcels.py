"""Texts to send out, and what comes back."""

from __future__ import annotations

from waypost.exchange.parcel import Parcel
from waypost.model.correction import Correction
from waypost.model.language import Direction, Language
from waypost.model.review_unit import Doubt, ReviewUnit, TermHit
from waypost.model.text import Risk, Role, Syntax
from waypost.model.translation import Freshness, Origin, Translation

ENGLISH = Language("en", "English", "English", Direction.LTR, "Latn")
SPANISH = Language("es", "español", "Spanish", Direction.LTR, "Latn")
ARABIC = Language("ar", "العربية", "Arabic", Direction.RTL, "Arab")


def make_unit(
    address: str,
    source: str,
    target: str | None = None,
    origin: Origin = Origin.MACHINE,
    freshness: Freshness = Freshness.CURRENT,
    *,
    document: str = "guides/renew",
    syntax: Syntax = Syntax.MARKUP,
    facts: tuple[tuple[str, str], ...] = (),
    doubts: tuple[Doubt, ...] = (),
    terms: tuple[TermHit, ...] = (),
) -> ReviewUnit:
    """A text with its translation, as a reviewer is shown it."""
    return ReviewUnit(
        language="es",
        document=document,
        address=address,
        path=f"translations/es/{document}.po",
        line=7,
        role=Role.PARAGRAPH,
        risk=Risk.STANDARD,
        syntax=syntax,
        heading="What to do",
        source=source,
        translation=None if target is None else Translation(target, origin, freshness),
        stamp="",
        facts=facts,
        doubts=doubts,
        terms=terms,
    )


def make_parcel(*units: ReviewUnit, target: Language = SPANISH) -> Parcel:
    """The texts on their way."""
    return Parcel(ENGLISH, target, units)


def what_it_says(correction: Correction) -> tuple[str, str, str, str]:
    """The part of a correction that must survive any file."""
    return (correction.document, correction.address, correction.source, correction.target)


def what_was_sent(unit: ReviewUnit) -> tuple[str, str, str, str]:
    """The same of a text that was sent."""
    target = "" if unit.translation is None else unit.translation.text
    return (unit.document, unit.address, unit.source, target)
