"""The page of results: its own address, in every language, over the net and from a disk."""

from __future__ import annotations

import re

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from tests.browser.barriers import ALL, CONTRAST, find_violations
from tests.browser.chromium import (
    DESK,
    NARROW,
    PHONE,
    Screen,
    read_complaints,
    read_requests,
    use_media,
)
from tests.browser.conftest import County, Visit
from tests.browser.county import LANGUAGES, MISSING
from tests.browser.page_defects import find_defects
from tests.browser.searching import (
    box_of,
    count_of,
    ids_of,
    results_at,
    results_of,
    said_of,
    wait_for,
    wait_for_results,
)
from waypost.site.words import load_drafts

_ASKED = {"en": "license", "es": "licencia", "ar": "رخصة", "zh-Hans": "驾照"}
_NOWHERE = "qqzxwv"
_HEIGHTS = """
return [...document.querySelectorAll('#found a, #found button, .find button, .find input')]
  .filter(each => each.checkVisibility()).map(each => each.getBoundingClientRect().height);
"""


def _title_of(browser: webdriver.Chrome) -> str:
    return browser.find_element(By.TAG_NAME, "h1").text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_guide_is_found_by_its_title_in_every_language(visit: Visit, language: str) -> None:
    title = _title_of(visit(f"{language}/renew-license/"))
    browser = visit(results_at(f"{language}/search/", title))
    links = wait_for_results(browser)
    assert ids_of(links)[0] == "renew-license"
    assert links[0].find_elements(By.TAG_NAME, "mark")
    assert links[0].text == title
    assert len(links) <= 5
    assert title not in browser.title, "a tab is read by who stands behind the reader"
    assert box_of(browser).get_attribute("value") == title
    assert read_complaints(browser) == []


@pytest.mark.parametrize("language", _ASKED)
def test_a_guide_is_found_from_a_disk(visit: Visit, county: County, language: str) -> None:
    browser = visit("404.html")
    page = (county.folder / language / "search" / "index.html").as_uri()
    browser.get(results_at(page, _ASKED[language]))
    links = wait_for_results(browser)
    assert "renew-license" in ids_of(links)[:3]
    assert all(str(each.get_attribute("href")).endswith("/index.html") for each in links)
    links[0].click()
    wait_for(browser, lambda: "/search/" not in browser.current_url)
    assert _title_of(browser)
    assert read_complaints(browser) == []


@pytest.mark.parametrize("language", ["en", "ar"])
def test_how_many_are_found_is_said_and_shown(visit: Visit, language: str) -> None:
    browser = visit(results_at(f"{language}/search/", _ASKED[language]))
    wait_for_results(browser)
    wait_for(browser, lambda: said_of(browser) == count_of(browser))
    assert re.match(r"\d+ ", count_of(browser))
    heading = browser.find_element(By.ID, "found-count")
    assert heading.tag_name == "h2"
    assert browser.find_element(By.CSS_SELECTOR, ".find output").aria_role == "status"


def test_more_are_shown_on_demand_and_the_focus_goes_on_with_them(visit: Visit) -> None:
    browser = visit(results_at("en/search/", "help"))
    assert len(wait_for_results(browser)) == 5
    more = browser.find_element(By.ID, "found-more")
    assert more.text == "More results"
    more.click()
    wait_for(browser, lambda: len(results_of(browser)) > 5)
    wait_for(
        browser,
        lambda: browser.switch_to.active_element == results_of(browser)[5],
    )


def test_what_is_typed_becomes_the_address(visit: Visit) -> None:
    browser = visit(results_at("en/search/", "library"))
    first = ids_of(wait_for_results(browser))
    box_of(browser).send_keys(Keys.CONTROL, "a")
    box_of(browser).send_keys("food")
    wait_for(browser, lambda: ids_of(results_of(browser))[:1] != first[:1])
    wait_for(browser, lambda: browser.current_url.endswith("?q=food"))
    browser.refresh()
    assert "food-help" in ids_of(wait_for_results(browser))


def test_back_from_a_result_the_results_stand_again(visit: Visit) -> None:
    browser = visit(results_at("en/search/", "library"))
    links = wait_for_results(browser)
    found = ids_of(links)
    links[0].click()
    wait_for(browser, lambda: "/search/" not in browser.current_url)
    assert browser.execute_script("return document.referrer") == ""
    browser.back()
    assert ids_of(wait_for_results(browser)) == found


def test_where_nothing_is_found_the_page_helps_on(visit: Visit) -> None:
    browser = visit(results_at("es/search/", _NOWHERE))
    drafts = load_drafts("es")
    wait_for(browser, lambda: count_of(browser) == drafts["search_none"])
    assert browser.find_element(By.ID, "found-none").text == drafts["search_help"]
    assert not browser.find_element(By.ID, "found-more").is_displayed()
    for way in ("../driving/", "../a-z/"):
        assert browser.find_element(By.CSS_SELECTOR, f"main a[href='{way}']").is_displayed()
    assert browser.find_element(By.CSS_SELECTOR, "main .call").is_displayed()


