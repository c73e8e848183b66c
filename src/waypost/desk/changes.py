"""What changed in a source text, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from enum import StrEnum

import msgspec

_WORDS = re.compile(r"\{[a-z0-9_.]+\}|\w+(?:[’'\-]\w+)*|\s+|[^\w\s]")
_MOST_WORDS = 2_000
"""Beyond it a comparison takes long, and nobody reads it word by word."""


class Kind(StrEnum):
    """What happened to some words."""

    SAME = "same"
    OUT = "out"
    IN = "in"


class Change(msgspec.Struct, frozen=True):
    """A run of words with one fate."""

    kind: Kind
    text: str


def compare_words(old: str, new: str) -> tuple[Change, ...]:
    """The runs that lead from `old` to `new`, what went before what came.

    Joining all but those that came gives `old`; all but those that went, `new`.
    """
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    if max(len(before), len(after)) > _MOST_WORDS:
        return _drop_empty([Change(Kind.OUT, old), Change(Kind.IN, new)])
    return _drop_empty(_merge(_compare(before, after)))


def _compare(before: list[str], after: list[str]) -> Iterator[Change]:
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, start, end, new_start, new_end in matcher.get_opcodes():
        if tag == "equal":
            yield Change(Kind.SAME, "".join(before[start:end]))
        else:
            yield Change(Kind.OUT, "".join(before[start:end]))
            yield Change(Kind.IN, "".join(after[new_start:new_end]))


def _merge(changes: Iterator[Change]) -> Iterator[Change]:
    """The changes, with a lone space between two of them taken into both: it reads as one."""
    out = new = ""
    spaces = ""
    for change in changes:
        if change.kind is Kind.OUT:
            out += change.text
        elif change.kind is Kind.IN:
            new += change.text
        elif (out or new) and change.text.isspace() and not spaces:
            out, new, spaces = out + change.text, new + change.text, change.text
            continue
        else:
            yield from _close(out, new, spaces)
            yield change
            out = new = ""
        spaces = ""
    yield from _close(out, new, spaces)


def _close(out: str, new: str, spaces: str) -> Iterator[Change]:
    """Both runs, without the space that nothing followed."""
    if spaces:
        out, new = out[: -len(spaces)], new[: -len(spaces)]
    yield Change(Kind.OUT, out)
    yield Change(Kind.IN, new)
    yield Change(Kind.SAME, spaces)


def _drop_empty(changes: Iterator[Change] | list[Change]) -> tuple[Change, ...]:
    return tuple(change for change in changes if change.text)
