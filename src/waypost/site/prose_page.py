"""The pages of journeys and of plain prose."""

from __future__ import annotations

from dataclasses import dataclass

from waypost.model.block import Hole
from waypost.model.guide import Section
from waypost.model.journey import Join, Journey, Step, StepKind
from waypost.model.place import PlainPage
from waypost.model.site import PageKind
from waypost.model.text import Document, Risk, Text
from waypost.site.guide_page import view_section
from waypost.site.program import Program
from waypost.site.surroundings import Link, Surroundings, begin_marks, build_page


@dataclass(frozen=True, slots=True)
class TaskView:
    """One thing to do, as the template shows it."""

    link: Link | None
    text: Text | None
    note: Text | None


@dataclass(frozen=True, slots=True)
class StepView:
    """A step as the template shows it."""

    number: int
    """0 for a step that stands beside or instead of the one before it."""
    title: Text
    kind: StepKind
    join: str
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
        "steps": _view_steps(journey, around),
        "related": around.links(journey.id, journey.related),
    }
    return build_page(PageKind.JOURNEY, "journey.html", marks, around, context)


def _view_steps(journey: Journey, around: Surroundings) -> tuple[StepView, ...]:
    views: list[StepView] = []
    number = 0
    for at, step in enumerate(journey.steps):
        joined = at > 0 and step.join is not Join.THEN
        number += 0 if joined else 1
        join = step.join.value if joined else ""
        shown = 0 if joined else number
        tasks = _view_tasks(journey.id, step, around)
        views.append(StepView(shown, step.title, step.kind, join, step.when, tasks))
    return tuple(views)


def _view_tasks(page: str, step: Step, around: Surroundings) -> tuple[TaskView, ...]:
    return tuple(
        TaskView(next(iter(around.links(page, (task.guide,))), None), task.text, task.note)
        for task in step.tasks
    )


def build_plain_program(
    page: PlainPage, body: tuple[Section[Hole], ...], document: Document, around: Surroundings
) -> Program:
    """The program of a plain page."""
    marks = begin_marks(around, page.id, document, floor=Risk.LOW)
    context: dict[str, object] = {
        "title": page.title,
        "summary": page.summary,
        "may_be_stub": True,
        "page_id": page.id,
        "languages": page.id == "language-help",
        "sections": tuple(view_section(section, marks) for section in body),
    }
    return build_page(PageKind.PAGE, "prose.html", marks, around, context)
