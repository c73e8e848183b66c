"""Packages of npm in locked versions, installed below `build/tools`.

Touches the disk and a process of npm.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from waypost.files.digest import digest_bytes

_FILES = ("package.json", "package-lock.json")


class NpmError(Exception):
    """What npm couldn't install, and why."""


@dataclass(frozen=True, slots=True)
class Installed:
    """Packages as they lie on this machine."""

    folder: Path
    locked: Mapping[str, Any]
    """What the lock says of each, by its path."""

    @property
    def modules(self) -> Path:
        """Where node looks for them."""
        return self.folder / "node_modules"

    def version(self, name: str) -> str:
        """The locked version of a package."""
        return str(self.locked[f"node_modules/{name}"]["version"])


def install_packages(lock: Path, folder: Path) -> Installed:
    """What the lock in a folder of scripts names, installed if it wasn't."""
    state = folder / "installed"
    written = (lock / "package-lock.json").read_bytes()
    wanted = digest_bytes(written)
    if not state.is_file() or state.read_text("utf-8") != wanted:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        for name in _FILES:
            shutil.copy2(lock / name, folder / name)
        command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
        if done.returncode:
            raise NpmError(done.stderr)
        state.write_text(wanted, "utf-8")
    return Installed(folder, json.loads(written)["packages"])
