"""A runner for a workflow's scripts: a clone, an origin, a GitHub that says what it is told."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from tests.sites.branches import Repo

_GH = """#!/bin/sh
printf '%s\\n' "$*" >> "$GH_SAID/calls"
case "$1" in
  api)
    shift
    [ "$1" = --paginate ] && shift
    name=$(printf '%s' "$1" | tr '/?=' '___')
    case "$*" in *fork_owner*) name=${name}_owner;; esac
    cat "$GH_SAID/$name" 2>/dev/null || true;;
esac
"""
_EXPRESSION = re.compile(r"\$\{\{ (.*?) \}\}")


@dataclass
class Runner:
    """A machine of GitHub's, with the default branch checked out."""

    folder: Path
    origin: Repo
    clone: Repo
    outputs: dict[str, str] = field(default_factory=dict)

    @property
    def said(self) -> Path:
        """The folder of what GitHub answers, a file for each address."""
        return self.folder / "said"

    def answer(self, address: str, text: str) -> None:
        """GitHub answers so from now on."""
        (self.said / re.sub(r"[/?=]", "_", address)).write_text(text, "utf-8")

    def calls(self) -> str:
        """What was asked of GitHub."""
        path = self.said / "calls"
        return path.read_text("utf-8") if path.exists() else ""

    def run(
        self, workflow: Path, values: Mapping[str, str]
    ) -> list[subprocess.CompletedProcess[str]]:
        """Each script of the workflow that its condition lets run, in order."""
        (job,) = yaml.safe_load(workflow.read_text("utf-8"))["jobs"].values()
        done: list[subprocess.CompletedProcess[str]] = []
        for step in job["steps"]:
            if "run" not in step:
                continue
            if "outputs.number" in step.get("if", "") and "number" not in self.outputs:
                continue
            if "conclusion" in step.get("if", "") and "number" not in self.outputs:
                continue
            done.append(self._script(step["run"], step.get("env", {}), values))
        return done

    def _script(
        self, script: str, env: Mapping[str, str], values: Mapping[str, str]
    ) -> subprocess.CompletedProcess[str]:
        known = {
            "runner.temp": str(self.folder),
            "github.repository": "town/site",
            "steps.pull.outputs.number": self.outputs.get("number", ""),
            **values,
        }
        filled = {
            name: _EXPRESSION.sub(lambda found: known.get(found[1], ""), value)
            for name, value in env.items()
        }
        output = self.folder / "output"
        output.write_text("", "utf-8")
        done = subprocess.run(
            ["bash", "-e", "-c", script],
            cwd=self.clone.root,
            env={
                **os.environ,
                **filled,
                "PATH": f"{self.folder / 'bin'}:{os.environ['PATH']}",
                "GH_SAID": str(self.said),
                "GITHUB_OUTPUT": str(output),
                "GIT_CONFIG_GLOBAL": os.devnull,
            },
            capture_output=True,
            text=True,
            check=False,
        )
        for line in output.read_text("utf-8").splitlines():
            name, _, value = line.partition("=")
            self.outputs[name] = value
        return done


def start_runner(origin: Repo, folder: Path) -> Runner:
    """A runner with a clone of `origin`, which becomes a bare repository's stand-in."""
    for name in ("bin", "said"):
        (folder / name).mkdir(parents=True)
    programs = {
        "gh": _GH,
        "waypost": f'#!/bin/sh\nexec "{sys.executable}" -m waypost "$@"\n',
    }
    for name, text in programs.items():
        path = folder / "bin" / name
        path.write_text(text, "utf-8")
        path.chmod(0o755)
    origin.git("config", "receive.denyCurrentBranch", "ignore")
    clone = folder / "clone"
    origin.git("clone", "--quiet", "--branch", "main", str(origin.root), str(clone))
    return Runner(folder, origin, Repo(clone))
