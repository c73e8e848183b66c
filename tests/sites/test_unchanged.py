"""A build does only what changed: nothing, one file, or what an interrupted one left undone."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.sites.running import (
    DAY,
    build,
    build_afresh,
    copy_sources,
    name_differences,
    quiet_environment,
    read_site,
    waypost_command,
)

_HEAVY = (
    "Stemmer",
    "argostranslate",
    "babel",
    "icu",
    "jinja2",
    "markdown_it",
    "mkdocs",
    "multiprocessing",
    "polib",
    "pydantic",
    "rich",
    "selenium",
    "whoosh",
    "yaml",
)
_LIST_MODULES = """
import json, sys
from waypost.cli import main
sys.argv = ["waypost", "build", "--date", "2026-11-21"]
try:
    main()
except SystemExit as end:
    assert end.code == 0, end.code
print(json.dumps(sorted(sys.modules)))
"""


def _marks(folder: Path) -> dict[str, tuple[int, int, int]]:
    return {
        path.relative_to(folder).as_posix(): (
            path.stat().st_mtime_ns,
            path.stat().st_size,
            path.stat().st_ino,
        )
        for path in sorted(folder.rglob("*"))
    }


def _build_in_a_process(root: Path) -> set[str]:
    """The modules that a build had imported at its end."""
    done = subprocess.run(
        [sys.executable, "-c", _LIST_MODULES],
        cwd=root,
        env=quiet_environment(),
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return set(json.loads(done.stdout.splitlines()[-1]))


def test_an_unchanged_build_imports_nothing_heavy_and_writes_nothing(site: Path) -> None:
    first = _build_in_a_process(site)
    assert {"jinja2", "icu", "markdown_it"} <= first
    marks = _marks(site)
    second = _build_in_a_process(site)
    assert second & set(_HEAVY) == set()
    assert not [name for name in second if name.startswith("waypost.site")]
    assert _marks(site) == marks


def test_a_touched_file_changes_no_page(site: Path) -> None:
    build(site)
    marks = _marks(site / "build" / "site")
    for path in (site / "content").rglob("*.*"):
        path.touch()
    assert build(site).filled == 0
    assert _marks(site / "build" / "site") == marks
    # The new time stamps are known from now on.
    time.sleep(0.03)
    assert build(site).filled == 0


def test_a_lost_or_altered_output_comes_back(site: Path) -> None:
    build(site)
    folder = site / "build" / "site"
    files, marks = read_site(site), _marks(folder)
    for path in sorted(files):
        other = sorted(files)[len(path) % len(files)]
        (folder / path).unlink()
        if other != path:
            (folder / other).write_bytes(b"altered")
        report = build(site)
        assert report.filled <= 30, path
        assert name_differences(read_site(site), files) == [], (path, other)
        now = _marks(folder)
        touched = {name for name in now if name in files and now[name] != marks[name]}
        assert {path, other} <= touched, path
        # Pages that didn't need it stand as they stood.
        pages = {name for name in touched if name.count("/") == 2}
        assert pages - {path, other} <= {name for name in pages if name.split("/")[1] in _LISTS}, (
            path
        )
        marks = now


_LISTS = {"a-z", "languages", "family", "streets", "new-here", "parking"}
"""Pages that list others, and old addresses, are written together."""


def test_one_edited_sentence_fills_only_its_page(site: Path) -> None:
    build(site)
    folder = site / "build" / "site"
    marks = _marks(folder)
    guide = site / "content" / "guides" / "dog-license.md"
    guide.write_text(guide.read_text("utf-8").replace("the vet", "the doctor"), "utf-8")
    # The page in four languages, its sheet in three; two translated it, and tell that the
    # sentence is stale there.
    assert build(site).filled == 9
    changed = {path for path, mark in _marks(folder).items() if marks.get(path) != mark}
    assert {path for path in changed if path.endswith(".html")} == {"en/dog-license/index.html"} | {
        f"{language}/{page}/index.html"
        for language in ("es", "ar")
        for page in ("dog-license", "dog-license/sheet", "how-translated")
    } | {"pl/dog-license/sheet/index.html"}


def _kill_after(root: Path, seconds: float, *arguments: str) -> bool:
    """Whether the command was still at work when it was killed."""
    process = subprocess.Popen(
        waypost_command(*arguments),
        cwd=root,
        env=quiet_environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        return True
    return False


def test_an_interrupted_build_is_made_good(example: Path, tmp_path: Path) -> None:
    """Killed while it writes 700 pages, in several processes, cold and after an edit."""
    chance = random.Random(1)
    root = copy_sources(example, tmp_path / "site")
    started = time.monotonic()
    assert not _kill_after(root, 120, "build", "--date", str(DAY), "--clean")
    whole = time.monotonic() - started
    clean = read_site(root)
    killed = 0
    for number in range(4):
        cold = number % 2 == 0
        extra = root / "content" / "guides" / "extra.md"
        if not cold:
            guide = (root / "content" / "guides" / "library-card.md").read_text("utf-8")
            extra.write_text(guide.replace("title: ", f"title: {number} ", 1), "utf-8")
        arguments = ["build", "--date", str(DAY), *(["--clean"] if cold else [])]
        killed += _kill_after(root, whole * chance.uniform(0.25, 0.98), *arguments)
        extra.unlink(missing_ok=True)
        report = build(root)
        assert report.written
        assert name_differences(read_site(root), clean) == []
    assert killed >= 1


def test_a_build_that_was_stopped_leaves_no_page_of_what_is_gone(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The moment that matters most: everything is written, but nothing is remembered of it."""
    build(site)
    extra = site / "content" / "guides" / "extra.md"
    dog = (site / "content" / "guides" / "dog-license.md").read_text("utf-8")
    extra.write_text(dog.replace("title: ", "aliases: [was-here]\ntitle: Another "), "utf-8")

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("waypost.pipeline.builder.save_state", stop)
        with pytest.raises(KeyboardInterrupt):
            build(site)
    assert (site / "build" / "site" / "en" / "extra" / "index.html").exists()
    extra.unlink()
    build(site)
    assert name_differences(read_site(site), build_afresh(site, tmp_path / "clean")[1]) == []


def test_an_altered_page_goes_with_its_guide(site: Path, tmp_path: Path) -> None:
    build(site, preview=True)
    page = site / "build" / "site" / "es" / "dog-license" / "index.html"
    page.write_bytes(b"altered")
    (site / "content" / "guides" / "dog-license.md").unlink()
    build(site, preview=True)
    assert not page.exists()
    _, clean = build_afresh(site, tmp_path / "clean", preview=True)
    assert name_differences(read_site(site), clean) == []
