"""No sentence shouts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from waypost.content.parsed import found
from waypost.content.rules.rule_input import RuleInput
from waypost.model.fact import Fact
from waypost.model.finding import Code, Finding, Severity
from waypost.model.phrase import Phrase

CODE = Code(
    "C028",
    "Words in capital letters",
    Severity.WARNING,
    "Capitals are hard to read, some screen readers spell them, and they read as shouting.",
    "Write them as usual; **strong** stresses a word.",
    "DO NOT SEND cash.",
    "**Do not send** cash.",
)

# Two long words of capitals in a row; one alone is mostly an abbreviation: SNAP, MEDICAID.
_SHOUTING = re.compile(r"\b[A-Z][A-Z'’]{1,}(?:[ ,]+[A-Z][A-Z'’]{1,})+\b")
_LEAST_LETTERS = 8
_ONE_WORD = re.compile(r"\b(?:NOT|NEVER|MUST|ALWAYS|ONLY|WARNING|IMPORTANT|ATTENTION|STOP|ALL)\b")


def check_all_caps(given: RuleInput) -> Iterator[Finding]:
    """A finding for each run of words in capitals."""
    if isinstance(given.subject, Fact | Phrase):
        return
    for passage in given.passages:
        if passage.words.islower():
            continue
        match = _SHOUTING.search(passage.words)
        if match is None or len(match.group().replace(" ", "")) < _LEAST_LETTERS:
            match = _ONE_WORD.search(passage.words)
        if match is not None:
            place = given.spot(passage, match.group())
            yield found(CODE, place, f"“{match.group()}” is in capital letters")
