"""The browser that the other tests rely on: a dialog is an error and never hangs it."""

from __future__ import annotations

from pathlib import Path

import pytest
from selenium import webdriver
from selenium.common.exceptions import UnexpectedAlertPresentException


def _save(folder: Path, name: str, body: str) -> str:
    page = folder / f"{name}.html"
    page.write_text(f"<!doctype html><title>{name}</title>{body}", "utf-8")
    return page.as_uri()


def test_a_dialog_does_not_hang_it(browser: webdriver.Chrome, tmp_path: Path) -> None:
    browser.get(_save(tmp_path, "alert", "<script>alert(1)</script>"))
    with pytest.raises(UnexpectedAlertPresentException):
        browser.execute_script("return document.title")
    browser.get(_save(tmp_path, "next", "<p>next</p>"))
    assert browser.title == "next"


def test_a_narrow_screen_can_be_had(browser: webdriver.Chrome, tmp_path: Path) -> None:
    size = {"width": 360, "height": 740, "deviceScaleFactor": 2, "mobile": True}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    meta = '<meta name="viewport" content="width=device-width">'
    browser.get(_save(tmp_path, "narrow", meta))
    assert browser.execute_script("return innerWidth") == 360
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
