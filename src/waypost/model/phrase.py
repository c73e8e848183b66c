"""Phrases: sentences with typed parameters that are reviewed once per language."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from waypost.model.finding import Place
from waypost.model.text import Risk, Text


class ParameterType(StrEnum):
    """What a parameter of a phrase may be; never a name that would need inflection."""

    NUMBER = "number"
    MONEY = "money"
    DATE = "date"
    DURATION = "duration"


class Parameter(msgspec.Struct, frozen=True):
    """A typed parameter of a phrase."""

    name: str
    type: ParameterType


class Phrase(msgspec.Struct, frozen=True):
    """An ICU message of the phrase bank; its address in `phrases.po` is its id."""

    id: str
    message: str
    parameters: tuple[Parameter, ...]
    risk: Risk
    place: Place
    group: str = ""
    """who, need, deadline, alert, help …: where an editor looks for it."""

    def bind(self, use: PhraseUse) -> PhraseUse:
        """`use` with its nameless argument named after the phrase's only parameter."""
        if len(self.parameters) != 1 or all(argument.name for argument in use.arguments):
            return use
        name = self.parameters[0].name
        return PhraseUse(
            use.phrase,
            tuple(Argument(a.name or name, a.value, a.is_fact) for a in use.arguments),
        )


class Argument(msgspec.Struct, frozen=True):
    """A phrase's argument: the id of a fact, or a literal as the editor wrote it (`18`)."""

    name: str
    """"" as `age_at_least: 18` is read, until `bind` names the phrase's only parameter."""
    value: str
    is_fact: bool


class PhraseUse(msgspec.Struct, frozen=True):
    """A phrase as a guide uses it."""

    phrase: str
    arguments: tuple[Argument, ...]


Statement = PhraseUse | Text
"""A sentence of a structured field: from the phrase bank, or the guide's own text."""
