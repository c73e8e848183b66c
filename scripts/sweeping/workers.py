"""Pages visited by several browsers at once, each in a process of its own.

Touches the disk, processes and the network: each process starts a browser and a local server.
Touches the browser.
"""

from __future__ import annotations

import multiprocessing
import tempfile
from collections.abc import Generator, Sequence
from contextlib import ExitStack
from multiprocessing.connection import Connection
from multiprocessing.connection import wait as wait_for
from multiprocessing.process import BaseProcess
from pathlib import Path

from scripts.sweeping.pages import Page
from scripts.sweeping.visit import Visit, prepare_browser, visit_page
from tests.browser.chromium import start_chromium
from tests.browser.serving import serve_folder


class BrokenVisitError(Exception):
    """A page could not be looked at."""


def visit_pages(site: Path, pages: Sequence[Page], jobs: int) -> Generator[Visit, None, None]:
    """The visit to each page, as they come; leaving early ends the browsers."""
    context = multiprocessing.get_context("spawn")
    with ExitStack() as stack:
        ends: dict[Connection, BaseProcess] = {}
        for _ in range(min(jobs, len(pages))):
            ours, theirs = context.Pipe()
            process = context.Process(target=_work, args=(site, theirs), daemon=True)
            process.start()
            theirs.close()
            stack.callback(_end, process, ours)
            ends[ours] = process
        waiting = list(reversed(pages))
        busy: dict[Connection, Page] = {}
        for end in ends:
            busy[end] = waiting.pop()
            end.send(busy[end])
        while busy:
            ready = wait_for(list(busy))
            for end in [each for each in busy if each in ready]:
                page = busy.pop(end)
                try:
                    answer: Visit | str = end.recv()
                except EOFError:
                    answer = "the browser's process ended"
                if isinstance(answer, str):
                    raise BrokenVisitError(f"{page.path}: {answer}")
                if waiting:
                    busy[end] = waiting.pop()
                    end.send(busy[end])
                yield answer


def _end(process: BaseProcess, end: Connection) -> None:
    """The process has quit its browser; one that does not within 10 s is ended."""
    end.close()
    process.join(10)
    if process.is_alive():
        process.terminate()


def _work(site: Path, end: Connection) -> None:
    """Visits the pages that come in, until there are no more."""
    with ExitStack() as stack:
        try:
            folder = stack.enter_context(tempfile.TemporaryDirectory(ignore_cleanup_errors=True))
            base = stack.enter_context(serve_folder(site))
            browser = start_chromium(Path(folder))
            stack.callback(browser.quit)
            prepare_browser(browser)
            while True:
                page = end.recv()
                end.send(visit_page(browser, base, page))
        except (EOFError, BrokenPipeError, KeyboardInterrupt):
            pass
        except Exception as error:  # noqa: BLE001 whatever broke is told where it can be read
            end.send(f"{type(error).__name__}: {error}")
