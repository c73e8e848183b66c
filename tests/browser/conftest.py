"""A real Chromium and the example county, one of each for each worker of the suite."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import pytest
from selenium import webdriver

from tests.browser.barriers import load_axe
from tests.browser.chromium import (
    PHONE,
    NotInstalledError,
    Screen,
    read_complaints,
    read_requests,
    start_chromium,
    use_media,
    use_screen,
)
from tests.browser.county import build_county
from tests.browser.serving import serve_folder


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    """A driver of headless Chromium, with nothing remembered between runs."""
    try:
        driver = start_chromium(tmp_path_factory.mktemp("chromium"))
    except NotInstalledError as error:
        pytest.fail(str(error))
    try:
        yield driver
    finally:
        driver.quit()


@pytest.fixture(scope="module")
def axe(browser: webdriver.Chrome) -> Iterator[webdriver.Chrome]:
    """A browser in which every new page has axe-core at hand."""
    added = browser.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": load_axe()})
    try:
        yield browser
    finally:
        browser.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", added)


@dataclass(frozen=True, slots=True)
class County:
    """The built county, and the address under which it is served."""

    folder: Path
    address: str


@pytest.fixture(scope="session")
def county(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[County]:
    """The example county, built and served."""
    folder = build_county(project, tmp_path_factory.mktemp("county") / "site")
    with serve_folder(folder) as address:
        yield County(folder, address)


class Visit(Protocol):
    """Opens a page of the county on a screen; the browser's logs hold nothing older."""

    def __call__(self, address: str, screen: Screen = PHONE) -> webdriver.Chrome: ...


@pytest.fixture
def visit(browser: webdriver.Chrome, county: County) -> Visit:
    """Opens pages of the county, in the light."""
    use_media(browser, prefers_color_scheme="light")

    def open_page(address: str, screen: Screen = PHONE) -> webdriver.Chrome:
        use_screen(browser, screen)
        read_complaints(browser)
        read_requests(browser)
        browser.get(county.address + address)
        return browser

    return open_page
