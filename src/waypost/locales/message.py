"""ICU messages: sentences with arguments that are right in the plurals of each language.

`parse_message` says what a text needs, `format_message` fills it in, `missing_categories` says
what a translation into a language with more plurals still lacks. The rules for apostrophes stand
in `message_syntax`.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cache, lru_cache

import icu
import msgspec

from waypost.locales.amounts import plain_spaces
from waypost.locales.icu_locale import choose_locale, find_identifier
from waypost.locales.message_syntax import (
    Argument,
    Kind,
    MessageSyntaxError,
    parse_nodes,
    walk_arguments,
    walk_literals,
)

__all__ = [
    "Message",
    "MessageSyntaxError",
    "format_message",
    "missing_categories",
    "parse_message",
    "sample_counts",
]

_CACHED = 20_000
_CATEGORIES = ("zero", "one", "two", "few", "many", "other")

# Categories that no smaller number has (the Spanish "many" of a million) are nothing to ask of a
# translator: ICU falls back to "other", and no phrase counts that far.
_LARGEST_COUNT = 1_000


class Message(msgspec.Struct, frozen=True):
    """A message that ICU can format."""

    text: str
    arguments: tuple[str, ...]
    """The names, each once, in the order in which they first appear."""
    is_simple: bool
    """Without plural and select: one sentence, whatever the values."""
    counts: tuple[str, ...]
    """The arguments that must be numbers: those of plurals and of `number`."""
    literals: tuple[tuple[int, int], ...]
    """Start and end of each run of text; what lies between is syntax, not for translation."""


@lru_cache(_CACHED)
def parse_message(text: str, code: str) -> Message:
    """What the message holds; raises MessageSyntaxError if it isn't one.

    `code` is the language of the text. Categories that it lacks are no error of syntax: see
    `missing_categories`.
    """
    nodes = parse_nodes(text)
    arguments = tuple(walk_arguments(nodes))
    try:
        icu.MessageFormat(text, choose_locale(code, ""))
    except icu.ICUError as error:
        raise MessageSyntaxError(f"ICU can't read the message: {error}", 0) from error
    return Message(
        text=text,
        arguments=tuple(dict.fromkeys(each.name for each in arguments)),
        is_simple=all(each.kind in (Kind.PLAIN, Kind.NUMBER) for each in arguments),
        counts=tuple(
            dict.fromkeys(
                each.name for each in arguments if each.kind not in (Kind.PLAIN, Kind.SELECT)
            )
        ),
        literals=tuple((each.start, each.end) for each in walk_literals(nodes)),
    )


@lru_cache(_CACHED)
def _compile(text: str, code: str, territory: str) -> icu.MessageFormat:
    return icu.MessageFormat(text, choose_locale(code, territory))


def format_message(
    text: str, code: str, territory: str, arguments: Mapping[str, str | int | Decimal]
) -> str:
    """The sentence with its arguments: texts as they are, numbers in the language's way.

    A year or a phone number is a text: as a number, 2026 is "2,026". Raises MessageSyntaxError for
    a text that is no message, or that chooses by words where a number is given; KeyError for an
    argument that isn't given; TypeError for a text where the message counts.
    """
    message = parse_message(text, code)
    values = [arguments[name] for name in message.arguments]
    for name in message.counts:
        if isinstance(arguments[name], str):
            raise TypeError(f"the message counts {{{name}}}, so it must be a number: {text}")
    wrapped = [icu.Formattable(_simplify(value)) for value in values]
    try:
        shown = _compile(text, code, territory).format(list(message.arguments), wrapped)
    except icu.ICUError as error:
        raise MessageSyntaxError(f"ICU can't fill in the message: {error}", 0) from error
    has_numbers = any(not isinstance(value, str) for value in values)
    return plain_spaces(shown) if has_numbers else shown


def _simplify(value: str | float | Decimal) -> str | int | float:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value


def missing_categories(text: str, code: str) -> tuple[str, ...]:
    """The plural categories of the language that a plural of the message has no branch for.

    Only those that a whole number up to 1,000 can have; a category all of whose numbers have
    branches of their own (`=1`) isn't missing. Raises MessageSyntaxError.
    """
    missing: set[str] = set()
    for argument in walk_arguments(parse_nodes(text)):
        if argument.kind in (Kind.PLURAL, Kind.ORDINAL):
            missing |= _find_missing(argument, code)
    return tuple(category for category in _CATEGORIES if category in missing)


def _find_missing(argument: Argument, code: str) -> set[str]:
    selectors = {branch.selector for branch in argument.branches}
    exact = {int(selector[1:]) for selector in selectors if selector.startswith("=")}
    return {
        category
        for category, counts in _categories(code, argument.kind).items()
        if category not in selectors and not counts <= exact
    }


def sample_counts(code: str) -> Mapping[str, int]:
    """For each plural category of the language, the largest number below 1,000 that has it.

    A category that only larger numbers have is left out.
    """
    found: dict[str, int] = {}
    for category, counts in _categories(code, Kind.PLURAL).items():
        small = [count for count in counts if count < _LARGEST_COUNT]
        if small:
            found[category] = max(small)
    return found


@cache
def _categories(code: str, kind: Kind) -> Mapping[str, frozenset[int]]:
    """Each category of the language, and the whole numbers up to 1,000 that have it."""
    if find_identifier(code) is None:
        return {"other": frozenset(range(_LARGEST_COUNT + 1))}
    branches = " ".join(f"{category}{{{category}}}" for category in _CATEGORIES)
    probe = icu.MessageFormat(f"{{n, {kind}, {branches}}}", choose_locale(code, ""))
    found: dict[str, set[int]] = {}
    for count in range(_LARGEST_COUNT + 1):
        found.setdefault(probe.format(["n"], [icu.Formattable(count)]), set()).add(count)
    return {category: frozenset(counts) for category, counts in found.items()}
