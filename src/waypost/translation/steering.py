"""The glossary steers an engine's text where the engine chose another word for a required term.

Once, and only in sentences where the term stands in the singular: the other forms of a language
aren't known here. Better the engine's own word, and a warning, than a wrong ending.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from waypost.model.glossary import Term, TermRule
from waypost.translation.attempts import ask_masked
from waypost.translation.job import Job
from waypost.translation.literals import hide_with_terms, write_form
from waypost.translation.quality.terms import holds
from waypost.translation.terms import find_terms, fold_term
from waypost.translation.way import Translated

_ENDS = " .,;:!?…。।።။"


def steer(job: Job, done: Mapping[str, Translated]) -> dict[str, Translated]:
    """`done`, with the first form of a required term that lacked, where that is better.

    Better means: sound, and more of the required terms are there. The engine's word for the term
    alone is replaced where it stands once, so that the words around it keep their grammar; else
    the engine is asked again with the form in the term's place.
    """
    missing = {
        unit: terms
        for unit, one in done.items()
        if one.text is not None and (terms := _find_steerable(job, unit, one.text))
    }
    if not missing:
        return dict(done)
    alone = tuple(dict.fromkeys(term.source for terms in missing.values() for term in terms))
    words = dict(zip(alone, job.say(alone), strict=True))
    steered = dict(done)
    left: dict[str, frozenset[Term]] = {}
    for unit, terms in missing.items():
        before = done[unit].text or ""
        text = _replace(job, before, terms, words)
        if text != before and _is_better(job, unit, before, text):
            steered[unit] = Translated(text, done[unit].way, is_steered=True)
        else:
            left[unit] = terms
    hides = {unit: hide_with_terms(job.glossary, terms, job.syntax) for unit, terms in left.items()}
    first = job.encodings[0]
    asked = {
        **ask_masked(job, hides, first, {}),
        **ask_masked(job, hides, first, {}, by_value=True),
    }
    for unit, (_, text) in asked.items():
        if _is_better(job, unit, done[unit].text or "", text):
            steered[unit] = Translated(text, done[unit].way, is_steered=True)
    return steered


def _find_missing(job: Job, unit: str, text: str) -> frozenset[Term]:
    return frozenset(
        found.term
        for found in find_terms(job.words(unit), job.glossary)
        if found.term.rule is TermRule.REQUIRED
        and not any(holds(text, form, job.target) for form in found.term.variants)
    )


def _find_steerable(job: Job, unit: str, text: str) -> frozenset[Term]:
    """The required terms that lack, if each stands in the singular."""
    words = job.words(unit)
    plural = {
        found.term
        for found in find_terms(words, job.glossary)
        if fold_term(words[found.start : found.end]).casefold()
        != fold_term(found.term.source).casefold()
    }
    return _find_missing(job, unit, text) - plural


def _is_better(job: Job, unit: str, before: str, text: str) -> bool:
    more = len(_find_missing(job, unit, text)) < len(_find_missing(job, unit, before))
    return more and not job.find_fault(unit, text)


def _replace(job: Job, text: str, terms: frozenset[Term], words: Mapping[str, str]) -> str:
    """`text` with a term's form for the engine's own word for it, where that stands once."""
    for term in sorted(terms, key=lambda one: one.line):
        word = words[term.source].strip(_ENDS)
        if not word or not word.replace(" ", "").isalpha():
            continue
        found = re.findall(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.IGNORECASE)
        if len(found) == 1:
            form = write_form(term, job.syntax, has_capital=found[0][:1].isupper())
            at = text.index(found[0])
            text = text[:at] + form + text[at + len(found[0]) :]
    return text
