"""The browser that the other tests rely on: a dialog doesn't hang it, and it forgets."""

from __future__ import annotations

from pathlib import Path

from selenium import webdriver


def _save(folder: Path, name: str, body: str) -> str:
    page = folder / f"{name}.html"
    page.write_text(f"<!doctype html><title>{name}</title>{body}", "utf-8")
    return page.as_uri()


def test_a_dialog_does_not_hang_it(browser: webdriver.Chrome, tmp_path: Path) -> None:
    browser.get(_save(tmp_path, "alert", "<script>setTimeout(() => alert(1))</script>"))
    browser.get(_save(tmp_path, "next", "<p>next</p>"))
    assert browser.title == "next"


def test_a_narrow_screen_can_be_had(browser: webdriver.Chrome, tmp_path: Path) -> None:
    size = {"width": 360, "height": 740, "deviceScaleFactor": 2, "mobile": True}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    meta = '<meta name="viewport" content="width=device-width">'
    browser.get(_save(tmp_path, "narrow", meta))
    assert browser.execute_script("return innerWidth") == 360
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
