"""How a field is read: what it knows of its file, and how it says that it is wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

import msgspec

from waypost.content.located import Located, LocatedList, LocatedMap, LocatedText
from waypost.content.parsed import found
from waypost.content.schema_codes import BAD_CHOICE, EMPTY_FIELD, WRONG_SHAPE
from waypost.model.finding import Code, Finding, Place
from waypost.model.guide import Reference, ReferenceKind

R = TypeVar("R")

_YES_NO = {"yes": True, "true": True, "no": False, "false": False}


class Region(msgspec.Struct, frozen=True):
    """Where the site is: the rules for phones without +, and the currency of bare amounts."""

    territory: str
    """ISO 3166-1: US."""
    currency: str
    """ISO 4217: USD."""


DEFAULT_REGION = Region("US", "USD")


class Reading(msgspec.Struct, frozen=True):
    """The file that is being read; the references found in it are gathered here."""

    path: str
    region: Region = DEFAULT_REGION
    references: list[Reference] = msgspec.field(default_factory=list)

    def mention(self, kind: ReferenceKind, id: str, at: LocatedText, column: int = 0) -> None:
        """Notes that the file names `id`, `column` characters into the value."""
        place = Place(self.path, at.line, at.column + column)
        self.references.append(Reference(kind, str(id), place))


class FieldError(ValueError):
    """A field is wrong; carries what its finding will say."""

    def __init__(self, code: Code, at: Located, message: str, mend: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.line, self.column = at.line, at.column
        self.message = message
        self.mend = mend
        self.others: tuple[FieldError, ...] = ()
        """Further mistakes of the same field, so that all are told at once."""


def expect_text(value: Located, wanted: str = "a text") -> LocatedText:
    """`value` if it is a text with something in it; else the field is wrong."""
    if isinstance(value, LocatedText):
        if not value.strip() and not value.quoted:
            raise FieldError(EMPTY_FIELD, value, "the field is empty")
        if not value.strip():
            raise FieldError(EMPTY_FIELD, value, "the text is empty")
        return value
    raise FieldError(WRONG_SHAPE, value, f"{wanted} is expected here, not {say_shape(value)}")


def expect_map(value: Located, wanted: str) -> LocatedMap:
    """`value` if it is names with values; else the field is wrong."""
    if isinstance(value, LocatedMap):
        return value
    if isinstance(value, LocatedText) and not value:
        raise FieldError(EMPTY_FIELD, value, "the field is empty")
    raise FieldError(WRONG_SHAPE, value, f"{wanted} is expected here, not {say_shape(value)}")


def read_yes_no(value: Located) -> bool:
    """Yes or no."""
    text = expect_text(value, "yes or no")
    answer = _YES_NO.get(text.strip().lower())
    if answer is None:
        raise FieldError(BAD_CHOICE, value, f"“{text}” is neither yes nor no", "Write yes or no.")
    return answer


def say_shape(value: Located) -> str:
    """What `value` is, in an editor's words."""
    if isinstance(value, LocatedMap):
        return "names with values"
    return "a list" if isinstance(value, LocatedList) else "a text"


def explain(path: str, error: FieldError) -> Iterator[Finding]:
    """The findings of a field that a reader refused by itself."""
    for one in (error, *error.others):
        yield found(one.code, Place(path, one.line, one.column), one.message, one.mend)


def gather(attempts: Iterable[Callable[[], R]]) -> tuple[R, ...]:
    """All results; raises one FieldError that carries every mistake when there are any."""
    results: list[R] = []
    errors: list[FieldError] = []
    for attempt in attempts:
        try:
            results.append(attempt())
        except FieldError as error:
            errors += [error, *error.others]
    if errors:
        first, *others = errors
        first.others = tuple(others)
        raise first
    return tuple(results)


def named(group: LocatedMap, key: str) -> LocatedText:
    """A key of `group` as a text with its place."""
    return LocatedText(key, group.keys_at[key], group.path, quoted=False)
