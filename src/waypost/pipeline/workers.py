"""Work on all cores: forked processes that share what the parent has read.

Touches the process. Results come back in the order of the tasks, whichever ends first, so that the
output doesn't depend on the machine. Where the system has no fork, the work is done in line.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import traceback
from collections.abc import Callable, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Any, Generic, NoReturn, TypeVar

from waypost.model.finding import Failure

Task = TypeVar("Task")
Kept = TypeVar("Kept")
Told = TypeVar("Told")
Between = TypeVar("Between")
Ready = TypeVar("Ready")
Result = TypeVar("Result")


def available_jobs(wanted: int | None) -> int:
    """How many processes to use: as wanted, else the cores that this process may use."""
    if "fork" not in multiprocessing.get_all_start_methods():
        return 1
    if wanted is not None:
        return wanted
    if hasattr(os, "sched_getaffinity"):
        return max(1, len(os.sched_getaffinity(0)))
    return os.cpu_count() or 1


def map_forked(work: Callable[[Task], Result], tasks: Sequence[Task], jobs: int) -> list[Result]:
    """`work` of every task, in order."""
    return map_in_two_steps(
        lambda task: (task, None), lambda _all: None, lambda task, _none: work(task), tasks, jobs
    )


def map_in_two_steps(
    first: Callable[[Task], tuple[Kept, Told]],
    between: Callable[[Sequence[Told]], Between],
    second: Callable[[Kept, Between], Result],
    tasks: Sequence[Task],
    jobs: int,
    meanwhile: Callable[[Between], object] = lambda _joined: None,
) -> list[Result]:
    """`second` of what `first` kept of every task, given what `between` makes of what all told.

    A task's two steps run in the same process, so that what the first one keeps need not travel.
    `meanwhile` runs in this process while the others are at their second step.
    """
    if jobs <= 1 or len(tasks) < 2:
        pairs = [first(task) for task in tasks]
        joined = between([told for _, told in pairs])
        meanwhile(joined)
        return [second(kept, joined) for kept, _ in pairs]
    hands = [range(start, len(tasks), jobs) for start in range(min(jobs, len(tasks)))]
    crew = [_Worker(_work, first, second, [tasks[number] for number in hand]) for hand in hands]
    return _join_steps(crew, hands, between, meanwhile)


class Crew(Generic[Task, Ready]):
    """Processes that get ready for their tasks while this one finds out what is to be done.

    They share what this process has read by now; what they are told later must be pickled.
    """

    def __init__(self, prepare: Callable[[Task], Ready], tasks: Sequence[Task], jobs: int) -> None:
        self._hands = [range(start, len(tasks), jobs) for start in range(min(jobs, len(tasks)))]
        self._crew = [
            _Worker(_work_when_told, prepare, [tasks[number] for number in hand])
            for hand in self._hands
        ]

    def map_in_two_steps(
        self,
        first: Callable[[Ready], tuple[Kept, Told]],
        between: Callable[[Sequence[Told]], Between],
        second: Callable[[Kept, Between], Result],
        meanwhile: Callable[[Between], object] = lambda _joined: None,
    ) -> list[Result]:
        """As the function of this name, of what `prepare` made of each task; once."""
        for worker in self._crew:
            worker.send((first, second))
        return _join_steps(self._crew, self._hands, between, meanwhile)

    def end(self) -> None:
        """No process of the crew is left, whether it was told what to do or not."""
        for worker in self._crew:
            worker.stop()


def _join_steps(
    crew: Sequence[_Worker],
    hands: Sequence[Sequence[int]],
    between: Callable[[Sequence[Told]], Between],
    meanwhile: Callable[[Between], object],
) -> list[Any]:
    try:
        joined = between(_gather(hands, [worker.receive() for worker in crew]))
        for worker in crew:
            worker.send(joined)
        meanwhile(joined)
        results = _gather(hands, [worker.receive() for worker in crew])
    except BaseException:
        # The others may wait for what nobody sends: each holds the pipes of those before it open.
        for worker in crew:
            worker.stop()
        raise
    for worker in crew:
        worker.end()
    return results


def _gather(hands: Sequence[Sequence[int]], dealt: Sequence[Sequence[Result]]) -> list[Result]:
    by_number = {
        number: result
        for hand, results in zip(hands, dealt, strict=True)
        for number, result in zip(hand, results, strict=True)
    }
    return [by_number[number] for number in range(len(by_number))]


class _Worker:
    """A forked process with a hand of tasks and a pipe to its parent."""

    def __init__(self, work: Callable[..., object], *arguments: object) -> None:
        context = multiprocessing.get_context("fork")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_answer, args=(theirs, work, *arguments))
        self._process.start()
        theirs.close()

    def send(self, value: object) -> None:
        # One that has failed has said so, and listens no more.
        with suppress(BrokenPipeError, ConnectionResetError):
            self._pipe.send(value)

    def receive(self) -> Any:
        try:
            fine, value = self._pipe.recv()
        except EOFError:
            raise Failure(
                "A build process was ended from outside.",
                "Is the memory full? Try again with --jobs 1.",
            ) from None
        if fine:
            return value
        if isinstance(value, Failure | OSError):
            raise value
        raise RuntimeError(value)

    def end(self) -> None:
        self._pipe.close()
        self._process.join()

    def stop(self) -> None:
        if not self._pipe.closed:
            self._process.terminate()
            self.end()


def _answer(pipe: Connection, work: Callable[..., object], *arguments: object) -> NoReturn:
    # Values by the million and hardly a cycle: collecting costs a tenth of the work.
    gc.disable()
    try:
        _held = work(pipe, *arguments)
    except (EOFError, BrokenPipeError, KeyboardInterrupt):
        pass
    except (Failure, OSError) as trouble:
        pipe.send((False, trouble))
    except Exception:  # noqa: BLE001 - told to the parent, which raises it
        pipe.send((False, traceback.format_exc()))
    # All is told. The parent waits for this process's end, and to take its values apart one by one
    # would take longer than to leave them to the system.
    os._exit(0)


def _work(
    pipe: Connection,
    first: Callable[[Task], tuple[Kept, Told]],
    second: Callable[[Kept, Between], Result],
    tasks: Sequence[Task],
) -> list[tuple[Kept, Told]]:
    """What was made, when all is told."""
    pairs = [first(task) for task in tasks]
    pipe.send((True, [told for _, told in pairs]))
    joined: Between = pipe.recv()
    pipe.send((True, [second(kept, joined) for kept, _ in pairs]))
    return pairs


def _work_when_told(
    pipe: Connection, prepare: Callable[[Task], Ready], tasks: Sequence[Task]
) -> object:
    """What was made, when all is told."""
    ready = [prepare(task) for task in tasks]
    first, second = pipe.recv()
    return _work(pipe, first, second, ready), ready
