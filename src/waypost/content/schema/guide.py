"""The front matter of a guide."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Annotated

from pydantic import BeforeValidator, Field, ValidationInfo

from waypost.content.located import Located, LocatedMap, LocatedText
from waypost.content.schema.facts import read_fact
from waypost.content.schema.fields import (
    ID,
    AgencyId,
    AliasField,
    AppointmentField,
    DateField,
    FactId,
    FileField,
    FormId,
    LanguageField,
    PageId,
    PlainField,
    RiskField,
    StatusField,
    TextField,
    TopicId,
    UrlField,
    YesNo,
    mention_office,
    read_fact_id,
    read_file,
    read_language,
)
from waypost.content.schema.models import Fields, Read, ReadIn, reading_of
from waypost.content.schema.reading import FieldError, expect_map, expect_text, gather, named
from waypost.content.schema.statements import (
    Amount,
    NeedField,
    OnBehalf,
    StatementField,
    statement_of,
)
from waypost.content.schema_codes import BAD_DATE, BAD_NAME, BAD_VALUE, WRONG_SHAPE
from waypost.model.fact import Duration, Fact
from waypost.model.guide import ReferenceKind, ServiceStatus
from waypost.model.literal import parse_date, parse_duration
from waypost.model.phrase import Statement
from waypost.model.text import Risk


def read_local_facts(value: Located, info: ValidationInfo) -> tuple[Fact, ...]:
    """The facts that a guide defines for itself."""
    group = expect_map(value, "facts by their names")
    reading = reading_of(info)
    return gather(
        partial(read_fact, named(group, key), inner, reading) for key, inner in group.items()
    )


def read_by(value: Located, info: ValidationInfo) -> str | date | Statement:
    """The id of a date fact or phrase, a date, or a sentence."""
    reading = reading_of(info)
    if isinstance(value, LocatedMap):
        return statement_of(value, reading)
    text = expect_text(value, "a date, the id of a date fact, or a phrase")
    if text[:1].isdecimal():
        try:
            return parse_date(text)
        except ValueError as error:
            mend = "For a day that comes every year define a date fact and name it here."
            raise FieldError(BAD_DATE, value, str(error), mend) from None
    name = read_fact_id(
        text, "Write the day as 2027-04-15, or define a date fact and name it here."
    )
    reading.mention(ReferenceKind.FACT, name, name)
    return str(name)


def read_time(value: Located, info: ValidationInfo) -> Duration | str:
    """`{duration: 10 to 14 days}`, the same without braces, or the id of a duration fact."""
    if isinstance(value, LocatedMap):
        if set(value) != {"duration"}:
            message = f"a duration is expected here, not {', '.join(value) or 'nothing'}"
            raise FieldError(WRONG_SHAPE, value, message, "Write time: {duration: 10 to 14 days}.")
        value = value["duration"]
    text = expect_text(value, "a duration")
    if text[:1].isdecimal():
        try:
            return parse_duration(text)
        except ValueError as error:
            raise FieldError(BAD_VALUE, value, str(error)) from None
    name = read_fact_id(text, "Write it in digits: 10 days or 10 to 14 days.")
    reading_of(info).mention(ReferenceKind.FACT, name, name)
    return str(name)


def read_offices(value: Located, info: ValidationInfo) -> tuple[str, ...]:
    """`all` as (), or the ids of offices."""
    if isinstance(value, LocatedText):
        return () if value.strip().lower() == "all" else (mention_office(value, info),)
    if isinstance(value, LocatedMap):
        raise FieldError(BAD_NAME, value, "the offices are all, or a list of ids")
    return tuple(mention_office(item, info) for item in value)


def read_agency_or_fact(value: Located, info: ValidationInfo) -> str:
    """`agency` as "", or the id of a fact."""
    text = read_fact_id(value, _AGENCY_MEND)
    if text == "agency":
        return ""
    reading_of(info).mention(ReferenceKind.FACT, text, text)
    return str(text)


def read_files(value: Located) -> tuple[tuple[str, str], ...]:
    """A form's file per language; languages are the names."""
    group = expect_map(value, "languages with files")
    return tuple(
        (read_language(LocatedText(key, group.keys_at[key], "", quoted=False)), read_file(inner))
        for key, inner in group.items()
    )


