"""Guides and places with their phrases known: every argument has its name, every id its kind.

A file is read without the phrase bank, so `age_at_least: 18` doesn't say which parameter it
means, and `by: expiry` not whether a date fact or a phrase is meant. These functions do, once
the shared content is known; they change nothing else, and applying them twice is the same.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from waypost.model.content import Shared
from waypost.model.guide import Cost, Deadline, Guide, Need, Reference, ReferenceKind
from waypost.model.phrase import Phrase, PhraseUse, Statement
from waypost.model.place import Agency, Alert, Office
from waypost.model.replacing import replace

Phrases = Mapping[str, Phrase]


def bind_guide(guide: Guide, shared: Shared) -> Guide:
    """`guide` with names at all arguments, and phrases where their bare ids stood."""
    phrases = shared.phrases
    facts = {fact.id for fact in guide.facts} | shared.facts.keys()
    return replace(
        guide,
        who=_statements(guide.who, phrases),
        automatic=_optional(guide.automatic, phrases),
        need=tuple(
            Need(_statement(need.what, phrases), _optional(need.only_if, phrases), need.if_missing)
            for need in guide.need
        ),
        cost=tuple(
            Cost(
                cost.purpose,
                cost.amount if cost.amount == "free" else _told(cost.amount, phrases, facts),
                _optional(cost.waiver, phrases),
            )
            for cost in guide.cost
        ),
        on_behalf=guide.on_behalf
        if isinstance(guide.on_behalf, bool)
        else _optional(guide.on_behalf, phrases),
        deadlines=tuple(
            Deadline(
                one.by if isinstance(one.by, date) else _told(one.by, phrases, facts),
                one.grace,
                one.if_missed,
            )
            for one in guide.deadlines
        ),
        language_help=_statements(guide.language_help, phrases),
        references=_references(guide, phrases, facts),
    )


def bind_agency(agency: Agency, phrases: Phrases) -> Agency:
    """`agency` with names at all arguments."""
    return replace(agency, language_help=_statements(agency.language_help, phrases))


def bind_office(office: Office, phrases: Phrases) -> Office:
    """`office` with names at all arguments."""
    return replace(office, accessibility=_statements(office.accessibility, phrases))


def bind_alert(alert: Alert, phrases: Phrases) -> Alert:
    """`alert` with names at all arguments."""
    return replace(alert, message=_statement(alert.message, phrases))


def _statement(statement: Statement, phrases: Phrases) -> Statement:
    if isinstance(statement, PhraseUse):
        phrase = phrases.get(statement.phrase)
        return phrase.bind(statement) if phrase else statement
    return statement


def _optional(statement: Statement | None, phrases: Phrases) -> Statement | None:
    return None if statement is None else _statement(statement, phrases)


def _statements(statements: tuple[Statement, ...], phrases: Phrases) -> tuple[Statement, ...]:
    return tuple(_statement(statement, phrases) for statement in statements)


def _told(value: str | Statement, phrases: Phrases, facts: Collection[str]) -> str | Statement:
    """The phrase that a bare id names when no fact has it."""
    if not isinstance(value, str):
        return _statement(value, phrases)
    return PhraseUse(value, ()) if value not in facts and value in phrases else value


def _references(guide: Guide, phrases: Phrases, facts: Collection[str]) -> tuple[Reference, ...]:
    """References in which a bare id that turned out to be a phrase's is one."""
    bare = [one.by for one in guide.deadlines] + [one.amount for one in guide.cost]
    told = [
        name for name in bare if isinstance(name, str) and name not in facts and name in phrases
    ]
    references: list[Reference] = []
    for reference in guide.references:
        if reference.kind is ReferenceKind.FACT and reference.id in told:
            told.remove(reference.id)
            references.append(Reference(ReferenceKind.PHRASE, reference.id, reference.place))
        else:
            references.append(reference)
    return tuple(references)
