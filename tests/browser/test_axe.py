"""axe-core finds no barrier on any kind of page, in the light and in the dark."""

from __future__ import annotations

import pytest
from selenium import webdriver

from tests.browser.barriers import ALL, CONTRAST, find_violations
from tests.browser.chromium import DESK, PHONE, use_media, use_screen
from tests.browser.conftest import Visit
from tests.browser.county import ADDRESSES
from tests.browser.page_defects import use_whole_screen

_MORE = ("en/", "es/", "zh-Hans/", "rm/")
"""Colours are the same in every language: Arabic is enough, and what has no language."""


@pytest.mark.usefixtures("axe")
@pytest.mark.parametrize("address", ADDRESSES)
def test_axe_finds_no_barrier(visit: Visit, address: str) -> None:
    browser = visit(address)
    use_whole_screen(browser, PHONE)
    assert find_violations(browser, ALL) == []


@pytest.mark.usefixtures("axe")
@pytest.mark.parametrize("address", [each for each in ADDRESSES if not each.startswith(_MORE)])
def test_axe_finds_no_barrier_in_the_dark_on_a_desk(visit: Visit, address: str) -> None:
    browser = visit(address, DESK)
    use_media(browser, prefers_color_scheme="dark")
    use_whole_screen(browser, DESK)
    assert find_violations(browser, CONTRAST) == []


def test_axe_sees_barriers(axe: webdriver.Chrome) -> None:
    use_screen(axe, PHONE)
    axe.get("data:text/html,<!doctype html><p style=color:silver>pale<img src=data:,>")
    rules = {each.rule for each in find_violations(axe, ALL)}
    assert {"color-contrast", "image-alt", "html-has-lang", "document-title"} <= rules


def test_dark_is_dark(visit: Visit) -> None:
    browser = visit("en/")
    colour = "return getComputedStyle(document.documentElement).backgroundColor"
    light = browser.execute_script(colour)
    use_media(browser, prefers_color_scheme="dark")
    assert browser.execute_script(colour) != light
