"""A journey as one follows it on paper."""

from __future__ import annotations

import re

from tests.unit.site.outline import outline
from tests.unit.site.sample import Sample
from waypost.content.prose_reader import parse_journey
from waypost.model.journey import Journey
from waypost.model.replacing import replace
from waypost.segments.extract import extract_journey
from waypost.site.fill import fill_program
from waypost.site.journey_page import build_journey_program, view_steps
from waypost.site.surroundings import Surroundings

JOURNEY = """\
---
title: Moving here
summary: What to do first.
steps:
  - title: Get your ID
    kind: choice
    when: In the first month
    tasks: [{guide: renew, note: If you drive.}, {text: Ask at the desk.}]
  - {title: Meanwhile, kind: required, join: and, tasks: [renew]}
  - {title: Instead, kind: required, join: or, tasks: [nowhere]}
  - {title: Rest, kind: optional, join: then, tasks: [{text: Rest.}]}
---
"""


def journey() -> Journey:
    found = parse_journey("content/journeys/moving.md", JOURNEY).value
    assert found is not None
    return found


def around(*doors: str) -> Surroundings:
    """The sample site, with a guide that has an agency and these offices."""
    sample = Sample()
    ref = replace(sample.around.pages["renew"], reach=("desk", *doors))
    return replace(sample.around, pages={**sample.around.pages, "renew": ref})


def show(surroundings: Surroundings) -> str:
    extracted = extract_journey(journey())
    program = build_journey_program(journey(), extracted.body, extracted.document, surroundings)
    html = fill_program(program, Sample().locale("en"), []).finish().decode()
    assert outline(html).faults == []
    return html


def test_every_step_has_a_number_of_its_own_and_says_how_it_stands_to_the_one_before() -> None:
    steps = view_steps(journey(), around())
    assert [(step.number, step.all, step.join) for step in steps] == [
        (1, 4, ""),
        (2, 4, "and"),
        (3, 4, "or"),
        (4, 4, ""),
    ]


def test_the_first_step_follows_nothing() -> None:
    first = replace(journey().steps[1])
    steps = view_steps(replace(journey(), steps=(first,)), around())
    assert [(step.number, step.all, step.join) for step in steps] == [(1, 1, "")]


def test_each_step_says_its_number_and_whether_it_must_be_taken() -> None:
    html = show(around())
    counts = re.findall(r"<p class=count>(.*?)</p>", html)
    assert counts == [
        "<b>Step 1 of 4</b> · One of these is enough",
        "<b>Step 2 of 4</b> · At the same time",
        "<b>Step 3 of 4</b> · Or",
        "<b>Step 4 of 4</b> · Optional",
    ]
    assert "When: In the first month" in html


def test_each_task_has_a_box_to_tick_and_says_who_and_where() -> None:
    html = show(around("mill"))
    assert html.count("<ul class=ticks>") == 4
    assert 'Who helps you: <a href="../desk/">Motor Vehicle Office</a>, <a href="tel:+1505' in html
    assert 'Where: <a href="../mill/">Mill Street</a>' in html
    own = html[html.index("Ask at the desk.") : html.index("Meanwhile")]
    assert "Who helps you" not in own, "a task of the journey's own says it itself"


def test_a_guide_that_one_does_elsewhere_names_no_office() -> None:
    assert "Where:" not in show(around())


def test_many_offices_are_left_to_the_guide() -> None:
    sample = around("mill", "mill", "mill", "mill")
    assert "Where:" not in show(sample)


def test_it_needs_no_script() -> None:
    assert "<script" not in show(around("mill"))
