"""Sentences: a phrase, a phrase with arguments, or a text of one's own."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import ValidationInfo

from waypost.content.located import Located, LocatedList, LocatedMap, LocatedText
from waypost.content.schema.fields import FACT_ID, normal_text, read_text
from waypost.content.schema.models import ReadIn, reading_of
from waypost.content.schema.reading import (
    FieldError,
    Reading,
    expect_map,
    expect_text,
    named,
    say_shape,
)
from waypost.content.schema_codes import BAD_NAME, BAD_STATEMENT
from waypost.model.guide import Need, ReferenceKind
from waypost.model.phrase import Argument, PhraseUse, Statement
from waypost.model.text import Text

PHRASE_ID = re.compile(r"[a-z][a-z0-9_]*")
_PARAMETER = re.compile(r"[a-z][a-z0-9_]*")
_FORMS = "Write a phrase's id, a phrase with its values, or text: and your own sentence."


def statement_of(value: Located, reading: Reading, besides: tuple[str, ...] = ()) -> Statement:
    """The sentence that `value` says; fields named in `besides` belong to its owner."""
    if isinstance(value, LocatedText):
        return PhraseUse(_phrase_id(value, reading), ())
    if isinstance(value, LocatedList):
        message = f"a sentence is expected here, not {say_shape(value)}"
        raise FieldError(BAD_STATEMENT, value, message, _FORMS)
    own = [key for key in value if key not in besides]
    if len(own) != 1:
        names = ", ".join(f"“{key}”" for key in own) or "no sentence"
        message = f"one sentence is expected here, not {names}"
        raise FieldError(BAD_STATEMENT, value, message, _FORMS)
    (key,) = own
    inner = value[key]
    if key == "text":
        text = expect_text(inner)
        return Text(text.path, normal_text(text, reading))
    if key == "phrase":
        return PhraseUse(_phrase_id(expect_text(inner, "the id of a phrase"), reading), ())
    name = named(value, key)
    return PhraseUse(_phrase_id(name, reading), _arguments(inner, reading))


def _phrase_id(value: LocatedText, reading: Reading) -> str:
    expect_text(value)
    if PHRASE_ID.fullmatch(value):
        reading.mention(ReferenceKind.PHRASE, value, value)
        return str(value)
    if " " in value.strip() or not value.isascii():
        mend = f'For a sentence of your own write: text: "{value}"'
        raise FieldError(BAD_STATEMENT, value, f"“{value}” is no phrase", mend)
    raise FieldError(BAD_NAME, value, f"“{value}” can't be the id of a phrase")


def _arguments(value: Located, reading: Reading) -> tuple[Argument, ...]:
    if isinstance(value, LocatedText):
        if not value and not value.quoted:
            return ()
        return (_argument("", value, reading),)
    if isinstance(value, LocatedList):
        message = "the values of a phrase are one value, or names with values, not a list"
        raise FieldError(BAD_STATEMENT, value, message)
    return tuple(_named_argument(value, name, reading) for name in value)


def _named_argument(group: LocatedMap, name: str, reading: Reading) -> Argument:
    if not _PARAMETER.fullmatch(name):
        at = named(group, name)
        raise FieldError(BAD_NAME, at, f"“{name}” can't be the name of a value")
    return _argument(name, expect_text(group[name], "a value"), reading)


def _argument(name: str, value: LocatedText, reading: Reading) -> Argument:
    is_fact = FACT_ID.fullmatch(value) is not None
    if is_fact:
        reading.mention(ReferenceKind.FACT, value, value)
    return Argument(name, str(value).strip(), is_fact)


def read_statement(value: Located, info: ValidationInfo) -> Statement:
    """A sentence."""
    return statement_of(value, reading_of(info))


def read_need(value: Located, info: ValidationInfo) -> Need:
    """Something to bring, alone or with only_if and if_missing."""
    reading = reading_of(info)
    if not isinstance(value, LocatedMap):
        return Need(statement_of(value, reading), None, None)
    what = statement_of(value, reading, ("only_if", "if_missing"))
    only_if = statement_of(value["only_if"], reading) if "only_if" in value else None
    if_missing = read_text(value["if_missing"], info) if "if_missing" in value else None
    return Need(what, only_if, if_missing)


def read_on_behalf(value: Located, info: ValidationInfo) -> bool | Statement:
    """yes, no, or a sentence about who may act for another."""
    if isinstance(value, LocatedText) and value.strip().lower() in {"yes", "true", "no", "false"}:
        return value.strip().lower() in {"yes", "true"}
    return statement_of(value, reading_of(info))


def read_amount(value: Located, info: ValidationInfo) -> str | Statement:
    """The id of a money fact, free, or a sentence."""
    if isinstance(value, LocatedText):
        text = expect_text(value, "the id of a money fact, or free")
        if not FACT_ID.fullmatch(text):
            mend = "Define the amount under facts and name it here, or write free."
            raise FieldError(BAD_NAME, value, f"“{text}” can't be the id of a fact", mend)
        if text != "free":
            reading_of(info).mention(ReferenceKind.FACT, text, text)
        return str(text)
    return statement_of(
        expect_map(value, "the id of a money fact, or a sentence"), reading_of(info)
    )


StatementField = Annotated[Statement, ReadIn(read_statement)]
NeedField = Annotated[Need, ReadIn(read_need)]
OnBehalf = Annotated[bool | Statement, ReadIn(read_on_behalf)]
Amount = Annotated[str | Statement, ReadIn(read_amount)]
