"""Pagefind and MiniSearch in locked versions, installed below `build/`.

Touches the disk and a process of npm.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from scripts.benchmark.guides import SetupError
from waypost.files.digest import digest_bytes

HERE = Path(__file__).resolve().parent
_LOCK = HERE / "package-lock.json"


@dataclass(frozen=True, slots=True)
class Packages:
    """Where the installed engines are."""

    pagefind: Path
    """The program that makes its index, with what it knows of Chinese and Japanese."""
    modules: Path
    versions: Mapping[str, str]


def install_packages(project: Path) -> Packages:
    """Both engines, installed if they weren't."""
    for program in ("node", "npm"):
        if shutil.which(program) is None:
            raise SetupError(f"{program} isn't there. Install it (Debian: apt install npm).")
    folder = project / "build" / "tools" / "search"
    state = folder / "installed"
    wanted = digest_bytes(_LOCK.read_bytes())
    if not state.is_file() or state.read_text("utf-8") != wanted:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        for name in ("package.json", "package-lock.json"):
            shutil.copy2(HERE / name, folder / name)
        command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
        if done.returncode:
            raise SetupError(f"npm could not install Pagefind and MiniSearch:\n{done.stderr}")
        state.write_text(wanted, "utf-8")
    modules = folder / "node_modules"
    programs = sorted((modules / "@pagefind").glob("*/bin/pagefind_extended*"))
    if not programs:
        raise SetupError("npm has no Pagefind (extended) for this machine.")
    locked = json.loads(_LOCK.read_text("utf-8"))["packages"]
    versions = {
        "Pagefind": locked[f"node_modules/@pagefind/{programs[0].parts[-3]}"]["version"],
        "MiniSearch": locked["node_modules/minisearch"]["version"],
    }
    return Packages(programs[0], modules, versions)
