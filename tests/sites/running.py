"""Sites laid into a folder, built by the real pipeline, and their pages read back."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from tests.sites.forking import run_forked
from waypost.pipeline.build import BuildReport, build_site
from waypost.pipeline.options import BuildOptions

DAY = date(2026, 11, 21)
SOURCES = ("content", "translations", "mkdocs.yml", "audit.json")


def copy_sources(site: Path, target: Path) -> Path:
    """`target` holds what people wrote in `site`, and nothing that was built."""
    target.mkdir(parents=True)
    for name in SOURCES:
        source = site / name
        if source.is_dir():
            shutil.copytree(source, target / name)
        elif source.exists():
            shutil.copy2(source, target / name)
    return target


def lay_files(root: Path, files: Mapping[str, str | bytes]) -> None:
    """Each file holds its text or bytes."""
    for path, content in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        data = content if isinstance(content, bytes) else content.encode("utf-8")
        (root / path).write_bytes(data)


def read_tree(folder: Path) -> dict[str, bytes]:
    """Every file under the folder, by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def read_site(root: Path) -> dict[str, bytes]:
    """Every file of the built site."""
    return read_tree(root / "build" / "site")


def build(
    root: Path, day: date = DAY, *, preview: bool = False, jobs: int | None = 1
) -> BuildReport:
    """A build as `waypost build` makes it, after whatever was built before."""
    return build_site(root, BuildOptions(day=day, preview=preview, jobs=jobs))


def build_afresh(
    root: Path, scratch: Path, day: date = DAY, *, preview: bool = False
) -> tuple[BuildReport, dict[str, bytes]]:
    """The report and the files of a clean build of the same sources elsewhere."""
    shutil.rmtree(scratch, ignore_errors=True)
    report = build(copy_sources(root, scratch), day, preview=preview)
    return report, read_site(scratch) if report.written else {}


def name_differences(one: Mapping[str, bytes], other: Mapping[str, bytes]) -> list[str]:
    """The paths at which two sites differ."""
    paths = sorted(one.keys() | other.keys())
    return [path for path in paths if one.get(path) != other.get(path)]


def waypost_command(*arguments: str) -> list[str]:
    """The command line that runs Waypost in a process of its own."""
    return [sys.executable, "-m", "waypost", *arguments]


def quiet_environment(**more: str) -> dict[str, str]:
    """The environment of a command whose output doesn't depend on who runs it."""
    return {**os.environ, "NO_COLOR": "1", "COLUMNS": "200", **more}


def run_waypost(root: Path, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    """What `waypost …` printed in the site's folder."""
    return run_forked(arguments, root, quiet_environment(**more), patience=120)


def find_segment(text: str, address: str) -> tuple[int, int]:
    """Where the entry of a PO file with this msgctxt begins and ends."""
    at = text.index(f'msgctxt "{address}"\n')
    begin = text.rindex("\n\n", 0, at) + 2
    end = text.find("\n\n", at)
    return begin, len(text) if end < 0 else end + 1
