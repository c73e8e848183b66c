"""What reading gives: a value if there is one, and all findings."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Generic, TypeVar

import msgspec

from waypost.model.finding import Code, Finding, Place

T = TypeVar("T")

_CAUSES = frozenset({"C006", "C007", "C008"})
"""Mistakes of YAML after which the value itself can't be judged."""


class Parsed(msgspec.Struct, Generic[T], frozen=True):
    """The value (None when the text can't be read as one) and the findings, sorted."""

    value: T | None
    findings: tuple[Finding, ...]


def parsed(value: T | None, findings: Iterable[Finding]) -> Parsed[T]:
    """A `Parsed` with its findings sorted and without repetition."""
    return Parsed(value, sort_findings(findings))


def sort_findings(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """`findings` by place, code and message, each once, without mere consequences of another."""
    once = dict.fromkeys(findings)
    causes = {one.place for one in once if one.code in _CAUSES}
    return tuple(
        sorted(
            (one for one in once if one.code in _CAUSES or one.place not in causes),
            key=lambda finding: finding.order,
        )
    )


def found(code: Code, place: Place, message: str, mend: str = "") -> Finding:
    """A finding of `code`; without a mend of its own it has the code's."""
    return Finding(place, code.id, message, mend or code.mend, code.severity)


def suggest(word: str, known: Iterable[str]) -> str:
    """` Did you mean “…”?` for the nearest of the known words, or ""."""
    near = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f" Did you mean “{near[0]}”?" if near else ""
