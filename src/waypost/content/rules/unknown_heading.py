"""Every guide has the same sections under the same names."""

from __future__ import annotations

from collections.abc import Iterator

from waypost.content.parsed import found
from waypost.content.rules.rule_input import RuleInput, strip_marks
from waypost.content.sections import FIXED_HEADINGS
from waypost.model.finding import Code, Finding, Place, Severity
from waypost.model.guide import Guide

CODE = Code(
    "C033",
    "A heading that guides don't share",
    Severity.WARNING,
    "The shared headings are translated in every language, and readers know where to look.",
    "Use What to do, After you apply, If you are refused, Exceptions or More, and put your own "
    "heading below one of them with ###.",
    "## How to renew",
    "## What to do\\n### How to renew",
)


def check_headings(given: RuleInput) -> Iterator[Finding]:
    """A finding for each second-level heading of a guide that isn't one of the shared ones."""
    if not isinstance(given.subject, Guide):
        return
    for section in given.subject.body:
        if section.heading is not None:
            words = strip_marks(section.heading.text)
            place = Place(given.place.path, section.heading.line)
            known = ", ".join(f"“{heading.capitalize()}”" for heading in FIXED_HEADINGS)
            mend = f"Use one of {known}, with your own heading below it as ###."
            yield found(CODE, place, f"“{words}” is no heading that guides share", mend)
