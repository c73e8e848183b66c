"""Words that stand in every language as they stand in the source, and so never meet an engine.

Addresses, phone numbers, codes and form numbers, amounts of money, shares of a hundred, dates in
digits, and what the glossary keeps are hidden always: an engine rewrites them, and a swapped day
and month still has the same digits. Other numbers and times of day are left to the engine, whose
grammar hangs on them, and compared afterwards; where they come back wrong they are hidden too.
Dates in words are translated.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum
from functools import lru_cache

from waypost.model.glossary import Glossary, Term, TermRule
from waypost.model.markup import escape_markup
from waypost.model.text import Syntax
from waypost.translation.pieces import Hide, Span
from waypost.translation.terms import find_terms

_NUMBER = r"\d+(?:[.,]\d+)*"
_DOMAINS = "com|org|net|gov|edu|mil|us|info|example"
_EXTENSION = r"(?:,? ?(?:x|ext\.?) ?\d{1,6})?"
_FIRM = (
    # Web and mail addresses; what may begin anywhere is bounded, so that time grows with the text.
    r"https?://[^\s<>\])}]+",
    r"www\.[^\s<>\])}]+",
    r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+",
    rf"(?<![\w.@-])(?:[a-zA-Z0-9-]{{1,63}}\.){{1,10}}(?:{_DOMAINS})\b(?:/[^\s<>\])}}]*)?",
    # Phone numbers, also those with letters: 1-800-555-HELP.
    rf"(?<![\w-])(?:\+?1[-. ])?(?:\(\d{{3}}\) ?|\d{{3}}[-. ])\d{{3}}[-.]\d{{4}}(?!\d){_EXTENSION}",
    r"(?<![\w-])\+?1-8\d\d-[A-Z0-9]{2,7}(?:-[A-Z0-9]{2,7})?(?![\w-])",
    r"(?<![\w+])\+\d(?:[ .-]?\d){6,14}(?!\d)",
    r"(?<![\d-])\d{3}-\d{4}(?![\d-])",
    # Dates in digits.
    r"(?<![\d/-])\d{4}-\d{2}-\d{2}(?![\d-])",
    r"(?<![\d/])\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})(?![\d/])",
    # Codes and forms: DL-44, I-9, W-2, 1095-A, 21-526EZ, SSA-1199, 401(k).
    r"(?<![\w-])[A-Z]{1,5}-?\d{1,5}(?:-?[A-Z]{1,3}\d?)?(?![\w-])",
    r"(?<![\w-])\d{2,5}-\d{0,5}[A-Z]{1,4}(?![\w-])",
    r"(?<![\w-])\d{3,4}\([a-z]\)",
    # Money and shares.
    rf"(?:US)?[$€£¥]\s?{_NUMBER}(?:\s?[-–]\s?[$€£¥]?{_NUMBER})?",
    rf"(?<![\w.]){_NUMBER}\s?%",
)
_FIRM_PATTERN = re.compile("|".join(f"(?:{part})" for part in _FIRM))
_NUMBER_PATTERN = re.compile(rf"(?<!\w)\d{{1,2}}:\d{{2}}(?!\d)|(?<![\w.]){_NUMBER}")
_TRAILING = ".,;:!?'\"”’"


class Depth(Enum):
    """How much of the literal words is hidden."""

    FIRM = "firm"
    """What no engine should see."""
    NUMBERS = "numbers"
    """All other numbers too."""


@lru_cache(maxsize=256)
def hide_literals(glossary: Glossary, depth: Depth) -> Hide:
    """The finder of what to hide: firm literals, kept terms, at NUMBERS every number as well."""

    def hide(text: str) -> Sequence[Span]:
        return _choose((*_find_kept(text, glossary), *_find_literals(text, depth)))

    return hide


def hide_with_terms(glossary: Glossary, terms: frozenset[Term], syntax: Syntax) -> Hide:
    """As `hide_literals` at FIRM, and each of the `terms` becomes the first form of its language.

    A form has a capital where the term has one that it needn't have.
    """

    def hide(text: str) -> Sequence[Span]:
        spans: list[Span] = []
        for found in find_terms(text, glossary):
            if found.term in terms:
                has_capital = text[found.start].isupper() and not found.term.source[:1].isupper()
                form = write_form(found.term, syntax, has_capital=has_capital)
                spans.append(Span(found.start, found.end, form))
        return _choose((*spans, *_find_kept(text, glossary), *_find_literals(text, Depth.FIRM)))

    return hide


def write_form(term: Term, syntax: Syntax, *, has_capital: bool) -> str:
    """The first form of a term as it is written in a text of the syntax."""
    form = term.variants[0]
    if has_capital:
        form = form[:1].upper() + form[1:]
    return escape_markup(form) if syntax is Syntax.MARKUP else form


def _find_kept(text: str, glossary: Glossary) -> list[Span]:
    return [
        Span(found.start, found.end)
        for found in find_terms(text, glossary)
        if found.term.rule is TermRule.KEPT
    ]


def _find_literals(text: str, depth: Depth) -> list[Span]:
    if not any(char.isdigit() for char in text) and "@" not in text and "." not in text:
        return []
    spans = [
        Span(found.start(), found.start() + len(found.group().rstrip(_TRAILING)))
        for found in _FIRM_PATTERN.finditer(text)
    ]
    if depth is Depth.NUMBERS:
        spans += [Span(*found.span()) for found in _NUMBER_PATTERN.finditer(text)]
    return [span for span in spans if span.end > span.start]


def _choose(spans: Sequence[Span]) -> tuple[Span, ...]:
    """The spans in order; of two that overlap the one that begins first, then the longer."""
    chosen: list[Span] = []
    for span in sorted(spans, key=lambda one: (one.start, -one.end)):
        if not chosen or span.start >= chosen[-1].end:
            chosen.append(span)
    return tuple(chosen)
