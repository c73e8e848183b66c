"""Phone numbers of the United States in text, and the facts that they become."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_DASH = r"[-.\u2010\u2011\u2012\u2013 \u00a0]"
_PHONE = re.compile(
    rf"(?<![\d.,$-])(?:\+?1{_DASH}?)?(?:\(\d{{3}}\)[ \u00a0]?|\d{{3}}{_DASH})"
    rf"\d{{3}}{_DASH}\d{{4}}(?![\d-])"
)
_NOT_DIGITS = re.compile(r"\D")


@dataclass(frozen=True, slots=True)
class FoundPhone:
    """A phone number at a place in a text; `digits` are its ten, without the country's 1."""

    start: int
    end: int
    shown: str
    digits: str


def find_phones(text: str) -> Iterator[FoundPhone]:
    """Every whole number with an area code, in text order."""
    for found in _PHONE.finditer(text):
        digits = _NOT_DIGITS.sub("", found[0])
        yield FoundPhone(found.start(), found.end(), found[0], digits[-10:])


def normal_phones(text: str) -> str:
    """`text` with each phone number as its ten digits, however it is written."""
    return _PHONE.sub(lambda found: _NOT_DIGITS.sub("", found[0])[-10:], text)


def name_facts(texts: Iterable[str]) -> dict[str, str]:
    """The fact's id for the digits of every phone number in `texts`, in order of the digits."""
    digits = {phone.digits for text in texts for phone in find_phones(text)}
    return {number: f"phone.tel_{number}" for number in sorted(digits)}


def show_phone(digits: str) -> str:
    """How the fact is written: 1-800-555-0100."""
    return f"1-{digits[:3]}-{digits[3:6]}-{digits[6:]}"
