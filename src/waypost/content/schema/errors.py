"""What pydantic refuses, said to an editor: where it stands, what is wrong, how to mend it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from waypost.content.located import Located, LocatedList, LocatedMap, LocatedText
from waypost.content.parsed import found, suggest
from waypost.content.schema.reading import FieldError, Fields, Reading, say_shape
from waypost.content.schema_codes import EMPTY_FIELD, MISSING_FIELD, UNKNOWN_FIELD, WRONG_SHAPE
from waypost.model.finding import Finding, Place

F = TypeVar("F", bound=Fields)


def read_fields(
    schema: type[F], data: LocatedMap, reading: Reading, findings: list[Finding]
) -> F | None:
    """The fields of `data`; None, and a finding for each mistake, when there are any."""
    try:
        return schema.model_validate(data, context=reading)
    except ValidationError as error:
        findings += _explain_all(schema, data, reading.path, error)
        return None


def explain(path: str, error: FieldError) -> Iterator[Finding]:
    """The findings of a field that a reader refused by itself."""
    for one in (error, *error.others):
        yield found(one.code, Place(path, one.line, one.column), one.message, one.mend)


def _explain_all(
    schema: type[Fields], data: LocatedMap, path: str, error: ValidationError
) -> Iterator[Finding]:
    for details in error.errors(include_url=False):
        refused = details.get("ctx", {}).get("error")
        if isinstance(refused, FieldError):
            yield from explain(path, refused)
        else:
            yield _explain(schema, data, path, details)


def _explain(schema: type[Fields], data: LocatedMap, path: str, details: ErrorDetails) -> Finding:
    steps = details["loc"]
    name = str(steps[-1]) if steps else ""
    if details["type"] == "missing":
        owner = _walk(data, steps[:-1])
        place = Place(path, owner.line, owner.column)
        return found(MISSING_FIELD, place, f"“{name}” is missing", f"Add {name}: and its value.")
    if details["type"] == "extra_forbidden":
        owner = _walk(data, steps[:-1])
        at = (owner.line, owner.column)
        if isinstance(owner, LocatedMap):
            at = owner.keys_at.get(name, at)
        known = _names_of(_schema_at(schema, steps[:-1]))
        mend = f"Correct its name, or remove it.{suggest(name, known)}"
        return found(UNKNOWN_FIELD, Place(path, *at), f"“{name}” is not known here", mend)
    value = _walk(data, steps)
    place = Place(path, value.line, value.column)
    if isinstance(value, LocatedText) and not value and not value.quoted:
        return found(EMPTY_FIELD, place, "the field is empty")
    wanted, mend = "a list", "Write each value on a line of its own after “-”, or all in [ ]."
    if "model" in details["type"] or "dict" in details["type"]:
        names = ", ".join(_names_of(_schema_at(schema, steps)))
        wanted, mend = "names with values", f"Write one or more of: {names}."
    message = f"{wanted} is expected here, not {say_shape(value)}"
    if wanted == "names with values":
        message = f"names with values are expected here, not {say_shape(value)}"
    return found(WRONG_SHAPE, place, message, mend)


def _walk(data: Located, steps: tuple[int | str, ...]) -> Located:
    """What stands at the end of `steps`, or the last thing on the way there."""
    for step in steps:
        inner = _step(data, step)
        if inner is None:
            break
        data = inner
    return data


def _step(data: Located, step: int | str) -> Located | None:
    if isinstance(data, LocatedMap):
        return data.get(str(step))
    if isinstance(data, LocatedList) and isinstance(step, int) and step < len(data):
        return data[step]
    return None


def _schema_at(schema: type[BaseModel], steps: tuple[int | str, ...]) -> type[BaseModel]:
    """The group of fields that stands at the end of `steps`."""
    for step in steps:
        if isinstance(step, int):
            continue
        for name, field in schema.model_fields.items():
            if step in {name, field.alias}:
                schema = _group_in(field.annotation) or schema
    return schema


def _group_in(annotation: object) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for part in getattr(annotation, "__args__", ()):
        group = _group_in(part)
        if group is not None:
            return group
    return None


def _names_of(schema: type[BaseModel]) -> tuple[str, ...]:
    return tuple(field.alias or name for name, field in schema.model_fields.items())
