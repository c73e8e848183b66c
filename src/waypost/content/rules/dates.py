"""Nothing stands past its date: reviews, facts, alerts."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from waypost.content.parsed import found
from waypost.content.rules.rule_input import Passage, RuleInput
from waypost.content.schema_codes import BAD_ORDER
from waypost.model.fact import Fact
from waypost.model.finding import Code, Finding, Place, Severity
from waypost.model.guide import Guide
from waypost.model.place import Alert
from waypost.model.text import Role

REVIEW = Code(
    "C031",
    "A review that is due",
    Severity.WARNING,
    "Residents trust the date on the page; a guide that nobody checks becomes wrong unseen.",
    "Check the guide, then write the new date under reviewed.",
    "reviewed: {on: 2024-01-10, next: 2025-01-10}",
    "reviewed: {on: 2026-11-21, by: license_team, next: 2027-05-01}",
)
FACT = Code(
    "C034",
    "A fact that has ended",
    Severity.WARNING,
    "The page still shows the former value.",
    "Write the new value, or add then: with it.",
    "fee: {money: 32, until: 2025-06-30}",
    "fee: {money: 32, until: 2025-06-30, then: 36}",
)
ALERT = Code(
    "C035",
    "An alert that has ended",
    Severity.WARNING,
    "It is shown nowhere any more, and the file is only in the way.",
    "Delete the file, or give it a new end.",
    "end: 2025-01-01",
    "end: 2027-01-01",
)


def add_months(day: date, months: int) -> date:
    """The same day so many months later; the month's last day when it has no such day."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def check_dates(given: RuleInput) -> Iterator[Finding]:
    """A finding for each date of the subject that is past."""
    subject, day = given.subject, given.site.day
    if isinstance(subject, Guide):
        yield from _check_review(given, subject)
        for fact in subject.facts:
            yield from _check_fact(fact, day)
    elif isinstance(subject, Fact):
        yield from _check_fact(subject, day)
    elif isinstance(subject, Alert) and subject.end < day:
        yield found(ALERT, _spot(given, "end"), f"the alert ended on {subject.end}")


def _check_review(given: RuleInput, guide: Guide) -> Iterator[Finding]:
    if guide.reviewed is None:
        return
    due = guide.reviewed.next
    if guide.reviewed.on > given.site.day:
        message = f"the guide was checked on {guide.reviewed.on}, and that day is still to come"
        yield found(REVIEW, _spot(given, "reviewed/on"), message, "Correct the date.")
    if due is not None and due < guide.reviewed.on:
        message = f"the next check, {due}, is before the last one, {guide.reviewed.on}"
        yield found(BAD_ORDER, _spot(given, "reviewed/next"), message)
        return
    if due is None:
        agency = given.site.shared.agencies.get(guide.agency)
        if agency is None or not agency.review_months:
            return
        due = add_months(guide.reviewed.on, agency.review_months)
    if due < given.site.day:
        yield found(REVIEW, _spot(given, "reviewed"), f"the guide was to be checked by {due}")


def _check_fact(fact: Fact, day: date) -> Iterator[Finding]:
    if fact.until is not None and fact.then is None and fact.until < day:
        yield found(FACT, fact.place, f"the fact “{fact.id}” ended on {fact.until}")


def _spot(given: RuleInput, field: str) -> Place:
    return given.spot(Passage(Role.FIELD, "", "", field, 0), "")
