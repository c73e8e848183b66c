"""Waypost's command line in processes of their own, forked from one that has imported it already.

Touches the process. To start Python and import everything takes a command longer than its work.
Each command has its own process all the same: what one leaves behind, no other meets.
"""

from __future__ import annotations

import atexit
import gc
import importlib
import json
import os
import pkgutil
import runpy
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from select import select
from typing import IO, NoReturn

_ROOT = Path(__file__).parents[2]
_IMPORTED = ("waypost.cli", "waypost.pipeline")
"""The packages with all that commands import, and with it nearly everything below them."""


def run_forked(
    arguments: tuple[str, ...], folder: Path, environment: Mapping[str, str], patience: float
) -> subprocess.CompletedProcess[str]:
    """What `waypost …` printed in the folder, and how it ended.

    Raises TimeoutExpired, as `subprocess.run` does, when its process has run for `patience` seconds
    and was ended.
    """
    with tempfile.TemporaryDirectory() as scratch:
        paths = [Path(scratch, "out"), Path(scratch, "err")]
        code = _parent().run([*map(str, paths)], arguments, folder, environment, patience)
        printed = [path.read_text("utf-8") for path in paths]
    return subprocess.CompletedProcess(["waypost", *arguments], code, *printed)


class _Parent:
    """The process from which commands are forked."""

    def __init__(self) -> None:
        command = (sys.executable, "-m", "tests.sites.forking")
        paths = os.pathsep.join((str(_ROOT / "src"), str(_ROOT)))
        self._process = subprocess.Popen(
            command,
            cwd=_ROOT,
            env={**os.environ, "PYTHONPATH": paths},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )

    def run(
        self,
        printed: list[str],
        arguments: tuple[str, ...],
        folder: Path,
        environment: Mapping[str, str],
        patience: float,
    ) -> int:
        """The exit code of the command; negative for a signal, as `subprocess` has it."""
        asked = (printed, arguments, str(folder), dict(environment))
        self._stdin.write(json.dumps(asked).encode() + b"\n")
        self._stdin.flush()
        child = int(self._stdout.readline())
        if not select([self._stdout], [], [], patience)[0]:
            os.kill(child, 9)
            self._stdout.readline()
            raise subprocess.TimeoutExpired(["waypost", *arguments], patience)
        return int(self._stdout.readline())

    def close(self) -> None:
        """The process has ended."""
        self._stdin.close()
        self._stdout.close()
        self._process.wait()

    @property
    def _stdin(self) -> IO[bytes]:
        assert self._process.stdin is not None
        return self._process.stdin

    @property
    def _stdout(self) -> IO[bytes]:
        assert self._process.stdout is not None
        return self._process.stdout


@cache
def _parent() -> _Parent:
    parent = _Parent()
    atexit.register(parent.close)
    return parent


def _serve() -> None:
    """Forks a process for each line that comes, and tells its id, then its exit code."""
    for name in _IMPORTED:
        for found in pkgutil.walk_packages(importlib.import_module(name).__path__, f"{name}."):
            importlib.import_module(found.name)
    gc.freeze()
    for line in sys.stdin:
        child = os.fork()
        if not child:
            _become_command(*json.loads(line))
        _tell(child)
        _tell(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))


def _tell(number: int) -> None:
    os.write(1, f"{number}\n".encode())


def _become_command(
    printed: list[str], arguments: list[str], folder: str, environment: dict[str, str]
) -> NoReturn:
    for stream, path in ((0, os.devnull), (1, printed[0]), (2, printed[1])):
        os.dup2(os.open(path, os.O_RDWR | os.O_CREAT | os.O_TRUNC), stream)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    sys.argv = ["waypost", *arguments]
    runpy.run_module("waypost", run_name="__main__", alter_sys=True)
    sys.exit(0)


if __name__ == "__main__":
    _serve()
