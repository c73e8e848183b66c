"""The components: what each is for, how it meets which criteria of WCAG 2.2, and examples.

Touches the disk: reads the components' `component.yml`, each once.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import msgspec

from waypost.site.style_sheet import COMPONENTS


class _File(msgspec.Struct, forbid_unknown_fields=True):
    """A `component.yml`."""

    title: str
    purpose: str
    criteria: dict[str, str]
    examples: dict[str, str]
    written_by: tuple[str, ...] = ()
    unstyled: dict[str, str] = {}


class Example(msgspec.Struct, frozen=True):
    """A use of a component: Jinja over the values of `site.example_values`."""

    name: str
    snippet: str


class Component(msgspec.Struct, frozen=True):
    """A part of pages with a folder of its own."""

    name: str
    title: str
    purpose: str
    criteria: Mapping[str, str]
    """Number of a WCAG 2.2 criterion → how the component meets it."""
    examples: tuple[Example, ...]
    written_by: tuple[str, ...]
    """Modules of `site` that write its classes, where no template does."""
    unstyled: Mapping[str, str]
    """Class → why it has no rule."""


@cache
def list_components() -> tuple[str, ...]:
    """The names of all components, in the order of the alphabet."""
    return tuple(sorted(path.parent.name for path in COMPONENTS.glob("*/component.yml")))


@cache
def load_component(name: str) -> Component:
    """The component of that name, as its `component.yml` describes it."""
    import yaml

    text = (COMPONENTS / name / "component.yml").read_text(encoding="utf-8")
    said = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - it makes strings only
    given = msgspec.convert(said, _File)
    examples = tuple(Example(one, snippet) for one, snippet in given.examples.items())
    return Component(
        name,
        given.title,
        given.purpose,
        given.criteria,
        examples,
        given.written_by,
        given.unstyled,
    )
