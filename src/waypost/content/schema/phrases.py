"""The fields of a phrase in phrases.yml."""

from __future__ import annotations

from typing import Annotated

from waypost.content.located import Located
from waypost.content.schema.fields import PlainField, RiskField, choose
from waypost.content.schema.models import Fields, Read
from waypost.content.schema.reading import FieldError, expect_map, named
from waypost.content.schema.statements import PHRASE_ID
from waypost.content.schema_codes import BAD_NAME
from waypost.model.phrase import Parameter, ParameterType
from waypost.model.text import Risk


def read_parameters(value: Located) -> tuple[Parameter, ...]:
    """Parameters by their names, each with its type."""
    group = expect_map(value, "names with types, such as {age: number},")
    types = {kind.value: kind.value for kind in ParameterType}
    for name in group:
        if not PHRASE_ID.fullmatch(name):
            raise FieldError(BAD_NAME, named(group, name), f"“{name}” can't be a name")
    return tuple(
        Parameter(name, ParameterType(choose(inner, types))) for name, inner in group.items()
    )


Parameters = Annotated[tuple[Parameter, ...], Read(read_parameters)]


class PhraseFields(Fields):
    """A sentence with its parameters; without a risk it is critical, since phrases recur."""

    text: PlainField
    params: Parameters = ()
    risk: RiskField = Risk.CRITICAL
    group: PlainField = ""
