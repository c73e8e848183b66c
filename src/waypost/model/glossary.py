"""A glossary: how a language says the terms of public service, and what it must not say."""

from __future__ import annotations

from enum import StrEnum

import msgspec


class TermRule(StrEnum):
    """What the glossary asks of a term of the source."""

    REQUIRED = "required"
    """The translation holds one of the variants."""
    FORBIDDEN = "forbidden"
    """The translation holds none of the variants."""
    KEPT = "kept"
    """The term stands in the translation as it stands in the source: names, programmes, forms."""


class Term(msgspec.Struct, frozen=True):
    """One line of `translations/<lang>/glossary.csv`."""

    source: str
    rule: TermRule
    variants: tuple[str, ...]
    """Forms in the language, the first is the one to write; for a kept term none is needed."""
    note: str = ""
    approved_by: str = ""
    line: int = 1
    """Where the term stands in its file, from 1."""


class Glossary(msgspec.Struct, frozen=True):
    """The terms of one language, in the order of the file."""

    language: str
    terms: tuple[Term, ...] = msgspec.field(default=())
