"""Facts that an engine sees as today's value, so that the words around them have their grammar.

"Within [0] after" says nothing to an engine; "within 90 days after" does. The value must come back
exactly once, as the source's language or the target's writes it; the fact takes its place again.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

import msgspec

from waypost.translation.masking import Masked
from waypost.translation.pieces import Kind

_NAME = re.compile(r"\{\s*([\w.]+)")
_DIGIT = re.compile(r"\d")
# One of something is grammar of its own: it would not fit the value of another day.
_ONE = re.compile(r"(?<![\d.,:-])1(?![\d.,:-])")
_LONGEST = 40


class Value(msgspec.Struct, frozen=True):
    """Today's value of a fact as the two languages write it."""

    source: str
    target: str


Values = Mapping[str, Value]
"""By the id of a fact or the name of a parameter."""


class StandIns(msgspec.Struct, frozen=True):
    """A masked text with values for marks, and which mark each stands for."""

    text: str
    marks: tuple[tuple[str, Value], ...]


def put_values(masked: Masked, values: Values) -> StandIns | None:
    """The masked text with values in the place of facts; None where none can stand there.

    A value can if it has a digit, is short, and can't be taken for anything else in the text.
    """
    encoding = masked.tokens.encoding
    marks: list[tuple[str, Value]] = []
    text = masked.text
    for number, token in enumerate(masked.tokens.tokens):
        name = _NAME.match(token.source) if token.kind is Kind.ALONE else None
        value = values.get(name[1]) if name is not None else None
        if value is not None and _can_stand(value):
            mark = encoding.mark(number)
            marks.append((mark, value))
            text = _before_words(text, mark).replace(mark, value.source)
    if not marks or any(len(_pattern(value).findall(text)) != 1 for _, value in marks):
        return None
    return StandIns(text, tuple(marks))


def take_values(result: str, stand_ins: StandIns) -> str | None:
    """`result` with the marks in the place of the values; None if one isn't there exactly once."""
    for _, value in stand_ins.marks:
        if len(_pattern(value).findall(result)) != 1:
            return None
    for mark, value in stand_ins.marks:
        found = _pattern(value).search(result)
        if found is None:
            return None
        result = result[: found.start()] + mark + result[found.end() :]
    return result


def _can_stand(value: Value) -> bool:
    texts = (value.source, value.target)
    return all(
        _DIGIT.search(text) and not _ONE.search(text) and len(text) <= _LONGEST for text in texts
    )


def _before_words(text: str, mark: str) -> str:
    """A glued mark gets its space back: a value is a word."""
    return re.sub(rf"(?<=\w){re.escape(mark)}", f" {mark}", text)


@lru_cache(maxsize=4096)
def _pattern(value: Value) -> re.Pattern[str]:
    forms = sorted({value.source, value.target}, key=len, reverse=True)
    written = "|".join(_written(form) for form in forms)
    before = after = ""
    if "$" in value.source:
        # Some write the country before the sign of its money: that goes with the value.
        before, after = r"(?:(?:US|USD|U\.S\.|CA|C)\s?)?", r"(?!\s?(?:US\b|USD\b|\$))"
    return re.compile(
        rf"(?<![\w$€£¥%])(?<!\d[.,:/-]){before}(?:{written})(?![\w%])(?![.,:/-]\d){after}",
        re.IGNORECASE,
    )


def _written(text: str) -> str:
    """The value with any kind of space or dash in it."""
    out: list[str] = []
    for char in text:
        if char.isspace():
            out.append(r"\s+")
        else:
            out.append("[-‐‑‒–−]" if char in "-‐‑‒–−" else re.escape(char))
    return "".join(out)
