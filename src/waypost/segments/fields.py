"""The texts of structured fields, found wherever they stand in a value, in field order."""

from __future__ import annotations

from collections.abc import Iterator

from waypost.model.policy import effective_risk
from waypost.model.text import Risk, Role, Segment, Text

_ROLES = {
    "title": Role.TITLE,
    "name": Role.TITLE,
    "summary": Role.SUMMARY,
    "also_known_as": Role.KEYWORD,
    "head": Role.CELL,
    "rows": Role.CELL,
}
_CRITICAL = frozenset({"who", "asks", "deadlines", "automatic"})
# Bodies have addresses of another kind; places and references hold no text.
_WITHOUT_TEXTS = frozenset({"id", "place", "body", "blocks", "references"})


def extract_fields(value: object, risk: Risk) -> list[Segment]:
    """The segments of every `Text` in the Struct `value`, outermost fields first to last.

    `risk` is the floor; who may have a service, by when, without asking, and what is asked about
    a person is always critical.
    """
    segments: list[Segment] = []
    for name in _field_names(value):
        floor = Risk.CRITICAL if name in _CRITICAL else risk
        for field_name, text in _find_texts(name, getattr(value, name)):
            if text.source:
                role = _ROLES.get(field_name, Role.FIELD)
                risk_here = effective_risk(role, floor)
                segments.append(Segment(text.address, text.source, role, risk_here))
    return segments


def _field_names(value: object) -> Iterator[str]:
    """The names of a Struct's fields that may hold texts; none for another value."""
    names: tuple[str, ...] = getattr(type(value), "__struct_fields__", ())
    return (name for name in names if name not in _WITHOUT_TEXTS)


def _find_texts(name: str, value: object) -> Iterator[tuple[str, Text]]:
    """Each text in `value`, with the name of the field that holds it."""
    if isinstance(value, Text):
        yield name, value
    elif isinstance(value, tuple):
        for part in value:
            yield from _find_texts(name, part)
    elif not isinstance(value, str):
        for inner in _field_names(value):
            yield from _find_texts(inner, getattr(value, inner))
