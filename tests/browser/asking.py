"""Queries put to a site's own search in the browser. Touches the browser."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from urllib.parse import urlsplit

from selenium import webdriver

_ASK = """
const done = arguments[arguments.length - 1];
(async () => {
  const found = {};
  for (const query of arguments[0]) {
    found[query] = (await window.waypost.search(query)).map(each => each.url);
  }
  return found;
})().then(
  found => done(JSON.stringify({found})),
  error => done(JSON.stringify({error: `${error}`})),
);
"""


def ask_browser(
    browser: webdriver.Chrome, address: str, language: str, queries: Sequence[str]
) -> Callable[[str], tuple[str, ...]]:
    """The ids of the pages that each query finds in the language, best first, to be asked for."""
    browser.get(f"{address}{language}/search/")
    browser.set_script_timeout(120)
    said = json.loads(browser.execute_async_script(_ASK, list(queries)))
    assert "error" not in said, said["error"]
    found = {query: tuple(map(_page_at, urls)) for query, urls in said["found"].items()}
    return found.__getitem__


def _page_at(url: str) -> str:
    return urlsplit(url).path.removesuffix("index.html").rstrip("/").rpartition("/")[2]
