"""The search index of a preview: made in a process of its own, after the pages.

Touches the process: forks, and ends what it has forked. A newer save ends the work and begins it
anew; languages that were done by then aren't done again. A language is written whole or not at
all, since the process can't be ended while it writes. Where the system has no fork, the index is
made in line.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from multiprocessing.context import ForkProcess

from waypost.model.finding import Failure, describe_disk_error
from waypost.pipeline.build import SearchReport, report_search
from waypost.pipeline.languages import measure_language
from waypost.pipeline.plan import Plan, Searched
from waypost.pipeline.search import make_index

_NICENESS = 10
"""Whoever writes waits for pages, not for the index."""


@dataclass(slots=True)
class SearchAside:
    """The search indexes of a preview, made one language after another."""

    take: Callable[[Searched], None]
    """What the caller does with each, in its own process and time."""
    _worker: tuple[ForkProcess, Connection] | None = None
    _searched: list[Searched] = field(default_factory=list)

    def start(self, plan: Plan) -> None:
        """The indexes are brought up to date with the pages of `plan`, while this returns."""
        self.stop()
        self._searched.clear()
        if "fork" not in multiprocessing.get_all_start_methods():
            for searched in _make_all(plan):
                self._receive(searched)
            return
        context = multiprocessing.get_context("fork")
        pipe, theirs = context.Pipe(duplex=False)
        process = context.Process(target=_work, args=(theirs, plan), daemon=True)
        process.start()
        theirs.close()
        self._worker = process, pipe

    def poll(self) -> SearchReport | None:
        """What was done, as soon as all is done; None before, and where there was nothing to do.

        Raises a Failure for what hindered the process.
        """
        if self._worker is None:
            return None
        process, pipe = self._worker
        try:
            while pipe.poll():
                self._receive(pipe.recv())
        except EOFError:
            self._worker = None
            pipe.close()
            process.join()
            return report_search(self._searched)
        except Failure:
            self.stop()
            raise
        return None

    def stop(self) -> None:
        """Nothing is being written any longer; what was done is taken."""
        if self._worker is None:
            return
        process, pipe = self._worker
        self._worker = None
        process.terminate()
        try:
            while True:
                self._receive(pipe.recv())
        except (EOFError, OSError):
            pass
        finally:
            pipe.close()
            process.join()

    def _receive(self, told: Searched | Failure) -> None:
        if isinstance(told, Failure):
            raise told
        self.take(told)
        self._searched.append(told)


def _make_all(plan: Plan) -> Iterator[Searched]:
    for offered in plan.frame.identity.languages:
        work, _ = measure_language(plan, offered)
        made = make_index(work.texts, work.locale, work.record.digest)
        if made is not None:
            # Until the caller asks for the next one: what was written is told, too.
            with _Unbroken():
                yield made.save()


class _Unbroken:
    """While it lasts, this process isn't ended by whoever forked it."""

    def __enter__(self) -> None:
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM})

    def __exit__(self, *_: object) -> None:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM})


def _work(pipe: Connection, plan: Plan) -> None:
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    # The terminal sends it to all; the parent decides when this process ends.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.nice(_NICENESS)
    # It ends soon, and what it reads from the cache is no garbage.
    gc.disable()
    try:
        for searched in _make_all(plan):
            pipe.send(searched)
    except BrokenPipeError:
        return
    except OSError as error:
        pipe.send(describe_disk_error(error))
    except Failure as failure:
        pipe.send(failure)
    except Exception:  # noqa: BLE001 - told to the parent, whose preview goes on
        pipe.send(Failure("The search index couldn't be made.", traceback.format_exc()))
