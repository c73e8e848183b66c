"""Former outputs moved out of the way, and removed only when nothing is measured any more.

Touches the disk. A cold build is one in a fresh clone. ext4 looks past every inode that was freed
in the last minutes each time it makes a new one, so that whoever builds after thousands of files
were removed waits several seconds for the file system alone.
"""

from __future__ import annotations

import shutil
from itertools import count
from pathlib import Path

from scripts.benchmark.measure import Command, Timing, run_timed

_FORMER = ".former"


def set_aside(path: Path, folder: Path) -> None:
    """Nothing stands at `path`; what stood there is kept in `folder` until `remove_former`."""
    if not path.exists():
        return
    former = folder / _FORMER
    former.mkdir(parents=True, exist_ok=True)
    names = (former / f"{path.name}-{number}" for number in count())
    path.rename(next(name for name in names if not name.exists()))


def remove_former(folder: Path) -> None:
    """What was set aside is gone."""
    shutil.rmtree(folder / _FORMER, ignore_errors=True)


def build_cold(command: Command, folder: Path, *outputs: str) -> Timing:
    """How long a build takes that finds none of its outputs; they are set aside in `folder`."""
    for output in outputs:
        set_aside(command.folder / output, folder)
    return run_timed(command)
