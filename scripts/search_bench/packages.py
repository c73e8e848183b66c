"""Pagefind and MiniSearch in locked versions, installed below `build/`.

Touches the disk and a process of npm.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from scripts.benchmark.guides import SetupError
from scripts.npm.packages import NpmError
from scripts.npm.packages import install_packages as install_npm_packages

HERE = Path(__file__).resolve().parent


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
    try:
        installed = install_npm_packages(HERE, project / "build" / "tools" / "search")
    except NpmError as trouble:
        raise SetupError(f"npm could not install Pagefind and MiniSearch:\n{trouble}") from None
    programs = sorted((installed.modules / "@pagefind").glob("*/bin/pagefind_extended*"))
    if not programs:
        raise SetupError("npm has no Pagefind (extended) for this machine.")
    versions = {
        "Pagefind": installed.version(f"@pagefind/{programs[0].parts[-3]}"),
        "MiniSearch": installed.version("minisearch"),
    }
    return Packages(programs[0], installed.modules, versions)