def read_form_id(value: Located) -> str:
    """A form's id, in small or capital letters as the agency prints it."""
    text = expect_text(value, "an id")
    if not ID.fullmatch(text):
        raise FieldError(BAD_NAME, value, f"“{text}” can't be an id")
    return str(text)


_AGENCY_MEND = "Write agency, or define it in content/facts.yml and write the id of that fact."
FactsField = Annotated[tuple[Fact, ...], ReadIn(read_local_facts)]
By = Annotated[str | date | Statement, ReadIn(read_by)]
TimeField = Annotated[Duration | str, ReadIn(read_time)]
OfficesField = Annotated[tuple[str, ...], ReadIn(read_offices)]
AgencyOrFact = Annotated[str, ReadIn(read_agency_or_fact)]
FilesField = Annotated[tuple[tuple[str, str], ...], Read(read_files)]
FormName = Annotated[str, Read(read_form_id)]


class FormFields(Fields):
    """A form: id, name, files."""

    id: FormName
    name: TextField
    files: FilesField = ()


class CostFields(Fields):
    """One cost."""

    purpose: TextField | None = Field(default=None, alias="for")
    amount: Amount
    waiver: StatementField | None = None


class OnlineFields(Fields):
    """The way over the web."""

    url: UrlField
    completes: YesNo | None = None
    account: YesNo | None = None
    languages: tuple[LanguageField, ...] = ()


class InPersonFields(Fields):
    """The way to an office."""

    offices: OfficesField = ()
    appointment: AppointmentField | None = None
    completes: YesNo | None = None


class MailFields(Fields):
    """The way by mail."""

    form: FormId = ""
    address: AgencyOrFact = ""
    completes: YesNo | None = None


class PhoneFields(Fields):
    """The way by phone; the number alone is enough."""

    number: AgencyOrFact = ""
    completes: YesNo | None = None


def _name_number(value: object) -> object:
    """A number alone as a group that holds it."""
    return {"number": value} if isinstance(value, LocatedText) else value


class WaysFields(Fields):
    """All ways."""

    online: OnlineFields | None = None
    in_person: InPersonFields | None = None
    mail: MailFields | None = None
    phone: Annotated[PhoneFields, BeforeValidator(_name_number)] | None = None


class AsksFields(Fields):
    """What applicants are asked for."""

    ssn: YesNo | None = None
    immigration_status: YesNo | None = None
    who_sees: TextField | None = None


class DeadlineFields(Fields):
    """By when."""

    by: By
    grace: FactId = ""
    if_missed: TextField | None = None


class ReviewFields(Fields):
    """When the guide was last checked."""

    on: DateField
    by: PlainField = ""
    checked: PlainField = ""
    next: DateField | None = None


class GuideFields(Fields):
    """All fields of a guide; only title and summary must be there."""

    title: TextField
    summary: TextField
    also_known_as: tuple[TextField, ...] = ()
    topics: tuple[TopicId, ...] = ()
    life_events: tuple[PageId, ...] = ()
    agency: AgencyId = ""
    risk: RiskField = Risk.STANDARD
    facts: FactsField = ()
    who: tuple[StatementField, ...] = ()
    automatic: StatementField | None = None
    need: tuple[NeedField, ...] = ()
    cost: tuple[CostFields, ...] = ()
    ways: WaysFields = WaysFields()
    asks: AsksFields | None = None
    on_behalf: OnBehalf | None = None
    deadlines: tuple[DeadlineFields, ...] = ()
    time: TimeField | None = None
    status: StatusField = ServiceStatus.OPEN
    status_reason: TextField | None = None
    forms: tuple[FormFields, ...] = ()
    language_help: tuple[StatementField, ...] = ()
    related: tuple[PageId, ...] = ()
    requires: tuple[PageId, ...] = ()
    area: TextField | None = None
    legal: tuple[TextField, ...] = ()
    aliases: tuple[AliasField, ...] = ()
    sensitive: YesNo = False
    audio: FileField = ""
    sign_language: FileField = ""
    reviewed: ReviewFields | None = None
