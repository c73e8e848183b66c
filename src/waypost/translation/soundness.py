"""Whether a translation can stand where its source stands: placeables, markup, signs.

A flaw makes a translation unusable: the source text stands in its place, and `waypost check` says
why. Taste (length, wording) is no flaw.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache

import msgspec

from waypost.locales.message_syntax import check_no_select, parse_nodes, walk_arguments
from waypost.model.marks import UNSAFE_SIGNS
from waypost.model.markup import MarkupError, Words, parse_markup, placeables, walk_nodes
from waypost.model.text import Syntax

_UNSAFE_SIGN = re.compile(f"[{UNSAFE_SIGNS}]")
_MARKUP_TO_CHECK = re.compile(rf"[\\*\[\]{{}}{UNSAFE_SIGNS}]")
_MESSAGE_TO_CHECK = re.compile(rf"[{{}}'#{UNSAFE_SIGNS}]")
_FACT = re.compile(r"\{[a-z0-9_.]+\}")
_ONLY_FACTS = re.compile(rf"(?:[^\\*\[\]{{}}{UNSAFE_SIGNS}]|\{{[a-z0-9_.]+\}})*")
_SIMPLE_ARGUMENT = re.compile(r"\{\s*(\w+)\s*\}")
_SIMPLE_MESSAGE = re.compile(rf"(?:[^{{}}'{UNSAFE_SIGNS}]|'(?=[^{{}}'|#]|$)|\{{\s*\w+\s*\}})*")

_LETTER = re.compile(r"[^\W\d_]")


def has_letter(text: str) -> bool:
    """Whether there is anything to read: a translation without a letter is none."""
    return _LETTER.search(text) is not None


def find_sign(text: str) -> str | None:
    """The name of the first sign that no text may hold (`U+202E`), or None."""
    unsafe = _UNSAFE_SIGN.search(text)
    return None if unsafe is None else f"U+{ord(unsafe[0]):04X}"


def is_simple_message(text: str) -> bool:
    """Whether an ICU message is plain words and plain arguments, nothing quoted or chosen."""
    return _SIMPLE_MESSAGE.fullmatch(text) is not None


class FlawKind(StrEnum):
    """What makes a translation unusable."""

    LOST = "lost"
    EXTRA = "extra"
    MARKUP = "markup"
    MESSAGE = "message"
    SIGN = "sign"


class Flaw(msgspec.Struct, frozen=True):
    """Why a translation can't be used: its kind, and the words or the place that show it."""

    kind: FlawKind
    detail: str


@lru_cache(maxsize=8192)
def expect_placeables(source: str, syntax: Syntax) -> tuple[str, ...] | None:
    """What every translation of `source` must hold, sorted; None when the source is broken."""
    try:
        return _find_placeables(source, syntax)
    except ValueError:
        return None


@lru_cache(maxsize=8192)
def has_words(source: str, syntax: Syntax) -> bool:
    """Whether there is anything to translate: a letter outside facts and marks."""
    if syntax is Syntax.MESSAGE:
        return True
    try:
        nodes = parse_markup(source)
    except MarkupError:
        return True
    words = (node.text for node in walk_nodes(nodes) if isinstance(node, Words))
    return any(sign.isalpha() for text in words for sign in text)


def is_sound(target: str, expected: tuple[str, ...] | None, syntax: Syntax) -> bool:
    """Whether `find_flaws` would find none; at once for plain words."""
    if expected is None:
        return False
    if syntax is Syntax.MARKUP:
        if not expected and _MARKUP_TO_CHECK.search(target) is None:
            return True
        if _ONLY_FACTS.fullmatch(target):
            return tuple(sorted(_FACT.findall(target))) == expected
    elif not expected and _MESSAGE_TO_CHECK.search(target) is None:
        return True
    return not find_flaws(target, expected, syntax)


def find_flaws(target: str, expected: tuple[str, ...] | None, syntax: Syntax) -> tuple[Flaw, ...]:
    """All that makes `target` unusable in place of a source with the placeables `expected`."""
    unsafe = find_sign(target)
    if unsafe is not None:
        return (Flaw(FlawKind.SIGN, unsafe),)
    try:
        found = _find_placeables(target, syntax)
    except MarkupError as error:
        return (Flaw(FlawKind.MARKUP, f"{error} (character {error.offset + 1})"),)
    except ValueError as error:
        return (Flaw(FlawKind.MESSAGE, str(error)),)
    if expected is None or found == expected:
        return ()
    lost, extra = Counter(expected), Counter(found)
    flaws = [Flaw(FlawKind.LOST, each) for each in (lost - extra).elements()]
    flaws += [Flaw(FlawKind.EXTRA, each) for each in (extra - lost).elements()]
    return tuple(flaws)


def _find_placeables(text: str, syntax: Syntax) -> tuple[str, ...]:
    """The placeables, sorted; those of a message once each, since a plural repeats them.

    Raises MarkupError or another ValueError.
    """
    if syntax is Syntax.MARKUP:
        return placeables(parse_markup(text))
    if is_simple_message(text):
        names: Sequence[str] = _SIMPLE_ARGUMENT.findall(text)
    else:
        nodes = parse_nodes(text)
        check_no_select(nodes)
        names = [each.name for each in walk_arguments(nodes)]
    return tuple(sorted({f"{{{name}}}" for name in names}))
