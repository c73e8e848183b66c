"""A service guide: structured answers first, then prose under fixed headings."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Generic

import msgspec

from waypost.model.block import Block, Inline, T
from waypost.model.fact import Duration, Fact
from waypost.model.finding import Place
from waypost.model.phrase import Statement
from waypost.model.text import Risk, Text


class SectionKey(StrEnum):
    """The fixed headings of a guide's prose; their words are interface words."""

    DO = "do"
    AFTER = "after"
    REFUSED = "refused"
    EXCEPTIONS = "exceptions"
    MORE = "more"


class Section(msgspec.Struct, Generic[T], frozen=True):
    """The prose under one h2: a fixed heading, or (key None) a heading of the guide's own.

    Prose before the first h2 has neither key nor heading.
    """

    id: str
    key: SectionKey | None
    heading: T | None
    blocks: tuple[Block[T], ...]


class Need(msgspec.Struct, frozen=True):
    """Something to bring: what, for whom only, and what to do without it."""

    what: Statement
    only_if: Statement | None
    if_missing: Text | None


class Cost(msgspec.Struct, frozen=True):
    """What something costs; `amount` is a money fact's id, "free", or a statement."""

    purpose: Text | None
    amount: str | Statement
    waiver: Statement | None


class Appointment(StrEnum):
    """Whether one needs an appointment."""

    REQUIRED = "required"
    OPTIONAL = "optional"
    NONE = "none"


class Online(msgspec.Struct, frozen=True):
    """The way over the web; `languages` are those of the destination."""

    url: str
    """An https address, or the id of a url fact."""
    completes: bool | None
    account: bool | None
    languages: tuple[str, ...]


class InPerson(msgspec.Struct, frozen=True):
    """The way to an office; no offices named means all of the agency's."""

    offices: tuple[str, ...]
    appointment: Appointment | None
    completes: bool | None = None
    """Whether it can be done there from beginning to end; None: the guide doesn't say."""


class ByMail(msgspec.Struct, frozen=True):
    """The way by mail: a form's id and the id of an address fact ("" for the agency's)."""

    form: str
    address: str
    completes: bool | None = None


class ByPhone(msgspec.Struct, frozen=True):
    """The way by phone: the id of a phone fact, or "" for the agency's."""

    phone: str
    completes: bool | None = None


class Ways(msgspec.Struct, frozen=True):
    """All ways to do it; one that isn't offered is None."""

    online: Online | None = None
    in_person: InPerson | None = None
    mail: ByMail | None = None
    phone: ByPhone | None = None


class Asks(msgspec.Struct, frozen=True):
    """What an applicant is asked for (None: the guide doesn't say), and who sees it."""

    ssn: bool | None
    immigration_status: bool | None
    who_sees: Text | None


class Deadline(msgspec.Struct, frozen=True):
    """By when: the id of a date fact, a date, or a statement; grace is a duration fact's id."""

    by: str | date | Statement
    grace: str
    if_missed: Text | None


class Review(msgspec.Struct, frozen=True):
    """When the guide's facts were last checked, by whom, what, and when next."""

    on: date
    by: str
    checked: str
    next: date | None


class ServiceStatus(StrEnum):
    """Whether the service runs."""

    OPEN = "open"
    PAUSED = "paused"
    CLOSED = "closed"


class Form(msgspec.Struct, frozen=True):
    """A form: its id, its name, and its file per language."""

    id: str
    name: Text
    files: tuple[tuple[str, str], ...]


class Guide(msgspec.Struct, frozen=True):
    """A service guide as its author wrote it, validated."""

    id: str
    place: Place
    title: Text
    summary: Text
    risk: Risk
    also_known_as: tuple[Text, ...]
    topics: tuple[str, ...]
    life_events: tuple[str, ...]
    agency: str
    facts: tuple[Fact, ...]
    """Local facts; their ids are `<local name>` and are looked up before shared ones."""
    who: tuple[Statement, ...]
    automatic: Statement | None
    need: tuple[Need, ...]
    cost: tuple[Cost, ...]
    ways: Ways
    asks: Asks | None
    on_behalf: bool | Statement | None
    deadlines: tuple[Deadline, ...]
    time: Duration | str | None
    """How long it takes: a duration, or the id of a duration fact."""
    status: ServiceStatus
    status_reason: Text | None
    forms: tuple[Form, ...]
    language_help: tuple[Statement, ...]
    related: tuple[str, ...]
    requires: tuple[str, ...]
    area: Text | None
    legal: tuple[Text, ...]
    aliases: tuple[str, ...]
    sensitive: bool
    audio: str
    sign_language: str
    reviewed: Review | None
    body: tuple[Section[Inline], ...]
    references: tuple[Reference, ...] = ()


class ReferenceKind(StrEnum):
    """What a reference must resolve to."""

    AGENCY = "agency"
    OFFICE = "office"
    TOPIC = "topic"
    PAGE = "page"
    """Anything with an address of its own: guide, journey, page, agency, office, topic."""
    FACT = "fact"
    PHRASE = "phrase"
    FORM = "form"


class Reference(msgspec.Struct, frozen=True):
    """A mention of another thing by id, with the place to point at when it doesn't exist."""

    kind: ReferenceKind
    id: str
    place: Place
