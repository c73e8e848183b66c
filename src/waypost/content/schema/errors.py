"""What pydantic refuses, said to an editor: where it stands, what is wrong, how to mend it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from types import MappingProxyType
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from waypost.content.located import Located, LocatedList, LocatedMap, LocatedText
from waypost.content.parsed import found, suggest
from waypost.content.schema.models import Fields
from waypost.content.schema.reading import FieldError, Reading, explain, say_shape
from waypost.content.schema_codes import EMPTY_FIELD, MISSING_FIELD, UNKNOWN_FIELD, WRONG_SHAPE
from waypost.model.finding import Finding, Place

F = TypeVar("F", bound=Fields)


def read_fields(
    schema: type[F],
    data: LocatedMap,
    reading: Reading,
    findings: list[Finding],
    fallback: Mapping[str, str] = MappingProxyType({}),
) -> F | None:
    """The fields of `data`, with a finding for each mistake.

    What is wrong is left out, and what must be there is taken from `fallback`, so that the rest
    can be checked and previewed; None when that isn't enough.
    """
    try:
        return schema.model_validate(data, context=reading)
    except ValidationError as error:
        findings += _explain_all(schema, data, reading.path, error)
        rest = _leave_out(data, error)
    for name, text in fallback.items():
        if name not in rest:
            rest[name] = LocatedText(text, (data.line, data.column), name, quoted=True)
    try:
        return schema.model_validate(rest, context=reading)
    except ValidationError:
        return None


def _leave_out(data: LocatedMap, error: ValidationError) -> LocatedMap:
    """`data` without each wrong field, or without the wrong items of a list."""
    wrong: dict[str, set[int]] = {}
    whole: set[str] = set()
    for details in error.errors(include_url=False):
        field, *steps = details["loc"]
        if steps and isinstance(steps[0], int) and isinstance(data.get(str(field)), LocatedList):
            wrong.setdefault(str(field), set()).add(steps[0])
        else:
            whole.add(str(field))
    rest = LocatedMap((data.line, data.column), data.path)
    rest.keys_at = data.keys_at
    for name, value in data.items():
        if name in whole:
            continue
        if name in wrong and isinstance(value, LocatedList):
            items = LocatedList((value.line, value.column), value.path)
            items += (item for number, item in enumerate(value) if number not in wrong[name])
            value = items  # noqa: PLW2901 - the list without its wrong items
        rest[name] = value
    return rest


def _explain_all(
    schema: type[Fields], data: LocatedMap, path: str, error: ValidationError
) -> Iterator[Finding]:
    all_details = error.errors(include_url=False)
    misspelled = {
        (details["loc"][:-1], near)
        for details in all_details
        if details["type"] == "extra_forbidden"
        and (near := _find_meant(schema, details["loc"])) is not None
    }
    for details in all_details:
        if details["type"] == "missing" and (details["loc"][:-1], details["loc"][-1]) in misspelled:
            continue
        refused = details.get("ctx", {}).get("error")
        if isinstance(refused, FieldError):
            yield from explain(path, refused)
        else:
            yield _explain(schema, data, path, details)


def _find_meant(schema: type[Fields], steps: tuple[int | str, ...]) -> str | None:
    """The field whose name was misspelled."""
    near = get_close_matches(str(steps[-1]), _names_of(_schema_at(schema, steps[:-1])), 1, 0.6)
    return near[0] if near else None


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
