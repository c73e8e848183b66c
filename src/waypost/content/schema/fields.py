"""The types of single fields: texts, ids, dates, yes and no, addresses, language codes."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated

from pydantic import ValidationInfo

from waypost.content.located import Located, LocatedText
from waypost.content.parsed import suggest
from waypost.content.schema.models import Read, ReadIn, reading_of
from waypost.content.schema.reading import FieldError, Reading, expect_text, read_yes_no
from waypost.content.schema_codes import (
    BAD_ADDRESS,
    BAD_CHOICE,
    BAD_DATE,
    BAD_MARKUP,
    BAD_NAME,
    BAD_VALUE,
)
from waypost.model.guide import Appointment, ReferenceKind, ServiceStatus
from waypost.model.journey import Join, StepKind
from waypost.model.literal import parse_date
from waypost.model.markup import Anchor, MarkupError, escape_markup, parse_markup, walk_nodes
from waypost.model.text import Risk, Text

ID = re.compile(r"[a-z0-9][a-z0-9_-]{0,199}")
FACT_ID = re.compile(r"[a-z][a-z0-9_]*(?:\.[a-z0-9_]+)*")
_SPECIAL = re.compile(r"[\\*\[\]{}]")
_FACT = re.compile(r"\{([a-z0-9_.]+)\}")
_MARKDOWN_LINK = re.compile(r"\[[^\[\]]*\]\([^()]*\)")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|[0-9]{3}))?")
_ALIAS = re.compile(
    r"(?=.{1,200}$)/?[A-Za-z0-9][\w-]{0,199}(?:/[A-Za-z0-9][\w-]{0,199})*/?", re.ASCII
)
"""No part is longer than an id, which file systems take."""
# What stands before an @ in the host's place makes an address look like that of another host.
_HTTPS = re.compile(r"https://(?![^/?#]*@)[^\s/$.?#\"<>\\][^\s\"<>\\]*", re.IGNORECASE)
_EMAIL = re.compile(r"[A-Za-z0-9._%+'-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_FILE = re.compile(r"(?![/.])[\w.-]+(?:/(?!\.)[\w.-]+)*")
_FACT_MEND = "Define it in content/facts.yml, or under facts in a guide, and write its id here."


def normal_text(value: LocatedText, reading: Reading) -> str:
    """The segment text of a field: facts and balanced marks stay, other signs are literal."""
    text = "\n".join(line.strip() for line in value.strip().split("\n") if line.strip())
    if not _SPECIAL.search(text):
        return text
    if _MARKDOWN_LINK.search(text):
        raise FieldError(BAD_MARKUP, value, "a link can't stand in a field")
    for match in _FACT.finditer(text):
        column = match.start() + 1 + int(value.quoted)
        reading.mention(ReferenceKind.FACT, match.group(1), value, column)
    try:
        nodes = parse_markup(text)
    except MarkupError:
        return _escape_but_facts(text)
    if any(isinstance(node, Anchor) for node in walk_nodes(nodes)):
        return _escape_but_facts(text)
    return text


def _escape_but_facts(text: str) -> str:
    parts = _FACT.split(text)
    return "".join(
        "{" + part + "}" if number % 2 else escape_markup(part) for number, part in enumerate(parts)
    )


def read_text(value: Located, info: ValidationInfo) -> Text:
    """A translatable text at its field path."""
    text = expect_text(value)
    return Text(text.path, normal_text(text, reading_of(info)))


def read_plain(value: Located) -> str:
    """A text that isn't translated."""
    return str(expect_text(value)).strip()


def read_id(value: Located) -> LocatedText:
    """An id of something with a file or entry of its own."""
    text = expect_text(value, "an id")
    if not ID.fullmatch(text):
        raise FieldError(BAD_NAME, value, f"“{text}” can't be an id")
    return text


def read_fact_id(value: Located, mend: str = _FACT_MEND) -> LocatedText:
    """The id of a fact; `mend` tells who wrote a value what can stand here."""
    text = expect_text(value, "the id of a fact")
    if not FACT_ID.fullmatch(text):
        is_value = " " in text or not text[0].isalpha()
        mend = mend if is_value else ""
        if _FACT.fullmatch(text):
            mend = f"Write the id without braces: {text[1:-1]}."
        raise FieldError(BAD_NAME, value, f"“{text}” can't be the id of a fact", mend)
    return text


def _mentioned(kind: ReferenceKind, value: Located, info: ValidationInfo) -> str:
    text = read_id(value)
    reading_of(info).mention(kind, text, text)
    return str(text)


def read_date(value: Located) -> date:
    """A calendar date."""
    text = expect_text(value, "a date")
    try:
        return parse_date(text)
    except ValueError as error:
        raise FieldError(BAD_DATE, value, str(error)) from None


def choose(value: Located, words: dict[str, str]) -> str:
    """The one of `words` (as written → as meant) that the field names."""
    text = expect_text(value, "one word")
    meant = words.get(text.strip().lower())
    if meant is None:
        known = ", ".join(words)
        mend = f"Write one of: {known}.{suggest(text, words)}"
        raise FieldError(BAD_CHOICE, value, f"“{text}” is not known here", mend)
    return meant


def read_risk(value: Located) -> Risk:
    """low, standard or critical."""
    words = {risk.word: risk.word for risk in Risk}
    return Risk[choose(value, words).upper()]


