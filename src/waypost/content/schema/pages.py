"""The front matter of journeys and plain pages."""

from __future__ import annotations

from typing import Annotated

from pydantic import ValidationInfo

from waypost.content.located import Located, LocatedText
from waypost.content.schema.fields import (
    AliasField,
    JoinField,
    PageId,
    StepKindField,
    TextField,
    TopicId,
    mention_page,
    read_text,
)
from waypost.content.schema.models import Fields, ReadIn
from waypost.content.schema.reading import FieldError, expect_map, named
from waypost.content.schema_codes import UNKNOWN_FIELD, WRONG_SHAPE
from waypost.model.journey import Join, StepKind, Task


def read_task(value: Located, info: ValidationInfo) -> Task:
    """The id of a guide, a guide with a note, or a text."""
    if isinstance(value, LocatedText):
        return Task(mention_page(value, info), None, None)
    group = expect_map(value, "the id of a guide, or guide: and note:, or text:")
    for key in group:
        if key not in {"guide", "text", "note"}:
            mend = "Write guide, text or note."
            raise FieldError(UNKNOWN_FIELD, named(group, key), f"“{key}” is not known here", mend)
    if ("guide" in group) == ("text" in group):
        raise FieldError(WRONG_SHAPE, group, "a task has either guide: or text:")
    guide = mention_page(group["guide"], info) if "guide" in group else ""
    text = read_text(group["text"], info) if "text" in group else None
    note = read_text(group["note"], info) if "note" in group else None
    return Task(guide, text, note)


TaskField = Annotated[Task, ReadIn(read_task)]


class StepFields(Fields):
    """A step of a journey."""

    title: TextField
    kind: StepKindField = StepKind.REQUIRED
    join: JoinField = Join.THEN
    when: TextField | None = None
    tasks: tuple[TaskField, ...] = ()


class JourneyFields(Fields):
    """All fields of a journey."""

    title: TextField
    summary: TextField
    topics: tuple[TopicId, ...] = ()
    steps: tuple[StepFields, ...] = ()
    related: tuple[PageId, ...] = ()
    aliases: tuple[AliasField, ...] = ()


class PageFields(Fields):
    """All fields of a plain page."""

    title: TextField
    summary: TextField | None = None
    aliases: tuple[AliasField, ...] = ()
