"""Phrases: sentences with typed parameters that are reviewed once per language."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from waypost.model.finding import Place
from waypost.model.text import Risk, Text


class ParameterType(StrEnum):
    """What a parameter of a phrase may be; never a name that would need inflection."""

    NUMBER = "number"
    MONEY = "money"
    DATE = "date"
    DURATION = "duration"


@dataclass(frozen=True, slots=True)
class Parameter:
    """A typed parameter of a phrase."""

    name: str
    type: ParameterType


@dataclass(frozen=True, slots=True)
class Phrase:
    """An ICU message of the phrase bank; its address in `phrases.po` is its id."""

    id: str
    message: str
    parameters: tuple[Parameter, ...]
    risk: Risk
    place: Place
    group: str = ""
    """who, need, deadline, alert, help …: where an editor looks for it."""


@dataclass(frozen=True, slots=True)
class Argument:
    """A phrase's argument: the id of a fact, or a literal as the editor wrote it (`18`)."""

    name: str
    value: str
    is_fact: bool


@dataclass(frozen=True, slots=True)
class PhraseUse:
    """A phrase as a guide uses it."""

    phrase: str
    arguments: tuple[Argument, ...]


Statement = PhraseUse | Text
"""A sentence of a structured field: from the phrase bank, or the guide's own text."""
