"""Names that a glossary keeps stand in a translation as in its source."""

from __future__ import annotations

from collections.abc import Iterator

from waypost.model.finding import Code, Severity
from waypost.model.glossary import TermRule
from waypost.translation.quality.pair import Pair, PairCheck
from waypost.translation.quality.terms import terms_in
from waypost.translation.quality.words import fold, read_words

KEPT_TERM = Code(
    "T031",
    "A name that is kept was changed",
    Severity.WARNING,
    "The programme, the form or the place is called so on paper and at the desk; a translated name "
    "is found nowhere.",
    "Write the name as it stands in the source, or one of its variants in the glossary.",
    'msgid "Apply for Medicaid."\nmsgstr "Solicite ayuda médica."   kept: Medicaid',
    'msgid "Apply for Medicaid."\nmsgstr "Solicite Medicaid."   kept: Medicaid',
)


def find_changed_names(pair: Pair) -> Iterator[str]:
    """A message for each kept term of the source that isn't in the translation."""
    if not pair.glossary.terms or (target := read_words(pair.target, pair.syntax)) is None:
        return
    folded = fold(target.everything)
    for term in terms_in(pair, TermRule.KEPT):
        if not any(fold(form) in folded for form in (term.source, *term.variants)):
            yield f"“{term.source}” should stand as it is"


CHECK = PairCheck(KEPT_TERM, is_blocking=False, find=find_changed_names)
