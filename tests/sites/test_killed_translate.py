"""`waypost translate` killed at any moment: no file broken, no person's word lost; it goes on."""

from __future__ import annotations

import os
import random
import re
import shutil
import signal
import subprocess
import time
from pathlib import Path

import polib

from tests.sites.running import (
    DAY,
    copy_sources,
    lay_files,
    quiet_environment,
    read_tree,
    run_waypost,
    waypost_command,
)
from tests.sites.small_site import CONTENT
from waypost.pipeline.project import open_project
from waypost.pipeline.sync import sync_project
from waypost.translation.po_catalog import parse_catalog

_SENTENCES = (
    "Bring your photo ID.",
    "You must apply by mail.",
    "Call {phone.desk}.",
    "The office is closed.",
    "Ask for an interpreter.",
    "Do **not** wait.",
    "Renew online, by mail or in person.",
    "You will get a letter.",
)
_HUMAN = "Palabras de una persona, número {number}."
_COMMAND = ("translate", "--engine", "argos", "--language", "es", "--packs")


def _guide(number: int) -> str:
    chosen = [_SENTENCES[(number + step) % len(_SENTENCES)] for step in range(4)]
    text = "\n\n".join(chosen)
    return (
        f"---\ntitle: What to do {number}\nsummary: {_SENTENCES[number % 8]}\n---\n\n"
        f"## What to do\n\n{text}\n"
    )


def _lay(root: Path) -> None:
    """Six guides; in each a person has translated one sentence in some tool, and one is stale."""
    lay_files(root, CONTENT)
    settings = (root / "mkdocs.yml").read_text("utf-8")
    lay_files(root, {"mkdocs.yml": re.sub(r" {8}(ar|pl|fr): .*\n", "", settings)})
    lay_files(root, {f"content/guides/extra-{n}.md": _guide(n) for n in range(6)})
    sync_project(open_project(root, DAY), (), dry_run=False)
    for number, path in enumerate(_catalogs(root)):
        entries = polib.pofile(str(path), wrapwidth=0)
        empty = [entry for entry in entries if not entry.msgstr]
        if empty and "extra" in path.name:
            empty[-1].msgstr = _HUMAN.format(number=number)
            entries.save()
    changed = root / "content" / "guides" / "extra-3.md"
    changed.write_text(changed.read_text("utf-8").replace("letter.", "long letter."), "utf-8")
    sync_project(open_project(root, DAY), (), dry_run=False)


def _catalogs(root: Path) -> list[Path]:
    return sorted((root / "translations").rglob("*.po"))


def _machine_texts(root: Path) -> int:
    return sum(path.read_text("utf-8").count("# mt: ") for path in _catalogs(root))


def _find_children(pid: int) -> list[int]:
    listed = subprocess.run(
        ["ps", "-A", "-o", "pid=,ppid="], capture_output=True, text=True, check=True
    ).stdout
    pairs = [line.split() for line in listed.splitlines()]
    return [int(child) for child, parent in pairs if int(parent) == pid]


def _is_running(pid: int) -> bool:
    status = Path(f"/proc/{pid}/stat")
    if status.exists():
        return status.read_text().rpartition(")")[2].split()[0] != "Z"
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def _kill_when(root: Path, packs: Path, wanted: int, delay: float) -> list[int]:
    """The children of a run that was killed once `wanted` texts were written, and a bit later."""
    process = subprocess.Popen(
        waypost_command(*_COMMAND, str(packs)),
        cwd=root,
        env=quiet_environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    limit = time.monotonic() + 60
    while process.poll() is None and _machine_texts(root) < wanted and time.monotonic() < limit:
        time.sleep(0.002)
    time.sleep(delay)
    children = _find_children(process.pid)
    process.send_signal(signal.SIGKILL)
    process.wait()
    return children


def _find_human(root: Path) -> set[tuple[str, str]]:
    """The file and the words of every text that a person wrote."""
    return {
        (path.name, entry.msgstr)
        for path in _catalogs(root)
        for entry in polib.pofile(str(path))
        if entry.msgstr.startswith("Palabras de una persona")
    }


def _check_nothing_is_lost(root: Path, human: set[tuple[str, str]]) -> None:
    for path in _catalogs(root):
        reading = parse_catalog(path.read_bytes())
        assert reading.is_whole, path
        assert reading.faults == (), path
        for entry in polib.pofile(str(path)):
            if entry.msgstr.startswith("Palabras de una persona"):
                assert "# mt" not in f"# {entry.tcomment}", (path, entry.tcomment)
    assert human <= _find_human(root)


def test_translate_can_be_killed_at_any_moment(project: Path, tmp_path: Path) -> None:
    packs = tmp_path / "packs"
    packs.mkdir()
    shutil.copy(project / "tests" / "packs" / "translate-en_es-0_1.argosmodel", packs)
    root = tmp_path / "site"
    _lay(root)
    human = _find_human(root)
    assert len(human) == 6
    whole = copy_sources(root, tmp_path / "whole")
    assert run_waypost(whole, *_COMMAND, str(packs)).returncode == 0
    _check_nothing_is_lost(whole, human)
    total = _machine_texts(whole)
    assert total > 40

    chance = random.Random(7)
    for share in (0.0, 0.02, 0.4, 0.7):
        wanted = round(total * share)
        children = _kill_when(root, packs, wanted, chance.uniform(0, 0.05 if share else 2.0))
        _check_nothing_is_lost(root, human)
        assert _machine_texts(root) >= min(wanted, 1)
        limit = time.monotonic() + 20
        while any(_is_running(child) for child in children):
            assert time.monotonic() < limit, "the engine's process outlives its parent"
            time.sleep(0.05)
    assert _machine_texts(root) > 0
    done = run_waypost(root, *_COMMAND, str(packs))
    assert done.returncode == 0, done.stdout + done.stderr
    _check_nothing_is_lost(root, human)
    assert _texts(root) == _texts(whole)
    # Nothing is left to do, and doing it again changes nothing.
    before = read_tree(root / "translations")
    again = run_waypost(root, *_COMMAND, str(packs))
    assert " 0 files written" in again.stdout
    assert read_tree(root / "translations") == before


def _texts(root: Path) -> dict[str, dict[str, tuple[str, str]]]:
    """Path → address → source and translation of every entry in use."""
    return {
        path.relative_to(root).as_posix(): {
            entry.msgctxt or "": (entry.msgid, entry.msgstr)
            for entry in polib.pofile(str(path))
            if not entry.obsolete
        }
        for path in _catalogs(root)
    }
