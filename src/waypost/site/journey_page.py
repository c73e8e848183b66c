"""The page of a journey: steps that one can tick off, each with who, where and when."""

from __future__ import annotations

import msgspec

from waypost.model.block import Hole
from waypost.model.fact import Phone
from waypost.model.guide import Section
from waypost.model.journey import Join, Journey, StepKind, Task
from waypost.model.site import PageKind
from waypost.model.text import Document, Risk, Text
from waypost.site.guide_page import view_section
from waypost.site.program import Program
from waypost.site.surroundings import Link, Surroundings, begin_marks, build_page

_FEW = 3
"""More offices than this aren't named: the guide lists them."""


class TaskView(msgspec.Struct, frozen=True):
    """One thing to do, as the template shows it."""

    link: Link | None
    text: Text | None
    note: Text | None
    who: Link | None
    """The agency of the guide."""
    phone: Phone | None
    offices: tuple[Link, ...]


class StepView(msgspec.Struct, frozen=True):
    """A step as the template shows it."""

    number: int
    """Its own: so one can say at which step one is, whether or not it follows the one before."""
    all: int
    title: Text
    kind: StepKind
    join: str
    """How it stands to the step before; "" where it follows it."""
    when: Text | None
    tasks: tuple[TaskView, ...]


def build_journey_program(
    journey: Journey, body: tuple[Section[Hole], ...], document: Document, around: Surroundings
) -> Program:
    """The program of a journey."""
    marks = begin_marks(around, journey.id, document, floor=Risk.STANDARD)
    context: dict[str, object] = {
        "title": journey.title,
        "summary": journey.summary,
        "may_be_stub": True,
        "alerts": around.alerts(journey.id),
        "sections": tuple(view_section(section, marks) for section in body),
        "steps": view_steps(journey, around),
        "related": around.links(journey.id, journey.related),
    }
    return build_page(PageKind.JOURNEY, "journey.html", marks, around, context)


def view_steps(journey: Journey, around: Surroundings) -> tuple[StepView, ...]:
    """The journey's steps in their order, numbered."""
    return tuple(
        StepView(
            number,
            len(journey.steps),
            step.title,
            step.kind,
            step.join.value if number > 1 and step.join is not Join.THEN else "",
            step.when,
            tuple(_view_task(journey.id, task, around) for task in step.tasks),
        )
        for number, step in enumerate(journey.steps, 1)
    )


def _view_task(page: str, task: Task, around: Surroundings) -> TaskView:
    ref = around.pages.get(task.guide)
    if ref is None:
        return TaskView(None, task.text, task.note, None, None, ())
    agency, *doors = ref.reach or ("",)
    who = around.shared.agencies.get(agency)
    return TaskView(
        around.links(page, (ref.id,))[0],
        task.text,
        task.note,
        next(iter(around.links(page, (agency,))), None),
        _plain(around.find_phone(who.phone)) if who else None,
        around.links(page, doors) if len(doors) <= _FEW else (),
    )


def _plain(phone: Phone | None) -> Phone | None:
    return Phone(phone.shown, phone.dial, phone.extension) if phone else None
