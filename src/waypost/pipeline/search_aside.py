"""The search index of a preview: made in a process of its own, after the pages.

Touches the process: forks, and ends what it has forked. A newer save ends the work and begins it
anew; languages that were done by then aren't done again. A language is written whole or not at
all, since the process can't be ended while it writes. One that is done waits for the next save and
goes on with what it knows: most saves change one page. Where the system has no fork, the index is
made in line.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import traceback
from collections.abc import Callable, Iterator
from enum import Enum, auto
from multiprocessing.connection import Connection
from multiprocessing.context import ForkProcess

import msgspec

from waypost.model.finding import Failure, describe_disk_error
from waypost.model.language import Tier
from waypost.model.site import SiteLanguage
from waypost.pipeline.build import SearchReport, report_search
from waypost.pipeline.language_texts import open_language
from waypost.pipeline.languages import measure_language
from waypost.pipeline.plan import Plan, Searched
from waypost.pipeline.plan_change import PlanChange, ToldPlan, UntoldError
from waypost.pipeline.search import make_index, recall_index
from waypost.pipeline.search_memory import IndexMemory

_NICENESS = 10
"""Whoever writes waits for pages, not for the index."""


class _Word(Enum):
    """What the process says besides what it did."""

    DONE = auto()
    """It waits for the next plan."""
    ALL = auto()
    """It ends: another one must begin with the whole plan."""


class _Worker(msgspec.Struct):
    """A process that makes indexes, or waits for the next plan."""

    process: ForkProcess
    pipe: Connection
    plan: Plan | None
    """What it is at; None while it waits."""
    told: ToldPlan


class SearchAside(msgspec.Struct):
    """The search indexes of a preview, made one language after another."""

    take: Callable[[Searched], None]
    """What the caller does with each, in its own process and time."""
    _worker: _Worker | None = None
    _searched: list[Searched] = msgspec.field(default_factory=list)

    @property
    def is_busy(self) -> bool:
        """Whether indexes are being made, or what was done is still to be taken."""
        return self._worker is not None and self._worker.plan is not None

    @property
    def pid(self) -> int | None:
        """The process that makes them, if there is one."""
        return self._worker.process.pid if self._worker is not None else None

    def start(self, plan: Plan) -> None:
        """The indexes are brought up to date with the pages of `plan`, while this returns."""
        self.stop()
        self._searched.clear()
        if "fork" not in multiprocessing.get_all_start_methods():
            for searched in _make_all(plan, None):
                self._receive(searched)
            return
        if self._worker is not None and not _tell(self._worker, plan):
            self.close()
        if self._worker is None:
            self._worker = _fork(plan)

    def poll(self) -> SearchReport | None:
        """What was done, as soon as all is done; None before, and where there was nothing to do.

        Raises a Failure for what hindered the process.
        """
        if not self.is_busy:
            return None
        try:
            goes_on = self._take_all()
        except Failure:
            self.close()
            raise
        return None if goes_on else report_search(self._searched)

    def stop(self) -> None:
        """Nothing is being written any longer; what was done is taken."""
        try:
            goes_on = self.is_busy and self._take_all()
        except Failure:
            # Whoever begins anew will be told of it again.
            goes_on = True
        if goes_on:
            self.close()

    def close(self) -> None:
        """No process is left; what was done is taken."""
        worker, self._worker = self._worker, None
        if worker is None:
            return
        worker.process.terminate()
        try:
            while True:
                told = worker.pipe.recv()
                if isinstance(told, Searched):
                    self._receive(told)
        except (EOFError, OSError):
            pass
        finally:
            worker.pipe.close()
            worker.process.join()

    def _take_all(self) -> bool:
        """Whether there is more to be done; what was said by now is taken."""
        worker = self._worker
        try:
            while worker is not None and worker.plan is not None and worker.pipe.poll():
                told = worker.pipe.recv()
                if isinstance(told, Failure):
                    raise told
                if isinstance(told, Searched):
                    self._receive(told)
                elif told is _Word.ALL:
                    self.close()
                    self._worker = _fork(worker.plan)
                    return True
                else:
                    worker.plan = None
        except (ConnectionError, EOFError):
            self.close()
        return self.is_busy

    def _receive(self, searched: Searched) -> None:
        self.take(searched)
        self._searched.append(searched)


def _fork(plan: Plan) -> _Worker:
    """A process that makes the indexes of `plan`."""
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe()
    process = context.Process(target=_work, args=(theirs, ours, plan), daemon=True)
    process.start()
    theirs.close()
    return _Worker(process, ours, plan, ToldPlan.of(plan))


def _tell(worker: _Worker, plan: Plan) -> bool:
    """Whether the process that waits makes the indexes of `plan` now."""
    change = worker.told.compare(plan)
    if change is None:
        return False
    try:
        worker.pipe.send(change)
    except OSError:
        return False
    worker.plan, worker.told = plan, ToldPlan.of(plan)
    return True


def _list_searched(plan: Plan) -> list[SiteLanguage]:
    """The languages that have pages to search."""
    return [one for one in plan.frame.identity.languages if one.tier is not Tier.CARD]


def _make_all(plan: Plan, memory: IndexMemory | None) -> Iterator[Searched]:
    for offered in _list_searched(plan):
        work, _ = measure_language(plan, offered)
        made = make_index(work.texts, work.locale, work.record.digest, memory)
        if made is not None:
            # Until the caller asks for the next one: what was written is told, too.
            with _Unbroken():
                yield made.save()


def _recall_all(plan: Plan, memory: IndexMemory, pipe: Connection) -> None:
    """While nothing is asked for, `memory` learns what was made before this process began."""
    for offered in _list_searched(plan):
        if pipe.poll():
            return
        recall_index(open_language(plan, offered), memory)


class _Unbroken:
    """While it lasts, this process isn't ended by whoever forked it."""

    def __enter__(self) -> None:
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM})

    def __exit__(self, *_: object) -> None:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM})


def _work(pipe: Connection, theirs: Connection, plan: Plan) -> None:
    # Else it would never hear that the parent is gone.
    theirs.close()
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    # The terminal sends it to all; the parent decides when this process ends.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.nice(_NICENESS)
    # What it reads from the cache is no garbage.
    gc.disable()
    memory = IndexMemory()
    try:
        while True:
            for searched in _make_all(plan, memory):
                pipe.send(searched)
            pipe.send(_Word.DONE)
            _recall_all(plan, memory, pipe)
            change: PlanChange = pipe.recv()
            plan = change.apply(plan)
    except (ConnectionError, EOFError):
        return
    except UntoldError:
        pipe.send(_Word.ALL)
    except OSError as error:
        pipe.send(describe_disk_error(error))
    except Failure as failure:
        pipe.send(failure)
    except Exception:  # noqa: BLE001 - told to the parent, whose preview goes on
        pipe.send(Failure("The search index couldn't be made.", traceback.format_exc()))
