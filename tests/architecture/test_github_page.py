"""What the handbook tells people on GitHub is what Waypost and its workflows do."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.architecture.test_handbook import _check_command
from waypost.translation.pull_request import parse_accepted
from waypost.translation.review_codes import REVIEW_CODES
from waypost.translation.reviewers import Reviewer, parse_reviewers


@pytest.fixture(scope="module")
def page() -> str:
    """docs/reviewers/github.md."""
    return (Path(__file__).parents[2] / "docs" / "reviewers" / "github.md").read_text("utf-8")


def test_a_reviewer_is_listed_as_shown(page: str) -> None:
    (block,) = re.findall(r"^```yaml\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    read = parse_reviewers(block.encode())
    assert read.findings == ()
    assert read.reviewers.people == (
        Reviewer("maria", "Maria Ortiz, court interpreter", ("es",), "maria-ortiz"),
    )


def test_the_lines_that_accept_by_name_are_understood(page: str) -> None:
    lines = re.findall(r"`(/waypost accept [^`]*)`", page)
    assert [len(each.addresses) for line in lines for each in parse_accepted(line)] == [0, 2]


def test_the_driver_is_the_one_of_the_program(page: str) -> None:
    (command,) = re.findall(r"merge\.waypost\.driver '(.*)'", page)
    _check_command(command)


def test_every_workflow_is_named_and_no_other(project: Path, page: str) -> None:
    named = set(re.findall(r"^\| `(\.github/[^`]+)` \|", page, re.MULTILINE))
    there = {path.relative_to(project).as_posix() for path in project.glob(".github/*/**/*.yml")}
    assert named == there


def test_every_finding_that_is_named_is_one(page: str) -> None:
    known = {code.id for code in REVIEW_CODES}
    assert set(re.findall(r"\[(T\d+)\]", page)) <= known
