"""A real Chromium, one for each worker of the suite, with nothing remembered between runs."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

_QUIET = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
)


def _find_program(*names: str) -> str:
    for name in names:
        if found := shutil.which(name):
            return found
    pytest.fail(f"{names[0]} is not installed. Run scripts/browser, which installs it or says how.")


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    """A driver of headless Chromium with a profile of its own; a dialog never hangs it."""
    profile: Path = tmp_path_factory.mktemp("chromium")
    options = Options()
    options.binary_location = _find_program("chromium", "chromium-browser", "google-chrome")
    for argument in (*_QUIET, f"--user-data-dir={profile}"):
        options.add_argument(argument)
    options.unhandled_prompt_behavior = "dismiss and notify"
    driver = webdriver.Chrome(options=options, service=Service(_find_program("chromedriver")))
    driver.set_page_load_timeout(60)
    try:
        yield driver
    finally:
        driver.quit()
