"""Braces hold the id of a fact, whole and alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from waypost.content.parsed import found, suggest
from waypost.content.rules.rule_input import RuleInput
from waypost.model.finding import Code, Finding, Place, Severity
from waypost.model.phrase import Phrase

CODE = Code(
    "C041",
    "Braces that hold no fact",
    Severity.WARNING,
    "The reader sees the braces and what stands in them instead of a value.",
    "Write the id of a fact in braces, and nothing else: {fee.id_card}. For a brace itself write "
    "\\{ in the text.",
    "Pay {FEE.ID_CARD} or {fee.id_card, now}.",
    "Pay {fee.id_card}.",
)

_BRACES = re.compile(r"(?P<fact>\{[a-z0-9_.]+\})|\{[^{}]*\}?|\}")
_WORD = re.compile(r"[a-z0-9_.]+")


def check_braces(given: RuleInput) -> Iterator[Finding]:
    """A finding for each brace in a text that isn't part of a fact's place."""
    if isinstance(given.subject, Phrase):
        return
    for passage in given.passages:
        if "{" not in passage.words and "}" not in passage.words:
            continue
        for match in _BRACES.finditer(passage.words):
            if match["fact"]:
                continue
            written = match.group()
            needle = written if written in given.text else written[0]
            place = given.spot(passage, needle)
            if not _is_escaped(given, place):
                shown = written if len(written) <= 30 else f"{written[:30]}…"
                yield found(CODE, place, f"“{shown}” is no fact", _say_mend(given, written))


def _is_escaped(given: RuleInput, place: Place) -> bool:
    lines = given.text.split("\n")
    before = lines[place.line - 1][: place.column - 1] if place.line <= len(lines) else ""
    return before.endswith("\\")


def _say_mend(given: RuleInput, written: str) -> str:
    known = [*given.site.shared.facts, *given.local_facts]
    near = (suggest(word, known) for word in _WORD.findall(written.lower()))
    return CODE.mend + next((hint for hint in near if hint), "")
