"""html-validate and the Nu checker, as functions from a folder of pages to complaints.

Touches the disk, and processes of node, npm and java.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scripts.npm.packages import NpmError, install_packages

HERE = Path(__file__).resolve().parent
_RULES = HERE / "rules.mjs"
_OWN_FILE = re.compile(
    r"violates Content Security Policy .*“(?![a-z]+:|//)[^”]*” blocked by “[a-z]+-src”"
)


@dataclass(frozen=True, slots=True)
class Complaint:
    """What a checker says is wrong at a place of a page."""

    path: str
    line: int
    column: int
    message: str


@dataclass(frozen=True, slots=True)
class Tools:
    """Where the installed checkers are."""

    html_validate: Path
    nu: Path
    rules: Path
    versions: Mapping[str, str]


def find_tools(project: Path) -> Tools | str:
    """The checkers in the locked versions, installed if they weren't; else what is missing."""
    for program in ("node", "npm", "java"):
        if shutil.which(program) is None:
            return (
                f"{program} isn't there. Install it (Debian: sudo apt-get install npm default-jre)."
            )
    try:
        installed = install_packages(HERE, project / "build" / "tools" / "html")
    except NpmError as trouble:
        return f"npm could not install the checkers:\n{trouble}"
    rules = installed.folder / _RULES.name
    shutil.copy2(_RULES, rules)  # beside the packages, where node finds them
    modules = installed.modules
    return Tools(
        modules / "html-validate" / "bin" / "html-validate.mjs",
        modules / "vnu-jar" / "build" / "dist" / "vnu.jar",
        rules,
        {
            "html-validate": installed.version("html-validate"),
            "Nu": installed.version("vnu-jar"),
        },
    )


def run_html_validate(tools: Tools, site: Path) -> list[Complaint]:
    """What html-validate says of the pages, warnings included."""
    command = ["node", str(tools.html_validate), "--config", str(tools.rules)]
    report = tools.rules.with_name("report.json")  # what it prints may end early
    report.unlink(missing_ok=True)
    done = _run([*command, "--formatter", f"json={report}", "."], site)
    if not report.is_file():
        raise SystemExit(f"html-validate could not run:\n{done.stderr}")
    found = json.loads(report.read_bytes())
    return [
        Complaint(
            _below(page["filePath"], site),
            one["line"],
            one["column"],
            f"{one['message']} [{one['ruleId']}]",
        )
        for page in found
        for one in page["messages"]
    ]


def run_nu(tools: Tools, site: Path) -> list[Complaint]:
    """What the Nu checker says of the pages, warnings included.

    It isn't asked to guess the language of a page: it takes Haitian Creole for French. Nor is it
    heard on the site's own files: in a folder there is no host that 'self' could stand for; the
    sweep asks a browser about them.
    """
    options = ["--skip-non-html", "--no-langdetect", "--format", "json", "--exit-zero-always"]
    done = _run(["java", "-Xss8m", "-jar", str(tools.nu), *options, str(site)], site)
    found: list[dict[str, Any]] = json.loads(done.stderr)["messages"]
    return [
        Complaint(
            _below(one.get("url", "").removeprefix("file:"), site),
            int(one.get("lastLine", 0)),
            int(one.get("firstColumn", one.get("lastColumn", 0))),
            one["message"],
        )
        for one in found
        if (one["type"] in {"error", "non-document-error"} or one.get("subType") == "warning")
        and not _OWN_FILE.search(one["message"])
    ]


def _run(command: Sequence[str], folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def _below(path: str, site: Path) -> str:
    at = Path(path)
    return at.relative_to(site).as_posix() if at.is_relative_to(site) else path
