"""Kinds of facts and parameters in an editor's words."""

from __future__ import annotations

from waypost.model.fact import (
    Address,
    CodeValue,
    Day,
    Duration,
    Email,
    FactValue,
    Hours,
    Money,
    Number,
    Phone,
    Url,
    ValueTable,
    YearlyDay,
)
from waypost.model.phrase import ParameterType

_KINDS: dict[type, str] = {
    Phone: "a phone number",
    Money: "an amount of money",
    Day: "a date",
    YearlyDay: "a date",
    Duration: "a duration",
    Number: "a number",
    ValueTable: "a table",
    Address: "a postal address",
    Hours: "hours",
    Url: "a web address",
    Email: "an e-mail address",
    CodeValue: "a code",
}

PARAMETER_VALUES: dict[ParameterType, tuple[type[FactValue], ...]] = {
    ParameterType.NUMBER: (Number,),
    ParameterType.MONEY: (Money,),
    ParameterType.DATE: (Day, YearlyDay),
    ParameterType.DURATION: (Duration,),
}
"""The facts that may stand for a parameter."""


def say_kind(kind: type[FactValue]) -> str:
    """The kind of a fact with its article."""
    return _KINDS[kind]


def say_parameter(kind: ParameterType) -> str:
    """What a parameter takes, with its article."""
    return say_kind(PARAMETER_VALUES[kind][0])
