"""A field gets a fact of the kind that it shows."""

from __future__ import annotations

from collections.abc import Iterator

from waypost.content.parsed import found
from waypost.content.rules.rule_input import RuleInput
from waypost.model.fact import (
    Address,
    Day,
    Duration,
    Email,
    Money,
    Phone,
    Url,
    YearlyDay,
)
from waypost.model.finding import Code, Finding, Severity
from waypost.model.guide import Guide, ReferenceKind
from waypost.model.place import Agency, Office

CODE = Code(
    "C039",
    "A fact of another kind than its field",
    Severity.ERROR,
    "A number to call in the place of a fee can't be shown.",
    "Name a fact of the kind that the message says.",
    "ways:\\n  phone: fee.license",
    "ways:\\n  phone: phone.license_desk",
)

_Wanted = tuple[str, str, tuple[type, ...]]


def check_fact_types(given: RuleInput) -> Iterator[Finding]:
    """A finding for each field that names a fact of another kind."""
    for name, word, types in _fields(given.subject):
        fact = given.find_fact(name) if name else None
        if fact is not None and not isinstance(fact.value, types):
            place = given.place_of(ReferenceKind.FACT, name)
            kind = type(fact.value).__name__.lower()
            message = f"a {word} is expected here, and the fact “{name}” is a {kind}"
            yield found(CODE, place, message)


def _fields(subject: object) -> Iterator[_Wanted]:
    """Each field that names a fact: the id, the kind in words, the types that fit."""
    match subject:
        case Guide():
            yield from _guide_fields(subject)
        case Agency():
            yield subject.phone, "phone", (Phone,)
            yield subject.email, "e-mail address", (Email,)
            yield subject.url, "web address", (Url,)
            yield subject.address, "postal address", (Address,)
        case Office():
            yield subject.phone, "phone", (Phone,)
            yield subject.address, "postal address", (Address,)


def _guide_fields(guide: Guide) -> Iterator[_Wanted]:
    ways = guide.ways
    if ways.phone is not None:
        yield ways.phone.phone, "phone", (Phone,)
    if ways.mail is not None:
        yield ways.mail.address, "postal address", (Address,)
    if ways.online is not None and not ways.online.url.startswith("https:"):
        yield ways.online.url, "web address", (Url,)
    for deadline in guide.deadlines:
        if isinstance(deadline.by, str):
            yield deadline.by, "date", (Day, YearlyDay)
        yield deadline.grace, "duration", (Duration,)
    if isinstance(guide.time, str):
        yield guide.time, "duration", (Duration,)
    for cost in guide.cost:
        if isinstance(cost.amount, str) and cost.amount != "free":
            yield cost.amount, "amount of money", (Money,)
