"""Work on all cores: forked processes that share what the parent has read.

Touches the process. Results come back in the order of the tasks, whichever ends first, so that the
output doesn't depend on the machine. Where the system has no fork, the work is done in line.
"""

from __future__ import annotations

import multiprocessing
import os
import traceback
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from typing import Any, TypeVar

from waypost.model.finding import Failure

Task = TypeVar("Task")
Kept = TypeVar("Kept")
Told = TypeVar("Told")
Between = TypeVar("Between")
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
    crew = [_Worker(first, second, [tasks[number] for number in hand]) for hand in hands]
    try:
        joined = between(_gather(hands, [worker.receive() for worker in crew]))
        for worker in crew:
            worker.send(joined)
        meanwhile(joined)
        return _gather(hands, [worker.receive() for worker in crew])
    finally:
        for worker in crew:
            worker.end()


def _gather(hands: Sequence[Sequence[int]], dealt: Sequence[Sequence[Result]]) -> list[Result]:
    by_number = {
        number: result
        for hand, results in zip(hands, dealt, strict=True)
        for number, result in zip(hand, results, strict=True)
    }
    return [by_number[number] for number in range(len(by_number))]


class _Worker:
    """A forked process with a hand of tasks and a pipe to its parent."""

    def __init__(
        self,
        first: Callable[[Task], tuple[Kept, Told]],
        second: Callable[[Kept, Between], Result],
        tasks: Sequence[Task],
    ) -> None:
        context = multiprocessing.get_context("fork")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_work, args=(theirs, first, second, tasks))
        self._process.start()
        theirs.close()

    def send(self, value: object) -> None:
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


def _work(
    pipe: Connection,
    first: Callable[[Task], tuple[Kept, Told]],
    second: Callable[[Kept, Between], Result],
    tasks: Sequence[Task],
) -> None:
    try:
        pairs = [first(task) for task in tasks]
        pipe.send((True, [told for _, told in pairs]))
        joined: Between = pipe.recv()
        pipe.send((True, [second(kept, joined) for kept, _ in pairs]))
    except (EOFError, BrokenPipeError, KeyboardInterrupt):
        return
    except (Failure, OSError) as trouble:
        pipe.send((False, trouble))
    except Exception:  # noqa: BLE001 - told to the parent, which raises it
        pipe.send((False, traceback.format_exc()))