def read_appointment(value: Located) -> Appointment:
    """required, optional or none; no means none, yes required."""
    words = {word.value: word.value for word in Appointment}
    return Appointment(choose(value, words | {"no": "none", "yes": "required"}))


def read_status(value: Located) -> ServiceStatus:
    """open, paused or closed."""
    return ServiceStatus(choose(value, {word.value: word.value for word in ServiceStatus}))


def read_step_kind(value: Located) -> StepKind:
    """required, optional or choice."""
    return StepKind(choose(value, {word.value: word.value for word in StepKind}))


def read_join(value: Located) -> Join:
    """then, and, or."""
    return Join(choose(value, {word.value: word.value for word in Join}))


def read_whole_number(value: Located) -> int:
    """A number of things: 0, 1, 2 …"""
    text = expect_text(value, "a number")
    if not (text.isascii() and text.isdecimal()) or len(text) > 4:
        raise FieldError(BAD_VALUE, value, f"“{text}” is no whole number", "Write digits: 12.")
    return int(text)


def check_https(value: LocatedText) -> str:
    """The address if it is a whole one over https."""
    text = str(value).strip()
    if not _HTTPS.fullmatch(text):
        start = "http://"
        mend = f"Write https://{text[len(start) :]}" if text.startswith(start) else ""
        raise FieldError(BAD_ADDRESS, value, f"“{text}” is no https address", mend)
    return text


def check_email(value: LocatedText) -> str:
    """The address if it can be one of a mailbox."""
    text = str(value).strip().removeprefix("mailto:")
    if not _EMAIL.fullmatch(text):
        raise FieldError(BAD_ADDRESS, value, f"“{text}” is no e-mail address")
    return text


def read_url(value: Located, info: ValidationInfo) -> str:
    """An https address, or the id of a url fact."""
    text = expect_text(value, "an address")
    if FACT_ID.fullmatch(text):
        reading_of(info).mention(ReferenceKind.FACT, text, text)
        return str(text)
    return check_https(text)


def read_link(value: Located, info: ValidationInfo) -> str:
    """The id of a page, or an https address."""
    text = expect_text(value, "the id of a page or an address")
    if ID.fullmatch(text):
        reading_of(info).mention(ReferenceKind.PAGE, text, text)
        return str(text)
    return check_https(text)


def read_file(value: Located) -> str:
    """An https address, or a file of the site."""
    text = expect_text(value, "an address or a file")
    if _FILE.fullmatch(text) and not text.startswith("www."):
        return str(text)
    return check_https(text)


def read_language(value: Located) -> str:
    """A BCP 47 code."""
    text = expect_text(value, "the code of a language")
    if not _LANGUAGE.fullmatch(text):
        mend = "Write its BCP 47 code: en, es, zh-Hans."
        raise FieldError(BAD_VALUE, value, f"“{text}” is no code of a language", mend)
    return str(text)


def read_alias(value: Located) -> str:
    """A former address of the page, without the site's own part and outer slashes."""
    text = expect_text(value, "a former address")
    if not _ALIAS.fullmatch(text):
        mend = "Write the path alone: at most 200 letters, digits, - and _: driving/renew-license"
        raise FieldError(BAD_ADDRESS, value, f"“{text}” can't be a former address", mend)
    return str(text).strip("/")


def mention_agency(value: Located, info: ValidationInfo) -> str:
    """The id of an agency."""
    return _mentioned(ReferenceKind.AGENCY, value, info)


def mention_office(value: Located, info: ValidationInfo) -> str:
    """The id of an office."""
    return _mentioned(ReferenceKind.OFFICE, value, info)


def mention_topic(value: Located, info: ValidationInfo) -> str:
    """The id of a topic."""
    return _mentioned(ReferenceKind.TOPIC, value, info)


def mention_page(value: Located, info: ValidationInfo) -> str:
    """The id of a page."""
    return _mentioned(ReferenceKind.PAGE, value, info)


def mention_form(value: Located, info: ValidationInfo) -> str:
    """The id of a form."""
    return _mentioned(ReferenceKind.FORM, value, info)


def mention_fact(value: Located, info: ValidationInfo) -> str:
    """The id of a fact."""
    text = read_fact_id(value)
    reading_of(info).mention(ReferenceKind.FACT, text, text)
    return str(text)


TextField = Annotated[Text, ReadIn(read_text)]
PlainField = Annotated[str, Read(read_plain)]
DateField = Annotated[date, Read(read_date)]
YesNo = Annotated[bool, Read(read_yes_no)]
RiskField = Annotated[Risk, Read(read_risk)]
AppointmentField = Annotated[Appointment, Read(read_appointment)]
StatusField = Annotated[ServiceStatus, Read(read_status)]
StepKindField = Annotated[StepKind, Read(read_step_kind)]
JoinField = Annotated[Join, Read(read_join)]
WholeNumber = Annotated[int, Read(read_whole_number)]
UrlField = Annotated[str, ReadIn(read_url)]
LinkField = Annotated[str, ReadIn(read_link)]
FileField = Annotated[str, Read(read_file)]
LanguageField = Annotated[str, Read(read_language)]
AliasField = Annotated[str, Read(read_alias)]
AgencyId = Annotated[str, ReadIn(mention_agency)]
TopicId = Annotated[str, ReadIn(mention_topic)]
PageId = Annotated[str, ReadIn(mention_page)]
FormId = Annotated[str, ReadIn(mention_form)]
FactId = Annotated[str, ReadIn(mention_fact)]
