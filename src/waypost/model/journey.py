"""Journeys: life events as steps over guides."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from waypost.model.block import Block, Inline
from waypost.model.finding import Place
from waypost.model.guide import Reference
from waypost.model.text import Text


class StepKind(StrEnum):
    """Whether a step must be taken."""

    REQUIRED = "required"
    OPTIONAL = "optional"
    CHOICE = "choice"
    """One of its tasks is enough."""


class Join(StrEnum):
    """How a step stands to the one before it."""

    THEN = "then"
    AND = "and"
    """At the same time."""
    OR = "or"
    """Instead."""


class Task(msgspec.Struct, frozen=True):
    """One thing to do in a step: a guide, or a text, with a note."""

    guide: str
    """The id of a guide, or "" when `text` says it."""
    text: Text | None
    note: Text | None


class Step(msgspec.Struct, frozen=True):
    """A step of a journey: its tasks in order."""

    title: Text
    kind: StepKind
    join: Join
    tasks: tuple[Task, ...]
    when: Text | None


class Journey(msgspec.Struct, frozen=True):
    """A life event: what to do, in which order, with prose before and after."""

    id: str
    place: Place
    title: Text
    summary: Text
    topics: tuple[str, ...]
    steps: tuple[Step, ...]
    related: tuple[str, ...]
    aliases: tuple[str, ...]
    blocks: tuple[Block[Inline], ...]
    references: tuple[Reference, ...]
