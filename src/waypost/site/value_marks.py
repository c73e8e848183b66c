"""The holes of values on a page: amounts, dates, phones, addresses, names of languages."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, TypeVar

import msgspec
from markupsafe import Markup

from waypost.model.fact import Address, CodeValue, FactValue, Phone
from waypost.site.shown_languages import write_languages
from waypost.site.shown_value import (
    write_days,
    write_phone_text,
    write_times,
    write_value,
    write_words,
)

HOLE: Final = re.compile("\x02([a-z]+)([0-9]+)\x03")

T = TypeVar("T")


class ValueMarks(msgspec.Struct, kw_only=True):
    """The values of one page, gathered while its template runs."""

    values: list[str] = msgspec.field(default_factory=list)
    """Each as it is written, once."""

    def value(self, value: FactValue) -> Markup:
        """The hole of a typed value."""
        return mark_hole("value", place_slot(self.values, write_value(value)))

    def written(self, written: str) -> Markup:
        """The hole of a value that is written already."""
        return mark_hole("value", place_slot(self.values, written))

    def phone_text(self, phone: Phone) -> Markup:
        """The hole of a phone number that stands in a link already."""
        return self.written(write_phone_text(phone))

    def dial(self, number: str) -> Markup:
        """The hole of a phone number of which only its digits are known."""
        digits = "".join(each for each in number if each.isdigit() or each == "+")
        return self.value(Phone(number, digits))

    def code(self, text: str) -> Markup:
        """The hole of a code: a key to press, a host, a form's number."""
        return self.value(CodeValue(text))

    def address(self, lines: Iterable[str]) -> Markup:
        """The hole of an address that no fact holds."""
        return self.value(Address(tuple(lines)))

    def source_words(self, text: str) -> Markup:
        """The hole of words that stay in the source language."""
        return self.written(write_words(text))

    def languages(self, codes: Iterable[str]) -> Markup:
        """The hole of a list of languages, in the words of the page's; nothing for none known."""
        written = write_languages(codes)
        return self.written(written) if written else Markup("")

    def weekday(self, first: int, last: int | None = None) -> Markup:
        """The hole of a day's name, or of a range of days; Monday is 0."""
        return self.written(write_days(first, first if last is None else last))

    def spans(self, spans: str) -> Markup:
        """The hole of written opening times of a day."""
        return self.written(write_times(spans))


def mark_hole(kind: str, number: int) -> Markup:
    """The mark of a hole: what it is filled with, and its number among those."""
    return Markup(f"\x02{kind}{number}\x03")  # noqa: S704 - a mark, no text


def place_slot(slots: list[T], slot: T) -> int:
    """The place of `slot` among `slots`, where it is put if it is new."""
    try:
        return slots.index(slot)
    except ValueError:
        slots.append(slot)
        return len(slots) - 1
