"""Whether an office is open now is said by a script, at the office's clock; the box at home."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.support.expected_conditions import url_contains
from selenium.webdriver.support.ui import WebDriverWait

from tests.browser.chromium import read_complaints
from tests.browser.conftest import County, Visit

OFFICE = "en/services-center/"
"""Open from 8:00 to 17:00 from Monday to Wednesday, in Denver: 7 hours behind UTC in November."""

CLOCK = """
const Real = Date, at = Real.parse("%s");
globalThis.Date = class extends Real {
  constructor(...given) { if (given.length) super(...given); else super(at); }
  static now() { return at; }
};
"""


@contextmanager
def clock_at(browser: webdriver.Chrome, moment: str, zone: str = "Asia/Tokyo") -> Iterator[None]:
    """Pages that are opened see this moment, on a device far away from the office."""
    added = browser.execute_cdp_cmd(
        "Page.addScriptToEvaluateOnNewDocument", {"source": CLOCK % moment}
    )
    browser.execute_cdp_cmd("Emulation.setTimezoneOverride", {"timezoneId": zone})
    try:
        yield
    finally:
        browser.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", added)
        browser.execute_cdp_cmd("Emulation.setTimezoneOverride", {"timezoneId": ""})


def said(browser: webdriver.Chrome) -> str:
    text = browser.find_element(By.CLASS_NAME, "now").text
    return text.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ")


def today(browser: webdriver.Chrome) -> list[str]:
    rows = browser.find_elements(By.CSS_SELECTOR, "tr[aria-current=date]")
    return [row.get_attribute("data-day") or "" for row in rows]


@pytest.mark.parametrize(
    ("moment", "words", "day"),
    [
        ("2026-11-23T15:59:00Z", "Open now. Closes at 5:00 PM.", "2026-11-23"),
        ("2026-11-23T14:59:00Z", "Closed now. Opens today at 8:00 AM.", "2026-11-23"),
        ("2026-11-24T00:00:00Z", "Closed now. Opens at 8:00 AM on Tuesday.", "2026-11-23"),
        ("2026-11-24T07:00:00Z", "Closed now. Opens today at 8:00 AM.", "2026-11-24"),
        ("2026-11-26T18:00:00Z", "Closed now. Opens at 8:00 AM on Friday.", "2026-11-26"),
    ],
)
def test_the_office_page_says_what_is_true_at_the_office(
    browser: webdriver.Chrome, visit: Visit, moment: str, words: str, day: str
) -> None:
    with clock_at(browser, moment):
        visit(OFFICE)
        assert said(browser) == words
        assert today(browser) == [day]
        assert read_complaints(browser) == []


def test_an_older_copy_says_nothing_of_this_moment(browser: webdriver.Chrome, visit: Visit) -> None:
    with clock_at(browser, "2026-12-07T18:00:00Z"):
        visit(OFFICE)
        assert said(browser) == ""
        assert today(browser) == []
        assert "Hours from Saturday, November 21" in browser.find_element(By.ID, "week").text


def test_it_says_it_in_the_language_of_the_page(browser: webdriver.Chrome, visit: Visit) -> None:
    with clock_at(browser, "2026-11-23T18:00:00Z"):
        visit("ar/services-center/")
        words = said(browser)
    assert "5:00" in words
    assert "Open now" not in words


def test_it_works_from_a_folder(browser: webdriver.Chrome, county: County) -> None:
    page = county.folder / OFFICE / "index.html"
    with clock_at(browser, "2026-11-23T18:00:00Z"):
        browser.get(page.as_uri())
        assert said(browser) == "Open now. Closes at 5:00 PM."


def test_without_script_nothing_is_missing(browser: webdriver.Chrome, visit: Visit) -> None:
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        visit(OFFICE)
        assert said(browser) == ""
        text = browser.find_element(By.TAG_NAME, "main").text
        assert "Monday, November 23" in text
        assert "Thanksgiving Day" in text
    finally:
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def test_nothing_jumps_when_it_is_said(browser: webdriver.Chrome, visit: Visit) -> None:
    place = "return document.getElementById('week').offsetTop"
    with clock_at(browser, "2026-12-07T18:00:00Z"):
        visit(OFFICE)
        silent = browser.execute_script(place)
    with clock_at(browser, "2026-11-23T18:00:00Z"):
        visit(OFFICE)
        assert browser.execute_script(place) == silent


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_box_at_home_leads_to_all_guides_without_script(
    browser: webdriver.Chrome, visit: Visit, language: str
) -> None:
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        visit(f"{language}/")
        form = browser.find_element(By.CSS_SELECTOR, "form[role=search]")
        box = form.find_element(By.ID, "q")
        label = form.find_element(By.TAG_NAME, "label")
        assert label.get_attribute("for") == box.get_attribute("id")
        box.send_keys("food")
        form.find_element(By.TAG_NAME, "button").click()
        WebDriverWait(browser, 10).until(url_contains("/a-z/"))
        place = urlsplit(browser.current_url)
        assert place.path == f"/{language}/a-z/"
        # The list can't use what was typed, so it isn't sent.
        assert "food" not in browser.current_url
        assert len(browser.find_elements(By.CSS_SELECTOR, "main li a")) > 20
    finally:
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
