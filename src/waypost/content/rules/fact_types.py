"""A field gets a fact of the kind that it shows."""

from __future__ import annotations

from collections.abc import Iterator

from waypost.content.parsed import found
from waypost.content.rules.kinds import say_kind
from waypost.content.rules.rule_input import Passage, RuleInput
from waypost.model.fact import (
    Address,
    Day,
    Duration,
    Email,
    FactValue,
    Money,
    Phone,
    Url,
    YearlyDay,
)
from waypost.model.finding import Code, Finding, Severity
from waypost.model.guide import Guide
from waypost.model.place import Agency, Office
from waypost.model.text import Role

CODE = Code(
    "C039",
    "A fact of another kind than its field",
    Severity.ERROR,
    "A number to call in the place of a fee can't be shown.",
    "Name a fact of the kind that the message says.",
    "ways:\\n  phone: fee.license",
    "ways:\\n  phone: phone.license_desk",
)

_Wanted = tuple[str, str, type[FactValue] | tuple[type[FactValue], ...]]


def check_fact_types(given: RuleInput) -> Iterator[Finding]:
    """A finding for each field that names a fact of another kind."""
    for field, name, types in _fields(given.subject):
        fact = given.find_fact(name) if name else None
        if fact is not None and not isinstance(fact.value, types):
            place = given.spot(Passage(Role.FIELD, "", "", field, 0), name)
            wanted = say_kind(types[0] if isinstance(types, tuple) else types)
            message = f"{wanted} is expected here, and “{name}” is {say_kind(type(fact.value))}"
            yield found(CODE, place, message)


def _fields(subject: object) -> Iterator[_Wanted]:
    """Each field that names a fact: its path, the id, the types that fit."""
    match subject:
        case Guide():
            yield from _guide_fields(subject)
        case Agency():
            yield "phone", subject.phone, Phone
            yield "email", subject.email, Email
            yield "url", subject.url, Url
            yield "address", subject.address, Address
        case Office():
            yield "phone", subject.phone, Phone
            yield "address", subject.address, Address


def _guide_fields(guide: Guide) -> Iterator[_Wanted]:
    ways = guide.ways
    if ways.phone is not None:
        yield "ways/phone", ways.phone.phone, Phone
    if ways.mail is not None:
        yield "ways/mail/address", ways.mail.address, Address
    if ways.online is not None and not ways.online.url.startswith("https:"):
        yield "ways/online/url", ways.online.url, Url
    for number, deadline in enumerate(guide.deadlines, 1):
        if isinstance(deadline.by, str):
            yield f"deadlines/{number}/by", deadline.by, (Day, YearlyDay)
        yield f"deadlines/{number}/grace", deadline.grace, Duration
    if isinstance(guide.time, str):
        yield "time", guide.time, Duration
    for number, cost in enumerate(guide.cost, 1):
        if isinstance(cost.amount, str) and cost.amount != "free":
            yield f"cost/{number}/amount", cost.amount, Money
