"""A page can be used by keyboard alone."""

from __future__ import annotations

from typing import Any

import pytest
from selenium import webdriver

from tests.browser.chromium import DESK, PHONE, Screen
from tests.browser.conftest import Visit

PAGES = (
    "en/renew-license/",
    "ar/renew-license/",
    "es/eviction-help/",
    "zh-Hans/",
    "fa/",
    "404.html",
)

# Each element that can have the focus, in the order of the page, knows its place.
NUMBER = """
const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
  .filter(each => each.checkVisibility());
all.forEach((each, place) => each.place = place);
return all.length;
"""
LOOK = """
const at = document.activeElement;
if (at === document.body || at === null || at.place === undefined) return null;
const box = at.getBoundingClientRect(), style = getComputedStyle(at);
return {
  place: at.place, text: at.textContent, href: at.getAttribute('href'),
  outline: style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth),
  seen: box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.left >= -1
        && box.right <= innerWidth + 1,
};
"""


def press(browser: webdriver.Chrome, key: str, code: int) -> None:
    """A key goes down and up."""
    text = {"text": "\r"} if key == "Enter" else {}
    for kind in ("keyDown", "keyUp"):
        event = {"type": kind, "key": key, "code": key, "windowsVirtualKeyCode": code, **text}
        browser.execute_cdp_cmd("Input.dispatchKeyEvent", event)


def tab(browser: webdriver.Chrome) -> dict[str, Any] | None:
    """Where the focus is after the tab key; None when it has left the page."""
    press(browser, "Tab", 9)
    found: dict[str, Any] | None = browser.execute_script(LOOK)
    return found


@pytest.mark.parametrize(
    ("address", "screen"), [(PAGES[0], DESK), *((address, PHONE) for address in PAGES)]
)
def test_the_tab_key_visits_everything_once_in_order_and_leaves(
    visit: Visit, address: str, screen: Screen
) -> None:
    browser = visit(address, screen)
    count = browser.execute_script(NUMBER)
    places: list[int] = []
    for _ in range(count):
        at = tab(browser)
        assert at is not None, f"after {places}"
        assert at["outline"] >= 2, f"no outline on {at['text']}"
        assert at["seen"], f"the focus on {at['text']} can't be seen"
        places.append(at["place"])
    assert places == list(range(count))
    after = tab(browser)
    assert after is None or after["place"] == 0


@pytest.mark.parametrize("address", [each for each in PAGES if each != "404.html"])
def test_the_first_link_skips_to_the_main_part(visit: Visit, address: str) -> None:
    browser = visit(address)
    count = browser.execute_script(NUMBER)
    first = tab(browser)
    assert first is not None
    assert (first["place"], first["href"], first["seen"]) == (0, "#main", True)
    press(browser, "Enter", 13)
    second = tab(browser)
    assert second is not None
    before_main = browser.execute_script(
        "const main = document.querySelector('main');"
        "return [...document.querySelectorAll('a[href]')].filter(each => "
        "each.compareDocumentPosition(main) & Node.DOCUMENT_POSITION_FOLLOWING).length"
    )
    assert second["place"] == before_main < count
