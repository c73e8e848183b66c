"""Workflows are pinned, may do little, and never take a stranger's text or code for a command."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
import yaml

from tests.architecture.test_handbook import _check_command

_PINNED = re.compile(r"\./\.github/actions/\w+|[\w-]+/[\w-]+@(v\d+(\.\d+)*|[0-9a-f]{40})")
_EXPRESSION = re.compile(r"\$\{\{(.*?)\}\}")
_STRANGERS = re.compile(r"\.(title|body|message|label|name|email|ref|head_ref)\b")
_WITH_SECRETS = {"pull_request_target", "workflow_run"}


def load(path: Path) -> dict[str, object]:
    """A workflow; YAML takes its `on` for true."""
    tree = yaml.safe_load(path.read_text("utf-8"))
    assert isinstance(tree, dict)
    return {"on" if key is True else str(key): value for key, value in tree.items()}


def workflows(project: Path) -> Iterator[tuple[str, dict[str, object]]]:
    for path in sorted((project / ".github" / "workflows").glob("*.yml")):
        yield path.name, load(path)


def jobs(workflow: Mapping[str, object]) -> list[dict[str, object]]:
    found = workflow["jobs"]
    assert isinstance(found, dict)
    return list(found.values())


def steps(workflow: Mapping[str, object]) -> list[dict[str, object]]:
    found: list[dict[str, object]] = []
    for job in [*(jobs(workflow) if "jobs" in workflow else []), workflow.get("runs", {})]:
        assert isinstance(job, dict)
        found += job.get("steps", [])
    return found


def triggers(workflow: Mapping[str, object]) -> set[str]:
    on = workflow["on"]
    return set(on) if isinstance(on, dict | list) else {str(on)}


def find_risks(workflow: Mapping[str, object]) -> list[str]:
    """What in a workflow could be made to run or to publish something else than is meant."""
    risks: list[str] = []
    permissions = workflow.get("permissions")
    if not isinstance(permissions, dict) or "write" in permissions.values():
        risks.append("the workflow itself may write, or doesn't say what it may do")
    risks += ["a job has no end" for job in jobs(workflow) if "timeout-minutes" not in job]
    for step in steps(workflow):
        uses, run = str(step.get("uses", "")), str(step.get("run", ""))
        options = step.get("with")
        given = options if isinstance(options, dict) else {}
        if uses and not _PINNED.fullmatch(uses):
            risks.append(f"{uses} is not pinned")
        if "${{" in run:
            risks.append("an expression stands in a script")
        env = step.get("env")
        values = " ".join(map(str, env.values())) if isinstance(env, dict) else ""
        if "secrets." in values and "waypost " in run and "gh auth setup-git" not in run:
            risks.append("a script has a secret that it doesn't need")
        if uses.startswith("actions/checkout") and triggers(workflow) & _WITH_SECRETS:
            if _is_strangers(str(given.get("ref", ""))) or "repository" in given:
                risks.append("a stranger's code is checked out")
            if given.get("persist-credentials") is not False:
                risks.append("the token stays where every step can read it")
        if triggers(workflow) & _WITH_SECRETS and re.search(r"\bgit (checkout|switch)\b", run):
            risks.append("a stranger's code is checked out")
    return risks


def _is_strangers(ref: str) -> bool:
    return "head" in ref or "pull_request.number" in ref or "merge" in ref


def test_every_workflow_is_safe(project: Path) -> None:
    found = dict(workflows(project))
    assert set(found) >= {
        "check.yml", "review-merge.yml", "review-noted.yml", "review-stamp.yml", "translate.yml",
    }  # fmt: skip
    assert {name: risks for name, flow in found.items() if (risks := find_risks(flow))} == {}


def test_what_strangers_write_comes_into_scripts_as_variables_only(project: Path) -> None:
    for name, workflow in workflows(project):
        for step in steps(workflow):
            text = str({key: value for key, value in step.items() if key != "env"})
            for expression in _EXPRESSION.findall(text):
                assert not _STRANGERS.search(expression), f"{name}: {expression}"


def test_what_reviews_start_may_do_nothing(project: Path) -> None:
    """GitHub runs such a file as the pull request has it."""
    for name, workflow in workflows(project):
        if "pull_request_review" in triggers(workflow):
            assert name == "review-noted.yml"
            assert workflow["permissions"] == {}
            assert not any("uses" in step for step in steps(workflow))


def test_every_action_is_there_and_pinned(project: Path) -> None:
    for path in (project / ".github" / "actions").glob("*/action.yml"):
        for step in steps(load(path)):
            assert "uses" not in step or _PINNED.fullmatch(str(step["uses"])), path
            assert "${{" not in str(step.get("run", "")), path
    for name, workflow in workflows(project):
        for step in steps(workflow):
            uses = str(step.get("uses", ""))
            assert not uses.startswith(".") or (project / uses / "action.yml").exists(), name


def test_every_command_in_a_workflow_exists(project: Path) -> None:
    found = set()
    for _, workflow in workflows(project):
        for step in steps(workflow):
            script = re.sub(r"\\\n\s*", "", str(step.get("run", "")))
            for line in re.findall(r"^\s*(waypost [^|&\n]*)", script, re.MULTILINE):
                _check_command(line)
                found.add(" ".join(line.split()[:3]))
    assert {"waypost review stamp", "waypost review merge", "waypost sync"} <= found


def test_requirements_that_are_installed_are_there(project: Path) -> None:
    text = (project / ".github" / "actions" / "waypost" / "action.yml").read_text("utf-8")
    files = re.findall(r"requirements/\w+\.txt", text)
    assert files
    assert all((project / name).exists() for name in files)


_SAFE = """
on: pull_request_target
permissions: {contents: read}
jobs:
  one:
    timeout-minutes: 1
    steps:
      - uses: actions/checkout@v4
        with: {persist-credentials: false}
      - env: {TITLE: "${{ github.event.pull_request.title }}"}
        run: echo "$TITLE"
"""


@pytest.mark.parametrize(
    ("old", "new", "risk"),
    [
        ("permissions: {contents: read}", "", "doesn't say"),
        ("contents: read", "contents: write", "may write"),
        ("timeout-minutes: 1", "name: x", "no end"),
        ("checkout@v4", "checkout@main", "not pinned"),
        ('echo "$TITLE"', "echo ${{ github.event.pull_request.title }}", "expression"),
        ("false}", "false, ref: refs/pull/1/head}", "stranger's code"),
        ("{persist-credentials: false}", "{fetch-depth: 0}", "token stays"),
        ('echo "$TITLE"', "git checkout FETCH_HEAD", "stranger's code"),
    ],
)
def test_a_risk_is_noticed(old: str, new: str, risk: str, tmp_path: Path) -> None:
    path = tmp_path / "x.yml"
    path.write_text(_SAFE, "utf-8")
    assert find_risks(load(path)) == []
    assert old in _SAFE
    path.write_text(_SAFE.replace(old, new), "utf-8")
    assert any(risk in found for found in find_risks(load(path)))
