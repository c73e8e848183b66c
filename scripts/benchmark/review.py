"""How long a reviewer waits: `review status`, `review list` and a dry run of `translate`.

Touches the disk and a process: makes the site, runs the commands.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from scripts.benchmark.guides import (
    LANGUAGES,
    SetupError,
    load_note,
    make_source,
    save_note,
    translate_site,
    write_settings,
)
from scripts.benchmark.measure import Command, CommandError, measure_memory, run_timed
from scripts.real_sites.building import PROJECT, waypost_command, waypost_environment

_COMMANDS = (
    ("review", "status"),
    ("review", "list", "--limit", "20"),
    ("translate", "--dry-run", "--engine", "pseudo"),
)
_MOST_SECONDS = {"review status": 2.0, "translate --dry-run": 5.0}
_MOST_MEMORY = 300e6
_ENTRY = re.compile(r"(?m)^msgctxt ")
_REVIEWERS = "- handle: ana\n  name: Ana\n  languages: [{codes}]\n"


@dataclass(frozen=True, slots=True)
class Waiting:
    """How long one command takes, and the memory of all its processes."""

    command: str
    cold: float
    warm: float
    memory: int

    @property
    def is_fast(self) -> bool:
        """Whether it keeps to what is promised, warm."""
        return self.memory < _MOST_MEMORY and self.warm < _MOST_SECONDS.get(self.command, 1e9)


def main(arguments: Sequence[str] | None = None) -> int:
    """0 when every command kept to its limit, 1 when one did not, 2 when it could not run."""
    parser = argparse.ArgumentParser(prog="bench-review", description=__doc__)
    parser.add_argument("--guides", type=int, default=120, help="how many guides (120)")
    parser.add_argument("--languages", type=int, default=11, help="the source included (11)")
    parser.add_argument("--runs", type=int, default=5, help="warm runs; their median counts (5)")
    parser.add_argument("--corpora", type=Path, default=PROJECT.parent / "shared" / "corpora")
    parser.add_argument("--folder", type=Path, default=PROJECT / "build" / "bench-review")
    given = parser.parse_args(arguments)
    try:
        make_reviewed_site(given.folder, given.corpora, given.guides, given.languages)
        texts = count_texts(given.folder)
        rows = [_measure(given.folder, words, given.runs) for words in _COMMANDS]
    except (SetupError, CommandError) as error:
        print(error, file=sys.stderr)
        return 2
    machine = f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    print(f"{machine}; {texts:,} translations into {given.languages - 1} languages\n")
    print(render_waits(rows), end="")
    return 0 if all(row.is_fast for row in rows) else 1


def make_reviewed_site(site: Path, corpora: Path, guides: int, languages: int) -> None:
    """Real guides with translations in every state, in `site`; made once, kept between runs."""
    wanted = [guides, languages, corpora.is_dir()]
    site.mkdir(parents=True, exist_ok=True)
    if load_note(site) == wanted:
        return
    (site / "made-of.json").unlink(missing_ok=True)
    shutil.rmtree(site / "translations", ignore_errors=True)
    codes = LANGUAGES[:languages]
    make_source(site, corpora, guides)
    write_settings(site, codes)
    translate_site(site)
    people = _REVIEWERS.format(codes=", ".join(codes[1:]))
    (site / "translations" / "reviewers.yml").write_text(people, "utf-8")
    for code in codes[1:]:
        names = [path.stem for path in sorted((site / "translations" / code).glob("guides/*.po"))]
        documents = [f"guides/{name}" for name in names[::5]]
        accept = waypost_command("review", "accept", code, *documents, "--as", "ana")
        # A text of the pseudo engine that no page could show isn't stamped; most are.
        subprocess.run(
            accept, cwd=site, env=waypost_environment(), capture_output=True, check=False
        )
    for number, path in enumerate(sorted((site / "translations").rglob("*.po"))):
        path.write_text(leave_gaps(path.read_text("utf-8"), number), "utf-8")
    save_note(site, wanted)


def leave_gaps(catalogue: str, number: int) -> str:
    """The PO file with a tenth of its texts missing and a tenth made for another source."""
    head, *entries = catalogue.split("\n\n")
    for at in range(len(entries)):
        turn = (at + number) % 10
        if turn == 0:
            bare = re.sub(r'(?m)^msgstr .*(?:\n".*)*', 'msgstr ""', entries[at])
            entries[at] = re.sub(r"(?m)^# .*\n|^#, fuzzy\n", "", bare)
        elif turn == 5:
            entries[at] = re.sub(r"src=[0-9a-f]{12}", "src=0123456789ab", entries[at])
    return "\n\n".join([head, *entries])


def count_texts(site: Path) -> int:
    """The entries of all PO files."""
    paths = (site / "translations").rglob("*.po")
    return sum(len(_ENTRY.findall(path.read_text("utf-8"))) for path in paths)


def _measure(site: Path, words: Sequence[str], runs: int) -> Waiting:
    command = Command(waypost_command(*words), site, waypost_environment())
    shutil.rmtree(site / "build", ignore_errors=True)
    cold = run_timed(command).wall
    warm = median(run_timed(command).wall for _ in range(runs))
    return Waiting(" ".join(words[:2]), cold, warm, measure_memory(command))


def render_waits(rows: Sequence[Waiting]) -> str:
    """One Markdown table."""
    lines = ["| waypost | cold s | warm s | limit s | peak memory |"]
    lines.append("| --- | ---: | ---: | ---: | ---: |")
    for row in rows:
        limit = _MOST_SECONDS.get(row.command)
        shown = "–" if limit is None else f"{limit:.0f}"
        memory = f"{row.memory / 1e6:.0f} MB"
        lines.append(f"| {row.command} | {row.cold:.2f} | {row.warm:.2f} | {shown} | {memory} |")
    return "\n".join(lines) + "\n"
