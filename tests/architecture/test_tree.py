"""docs/architecture.md names every folder that there is, and none that there isn't."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath

from tests.architecture.tree import list_folders

_ROW = re.compile(r"^\| `(?P<path>[^`]+)/` \| (?P<what>[^|]+) \|$", re.MULTILINE)
# Below these every folder is named; below the others only those that stand at the top.
_NAMED_AT_EVERY_DEPTH = PurePosixPath("src/waypost")
_NAMED_ONE_DEEP = {"content", "docs", "scripts", "tests", "translations"}


def _must_be_named(folder: PurePosixPath) -> bool:
    if folder.is_relative_to(_NAMED_AT_EVERY_DEPTH):
        return not any(part in {"templates", "components", "assets"} for part in folder.parts[3:-1])
    depth = len(folder.parts)
    return depth == 1 or (depth == 2 and folder.parts[0] in _NAMED_ONE_DEEP)


def _as_row(folder: PurePosixPath) -> str:
    """The path as a row names it: one row stands for the folders of all languages."""
    if folder.parts[0] == "translations" and len(folder.parts) > 1:
        return "translations/<lang>"
    return str(folder)


def test_architecture_names_exactly_the_folders_that_there_are(project: Path) -> None:
    text = (project / "docs" / "architecture.md").read_text("utf-8")
    named = [match["path"] for match in _ROW.finditer(text)]
    folders = {PurePosixPath(folder.as_posix()) for folder in list_folders(project)}
    there = {_as_row(folder) for folder in folders if _must_be_named(folder)}
    assert len(named) == len(set(named)), "a folder is named twice"
    assert sorted(there - set(named)) == [], "name these in docs/architecture.md"
    assert sorted(set(named) - there - {"build"}) == [], (
        "docs/architecture.md names what isn't there"
    )


def test_every_decision_is_listed(project: Path) -> None:
    folder = project / "docs" / "decisions"
    index = (folder / "index.md").read_text("utf-8")
    records = sorted(path.name for path in folder.glob("*.md") if path.name != "index.md")
    assert re.findall(r"\]\((\d{4}-[a-z0-9-]+\.md)\)", index) == records
    assert [name[:4] for name in records] == [f"{n:04}" for n in range(1, len(records) + 1)]
