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

# Words of capitals in a row; one alone is mostly an abbreviation (SNAP), unless it is a word that
# people shout.
_LOUD = "NOT|NEVER|MUST|ALWAYS|ONLY|WARNING|IMPORTANT|ATTENTION|STOP|ALL|NO"
_SHOUTING = re.compile(rf"\b[A-Z][A-Z'’]+(?: +[A-Z][A-Z'’]+)+\b|\b(?:{_LOUD})\b(?!\.? ?[0-9])")
_LEAST_LETTERS = 8
_ONE_WORD = re.compile(rf"\b(?:{_LOUD})\b")


def check_all_caps(given: RuleInput) -> Iterator[Finding]:
    """A finding for each run of words in capitals."""
    if isinstance(given.subject, Fact | Phrase):
        return
    for passage in given.passages:
        if passage.words.islower():
            continue
        for match in _SHOUTING.finditer(passage.words):
            words = match.group()
            if len(words.replace(" ", "")) >= _LEAST_LETTERS or _ONE_WORD.search(words):
                yield found(CODE, given.spot(passage, words), f"“{words}” is in capital letters")
