"""How long an answer takes on a slow phone once its shards are there. Touches the browser.

The page runs on a processor slowed down six times. A heartbeat of messages tells how long the page
could not react while letter after letter was typed into its box. Each is done three times, and the
shortest time counts: the others hold what else the machine had to do.
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
_ROUNDS = 3
_TIME = """
const [texts, rounds, done] = arguments;
(async () => {
  const times = [];
  for (const text of texts) {
    await bench.search(text);
    let least = Infinity;
    for (let round = 0; round < rounds; round++) {
      const start = performance.now();
      await bench.search(text);
      least = Math.min(least, performance.now() - start);
    }
    times.push(least);
  }
  done(times);
})();
"""
_TYPE = """
const [texts, rounds, done] = arguments;
(async () => {
  const box = document.querySelector("form[data-search] input");
  const wait = time => new Promise(end => setTimeout(end, time));
  const channel = new MessageChannel();
  let last = performance.now(), longest = 0;
  channel.port1.onmessage = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    channel.port2.postMessage(0);
  };
  const watch = async act => {
    longest = 0;
    last = performance.now();
    act();
    await wait(260);  // it waits for more letters before it searches
    return longest;
  };
  channel.port2.postMessage(0);
  let idle = Infinity;
  for (let round = 0; round < rounds; round++) idle = Math.min(idle, await watch(() => {}));
  box.focus();
  const blocks = new Map();
  for (let round = 0; round <= rounds; round++)
    for (const text of texts)
      for (let end = 1; end <= text.length; end++) {
        const typed = text.slice(0, end);
        const block = await watch(() => {
          box.value = typed;
          box.dispatchEvent(new InputEvent("input", {bubbles: true}));
        });
        // The first round loads the shards.
        if (round) blocks.set(typed, Math.min(block, blocks.get(typed) ?? Infinity));
      }
  done({blocks: [...blocks.values()], idle});
})();
"""


@dataclass(frozen=True, slots=True)
class Pace:
    """Milliseconds; the longest of all but `middle`."""

    middle: float
    most: float
    """Of the answers, on the slow processor."""
    block: float
    """In which the page could not react after a keystroke, drawing included."""
    slow_block: float
    """The same on the slow processor."""
    idle: float
    """The same there while nothing was typed: the measurement's own noise."""


def time_queries(
    browser: webdriver.Chrome,
    index: Index,
    address: str,
    code: str,
    queries: Sequence[Query],
    typed: int,
) -> Pace:
    """Every query is asked; the first `typed` ones are typed, too."""
    open_driver(browser, index, address, code)
    texts = [query.text for query in queries]
    quick: dict[str, Any] = browser.execute_async_script(_TYPE, texts[:typed], _ROUNDS)
    browser.execute_cdp_cmd("Emulation.setCPUThrottlingRate", {"rate": _SLOWER})
    try:
        times: list[float] = browser.execute_async_script(_TIME, texts, _ROUNDS)
        slow: dict[str, Any] = browser.execute_async_script(_TYPE, texts[:typed], _ROUNDS)
    finally:
        browser.execute_cdp_cmd("Emulation.setCPUThrottlingRate", {"rate": 1})
    return Pace(median(times), max(times), max(quick["blocks"]), max(slow["blocks"]), slow["idle"])
