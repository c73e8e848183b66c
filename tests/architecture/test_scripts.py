"""Every script and every make target can be found, and says in one line what it does."""

from __future__ import annotations

import os
import re
from pathlib import Path

_ROW = re.compile(r"^\| `(?P<name>[a-z-]+)` \| (?P<what>[^|]+) \|$", re.MULTILINE)
_TARGET = re.compile(r"^(?P<name>[a-z-]+): ; @(?P<command>.+)$", re.MULTILINE)


def _scripts(project: Path) -> dict[str, Path]:
    folder = project / "scripts"
    return {
        path.name: path for path in folder.iterdir() if path.is_file() and path.name != "README.md"
    }


def test_readme_has_one_line_for_each_script(project: Path) -> None:
    rows = _ROW.findall((project / "scripts" / "README.md").read_text("utf-8"))
    assert sorted(name for name, _ in rows) == sorted(_scripts(project))


def test_every_script_can_be_run_and_says_what_it_does(project: Path) -> None:
    for name, path in _scripts(project).items():
        first, second, *_ = path.read_text("utf-8").splitlines()
        assert first.startswith("#!/usr/bin/env "), f"{name} has no interpreter line"
        assert second.startswith(("# ", '"""', 'r"""')), f"{name} does not say what it does"
        assert os.access(path, os.X_OK), f"chmod +x scripts/{name}"


def test_every_target_is_one_line_that_calls_a_script(project: Path) -> None:
    text = (project / "Makefile").read_text("utf-8")
    targets = dict(_TARGET.findall(text))
    phony = re.search(r"^\.PHONY: (.+)$", text, re.MULTILINE)
    assert phony is not None
    assert phony[1].split() == list(targets)
    assert {"site", "test", "check", "fix", "serve", "docs", "bench"} <= set(targets)
    rules = [line for line in text.splitlines() if line and not line.startswith(("#", "."))]
    assert len(rules) == len(targets), "a rule of the Makefile is more than one line"
    for command in targets.values():
        for word in command.split():
            assert word.startswith("scripts/"), f"`{command}` does more than call a script"
            assert (project / word).is_file(), f"{word} is not there"


def test_readme_starts_with_the_two_commands(project: Path) -> None:
    text = (project / "README.md").read_text("utf-8")
    blocks = re.findall(r"```sh\n(.*?)```", text, re.DOTALL)
    assert blocks[0].split("\n")[0].startswith("make site")
    assert blocks[0].split("\n")[1].startswith("make test")


def test_every_make_command_that_a_text_names_exists(project: Path) -> None:
    targets = dict(_TARGET.findall((project / "Makefile").read_text("utf-8")))
    texts = [project / "README.md", project / "CONTRIBUTING.md", *project.glob("docs/**/*.md")]
    for path in texts:
        for name in re.findall(r"`make ([a-z-]+)`", path.read_text("utf-8")):
            assert name in targets, f"{path.name} names `make {name}`"


def test_continuous_integration_runs_make_test(project: Path) -> None:
    script = project / ".ci" / "run"
    assert os.access(script, os.X_OK)
    assert re.search(r"^make .*\btest$", script.read_text("utf-8"), re.MULTILINE)
    workflow = (project / ".github" / "workflows" / "check.yml").read_text("utf-8")
    assert "run: .ci/run" in workflow
