"""Tails: keys written backwards, by which a word is found whose first letters are mistyped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from waypost.search.payload import parse_shared, render_shared, sort_as_scripts_do

_NOT_A_WORD: Final = re.compile(r"[\d ~=]")
_LEAST: Final = 4


def list_tails(keys: Iterable[str]) -> list[str]:
    """The keys of single words without digits, of 4 characters or more, backwards and sorted."""
    return sort_as_scripts_do(
        key[::-1] for key in keys if len(key) >= _LEAST and _NOT_A_WORD.search(key) is None
    )


def render_tails(tails: Sequence[str]) -> str:
    """One line: each as a digit for what it shares with the one before, and the rest."""
    return " ".join(render_shared(before, tail) for before, tail in pairwise(("", *tails)))


def parse_tails(payload: str) -> tuple[str, ...]:
    """The keys, still backwards."""
    tails: list[str] = []
    for entry in payload.split(" ") if payload else ():
        tails.append(parse_shared(tails[-1] if tails else "", entry))
    return tuple(tails)
