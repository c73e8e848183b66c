"""A translation says the terms of public service as its glossary says them."""

from __future__ import annotations

from collections.abc import Iterator

from waypost.model.finding import Code, Severity
from waypost.model.glossary import TermRule
from waypost.translation.quality.pair import Pair, PairCheck
from waypost.translation.quality.terms import holds, terms_in
from waypost.translation.quality.words import read_words

REQUIRED_TERM = Code(
    "T029",
    "A term isn't said as the glossary says it",
    Severity.WARNING,
    "Readers look for the word that they know from the office, the form and the other pages.",
    "Use one of the glossary's variants, in whatever form the sentence needs; or add a variant to "
    "translations/<lang>/glossary.csv.",
    'msgid "Bring your license."\nmsgstr "Traiga su carné."   glossary: license → licencia',
    'msgid "Bring your license."\nmsgstr "Traiga su licencia."   glossary: license → licencia',
)


def find_missing_terms(pair: Pair) -> Iterator[str]:
    """A message for each term of the source of which no variant stands in the translation."""
    if not pair.glossary.terms or (target := read_words(pair.target, pair.syntax)) is None:
        return
    for term in terms_in(pair, TermRule.REQUIRED):
        if term.variants and not any(
            holds(target.everything, variant, pair.language) for variant in term.variants
        ):
            wanted = " or ".join(f"“{variant}”" for variant in term.variants[:3])
            yield f"the glossary says {wanted} for “{term.source}”"


CHECK = PairCheck(REQUIRED_TERM, is_blocking=False, find=find_missing_terms)
