"""A page is one request, and breaks no rule of its own security policy."""

from __future__ import annotations

from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.support.expected_conditions import url_to_be
from selenium.webdriver.support.ui import WebDriverWait

from tests.browser.chromium import read_complaints, read_requests
from tests.browser.conftest import County, Visit
from tests.browser.county import ADDRESSES
from tests.browser.serving import ICON, serve_folder


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_is_one_request_and_the_browser_has_no_complaint(
    visit: Visit, county: County, address: str
) -> None:
    browser = visit(address)
    page, *more = [each for each in read_requests(browser) if not each.endswith(f"/{ICON}")]
    assert page == county.address + address
    # Scripts only add, and wait until the page stands.
    scripts = [
        script.get_attribute("src")
        for script in browser.find_elements("css selector", "script[src][defer]")
    ]
    assert more == scripts
    assert read_complaints(browser) == []


def test_requests_and_complaints_are_seen(browser: webdriver.Chrome, tmp_path: Path) -> None:
    policy = "<meta http-equiv=Content-Security-Policy content=\"default-src 'none'; img-src *\">"
    page = f"<!doctype html>{policy}<p style='color:red'>one</p><img src=missing.png>"
    (tmp_path / "bad.html").write_text(page, "utf-8")
    read_complaints(browser)
    read_requests(browser)
    with serve_folder(tmp_path) as address:
        browser.get(f"{address}bad.html")
        assert f"{address}missing.png" in read_requests(browser)
        complaints = read_complaints(browser)
    assert any("Content Security Policy" in each for each in complaints)


def test_an_old_address_leads_to_the_page(visit: Visit, county: County) -> None:
    browser = visit("es/drivers-license/")
    WebDriverWait(browser, 10).until(url_to_be(f"{county.address}es/renew-license/"))
    assert read_complaints(browser) == []
