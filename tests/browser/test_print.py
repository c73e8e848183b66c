"""A printed guide: all open, whom to call first, where links lead, a code that leads back."""

from __future__ import annotations

import base64
from io import BytesIO

import pytest
from PIL import Image
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait
from zxingcpp import read_barcodes

from tests.browser.chromium import DESK, read_requests
from tests.browser.conftest import Visit


def print_page(browser: webdriver.Chrome) -> bytes:
    """The page as a PDF."""
    printed = browser.execute_cdp_cmd("Page.printToPDF", {"printBackground": False})
    return base64.b64decode(printed["data"])


def as_paper(browser: webdriver.Chrome) -> None:
    """The page is laid out as on paper until another is opened."""
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})


@pytest.fixture(autouse=True)
def _screen_again(visit: Visit) -> object:
    yield
    visit("en/about/").execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})


@pytest.mark.parametrize("page", ["en/renew-license", "ar/health-coverage"])
def test_the_code_is_fetched_when_the_page_is_printed_and_never_before(
    visit: Visit, page: str
) -> None:
    # Chromium doesn't wait with a picture that it has already, from a page without script.
    visit("en/about/").execute_cdp_cmd("Network.clearBrowserCache", {})
    browser = visit(f"{page}/")
    browser.execute_script("scrollTo(0, document.documentElement.scrollHeight)")
    browser.execute_async_script("setTimeout(arguments[0], 300)")
    assert not [each for each in read_requests(browser) if "/assets/qr-" in each]
    assert print_page(browser).startswith(b"%PDF")
    (code,) = [each for each in read_requests(browser) if "/assets/qr-" in each]
    assert f"/qr-{page.partition('/')[2]}." in code


@pytest.mark.parametrize("page", ["en/renew-license", "ar/health-coverage"])
def test_the_code_on_paper_is_read_as_the_address_of_the_page(visit: Visit, page: str) -> None:
    browser = visit(f"{page}/", DESK)
    as_paper(browser)
    code = browser.find_element(By.CSS_SELECTOR, ".paper img")
    browser.execute_script("arguments[0].scrollIntoView()", code)
    WebDriverWait(browser, 10).until(
        lambda each: each.execute_script("return arguments[0].naturalWidth > 0", code)
    )
    with Image.open(BytesIO(code.screenshot_as_png)) as picture:
        read = [each.text for each in read_barcodes(picture.convert("L"))]
    assert read == [f"https://aldercounty.example/{page.partition('/')[2]}/"]


def test_paper_says_the_day_the_address_and_whom_to_call_before_all_else(visit: Visit) -> None:
    browser = visit("en/renew-license/", DESK)
    hidden = browser.execute_script("return document.querySelector('.paper').checkVisibility()")
    assert not hidden
    as_paper(browser)
    head, title = browser.execute_script(
        "const head = document.querySelector('.paper'), title = document.querySelector('h1');"
        "return [head.innerText, head.getBoundingClientRect().bottom"
        " <= title.getBoundingClientRect().top]"
    )
    assert title
    assert "https://aldercounty.example/renew-license/" in head
    assert "Copy of " in head
    assert "505-555-0101" in head
    assert "911" in head


def test_links_out_say_where_they_lead_and_others_do_not(visit: Visit) -> None:
    browser = visit("en/renew-license/", DESK)
    after = (
        "return [...document.querySelectorAll('main a[href]')].map(each => "
        "[each.getAttribute('href'), getComputedStyle(each, '::after').content])"
    )
    assert {content for _, content in browser.execute_script(after)} == {"none"}
    as_paper(browser)
    told = {href for href, content in browser.execute_script(after) if content != "none"}
    links = {href for href, _ in browser.execute_script(after)}
    assert told == {href for href in links if href.startswith("http")}
    assert told


@pytest.mark.parametrize("address", ["en/renew-license/", "en/eviction-help/", "ar/moving-here/"])
def test_nothing_is_shut_and_nothing_is_there_that_paper_cannot_do(
    visit: Visit, address: str
) -> None:
    browser = visit(address, DESK)
    as_paper(browser)
    shut, useless = browser.execute_script(
        "return [[...document.querySelectorAll('main p, main li, main dd, main td')].filter(each =>"
        " each.textContent.trim() && !each.closest('.bar, .exit, .kept, .toc, .two') && "
        "!each.checkVisibility()).map(each => each.textContent.trim()),"
        "[...document.querySelectorAll('.bar, .exit, .skip, .langs, header nav')].filter(each => "
        "each.checkVisibility()).map(each => each.className)]"
    )
    assert shut == []
    assert useless == []


def test_paper_is_white_in_the_dark_too(visit: Visit) -> None:
    browser = visit("en/renew-license/", DESK)
    browser.execute_cdp_cmd(
        "Emulation.setEmulatedMedia",
        {"media": "print", "features": [{"name": "prefers-color-scheme", "value": "dark"}]},
    )
    colours = browser.execute_script(
        "const style = getComputedStyle(document.documentElement);"
        "return [style.backgroundColor, style.color]"
    )
    assert colours == ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]
