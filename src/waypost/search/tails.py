"""Tails: keys written backwards, by which a word is found whose first letters are mistyped."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Final

from waypost.search.payload import as_units, parse_shared, render_each_shared, sort_as_scripts_do

_WORD: Final = re.compile(r"^[^0-9 ~=\n]{4,}$", re.MULTILINE)


def list_tails(keys: Iterable[str]) -> list[str]:
    """The keys of single words without digits, of 4 characters or more, backwards and sorted."""
    return sort_as_scripts_do(_WORD.findall("\n".join(keys)[::-1]))


def merge_tails(former: Sequence[str], moved: Iterable[str], keys: Sequence[str]) -> list[str]:
    """The tails of `keys`, from those of former keys and of all keys that came or went."""
    tails = list(former)
    for tail in moved:
        at = bisect_left(tails, as_units(tail), key=as_units)
        stood = tails[at : at + 1] == [tail]
        if _has(keys, tail[::-1]) and not stood:
            tails.insert(at, tail)
        elif stood and not _has(keys, tail[::-1]):
            del tails[at]
    return tails


def render_tails(tails: Sequence[str]) -> str:
    """One line: each as a digit for what it shares with the one before, and the rest."""
    return " ".join(render_each_shared(tails))


def parse_tails(payload: str) -> tuple[str, ...]:
    """The keys, still backwards."""
    tails: list[str] = []
    for entry in payload.split(" ") if payload else ():
        tails.append(parse_shared(tails[-1] if tails else "", entry))
    return tuple(tails)


def _has(keys: Sequence[str], key: str) -> bool:
    at = bisect_left(keys, as_units(key), key=as_units)
    return keys[at : at + 1] == [key]
