"""Since when the sources of documents say what they say: how long a translation has been due.

Touches the process: asks git once for the days on which files of the content were last changed.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from waypost.model.guide import Guide
from waypost.pipeline.documents import Texts

_PATIENCE_SECONDS = 30.0
_MARK = "\x01"
UNKNOWN = date.max
"""Of a source that nothing is known of: it waits behind all others."""


def find_waiting(root: Path, content: str, texts: Texts) -> Mapping[str, date]:
    """By source path: the day of the last commit that changed it, else of the last review.

    The same for everybody who has the same commits and files. A file that was changed and not
    committed counts with its last commit, and a shallow clone knows fewer days.
    """
    reviewed = {
        page.place.path: page.reviewed.on
        for page in texts.prose
        if isinstance(page, Guide) and page.reviewed is not None
    }
    return {**reviewed, **_ask_git(root, content)}


def _ask_git(root: Path, content: str) -> dict[str, date]:
    """The day of each file's last commit; nothing where there is no git or no repository."""
    command = ["git", "-c", "core.quotePath=false", "log", f"--format={_MARK}%cs", "--name-only"]
    try:
        done = subprocess.run(
            [*command, "--no-renames", "--relative", "--", content],
            cwd=root,
            env={**os.environ, "LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0"},
            capture_output=True,
            timeout=_PATIENCE_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return {}
    days: dict[str, date] = {}
    for commit in done.stdout.decode("utf-8", "replace").split(_MARK)[1:]:
        day, *paths = commit.split("\n")
        for path in paths:
            if path:
                days.setdefault(path, date.fromisoformat(day))
    return days
