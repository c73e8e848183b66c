"""How long an answer takes on a slow phone once its shards are there. Touches the browser.

The page runs on a processor slowed down six times. A heartbeat of messages tells how long the page
could not react while letter after letter was typed into its box.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

from selenium import webdriver

from scripts.search_bench.asking import open_driver
from scripts.search_bench.engines import Index
from scripts.search_bench.queries import Query

_SLOWER = 6
_TIME = """
const [texts, done] = arguments;
(async () => {
  const times = [];
  for (const text of texts) {
    await bench.search(text);
    const start = performance.now();
    await bench.search(text);
    times.push(performance.now() - start);
  }
  done(times);
})();
"""
_TYPE = """
const [texts, done] = arguments;
(async () => {
  const box = document.querySelector("input[type=search]");
  const channel = new MessageChannel();
  let last = performance.now(), longest = 0, idle = 0, typing = false;
  channel.port1.onmessage = () => {
    const now = performance.now();
    if (typing) longest = Math.max(longest, now - last); else idle = Math.max(idle, now - last);
    last = now;
    channel.port2.postMessage(0);
  };
  const wait = time => new Promise(end => setTimeout(end, time));
  channel.port2.postMessage(0);
  await wait(300);
  idle = 0;
  await wait(1000);
  const blocks = [];
  if (box) box.focus();
  for (const text of texts) {
    await bench.search(text);
    for (let end = 1; end <= text.length; end++) {
      typing = true;
      longest = 0;
      last = performance.now();
      if (box) {
        box.value = text.slice(0, end);
        box.dispatchEvent(new InputEvent("input", {bubbles: true}));
      } else bench.search(text.slice(0, end));
      longest = performance.now() - last;
      await wait(250);
      typing = false;
      blocks.push(longest);
    }
  }
  done({blocks, idle, box: !!box});
})();
"""


@dataclass(frozen=True, slots=True)
class Pace:
    """Milliseconds on the slow processor."""

    middle: float
    most: float
    """Of the answers."""
    block: float
    """The longest time in which the page could not react to anything, after a keystroke."""
    idle: float
    """The same while nothing was typed: the measurement's own noise."""


def time_queries(
    browser: webdriver.Chrome,
    index: Index,
    address: str,
    code: str,
    queries: Sequence[Query],
    typed: int,
) -> Pace:
    """Every query is asked twice, and the second time counts; the first `typed` are typed."""
    open_driver(browser, index, address, code)
    texts = [query.text for query in queries]
    browser.execute_async_script(_TIME, texts)
    browser.execute_cdp_cmd("Emulation.setCPUThrottlingRate", {"rate": _SLOWER})
    try:
        times: list[float] = browser.execute_async_script(_TIME, texts)
        seen: dict[str, Any] = browser.execute_async_script(_TYPE, texts[:typed])
    finally:
        browser.execute_cdp_cmd("Emulation.setCPUThrottlingRate", {"rate": 1})
    return Pace(median(times), max(times), max(seen["blocks"]), seen["idle"])
