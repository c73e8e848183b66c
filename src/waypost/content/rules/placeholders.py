"""Texts that Waypost wrote into a new guide are replaced by its author."""

from __future__ import annotations

from collections.abc import Iterator

from waypost.content.parsed import found
from waypost.content.rules.rule_input import RuleInput
from waypost.model.finding import Code, Finding, Severity

SAY_WHAT = "Say in one sentence what a person can do here."
"""What `waypost new` writes as a summary."""
SAY_WHEN = "Say what happens next, and when."
"""What it writes where the guide ends."""

CODE = Code(
    "C042",
    "A text that waypost new wrote",
    Severity.WARNING,
    "It tells the author what to write, and would tell the resident nothing.",
    "Write the text of your own in its place.",
    "summary: Say in one sentence what a person can do here.",
    "summary: Renew your license online, by mail or in person.",
)


def check_placeholders(given: RuleInput) -> Iterator[Finding]:
    """A finding for each text of a new guide that still stands as it came."""
    if not given.is_prose:
        return
    for passage in given.passages:
        if passage.words in {SAY_WHAT, SAY_WHEN}:
            place = given.spot(passage, passage.words)
            yield found(CODE, place, f"“{passage.words}” stands here since the guide was begun")
