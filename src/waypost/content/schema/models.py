"""Groups of fields as pydantic models, whose fields are read by functions of our own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
from pydantic import BaseModel, ConfigDict, ValidationInfo
from pydantic_core.core_schema import (
    CoreSchema,
    no_info_plain_validator_function,
    with_info_plain_validator_function,
)

from waypost.content.located import Located
from waypost.content.schema.reading import Reading


class Read(msgspec.Struct, frozen=True):
    """The reader of a field's type, in place of all that pydantic would make of the type itself."""

    function: Callable[[Located], object]

    def __get_pydantic_core_schema__(self, _type: object, _handler: object) -> CoreSchema:
        return no_info_plain_validator_function(self.function)


class ReadIn(msgspec.Struct, frozen=True):
    """Like `Read`, for a reader that must know of its file."""

    function: Callable[[Located, ValidationInfo], object]

    def __get_pydantic_core_schema__(self, _type: object, _handler: object) -> CoreSchema:
        return with_info_plain_validator_function(self.function)


class Fields(BaseModel):
    """A group of fields: unknown ones are refused, and nothing changes after reading."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


def reading_of(info: ValidationInfo) -> Reading:
    """The reading that a validator runs in."""
    context: Any = info.context
    if not isinstance(context, Reading):
        raise TypeError("a field is read with a Reading as its context")
    return context
