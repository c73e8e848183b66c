"""Agencies and offices: who is responsible, and where a person can go."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

import msgspec

from waypost.model.block import Block, Inline
from waypost.model.fact import Hours
from waypost.model.finding import Place
from waypost.model.guide import Form, Reference
from waypost.model.phrase import Statement
from waypost.model.text import Text


class Agency(msgspec.Struct, frozen=True):
    """An agency: its contacts are ids of facts; its teams are those that review guides."""

    id: str
    place: Place
    name: Text
    summary: Text
    phone: str
    email: str
    url: str
    address: str
    language_help: tuple[Statement, ...]
    forms: tuple[Form, ...]
    teams: tuple[tuple[str, str], ...]
    """(id, shown name) of the teams that `reviewed.by` may name."""
    review_months: int
    """How often a guide of this agency is checked; 0 when the agency doesn't say."""
    aliases: tuple[str, ...]
    references: tuple[Reference, ...]


class Closure(msgspec.Struct, frozen=True):
    """Days on which an office is closed, first to last, with the reason."""

    first: date
    last: date
    reason: Text | None


class Holiday(msgspec.Struct, frozen=True):
    """A holiday: a date, and its name."""

    on: date
    name: Text


class ServiceHours(msgspec.Struct, frozen=True):
    """Hours that hold for one service of an office only."""

    name: Text
    hours: Hours


class Office(msgspec.Struct, frozen=True):
    """A place with a door: where, when, how to get in and there, which languages are spoken."""

    id: str
    place: Place
    name: Text
    agency: str
    address: str
    """The id of an address fact, or the address itself with its lines split by newlines."""
    phone: str
    hours: Hours | None
    services: tuple[ServiceHours, ...]
    holidays: tuple[Holiday, ...]
    closures: tuple[Closure, ...]
    accessibility: tuple[Statement, ...]
    languages: tuple[str, ...]
    transit: tuple[Text, ...]
    notes: tuple[Text, ...]
    aliases: tuple[str, ...]
    references: tuple[Reference, ...]


def choose_offices(
    named: Iterable[str], agency: str, offices: Mapping[str, Office]
) -> tuple[Office, ...]:
    """The offices that are named, else all of the agency's."""
    found = tuple(offices[name] for name in named if name in offices)
    return found or tuple(each for each in offices.values() if each.agency == agency)


class Topic(msgspec.Struct, frozen=True):
    """A topic: a shelf of guides, in the order of topics.yml."""

    id: str
    place: Place
    name: Text
    summary: Text | None


class Alert(msgspec.Struct, frozen=True):
    """A warning that ends by itself: shown from `start` to `end`, both included."""

    id: str
    place: Place
    message: Statement
    more: Text | None
    start: date | None
    end: date
    guides: tuple[str, ...]
    """Where it is shown; none means the home page and every guide."""
    link: str
    """The id of a page, or an https address, or ""."""
    references: tuple[Reference, ...]


class PlainPage(msgspec.Struct, frozen=True):
    """A page of prose: about, privacy, language help."""

    id: str
    place: Place
    title: Text
    summary: Text | None
    aliases: tuple[str, ...]
    blocks: tuple[Block[Inline], ...]
    references: tuple[Reference, ...]
