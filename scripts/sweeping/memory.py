"""Visits kept from sweep to sweep, one JSON line each. Touches the disk.

A visit holds as long as its page, what the page loads, the checks, axe-core and the browser are
what they were.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from scripts.sweeping import visit as visiting
from scripts.sweeping.pages import Page
from scripts.sweeping.visit import Visit
from tests.browser import barriers, chromium, page_defects
from tests.browser.barriers import load_axe
from waypost.files.digest import digest_bytes, digest_text

_MODULES = (visiting, barriers, chromium, page_defects)


class _Kept(msgspec.Struct):
    key: str
    visit: Visit


@dataclass(slots=True)
class Memory:
    """What earlier sweeps saw, and a file to which each visit is added at once."""

    path: Path
    tools: dict[str, str]
    checks: str
    """Stands for the checks as they are now."""
    known: dict[str, Visit] = field(default_factory=dict)

    def find(self, page: Page) -> Visit | None:
        """The visit to the page, if nothing that it depends on has changed."""
        return self.known.get(self._key(page))

    def keep(self, page: Page, visit: Visit) -> None:
        """The visit stands in the file."""
        line = msgspec.json.encode(_Kept(self._key(page), visit))
        with self.path.open("ab") as file:
            file.write(line + b"\n")

    def _key(self, page: Page) -> str:
        return digest_text(f"{self.checks} {page.path} {page.digest}")


def open_memory(path: Path, *, clean: bool) -> Memory:
    """The memory in the file; an empty one if it is to be clean."""
    path.parent.mkdir(parents=True, exist_ok=True)
    tools = _read_versions()
    sources = [Path(str(module.__file__)).read_bytes() for module in _MODULES]
    checks = digest_bytes(b"\n".join([*sources, json.dumps(tools).encode()]))
    memory = Memory(path, tools, checks)
    if clean:
        path.unlink(missing_ok=True)
    elif path.is_file():
        for line in path.read_text("utf-8").splitlines():
            try:
                kept = msgspec.json.decode(line, type=_Kept)
            except msgspec.DecodeError:
                continue  # of an older form, or the last line of a sweep that was killed
            memory.known[kept.key] = kept.visit
    return memory


def _read_versions() -> dict[str, str]:
    """The tools with their versions."""
    head = load_axe()[:200]
    version = head.partition("axe v")[2].split()[0]
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if shutil.which(name):
            said = subprocess.run([name, "--version"], capture_output=True, text=True, check=True)
            words = [word for word in said.stdout.split() if word[:1].isdigit()]
            return {"axe-core": version, "Chromium": words[0]}
    return {"axe-core": version}
