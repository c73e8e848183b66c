"""Questions put to an engine in a real browser, many in one go. Touches the browser."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence

from selenium import webdriver

from scripts.benchmark.guides import SetupError
from scripts.search_bench.engines import Engine, Index
from scripts.search_bench.queries import Query

_BATCH = 100
_PATIENCE = 30.0
_WAYPOST = """
window.bench ??= (() => {
  const search = async text => (await waypost.search(text)).map(each =>
    each.url.replace(/[?#].*$/, "").replace(/index\\.html$/, "").split("/").filter(Boolean).pop());
  return {search, show: search};
})();
"""
_ASK = """
const [texts, done] = arguments;
(async () => {
  const answers = [];
  for (const text of texts) {
    try { answers.push((await bench.search(text)).slice(0, 5)); }
    catch (error) { answers.push(["!" + (error && error.stack || error)]); }
  }
  done(answers);
})();
"""


def open_driver(browser: webdriver.Chrome, index: Index, address: str, code: str) -> None:
    """The page that drives an engine in a language, ready to be asked."""
    browser.set_script_timeout(300)
    browser.get(f"{address}/{index.pages[code]}")
    name = "waypost" if index.engine is Engine.WAYPOST else "bench"
    end = time.monotonic() + _PATIENCE
    while not browser.execute_script(f"return typeof {name} === 'object' && !!{name}.search"):
        if time.monotonic() > end:
            raise SetupError(f"{index.engine} does not start on {index.pages[code]}.")
        time.sleep(0.02)
    if index.engine is Engine.WAYPOST:
        browser.execute_script(_WAYPOST)


def ask(browser: webdriver.Chrome, queries: Sequence[Query]) -> Iterator[list[str]]:
    """For each query the ids of the first five results, best first."""
    for start in range(0, len(queries), _BATCH):
        texts = [query.text for query in queries[start : start + _BATCH]]
        for answer in browser.execute_async_script(_ASK, texts):
            if answer and answer[0].startswith("!"):
                raise SetupError(f"An engine failed at a query: {answer[0]}")
            yield answer
