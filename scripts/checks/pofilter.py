"""What `pofilter` of the translate-toolkit says of the same texts. Touches a process and the disk.

Its checks know no context: what it calls a failure of a correct text is a false alarm.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import polib

from waypost.translation.quality.pair import Pair

_MARK = "(pofilter) "


def find_program() -> Path | None:
    """The program beside the Python that runs, or None."""
    program = Path(sys.executable).with_name("pofilter")
    return program if program.is_file() else None


def filter_texts(
    program: Path, texts: Sequence[tuple[str, Pair]], language: str
) -> dict[str, frozenset[str]]:
    """Key → the names of the checks that fail, for the texts of one language."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "in.po"), Path(folder, "out.po")
        catalog = polib.POFile(wrapwidth=-1)
        catalog.metadata = {"Language": language, "Content-Type": "text/plain; charset=UTF-8"}
        for key, pair in texts:
            catalog.append(polib.POEntry(msgctxt=key, msgid=pair.source, msgstr=pair.target))
        catalog.save(str(source))
        command = [str(program), "--progress=none", f"--language={language.replace('-', '_')}"]
        subprocess.run([*command, str(source), str(target)], check=True, capture_output=True)
        if not target.is_file():
            return {}
        failed = polib.pofile(str(target))
        return {entry.msgctxt: _names(entry.tcomment) for entry in failed if entry.msgctxt}


def _names(comment: str) -> frozenset[str]:
    lines = (line for line in comment.splitlines() if line.startswith(_MARK))
    return frozenset(line.removeprefix(_MARK).partition(":")[0] for line in lines)
