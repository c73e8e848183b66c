"""The fields of agencies, offices, alerts and topics."""

from __future__ import annotations

from typing import Annotated

from pydantic import ValidationInfo

from waypost.content.located import Located, LocatedText
from waypost.content.schema.facts import address_lines
from waypost.content.schema.fields import (
    FACT_ID,
    ID,
    AgencyId,
    AliasField,
    DateField,
    FactId,
    LanguageField,
    LinkField,
    PageId,
    TextField,
    WholeNumber,
)
from waypost.content.schema.guide import FormFields
from waypost.content.schema.hours import HoursField
from waypost.content.schema.models import Fields, Read, ReadIn, reading_of
from waypost.content.schema.reading import FieldError, expect_map, expect_text, named
from waypost.content.schema.statements import StatementField
from waypost.content.schema_codes import BAD_NAME
from waypost.model.guide import ReferenceKind


def read_teams(value: Located) -> tuple[tuple[str, str], ...]:
    """Teams by their ids with the names that are shown."""
    group = expect_map(value, "ids of teams with their names")
    for key in group:
        if not ID.fullmatch(key):
            raise FieldError(BAD_NAME, named(group, key), f"“{key}” can't be an id")
    return tuple((key, str(expect_text(inner)).strip()) for key, inner in group.items())


def read_office_address(value: Located, info: ValidationInfo) -> str:
    """The id of an address fact, or the address with a newline between its lines."""
    if isinstance(value, LocatedText) and FACT_ID.fullmatch(value):
        reading_of(info).mention(ReferenceKind.FACT, value, value)
        return str(value)
    return "\n".join(address_lines(value))


TeamsField = Annotated[tuple[tuple[str, str], ...], Read(read_teams)]
OfficeAddress = Annotated[str, ReadIn(read_office_address)]


class AgencyFields(Fields):
    """All fields of an agency."""

    name: TextField
    summary: TextField
    phone: FactId = ""
    email: FactId = ""
    url: FactId = ""
    address: FactId = ""
    language_help: tuple[StatementField, ...] = ()
    forms: tuple[FormFields, ...] = ()
    teams: TeamsField = ()
    review_months: WholeNumber = 0
    aliases: tuple[AliasField, ...] = ()


class ServiceFields(Fields):
    """Hours of one service of an office."""

    name: TextField
    hours: HoursField


class HolidayFields(Fields):
    """A holiday."""

    on: DateField
    name: TextField


class ClosureFields(Fields):
    """Days on which an office is closed; a single day needs no last."""

    first: DateField
    last: DateField | None = None
    reason: TextField | None = None


class OfficeFields(Fields):
    """All fields of an office."""

    name: TextField
    agency: AgencyId = ""
    address: OfficeAddress = ""
    phone: FactId = ""
    hours: HoursField | None = None
    services: tuple[ServiceFields, ...] = ()
    holidays: tuple[HolidayFields, ...] = ()
    closures: tuple[ClosureFields, ...] = ()
    accessibility: tuple[StatementField, ...] = ()
    languages: tuple[LanguageField, ...] = ()
    transit: tuple[TextField, ...] = ()
    notes: tuple[TextField, ...] = ()
    aliases: tuple[AliasField, ...] = ()


class AlertFields(Fields):
    """All fields of an alert."""

    message: StatementField
    more: TextField | None = None
    start: DateField | None = None
    end: DateField
    guides: tuple[PageId, ...] = ()
    link: LinkField = ""


class TopicFields(Fields):
    """A topic's entry in topics.yml."""

    name: TextField
    summary: TextField | None = None
