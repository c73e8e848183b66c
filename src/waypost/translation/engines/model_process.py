"""A model in a process of its own: asked in batches, started again once, and its trouble in words.

A crash or a hang of native code can't take the run down; what it costs is one Failure with its
mend.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import msgspec

from waypost.model.finding import Failure
from waypost.translation.engines.line_process import (
    LineProcess,
    ProcessEndedError,
    ProcessGarbledError,
    ProcessSilentError,
)
from waypost.translation.engines.protocol import EngineCrash

PATIENCE_SECONDS = 120.0
"""For starting and for opening a model."""
SECONDS_A_CHARACTER = 0.05
"""More patience for a larger batch: several times what a slow machine needs."""
KEPT = "What is done so far is kept; a second run goes on from there."


class Wording(msgspec.Struct, frozen=True):
    """How an engine is called in messages, and what to do about its trouble."""

    name: str
    install: str
    """What installs it anew."""
    pack: str
    """What to do about data that it can't use."""


class ModelProcess:
    """Asks a worker; after trouble it is ended, and the next question starts another."""

    def __init__(
        self,
        command: Sequence[str],
        environment: Callable[[], Mapping[str, str]],
        wording: Wording,
        patience: float = PATIENCE_SECONDS,
    ) -> None:
        self.patience = patience
        self._command = tuple(command)
        self._environment = environment
        self._wording = wording
        self._process: LineProcess | None = None

    @property
    def pid(self) -> int | None:
        """The number of the process, if one is running."""
        return None if self._process is None else self._process.pid

    def ask(self, packs: Sequence[str], texts: Sequence[str]) -> list[str | None]:
        """A translation for each text, None where the model refused it.

        A worker that crashed is started again, once. Raises Failure.
        """
        question = {"packs": list(packs), "texts": list(texts)}
        patience = self.patience + SECONDS_A_CHARACTER * sum(map(len, texts))
        try:
            try:
                answer = self._ask_once(question, patience)
            except ProcessEndedError:
                self._process = None
                answer = self._ask_once(question, patience)
            return self._parse(answer, len(texts))
        except BaseException as error:
            # Also when interrupted: a late answer must never be taken for that to a later question.
            if self._process is not None:
                self._process.kill()
                self._process = None
            if isinstance(error, ProcessEndedError):
                raise self._crash(error) from error
            raise

    def close(self) -> None:
        """The process is ended; a later question starts another."""
        if self._process is not None:
            self._process.close()
            self._process = None

    def _ask_once(self, question: object, patience: float) -> object:
        if self._process is None:
            self._process = LineProcess(self._command, self._environment())
        try:
            return self._process.ask(question, patience)
        except ProcessSilentError as error:
            raise Failure(
                f"{self._wording.name} gave no answer for {patience:.0f} seconds; it was stopped",
                f"Close other programs and run it again. {KEPT}",
            ) from error
        except ProcessGarbledError as error:
            raise self._nonsense(str(error)) from error

    def _parse(self, answer: object, count: int) -> list[str | None]:
        name = self._wording.name
        match answer:
            case {"texts": list(texts)} if len(texts) == count and all(
                text is None or isinstance(text, str) for text in texts
            ):
                return texts
            case {"error": str(error)} if error.startswith(("ImportError", "ModuleNotFoundError")):
                raise Failure(f"{name} can't be loaded: {error}", self._wording.install)
            case {"error": str(error)}:
                raise Failure(f"{name} could not use the pack: {error}", self._wording.pack)
        raise self._nonsense(repr(answer)[:200])

    def _nonsense(self, answer: str) -> Failure:
        return Failure(
            f"{self._wording.name}'s process answered with nonsense: {answer}",
            self._wording.install,
        )

    def _crash(self, error: ProcessEndedError) -> EngineCrash:
        last = error.tail.splitlines()[-1] if error.tail else "it said nothing"
        return EngineCrash(
            f"{self._wording.name} crashed twice on the same texts "
            f"(exit code {error.code}; {last})",
            f"If memory was short (code -9), close other programs or take a smaller pack. {KEPT}",
        )
