"""Every check of a translated text, and every check of a whole document."""

from __future__ import annotations

from waypost.model.finding import Code
from waypost.translation.quality import (
    addresses,
    blank,
    blank_link,
    brackets,
    currency,
    digit_set,
    doubled_words,
    end_punctuation,
    forbidden_terms,
    identifiers,
    inconsistency,
    invisible,
    kept_terms,
    length,
    negation,
    numbers,
    overlong,
    page_language,
    permission,
    repetition,
    required_terms,
    unsafe_html,
    untranslated,
    wrong_script,
)
from waypost.translation.quality.pair import PageCheck, PairCheck

CHECKS: tuple[PairCheck, ...] = (
    blank.CHECK,
    numbers.CHECK,
    addresses.CHECK,
    currency.CHECK,
    unsafe_html.CHECK,
    identifiers.CHECK,
    blank_link.CHECK,
    repetition.CHECK,
    overlong.CHECK,
    wrong_script.CHECK,
    required_terms.CHECK,
    forbidden_terms.CHECK,
    kept_terms.CHECK,
    length.CHECK,
    untranslated.CHECK,
    negation.CHECK,
    permission.CHECK,
    brackets.CHECK,
    end_punctuation.CHECK,
    doubled_words.CHECK,
    invisible.CHECK,
    digit_set.CHECK,
)
"""In the order of what they say about the text: those that block come first."""

ENGINE_CHECKS: tuple[PairCheck, ...] = (brackets.ADDED,)
"""What only an engine's text is asked: people have reasons for it."""

PAGE_CHECKS: tuple[PageCheck, ...] = (page_language.CHECK, inconsistency.CHECK)

QUALITY_CODES: tuple[Code, ...] = tuple(
    sorted(
        [check.code for check in CHECKS] + [check.code for check in PAGE_CHECKS],
        key=lambda code: code.id,
    )
)
