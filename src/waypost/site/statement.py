"""What the accessibility statement says of the last audit."""

from __future__ import annotations

import msgspec

from waypost.model.audit import WCAG_CRITERIA, Audit
from waypost.model.fact import Day


class ProblemView(msgspec.Struct, frozen=True):
    """A criterion that some pages fail."""

    name: str
    """`WCAG 1.4.3: Contrast (Minimum)`: the names are English everywhere."""
    pages: int


class AuditView(msgspec.Struct, frozen=True):
    """The last audit as the statement shows it."""

    day: Day
    pages: int
    tools: str
    problems: tuple[ProblemView, ...]


def view_audit(audit: Audit | None) -> AuditView | None:
    """The audit as the statement shows it; None where none is recorded."""
    if audit is None:
        return None
    return AuditView(
        Day(audit.day),
        audit.pages,
        ", ".join(audit.tools),
        tuple(
            ProblemView(f"WCAG {each.criterion}: {WCAG_CRITERIA[each.criterion]}", each.pages)
            for each in audit.problems
        ),
    )
