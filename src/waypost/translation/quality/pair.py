"""What a check looks at, and what it says."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import msgspec

from waypost.model.finding import Code
from waypost.model.glossary import Glossary
from waypost.model.text import Role, Syntax


class Pair(msgspec.Struct, frozen=True):
    """A source text and its translation, both in the segment grammar or as ICU messages."""

    source: str
    target: str
    syntax: Syntax
    role: Role
    source_language: str
    language: str
    glossary: Glossary


class Defect(msgspec.Struct, frozen=True):
    """What is wrong with a translation: the code, and the words that show it."""

    code: Code
    message: str
    is_blocking: bool


class PairCheck(msgspec.Struct, frozen=True):
    """One check of a text alone."""

    code: Code
    is_blocking: bool
    """An engine's text that fails is not written; a person's becomes a finding."""
    find: Callable[[Pair], Iterator[str]]
    """A message for each place that is wrong; nothing for a text that is right."""
    refuses_engines: bool = False
    """An engine's text that fails is not written either, though a person may know better."""


class PageCheck(msgspec.Struct, frozen=True):
    """One check of all texts of a document together."""

    code: Code
    is_blocking: bool
    find: Callable[[Sequence[Pair]], Iterator[tuple[int, str]]]
    """The number of the pair at fault, and a message."""
