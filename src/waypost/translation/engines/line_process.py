"""A process that answers one line of JSON with one line of JSON, and can be waited for or ended.

Touches the process: starts it, talks to it over pipes, kills it.
"""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import suppress
from queue import Empty, Queue
from threading import Thread
from typing import IO

_TAIL_BYTES = 2000
_POLITE_SECONDS = 2.0


class ProcessEndedError(Exception):
    """The process is gone: how it ended (`code`), and the last that it wrote to stderr."""

    def __init__(self, code: int, tail: str) -> None:
        super().__init__(f"ended with {code}")
        self.code = code
        self.tail = tail


class ProcessSilentError(Exception):
    """The process gave no answer in time; it has been killed."""


class ProcessGarbledError(Exception):
    """The process answered with something else than a line of JSON; it has been killed."""


class LineProcess:
    """One running process. After an error it is ended, and another must be started."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        # A file, not a pipe: a pipe that nobody reads would stop the process when it is full.
        self._errors: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115  # closed by kill()
        self._process = subprocess.Popen(
            list(command),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            env=dict(environment),
        )
        self._lines: Queue[bytes | None] = Queue()
        self._reader = Thread(target=self._read, daemon=True)
        self._reader.start()

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._process.pid

    def ask(self, question: object, patience: float) -> object:
        """The answer to `question`, as JSON gives it.

        Raises ProcessEndedError, ProcessSilentError (after `patience` seconds) or
        ProcessGarbledError.
        """
        line = json.dumps(question, ensure_ascii=True).encode() + b"\n"
        stdin = self._process.stdin
        try:
            if stdin is not None:
                stdin.write(line)
                stdin.flush()
        except (OSError, ValueError):
            raise self._ended() from None
        try:
            answer = self._lines.get(timeout=patience)
        except Empty:
            self.kill()
            raise ProcessSilentError from None
        if answer is None:
            raise self._ended()
        try:
            value: object = json.loads(answer)
        except ValueError:
            self.kill()
            raise ProcessGarbledError(answer[:200].decode("utf-8", "replace")) from None
        return value

    def close(self) -> None:
        """The process is ended: asked first by closing its input, then killed."""
        if self._process.stdin is not None:
            with suppress(OSError):  # it is gone already, with our last line unread
                self._process.stdin.close()
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(_POLITE_SECONDS)
        self.kill()

    def kill(self) -> None:
        """The process is ended at once."""
        self._process.kill()
        self._process.wait()
        self._reader.join(_POLITE_SECONDS)
        for stream in (self._process.stdin, self._process.stdout, self._errors):
            if stream is not None:
                with suppress(OSError):  # a line for the dead process was still waiting
                    stream.close()

    def _read(self) -> None:
        stdout = self._process.stdout
        if stdout is not None:
            for line in stdout:
                self._lines.put(line)
        self._lines.put(None)

    def _ended(self) -> ProcessEndedError:
        try:
            code = self._process.wait(_POLITE_SECONDS)
        except subprocess.TimeoutExpired:  # it closed its output and lives on
            self._process.kill()
            code = self._process.wait()
        self._errors.seek(0)
        tail = self._errors.read()[-_TAIL_BYTES:].decode("utf-8", "replace").strip()
        self.kill()
        return ProcessEndedError(code, tail)
