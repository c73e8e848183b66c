"""Facts as they are written: one kind and its value, what goes with it, until and then."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from itertools import takewhile
from types import MappingProxyType

from waypost.content.located import Located, LocatedList, LocatedMap, LocatedText
from waypost.content.parsed import suggest
from waypost.content.schema.fields import (
    FACT_ID,
    check_email,
    check_https,
    normal_text,
    read_date,
)
from waypost.content.schema.hours import read_hours
from waypost.content.schema.phones import parse_dial, split_extension
from waypost.content.schema.reading import FieldError, Reading, expect_map, expect_text, named
from waypost.content.schema.tables import read_table
from waypost.content.schema_codes import (
    BAD_NAME,
    BAD_VALUE,
    MISSING_FIELD,
    UNKNOWN_FIELD,
    WRONG_SHAPE,
)
from waypost.model.fact import (
    Address,
    CodeValue,
    Email,
    Fact,
    FactValue,
    Interpreter,
    Phone,
    Url,
)
from waypost.model.finding import Place
from waypost.model.literal import parse_day, parse_duration, parse_money, parse_number
from waypost.model.text import Text

_Reader = Callable[[Located, LocatedMap, Reading], FactValue]
_OF_PHONE = ("hours", "interpreter", "tty", "after_hours", "extension")
_OF_EVERY = ("name", "until", "then")
_THOUSANDS = re.compile(r"[0-9]{3}(?:\.[0-9]+)?")


def read_fact(name: LocatedText, value: Located, reading: Reading) -> Fact:
    """The fact that `name: {money: 32, …}` defines."""
    if not FACT_ID.fullmatch(name):
        raise FieldError(BAD_NAME, name, f"“{name}” can't be the id of a fact")
    group = expect_map(value, "a kind with its value, such as {money: 32},")
    kind = _kind_of(name, group)
    allowed = {kind, *_OF_EVERY, *(("currency",) if kind == "money" else ())}
    if kind == "phone":
        allowed.update(_OF_PHONE)
    for key in group:
        if key not in allowed:
            at = named(group, key)
            _refuse_divided(group, key)
            mend = f"Remove it, or correct its name.{suggest(key, allowed)}"
            message = f"“{key}” is not known in a fact of the kind {kind}"
            raise FieldError(UNKNOWN_FIELD, at, message, mend)
    read = KINDS[kind]
    shown = None
    if "name" in group:
        text = expect_text(group["name"])
        shown = Text(text.path, normal_text(text, reading))
    until = read_date(group["until"]) if "until" in group else None
    if "then" in group and until is None:
        message = "“then” stands without “until”: nobody knows from when"
        raise FieldError(MISSING_FIELD, group["then"], message, "Add until: with a date.")
    place = Place(reading.path, name.line, name.column)
    later = read(group["then"], group, reading) if "then" in group else None
    return Fact(str(name), read(group[kind], group, reading), place, shown, until, later)


def _refuse_divided(group: LocatedMap, key: str) -> None:
    """A FieldError where `key` is the rest of an amount, as YAML reads `{money: 1,200}`."""
    names = list(group)
    fields = [at for at in range(names.index(key)) if not _THOUSANDS.fullmatch(names[at])]
    if not _THOUSANDS.fullmatch(key) or not fields:
        return
    first = fields[-1]
    rest = takewhile(_THOUSANDS.fullmatch, names[first + 1 :])
    value = group[names[first]]
    if isinstance(value, LocatedText) and value[-1:].isdecimal() and not value.quoted:
        message = f"YAML ends the value at the comma: only “{value}” is read"
        mend = f"Write {names[first]}: {value}{''.join(rest)}."
        raise FieldError(BAD_VALUE, value, message, mend)


def _kind_of(name: LocatedText, group: LocatedMap) -> str:
    kinds = [key for key in group if key in KINDS]
    if "phone" in kinds:
        kinds = [key for key in kinds if key != "hours"]
    if len(kinds) == 1:
        return kinds[0]
    known = ", ".join(KINDS)
    if kinds:
        message = f"“{name}” has more than one kind: {', '.join(kinds)}"
        raise FieldError(BAD_VALUE, group, message, "Make a fact of each.")
    near = next((hint for key in group if (hint := suggest(key, KINDS))), "")
    message = f"“{name}” has no kind"
    raise FieldError(BAD_VALUE, group, message, f"Write one of: {known}.{near}")


def _typed(parse: Callable[[str], FactValue], wanted: str) -> _Reader:
    def read(value: Located, _group: LocatedMap, _reading: Reading) -> FactValue:
        text = expect_text(value, wanted)
        try:
            return parse(str(text))
        except ValueError as error:
            raise FieldError(BAD_VALUE, value, str(error)) from None

    return read


def _read_money(value: Located, group: LocatedMap, reading: Reading) -> FactValue:
    currency = reading.region.currency
    if "currency" in group:
        currency = str(expect_text(group["currency"], "a currency"))
        if not (len(currency) == 3 and currency.isascii() and currency.isupper()):
            message = f"“{currency}” is no currency"
            raise FieldError(BAD_VALUE, group["currency"], message, "Write its code: USD, EUR.")
    try:
        return parse_money(expect_text(value, "an amount"), currency)
    except ValueError as error:
        raise FieldError(BAD_VALUE, value, str(error)) from None


def _read_phone(value: Located, group: LocatedMap, reading: Reading) -> FactValue:
    text = expect_text(value, "a phone number")
    shown, extension = split_extension(str(text))
    dial = _dial(shown, text, reading)
    if "extension" in group:
        extension = str(expect_text(group["extension"], "an extension"))
        if not (extension.isascii() and extension.isdecimal()):
            message = f"“{extension}” is no extension"
            raise FieldError(BAD_VALUE, group["extension"], message, "Write digits only.")
    return Phone(
        shown,
        dial,
        extension,
        read_hours(group["hours"]) if "hours" in group else None,
        _read_interpreter(group["interpreter"]) if "interpreter" in group else None,
        _read_other_number(group, "tty", reading),
        _read_other_number(group, "after_hours", reading),
    )


def _dial(shown: str, at: LocatedText, reading: Reading) -> str:
    try:
        return parse_dial(shown, reading.region.territory)
    except ValueError as error:
        mend = "Write the whole number with its area code: 505-555-0142."
        raise FieldError(BAD_VALUE, at, str(error), mend) from None


def _read_other_number(group: LocatedMap, key: str, reading: Reading) -> str:
    if key not in group:
        return ""
    text = expect_text(group[key], "a phone number")
    shown, _ = split_extension(str(text))
    _dial(shown, text, reading)
    return str(text).strip()


def _read_interpreter(value: Located) -> Interpreter:
    group = expect_map(value, "key: and say:")
    for key in group:
        if key not in {"key", "say"}:
            at = named(group, key)
            raise FieldError(UNKNOWN_FIELD, at, f"“{key}” is not known here", "Write key and say.")
    key = str(expect_text(group["key"], "a key")) if "key" in group else ""
    if not all(char in "0123456789*#, " for char in key):
        raise FieldError(BAD_VALUE, group["key"], f"“{key}” is no key of a phone")
    return Interpreter(key, str(expect_text(group["say"])) if "say" in group else "")


def _read_address(value: Located, _group: LocatedMap, _reading: Reading) -> FactValue:
    return Address(address_lines(value))


def address_lines(value: Located) -> tuple[str, ...]:
    """The lines of an address that is a list or one text of several lines."""
    if isinstance(value, LocatedList):
        return tuple(str(expect_text(line)).strip() for line in value)
    if isinstance(value, LocatedMap):
        message = "an address is a list of its lines"
        raise FieldError(WRONG_SHAPE, value, message, "Write one line of it after each “-”.")
    text = expect_text(value, "an address")
    return tuple(line.strip() for line in text.split("\n") if line.strip())


def _read_url(value: Located, _group: LocatedMap, _reading: Reading) -> FactValue:
    return Url(check_https(expect_text(value, "an address")))


def _read_email(value: Located, _group: LocatedMap, _reading: Reading) -> FactValue:
    return Email(check_email(expect_text(value, "an e-mail address")))


def _read_week(value: Located, _group: LocatedMap, _reading: Reading) -> FactValue:
    return read_hours(value)


def _read_table(value: Located, _group: LocatedMap, reading: Reading) -> FactValue:
    return read_table(value, reading)


KINDS: Mapping[str, _Reader] = MappingProxyType(
    {
        "phone": _read_phone,
        "money": _read_money,
        "date": _typed(parse_day, "a date"),
        "duration": _typed(parse_duration, "a duration"),
        "number": _typed(parse_number, "a number"),
        "table": _read_table,
        "address": _read_address,
        "hours": _read_week,
        "url": _read_url,
        "email": _read_email,
        "code": _typed(lambda text: CodeValue(text.strip()), "a code"),
    }
)
