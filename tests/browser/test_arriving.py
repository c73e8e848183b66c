"""A page that arrives in pieces: what stands there doesn't jump when the rest comes."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from selenium import webdriver

from tests.browser.chromium import PHONE, use_screen
from tests.browser.conftest import County

_STALL = 0.35
"""Seconds; long enough that the browser paints what it has."""
_SHIFTS = """
const done = arguments[0], seen = [];
new PerformanceObserver(list => {
  for (const entry of list.getEntries())
    seen.push(entry.value, ...entry.sources.map(source => source.node?.textContent));
}).observe({type: 'layout-shift', buffered: true});
setTimeout(() => done(seen), 150);
"""
_PIECES = {
    "in the last word of the header's first line": b"#languages>All lang",
    "before the name of a language": b"lang=vi>",
    "in the button of the search box": b"<button>",
}


class _Halves(BaseHTTPRequestHandler):
    """Sends one page in two pieces, with a pause between."""

    def __init__(self, page: bytes, end: int, *arguments: Any) -> None:
        self._pieces = (page[:end], page[end:])
        super().__init__(*arguments)

    def do_GET(self) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        for piece in self._pieces:
            self.wfile.write(piece)
            self.wfile.flush()
            time.sleep(_STALL)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the test looks at the page."""


@contextmanager
def _serve_halves(page: bytes, end: int) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Halves, page, end)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()


@pytest.mark.parametrize("where", _PIECES)
def test_nothing_jumps_when_the_rest_of_a_page_arrives(
    browser: webdriver.Chrome, county: County, where: str
) -> None:
    name = "en/index.html" if "search" in where else "en/renew-license/index.html"
    page = (county.folder / name).read_bytes().replace(b'"#languages"', b"#languages")
    start = page.find(_PIECES[where], page.find(b"<body"))
    assert start > 0, "the page is written in another way"
    use_screen(browser, PHONE)
    with _serve_halves(page, start + len(_PIECES[where])) as address:
        browser.get(address)
        assert browser.execute_async_script(_SHIFTS) == []
        shown = "return [...document.querySelectorAll('header, .find')].every("
        assert browser.execute_script(
            shown + "each => each.checkVisibility({visibilityProperty: 1}))"
        )
