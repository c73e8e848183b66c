"""Headings go down one level at a time."""

from __future__ import annotations

from collections.abc import Iterator

from waypost.content.parsed import found
from waypost.content.rules.rule_input import RuleInput
from waypost.model.block import Heading, Inline
from waypost.model.finding import Code, Finding, Place, Severity
from waypost.model.guide import Guide
from waypost.model.journey import Journey
from waypost.model.place import PlainPage

CODE = Code(
    "C027",
    "A heading that skips a level",
    Severity.WARNING,
    "Who moves by headings takes a skipped level for a part of the page that was missed.",
    "Use the next level: ### under ##.",
    "## What to do\\n#### Online",
    "## What to do\\n### Online",
)


def check_heading_order(given: RuleInput) -> Iterator[Finding]:
    """A finding for each heading more than one level below the one before it."""
    for before, heading in _walk(given):
        if heading.level > before + 1:
            place = Place(given.place.path, heading.leaf.line)
            message = f"a heading of level {heading.level} stands below one of level {before}"
            yield found(CODE, place, message)


def _walk(given: RuleInput) -> Iterator[tuple[int, Heading[Inline]]]:
    """Every heading with the level before it; the page's title has the first."""
    subject = given.subject
    if isinstance(subject, Guide):
        parts = [
            (1 if section.heading is None and section.key is None else 2, section.blocks)
            for section in subject.body
        ]
    elif isinstance(subject, Journey | PlainPage):
        parts = [(1, subject.blocks)]
    else:
        return
    for level, blocks in parts:
        before = level
        for block in blocks:
            if isinstance(block, Heading):
                yield before, block
                before = block.level
