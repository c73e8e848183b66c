"""The files of the project as git knows them: what is ignored is not part of it."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterator
from pathlib import Path


def list_files(project: Path) -> list[Path]:
    """Files in git, and new ones that it doesn't ignore, relative to the project, sorted."""
    output = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=project,
        check=True,
        capture_output=True,
    ).stdout
    names = sorted(name.decode() for name in output.split(b"\0") if name)
    return [Path(name) for name in names if (project / name).is_file()]


def list_folders(project: Path) -> set[Path]:
    """Every folder that holds a file of the project, at any depth, relative to it."""
    return {folder for path in list_files(project) for folder in path.parents} - {Path()}


def list_modules(project: Path) -> Iterator[tuple[str, Path]]:
    """Dotted names of the package's modules, with their files."""
    for path in list_files(project):
        if path.suffix == ".py" and path.parts[:2] == ("src", "waypost"):
            parts = path.with_suffix("").parts[1:]
            name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
            yield name, project / path


def parse_module(path: Path) -> ast.Module:
    """The syntax tree of a module."""
    return ast.parse(path.read_text("utf-8"), filename=str(path))
