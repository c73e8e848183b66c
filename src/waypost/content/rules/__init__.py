"""The house rules: one module each, with its codes, why, mend, a bad and a good example."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from waypost.content.rules import (
    all_caps,
    alt_text,
    braces,
    contact,
    cut_text,
    dates,
    fact_types,
    heading_order,
    link_text,
    links,
    missing_answers,
    phrase_arguments,
    phrase_message,
    placeholders,
    reading,
    references,
    shadowed_facts,
    unknown_heading,
    written_values,
)
from waypost.content.rules.rule_input import RuleInput
from waypost.model.finding import Code, Finding

Rule = Callable[[RuleInput], Iterator[Finding]]

RULES: tuple[Rule, ...] = (
    references.check_references,
    written_values.check_written_values,
    contact.check_contact,
    link_text.check_link_text,
    alt_text.check_alt_text,
    heading_order.check_heading_order,
    all_caps.check_all_caps,
    reading.check_sentences,
    reading.check_grade,
    dates.check_dates,
    links.check_links,
    unknown_heading.check_headings,
    missing_answers.check_answers,
    phrase_arguments.check_phrase_arguments,
    phrase_message.check_phrase_message,
    fact_types.check_fact_types,
    braces.check_braces,
    placeholders.check_placeholders,
    cut_text.check_cut_texts,
    shadowed_facts.check_shadowed_facts,
)

RULE_CODES: tuple[Code, ...] = (
    references.CODE,
    written_values.CODE,
    written_values.UNTYPED,
    contact.CODE,
    contact.ONLINE_ONLY,
    link_text.CODE,
    alt_text.CODE,
    heading_order.CODE,
    all_caps.CODE,
    reading.CODE,
    reading.GRADE,
    dates.REVIEW,
    links.CODE,
    unknown_heading.CODE,
    dates.FACT,
    dates.ALERT,
    missing_answers.CODE,
    phrase_arguments.CODE,
    phrase_message.CODE,
    fact_types.CODE,
    braces.CODE,
    placeholders.CODE,
    cut_text.CODE,
    shadowed_facts.CODE,
)
