"""What goes out to other tools, and what comes back from them."""

from __future__ import annotations

import re

import msgspec

from waypost.exchange.codes import make_finding
from waypost.model.correction import Correction
from waypost.model.finding import Code, Finding, Place
from waypost.model.language import Language
from waypost.model.review_unit import ReviewUnit
from waypost.model.translation import Freshness, Translation

_HALF = re.compile("[\ud800-\udfff]")
MOST_BYTES = 150_000_000
"""Of a file that is taken in."""
MOST_TEXTS = 200_000
"""In a file that is taken in."""


class Parcel(msgspec.Struct, frozen=True):
    """The texts of one language for a vendor or a clerk, in the order of documents and pages."""

    source: Language
    target: Language
    units: tuple[ReviewUnit, ...]


class Rendered(msgspec.Struct, frozen=True):
    """A file for another tool, and what couldn't be put into it."""

    data: bytes
    findings: tuple[Finding, ...] = ()


class Incoming(msgspec.Struct, frozen=True):
    """A translation from a file, and where it stands there."""

    correction: Correction
    place: Place


class Received(msgspec.Struct, frozen=True):
    """All that a file brings: what could be read, and what is wrong with the rest."""

    texts: tuple[Incoming, ...] = ()
    findings: tuple[Finding, ...] = ()


class Refused(Exception):
    """Raised where a file can't be read on; the finding says why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding)
        self.finding = finding


def refuse(code: Code, path: str, message: str, mend: str = "", line: int = 1) -> Refused:
    """The reason why nothing more of a file is read."""
    return Refused(make_finding(code, Place(path, line), message, mend))


def has_half_sign(text: str) -> bool:
    """Whether half of a surrogate pair stands in the text: no UTF-8 can say it."""
    return _HALF.search(text) is not None


def name_state(translation: Translation | None) -> str:
    """The state in words: missing, machine, draft, human, reviewed; `, stale` where it is."""
    if translation is None:
        return "missing"
    stale = ", stale" if translation.freshness is Freshness.STALE else ""
    return f"{translation.origin.value}{stale}"


def target_of(unit: ReviewUnit) -> str:
    """The translation as it stands; "" where there is none."""
    return "" if unit.translation is None else unit.translation.text


def list_values(unit: ReviewUnit) -> tuple[str, ...]:
    """Today's value of each fact, a line each: `{fee.license} = $35.00`."""
    return tuple(f"{{{name}}} = {' '.join(value.split())}" for name, value in unit.facts)


def list_terms(unit: ReviewUnit) -> tuple[str, ...]:
    """What the glossary says of the source's words, a line each."""
    lines: list[str] = []
    for term in unit.terms:
        said = ", ".join(term.variants)
        note = f" ({term.note})" if term.note else ""
        lines.append(f"{term.term} → {said or term.term}: {term.rule}{note}")
    return tuple(lines)


def list_doubts(unit: ReviewUnit) -> tuple[str, ...]:
    """What the checks say of the translation, a line each; and the text that can't be shown."""
    lines = [f"{doubt.message} [{doubt.code}]" for doubt in unit.doubts]
    if unit.unusable:
        lines.append(f"This text can't be shown: {unit.unusable}")
    return tuple(lines)


def list_former(unit: ReviewUnit) -> tuple[str, ...]:
    """What the source said when the translation was made, and the translation that gave way."""
    lines: list[str] = []
    if unit.former_source:
        lines.append(f"Translated when the source was: {unit.former_source}")
    if unit.former_target:
        lines.append(f"Its translation was: {unit.former_target}")
    return tuple(lines)


def list_hints(unit: ReviewUnit) -> tuple[str, ...]:
    """A text of the site that is much like this one, and how it is translated."""
    return () if unit.hint is None else (f"{unit.hint[0]} → {unit.hint[1]}",)
