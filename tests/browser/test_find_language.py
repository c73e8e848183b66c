"""The list of languages is shortened by what a reader types; without script it stands whole."""

from __future__ import annotations

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.expected_conditions import url_matches
from selenium.webdriver.support.ui import WebDriverWait

from tests.browser.conftest import Visit

SHOWN = """
return [...document.querySelectorAll('[data-n] a')].filter(each => each.offsetParent)
  .map(each => each.lang);
"""


def _shown(browser: webdriver.Chrome) -> list[str]:
    return list(browser.execute_script(SHOWN))


@pytest.mark.parametrize(
    ("typed", "language"),
    [
        ("አማ", "am"),
        ("espanol", "es"),
        ("ESPAÑ", "es"),
        ("Haitian", "ht"),
        ("kreyol", "ht"),
        ("tieng viet", "vi"),
        ("vi", "vi"),
        ("中文", "zh-Hans"),
        ("chino simpl", "zh-Hans"),
        ("العربية", "ar"),
    ],
)
def test_a_language_is_found_by_any_of_its_names(visit: Visit, typed: str, language: str) -> None:
    browser = visit("es/languages/")
    whole = _shown(browser)
    field = browser.find_element(By.ID, "find-name")
    field.send_keys(typed)
    assert language in _shown(browser)
    assert len(_shown(browser)) < len(whole)
    count = browser.find_element(By.CSS_SELECTOR, "#find output").text
    assert count == f"{len(_shown(browser))} / {len(whole)}"
    field.send_keys(Keys.BACKSPACE * len(typed))
    assert _shown(browser) == whole


def test_nothing_found_is_said_and_no_heading_stands_alone(visit: Visit) -> None:
    browser = visit("en/languages/")
    none = browser.find_element(By.ID, "find-none")
    assert not none.is_displayed()
    browser.find_element(By.ID, "find-name").send_keys("klingon")
    assert _shown(browser) == []
    assert none.is_displayed()
    assert not any(
        each.is_displayed() for each in browser.find_elements(By.CSS_SELECTOR, "main h2")
    )


def test_enter_opens_the_only_one_that_is_left(visit: Visit) -> None:
    browser = visit("en/languages/")
    browser.find_element(By.ID, "find-name").send_keys("haitian", Keys.ENTER)
    WebDriverWait(browser, 10).until(url_matches("/ht/$"))


def test_without_script_the_whole_list_stands_and_no_field(visit: Visit) -> None:
    browser = visit("en/languages/")
    whole = _shown(browser)
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        browser.refresh()
        assert not browser.find_element(By.ID, "find").is_displayed()
        shown = [
            each.get_attribute("lang")
            for each in browser.find_elements(By.CSS_SELECTOR, "[data-n] a")
            if each.is_displayed()
        ]
        assert shown == whole
    finally:
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
