"""axe-core finds no barrier on any kind of page, in the light and in the dark.

axe-core 4.14.1 lies beside this file (MPL-2.0, see its LICENSE), compressed and unchanged: the
newest wrapper that PyPI has for every Python we support brings a version without WCAG 2.1.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from selenium import webdriver

from tests.browser.chromium import DESK, PHONE, use_media, use_screen
from tests.browser.conftest import Visit
from tests.browser.county import ADDRESSES

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
QUICK = {"resultTypes": ["violations"], "preload": False}
ALL = {"runOnly": {"type": "tag", "values": TAGS}, **QUICK}
CONTRAST = {"runOnly": {"type": "rule", "values": ["color-contrast"]}, **QUICK}
"""In the dark only the colours are others."""
RUN = """
const done = arguments[arguments.length - 1];
axe.run(document, JSON.parse(arguments[0]))
  .then(found => done(found.violations), why => done(String(why)));
"""


@pytest.fixture(scope="module")
def axe(browser: webdriver.Chrome) -> Iterator[webdriver.Chrome]:
    """A browser in which every new page has axe-core at hand."""
    packed = Path(__file__).with_name("axe-core") / "axe.min.js.gz"
    source = gzip.decompress(packed.read_bytes()).decode("utf-8")
    added = browser.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": source})
    try:
        yield browser
    finally:
        browser.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", added)


def find_barriers(browser: webdriver.Chrome, options: dict[str, object]) -> list[str]:
    """Each barrier that axe sees: its rule, and the elements."""
    violations: list[dict[str, Any]] | str = browser.execute_async_script(RUN, json.dumps(options))
    assert isinstance(violations, list), violations
    return [
        f"{each['id']}: {each['help']}: {node['html'][:160]}"
        for each in violations
        for node in each["nodes"]
    ]


@pytest.mark.usefixtures("axe")
@pytest.mark.parametrize("address", ADDRESSES)
def test_axe_finds_no_barrier(visit: Visit, address: str) -> None:
    browser = visit(address)
    assert find_barriers(browser, ALL) == [], "light, on a phone"
    use_media(browser, prefers_color_scheme="dark")
    use_screen(browser, DESK)
    assert find_barriers(browser, CONTRAST) == [], "dark, on a desk"


def test_axe_sees_barriers(axe: webdriver.Chrome) -> None:
    use_screen(axe, PHONE)
    axe.get("data:text/html,<!doctype html><p style=color:silver>pale<img src=data:,>")
    rules = {each.partition(":")[0] for each in find_barriers(axe, ALL)}
    assert {"color-contrast", "image-alt", "html-has-lang", "document-title"} <= rules


def test_dark_is_dark(visit: Visit) -> None:
    browser = visit("en/")
    colour = "return getComputedStyle(document.documentElement).backgroundColor"
    light = browser.execute_script(colour)
    use_media(browser, prefers_color_scheme="dark")
    assert browser.execute_script(colour) != light
