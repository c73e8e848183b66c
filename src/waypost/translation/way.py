"""Which way a text went through an engine, and what came of it."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

import msgspec


class Way(StrEnum):
    """How a translation was come by, from the plainest way to none at all."""

    COPIED = "copied"
    """There is nothing to translate: facts, numbers, kept names."""
    ENGINE = "engine"
    """The engine itself keeps markup."""
    PLAIN = "plain"
    """Nothing had to be hidden."""
    BY_VALUE = "by value"
    """Facts stood in the text with today's values, so that the engine saw what they are."""
    MASKED = "masked"
    """The first kind of marks came back whole."""
    OTHER_MARKS = "other marks"
    """Another kind of marks did, or numbers had to be hidden too."""
    PROJECTED = "projected"
    """Translated without its pairs; these were put around the words that they stood around."""
    UNMARKED = "unmarked"
    """As projected; an emphasis on a word such as “not” had no certain place and is left out."""
    SPLIT = "split"
    """The pieces between the markup were translated one by one."""
    REFUSED = "refused"
    """No way gave a text that can be trusted."""


_ORDER = {way: number for number, way in enumerate(Way)}


class Translated(msgspec.Struct, frozen=True):
    """What came of one text."""

    text: str | None
    """None if no way gave a text that can be trusted: then the source stands."""
    way: Way
    fault: str = ""
    """Of a refused text: what was wrong with the last attempt."""
    emphasis: tuple[str, ...] = ()
    """Emphasised words that turn a sentence, such as “not”: a person must look where they stand."""
    is_steered: bool = False
    """Whether a term of the glossary was set in because the engine chose another word."""


def join_translated(parts: Iterable[Translated], text: str | None) -> Translated:
    """What came of a text whose lines were translated one by one: the longest way of theirs."""
    lines = tuple(parts)
    longest = max(lines, key=lambda one: _ORDER[one.way], default=None)
    if longest is None:
        return Translated(text, Way.COPIED if text is not None else Way.REFUSED)
    return Translated(
        text,
        longest.way,
        longest.fault,
        tuple(dict.fromkeys(word for one in lines for word in one.emphasis)),
        any(one.is_steered for one in lines),
    )
