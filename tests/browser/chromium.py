"""A headless Chromium under a driver, its screen, and what it says about a page.

Touches the browser.
"""

from __future__ import annotations

import base64
import json
import shutil
from dataclasses import dataclass
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

_QUIET = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--hide-scrollbars",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
)


class NotInstalledError(Exception):
    """A program that the browser tests need isn't there."""


@dataclass(frozen=True, slots=True)
class Screen:
    """A screen, in CSS pixels, and the size that its reader chose for plain text."""

    width: int
    height: int = 740
    density: float = 1
    text: int = 16


PHONE = Screen(360)
NARROW = Screen(320)
DESK = Screen(1280, 900)


def start_chromium(profile: Path) -> webdriver.Chrome:
    """A driver of headless Chromium with a profile of its own; a dialog never hangs it."""
    options = Options()
    options.binary_location = _find_program("chromium", "chromium-browser", "google-chrome")
    for argument in (*_QUIET, f"--user-data-dir={profile}"):
        options.add_argument(argument)
    options.unhandled_prompt_behavior = "dismiss and notify"
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(_find_program("chromedriver")))
    driver.set_page_load_timeout(60)
    return driver


def _find_program(*names: str) -> str:
    for name in names:
        if found := shutil.which(name):
            return found
    raise NotInstalledError(
        f"{names[0]} is not installed. Run scripts/browser, which installs it or says how."
    )


def use_screen(browser: webdriver.Chrome, screen: Screen) -> None:
    """The browser shows pages as on this screen: below 700 pixels as a phone does."""
    metrics = {
        "width": screen.width,
        "height": screen.height,
        "deviceScaleFactor": screen.density,
        "mobile": screen.width < 700,
    }
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    sizes = {"standard": screen.text, "fixed": screen.text}
    browser.execute_cdp_cmd("Page.setFontSizes", {"fontSizes": sizes})


def use_media(browser: webdriver.Chrome, **features: str) -> None:
    """Media features hold until set anew: `prefers_color_scheme="dark"`."""
    named = [{"name": name.replace("_", "-"), "value": value} for name, value in features.items()]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": named})


def take_picture(browser: webdriver.Chrome, width: int, height: int) -> bytes:
    """The top left part of the screen as a PNG.

    Not of what lies beyond the screen: there Chromium moves a page that runs right to left.
    """
    clip = {"x": 0, "y": 0, "width": width, "height": height, "scale": 1}
    shot = browser.execute_cdp_cmd(
        "Page.captureScreenshot", {"format": "png", "captureBeyondViewport": False, "clip": clip}
    )
    return base64.b64decode(shot["data"])


def read_complaints(browser: webdriver.Chrome) -> list[str]:
    """What the browser's console holds since it was last read: errors, broken policies."""
    return _read_log(browser, "browser")


def read_requests(browser: webdriver.Chrome) -> list[str]:
    """The address of every request over the net that was made since this was last read."""
    messages = [json.loads(entry)["message"] for entry in _read_log(browser, "performance")]
    addresses = [
        str(message["params"]["request"]["url"])
        for message in messages
        if message["method"] == "Network.requestWillBeSent"
    ]
    return [address for address in addresses if address.startswith("http")]


def _read_log(browser: webdriver.Chrome, name: str) -> list[str]:
    entries = browser.execute("getLog", {"type": name})["value"]
    return [str(entry["message"]) for entry in entries]
