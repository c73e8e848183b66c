"""A translation says nothing that its glossary forbids."""

from __future__ import annotations

from collections.abc import Iterator

from waypost.model.finding import Code, Severity
from waypost.model.glossary import TermRule
from waypost.translation.quality.pair import Pair, PairCheck
from waypost.translation.quality.terms import holds_exactly, terms_in
from waypost.translation.quality.words import read_words

FORBIDDEN_TERM = Code(
    "T030",
    "A translation says what the glossary forbids",
    Severity.WARNING,
    "The word is wrong, out of use, or hurts: somebody decided that readers shouldn't meet it.",
    "Use another word; the note in translations/<lang>/glossary.csv says why and which.",
    'msgid "Anyone may apply."\nmsgstr "Hasta un ilegal puede solicitar."   forbidden: ilegal',
    'msgid "Anyone may apply."\nmsgstr "Todos pueden solicitar."   forbidden: ilegal',
)


def find_forbidden_terms(pair: Pair) -> Iterator[str]:
    """A message for each forbidden variant that stands in the translation."""
    if not pair.glossary.terms or (target := read_words(pair.target, pair.syntax)) is None:
        return
    for term in terms_in(pair, TermRule.FORBIDDEN):
        for variant in term.variants:
            if holds_exactly(target.everything, variant, pair.language):
                note = f": {term.note}" if term.note else ""
                yield f"the glossary forbids “{variant}”{note}"


CHECK = PairCheck(FORBIDDEN_TERM, is_blocking=False, find=find_forbidden_terms)
