"""What a question costs in bytes, by the browser's own list of requests.

Touches the browser and the disk. Every response that an answer needed is counted as a host would
send it: by gzip at its best, or as it is where that is smaller. The page that asks isn't counted.
"""

from __future__ import annotations

import gzip
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from statistics import mean
from urllib.parse import unquote, urlsplit

from selenium import webdriver

from scripts.search_bench.asking import open_driver
from scripts.search_bench.engines import Index
from scripts.search_bench.queries import Query
from tests.browser.chromium import read_requests

_SHOW = """
const [text, done] = arguments;
bench.show(text).then(() => done(""), error => done(String(error)));
"""


@dataclass(frozen=True, slots=True)
class Weight:
    """Bytes of answers in one language."""

    first: float
    """To the first result of a visit, on average."""
    most: int
    further: float
    """For each question after the first of a visit, on average."""
    requests: float
    """To the first result."""


def weigh_queries(
    browser: webdriver.Chrome,
    index: Index,
    address: str,
    code: str,
    visits: Sequence[Sequence[Query]],
) -> Weight:
    """Each visit starts from nothing: its first query, then its further ones on the same page."""
    first: list[int] = []
    further: list[int] = []
    requests: list[int] = []
    for visit in visits:
        browser.execute_cdp_cmd("Network.clearBrowserCache", {})
        read_requests(browser)
        open_driver(browser, index, address, code)
        seen: set[Path] = set()
        for number, query in enumerate(visit):
            problem = browser.execute_async_script(_SHOW, query.text)
            if problem:
                raise RuntimeError(f"{index.engine} failed at “{query.text}”: {problem}")
            fresh = _list_files(browser, index, address) - seen
            seen |= fresh
            weight = sum(map(weigh_file, fresh))
            if number:
                further.append(weight)
            else:
                first.append(weight)
                requests.append(len(fresh))
    return Weight(mean(first), max(first), mean(further) if further else 0.0, mean(requests))


def _list_files(browser: webdriver.Chrome, index: Index, address: str) -> set[Path]:
    paths = {
        unquote(urlsplit(request).path).lstrip("/")
        for request in read_requests(browser)
        if request.startswith(address)
    }
    paths -= index.drivers
    return {index.folder / path for path in paths if (index.folder / path).is_file()}


@cache
def weigh_file(path: Path) -> int:
    """The bytes of a file on the network, without its headers."""
    data = path.read_bytes()
    return min(len(data), len(gzip.compress(data, 9, mtime=0)))


def group_visits(
    queries: Sequence[Sequence[Query]], visits: int, further: int
) -> list[list[Query]]:
    """Visits that take queries of each kind in turn, far apart in the lists."""
    kinds = [list(own) for own in queries if own]
    grouped = []
    for visit in range(visits):
        row = []
        for number in range(1 + further):
            own = kinds[(visit + number) % len(kinds)]
            step = (visit * (1 + further) + number) * len(own) // (visits * (1 + further))
            row.append(own[step])
        grouped.append(row)
    return grouped
