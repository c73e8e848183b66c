"""When a page is there on a slow phone and network. Touches the browser."""

from __future__ import annotations

import time
from dataclasses import dataclass
from statistics import median
from typing import Any

from selenium import webdriver

from tests.browser.chromium import PHONE, use_screen

_BITS = 50_000
_ROUND_TRIP_MS = 800
_SLOWER = 6
_PATIENCE = 150.0
_SETTLE = 1.5
"""Seconds after the last byte in which a larger paint or a shift may still come."""
_READ = """
const done = arguments[0];
const seen = {fcp: 0, lcp: 0, cls: 0};
new PerformanceObserver(list => {
  for (const entry of list.getEntries())
    if (entry.name === 'first-contentful-paint') seen.fcp = entry.startTime;
}).observe({type: 'paint', buffered: true});
new PerformanceObserver(list => {
  for (const entry of list.getEntries()) seen.lcp = entry.startTime;
}).observe({type: 'largest-contentful-paint', buffered: true});
new PerformanceObserver(list => {
  for (const entry of list.getEntries()) seen.cls += entry.value;
}).observe({type: 'layout-shift', buffered: true});
setTimeout(() => {
  const before = performance.getEntriesByType('resource').filter(each =>
    each.startTime < seen.fcp);
  done({...seen, requests: 1 + before.length,
        load: performance.getEntriesByType('navigation')[0].loadEventEnd});
}, 200);
"""


@dataclass(frozen=True, slots=True)
class Paint:
    """Seconds until something and until the largest part is seen; how far things jumped."""

    first: float
    largest: float
    shift: float
    requests: int
    """Up to the first paint."""
    loaded: float


class SlowPhone:
    """A browser with a slow network and a slow processor, that remembers nothing."""

    def __init__(self, browser: webdriver.Chrome) -> None:
        self._browser = browser
        use_screen(browser, PHONE)
        self._tell("Network.enable")
        self._tell("Network.setCacheDisabled", cacheDisabled=True)
        browser.set_script_timeout(60)

    def _tell(self, command: str, **arguments: object) -> Any:
        return self._browser.execute_cdp_cmd(command, arguments)

    def show(self, address: str) -> Paint:
        """The page opened once, from nothing."""
        self._slow_down(active=False)
        self._browser.get("about:blank")
        self._slow_down(active=True)
        self._tell("Page.navigate", url=address)
        end = time.monotonic() + _PATIENCE
        while time.monotonic() < end:
            state = self._browser.execute_script(
                "return [location.href, document.readyState,"
                " performance.getEntriesByType('navigation')[0].loadEventEnd > 0]"
            )
            if state[0] != "about:blank" and state[1] == "complete" and state[2]:
                break
            time.sleep(0.2)
        time.sleep(_SETTLE)
        seen = self._browser.execute_async_script(_READ)
        return Paint(
            seen["fcp"] / 1000,
            seen["lcp"] / 1000,
            seen["cls"],
            int(seen["requests"]),
            seen["load"] / 1000,
        )

    def _slow_down(self, *, active: bool) -> None:
        speed = _BITS / 8 if active else -1
        self._tell(
            "Network.emulateNetworkConditions",
            offline=False,
            latency=_ROUND_TRIP_MS if active else 0,
            downloadThroughput=speed,
            uploadThroughput=speed,
        )
        self._tell("Emulation.setCPUThrottlingRate", rate=_SLOWER if active else 1)


def take_median(paints: list[Paint]) -> Paint:
    """The middle of each number by itself; of shift and requests the most."""
    return Paint(
        median(each.first for each in paints),
        median(each.largest for each in paints),
        max(each.shift for each in paints),
        max(each.requests for each in paints),
        median(each.loaded for each in paints),
    )