def test_a_page_in_another_language_says_so(visit: Visit) -> None:
    title = _title_of(visit(f"ar/{MISSING}/"))
    browser = visit(results_at("ar/search/", title))
    links = wait_for_results(browser)
    place = ids_of(links).index(MISSING)
    item = browser.find_elements(By.CSS_SELECTOR, "#found-list > li")[place]
    assert item.find_element(By.TAG_NAME, "small").text == "باللغة: الإنجليزية"


@pytest.mark.parametrize("language", ["es", "ar", "zh-Hans"])
def test_source_words_lead_to_pages_that_are_marked_as_what_they_are(
    visit: Visit, language: str
) -> None:
    browser = visit(results_at(f"{language}/search/", "energy bill"))
    wait_for(browser, lambda: browser.find_elements(By.CSS_SELECTOR, "#found li > a"))
    wait_for(browser, lambda: re.search(r"\d", count_of(browser)) or said_of(browser))
    own = results_of(browser)
    also = browser.find_elements(By.CSS_SELECTOR, "#found-also-list > li > a")
    assert own or also
    for link in also:
        assert link.get_attribute("lang") == "en"
        assert "/en/" in str(link.get_attribute("href"))
    if also:
        heading = browser.find_element(By.CSS_SELECTOR, "#found-also h2")
        assert heading.is_displayed()
        assert "{" not in heading.text


def test_who_asks_in_her_own_language_is_offered_no_guesses_in_the_source(visit: Visit) -> None:
    browser = visit(results_at("vi/search/", "chồng đánh tôi"))
    wait_for(browser, lambda: count_of(browser))
    wait_for(browser, lambda: said_of(browser) == count_of(browser))
    assert browser.find_elements(By.CSS_SELECTOR, "#found-also-list > li") == []
    assert not browser.find_element(By.ID, "found-also").is_displayed()


@pytest.mark.parametrize("language", _ASKED)
@pytest.mark.parametrize("screen", [PHONE, NARROW, DESK], ids=["360", "320", "1280"])
def test_results_fit_every_screen_and_every_finger(
    visit: Visit, language: str, screen: Screen
) -> None:
    browser = visit(results_at(f"{language}/search/", _ASKED[language]), screen)
    wait_for_results(browser)
    wait_for(browser, lambda: said_of(browser))
    assert min(browser.execute_script(_HEIGHTS)) >= 44
    assert find_defects(browser, screen) == []


@pytest.mark.usefixtures("axe")
@pytest.mark.parametrize(("language", "light"), [("en", "light"), ("ar", "dark"), ("es", "light")])
@pytest.mark.parametrize("asked", ["", _NOWHERE])
def test_axe_finds_no_barrier_in_results(
    visit: Visit, language: str, light: str, asked: str
) -> None:
    browser = visit(results_at(f"{language}/search/", asked or _ASKED[language]), Screen(360, 4000))
    use_media(browser, prefers_color_scheme=light)
    wait_for(browser, lambda: said_of(browser))
    assert find_violations(browser, ALL if light == "light" else CONTRAST) == []


def test_markup_in_an_address_stays_text(visit: Visit) -> None:
    asked = "<svg onload=alert(1)> </script> license {q}"
    browser = visit(results_at("en/search/", asked))
    wait_for_results(browser)
    assert box_of(browser).get_attribute("value") == asked
    assert browser.find_elements(By.CSS_SELECTOR, "main svg, #found script") == []
    assert read_complaints(browser) == []


def test_nobody_else_is_asked_and_nothing_is_kept(visit: Visit, county: County) -> None:
    browser = visit(results_at("en/search/", "protective order"))
    wait_for_results(browser)
    assert all(each.startswith(county.address) for each in read_requests(browser))
    kept = "return [document.cookie, localStorage.length, sessionStorage.length]"
    assert browser.execute_script(kept) == ["", 0, 0]


def test_without_script_it_leads_on(visit: Visit) -> None:
    browser = visit("en/search/")
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        browser.get(browser.current_url + "?q=license")
        assert not browser.find_element(By.ID, "found").is_displayed()
        assert browser.find_element(By.CSS_SELECTOR, "main a[href='../a-z/']").is_displayed()
        assert len(browser.find_elements(By.CSS_SELECTOR, "main .pages a")) >= 5
    finally:
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def test_a_connection_that_fails_is_said(visit: Visit) -> None:
    browser = visit("en/search/")
    browser.execute_cdp_cmd("Network.enable", {})
    browser.execute_cdp_cmd("Network.setBlockedURLs", {"urls": ["*/search/*.js"]})
    try:
        box_of(browser).send_keys("license")
        wait_for(browser, lambda: "list of all guides" in count_of(browser))
        wait_for(browser, lambda: "list of all guides" in said_of(browser))
        links = browser.find_elements(By.CSS_SELECTOR, "#found a, #found ~ p a, #found ~ ul a")
        first = next(each for each in links if each.is_displayed())
        assert str(first.get_attribute("href")).endswith("/a-z/")
    finally:
        browser.execute_cdp_cmd("Network.setBlockedURLs", {"urls": []})
        read_complaints(browser)
