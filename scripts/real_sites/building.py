"""A site built by the real command: how long it takes, how many pages, which findings.

Touches the disk and a process: runs `waypost build`.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent.parent


@dataclass(frozen=True, slots=True)
class Built:
    """A finished build; `findings` counts (severity, code)."""

    seconds: float
    pages: int
    findings: Counter[tuple[str, str]]
    examples: dict[str, str]
    """Code → the first finding with it."""


class BuildError(Exception):
    """`waypost build` could not run; the message holds what it said."""


def waypost_command(*arguments: str) -> list[str]:
    """The command line of the checkout's own Waypost."""
    return [sys.executable, "-m", "waypost", *arguments]


def waypost_environment() -> dict[str, str]:
    """The environment in which that command finds the checkout's package.

    Compiled modules are kept, as they are wherever Waypost is installed.
    """
    path = os.pathsep.join(filter(None, [str(PROJECT / "src"), os.environ.get("PYTHONPATH", "")]))
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPATH": path}


def build_site(site: Path) -> Built:
    """The site in the folder `site` built from nothing."""
    started = time.perf_counter()
    done = subprocess.run(
        waypost_command("build", "--clean", "--format", "json"),
        cwd=site,
        env=waypost_environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    seconds = time.perf_counter() - started
    try:
        rows = json.loads(done.stdout)
    except json.JSONDecodeError:
        said = (done.stderr or done.stdout).strip()[-2000:]
        raise BuildError(f"waypost build could not run in {site}:\n{said}") from None
    findings = Counter((row["severity"], row["code"]) for row in rows)
    examples: dict[str, str] = {}
    for row in rows:
        place = f"{row['path']}:{row['line']}:{row['column']}"
        examples.setdefault(row["code"], f"{place}: {row['message']}")
    pages = sum(1 for _ in (site / "build" / "site").rglob("*.html"))
    return Built(seconds, pages, findings, examples)
