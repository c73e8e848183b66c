"""Sentences are short, and the page can be read by most."""

from __future__ import annotations

from collections.abc import Iterator

from waypost.content.parsed import found
from waypost.content.rules.rule_input import Passage, RuleInput
from waypost.model.fact import Fact
from waypost.model.finding import Code, Finding, Severity
from waypost.model.phrase import Phrase
from waypost.model.text import Role

CODE = Code(
    "C029",
    "A long sentence",
    Severity.WARNING,
    "Long sentences are lost on tired, worried and new readers, and machines translate them badly.",
    "Make two sentences of it, or a list.",
    "If you moved here and still have a license of another state, you must, within two months …",
    "Did you move here? You have two months to change your license.",
)
GRADE = Code(
    "C030",
    "A page that is hard to read",
    Severity.WARNING,
    "Half of all adults read below the eighth grade; a public service is for them too.",
    "Use shorter sentences and everyday words.",
    "Remuneration is contingent upon verification of eligibility.",
    "We pay you after we check your papers.",
)

_PROSE = frozenset({Role.PARAGRAPH, Role.ITEM, Role.FIELD})
_LEAST_WORDS = 100
"""A grade of a short text says little."""


def check_sentences(given: RuleInput) -> Iterator[Finding]:
    """A finding for each sentence with more words than the site allows."""
    limit = given.site.limits.sentence_words
    if not limit or isinstance(given.subject, Fact | Phrase):
        return
    language = given.site.limits.source
    for passage in given.passages:
        if passage.role in _PROSE and passage.words.count(" ") >= limit:
            yield from _check_passage(given, passage, limit, language)


def _check_passage(
    given: RuleInput, passage: Passage, limit: int, language: str
) -> Iterator[Finding]:
    from waypost.locales.sentences import split_sentences
    from waypost.locales.words import count_words

    for sentence in split_sentences(passage.words, language):
        words = count_words(sentence, language)
        if words > limit:
            start = " ".join(sentence.split()[:4])
            place = given.spot(passage, start)
            message = f"the sentence “{start} …” has {words} words, and {limit} are allowed"
            yield found(CODE, place, message)


def check_grade(given: RuleInput) -> Iterator[Finding]:
    """A finding for an English page that needs a higher grade than the site allows."""
    limits = given.site.limits
    if not given.is_prose or not limits.reading_grade or limits.source.split("-")[0] != "en":
        return
    text = "\n".join(
        passage.words if passage.words.endswith((".", "!", "?", ":")) else f"{passage.words}."
        for passage in given.passages
        if passage.role in {Role.PARAGRAPH, Role.ITEM}
    )
    if text.count(" ") < _LEAST_WORDS:
        return
    from waypost.locales.words import reading_grade_en

    grade = reading_grade_en(text)
    if grade > limits.reading_grade:
        message = f"the page reads at grade {grade:.1f}, and {limits.reading_grade:g} is allowed"
        yield found(GRADE, given.place, message)
