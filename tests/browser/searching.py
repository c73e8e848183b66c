"""What a resident does with the search box, and what they see of the answer.

Touches the browser.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from urllib.parse import quote

from selenium import webdriver
from selenium.common.exceptions import StaleElementReferenceException, TimeoutException
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait

_SECONDS = 20
"""A busy machine takes long; nothing else waits so."""


def box_of(browser: webdriver.Chrome) -> WebElement:
    """The search box of the open page."""
    return browser.find_element(By.ID, "q")


def said_of(browser: webdriver.Chrome) -> str:
    """What the status says to who doesn't see the list."""
    return str(browser.execute_script("return document.querySelector('.find output').textContent"))


def options_of(browser: webdriver.Chrome) -> list[WebElement]:
    """The pages that are offered below the box, none while its list is closed."""
    return browser.find_elements(By.CSS_SELECTOR, "#q-list:not([hidden]) > [role=option]")


def results_of(browser: webdriver.Chrome) -> list[WebElement]:
    """The links of the page of results."""
    return browser.find_elements(By.CSS_SELECTOR, "#found-list > li > a")


def wait_for(browser: webdriver.Chrome, wish: Callable[[], object]) -> None:
    """The wish has come true; an error with what the page says if it doesn't."""
    try:
        # What is found is written anew while one looks at it.
        stale = [StaleElementReferenceException]
        WebDriverWait(browser, _SECONDS, 0.05, stale).until(lambda _: wish())
    except TimeoutException as error:
        shown = browser.find_element(By.TAG_NAME, "main").text[:600]
        raise AssertionError(f"{browser.current_url}: {shown}") from error


def type_words(browser: webdriver.Chrome, words: str) -> list[WebElement]:
    """The pages that are offered for what is typed into the box."""
    box = box_of(browser)
    box.send_keys(Keys.CONTROL, "a")
    box.send_keys(words)
    wait_for(browser, lambda: options_of(browser))
    wait_for(browser, lambda: said_of(browser) not in {"", _busy_word(browser)})
    return options_of(browser)


def results_at(page: str, words: str) -> str:
    """The address of a page of results, `page`, for these words."""
    return f"{page}?q={quote(words)}"


def wait_for_results(browser: webdriver.Chrome) -> list[WebElement]:
    """The links of the page of results, when all are there and counted."""
    wait_for(browser, lambda: results_of(browser))
    wait_for(browser, lambda: count_of(browser) not in {"", _busy_word(browser)})
    wait_for(browser, lambda: _rests(browser))
    return results_of(browser)


def _rests(browser: webdriver.Chrome) -> bool:
    """Whether no result has come for a while: they are drawn one after another."""
    before = results_of(browser)
    time.sleep(0.15)
    return before == results_of(browser)


def count_of(browser: webdriver.Chrome) -> str:
    """What the heading above the results says."""
    return browser.find_element(By.ID, "found-count").text


def _busy_word(browser: webdriver.Chrome) -> str:
    words = "return JSON.parse(document.querySelector('.find').dataset.words).busy"
    return str(browser.execute_script(words))


def ids_of(links: list[WebElement]) -> list[str]:
    """The ids of the pages that the links lead to."""
    hrefs = (str(each.get_attribute("href")) for each in links)
    return [href.removesuffix("index.html").rstrip("/").rpartition("/")[2] for href in hrefs]
