"""The search box: pages as one types, by keyboard and by ear, over the net and from a disk."""

from __future__ import annotations

import re

import pytest
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
    use_screen,
)
from tests.browser.conftest import County, Visit
from tests.browser.searching import (
    box_of,
    options_of,
    said_of,
    type_words,
    wait_for,
    wait_for_results,
)
from tests.browser.serving import ICON

_BOXES = ("en/", "en/a-z/", "en/driving/", "404.html")
_WORDS = {"en/": "license", "es/": "licencia", "ar/": "رخصة", "zh-Hans/": "驾照"}
_SHAPES = """
return [...document.querySelectorAll('#q-list [role=option], .find input, .find button')]
  .map(each => each.getBoundingClientRect().height);
"""
_IN_SIGHT = "return document.documentElement.scrollWidth <= document.documentElement.clientWidth"
_CONTAINED = """
const boxes = () => [...document.querySelectorAll("main *")].map(each => {
  const {x, y, width, height} = each.getBoundingClientRect();
  return [each.tagName, x, y, width, height].join(" ");
});
const contained = [...document.querySelectorAll(".find ~ [class]")]
  .map(each => getComputedStyle(each).contain);
const before = boxes(), sheet = new CSSStyleSheet();
sheet.replaceSync("* {contain: none !important}");
document.adoptedStyleSheets = [sheet];
return [contained, before.filter((each, at) => each != boxes()[at])];
"""
_FOCUS = "return document.activeElement.id"


@pytest.mark.parametrize("address", _BOXES)
def test_a_box_finds_pages_and_loads_nothing_before_it_is_used(visit: Visit, address: str) -> None:
    browser = visit(address)
    before = read_requests(browser)
    assert [each for each in before if "/search/" in each] == []
    assert sum(each.endswith(".js") for each in before) == 1
    options = type_words(browser, "renew license")
    assert "license" in options[0].text
    loaded = read_requests(browser)
    assert any(each.endswith("/search/en.js") for each in loaded)
    files = [each for each in loaded if not each.endswith(ICON)]
    others = [each for each in files if not re.search(r"/search/.*\.js$", each)]
    assert others == []
    assert read_complaints(browser) == []


def test_other_pages_have_a_link_and_no_script(visit: Visit) -> None:
    browser = visit("es/renew-license/")
    assert [each for each in read_requests(browser) if each.endswith(".js")] == []
    browser.find_element(By.CSS_SELECTOR, "header a[href$='search/']").click()
    wait_for(browser, lambda: browser.current_url.endswith("/es/search/"))


def test_arrow_keys_choose_enter_opens_and_the_focus_stays(visit: Visit) -> None:
    browser = visit("en/")
    options = type_words(browser, "license")
    box = box_of(browser)
    assert box.get_attribute("role") == "combobox"
    assert box.get_attribute("aria-expanded") == "true"
    assert box.get_attribute("aria-controls") == "q-list"
    assert not box.get_attribute("aria-activedescendant")
    assert 2 <= len(options) <= 5
    for place in (0, 1):
        box.send_keys(Keys.ARROW_DOWN)
        assert box.get_attribute("aria-activedescendant") == f"q-{place}"
        chosen = [each.get_attribute("aria-selected") for each in options]
        assert chosen.index("true") == place
        assert chosen.count("true") == 1
    box.send_keys(Keys.ARROW_UP)
    assert box.get_attribute("aria-activedescendant") == "q-0"
    assert browser.execute_script(_FOCUS) == "q"
    assert box.get_attribute("value") == "license"
    box.send_keys(Keys.ENTER)
    wait_for(browser, lambda: browser.current_url.endswith("/en/renew-license/"))


def test_escape_closes_the_list_and_then_empties_the_box(visit: Visit) -> None:
    browser = visit("en/")
    type_words(browser, "license")
    box = box_of(browser)
    box.send_keys(Keys.ESCAPE)
    assert options_of(browser) == []
    assert box.get_attribute("aria-expanded") == "false"
    assert box.get_attribute("value") == "license"
    box.send_keys(Keys.ESCAPE)
    assert box.get_attribute("value") == ""
    assert browser.execute_script(_FOCUS) == "q"


def test_who_comes_back_finds_the_list_closed_and_may_open_it_again(visit: Visit) -> None:
    browser = visit("en/")
    type_words(browser, "license")
    box_of(browser).send_keys(Keys.ENTER)
    wait_for(browser, lambda: "/en/search/" in browser.current_url)
    browser.back()
    wait_for(browser, lambda: browser.current_url.endswith("/en/"))
    box = box_of(browser)
    assert options_of(browser) == []
    assert box.get_attribute("aria-expanded") == "false"
    assert browser.execute_script(_FOCUS) != "q"
    assert type_words(browser, "library card")


def test_a_click_opens_a_page_and_leaving_the_box_closes_the_list(visit: Visit) -> None:
    browser = visit("en/")
    options = type_words(browser, "license")
    box_of(browser).send_keys(Keys.TAB)
    wait_for(browser, lambda: not options_of(browser))
    options = type_words(browser, "library card")
    options[0].click()
    wait_for(browser, lambda: browser.current_url.endswith("/en/library-card/"))


def test_how_many_are_found_is_said_once_the_typing_rests(visit: Visit) -> None:
    browser = visit("en/")
    status = browser.find_element(By.CSS_SELECTOR, ".find output")
    assert status.aria_role == "status"
    type_words(browser, "library card")
    assert re.fullmatch(r"\d+ results?", said_of(browser))
    box_of(browser).send_keys(Keys.CONTROL, "a")
    box_of(browser).send_keys("qqzxwv")
    wait_for(browser, lambda: said_of(browser) == "Nothing found.")
    assert options_of(browser) == []
    assert status.is_displayed()


@pytest.mark.parametrize("place", ["http", "file"])
def test_enter_leads_to_the_page_of_results(visit: Visit, county: County, place: str) -> None:
    browser = visit("en/")
    if place == "file":
        browser.get((county.folder / "en" / "index.html").as_uri())
        type_words(browser, "food")
    box_of(browser).send_keys("stamps & food", Keys.ENTER)
    links = wait_for_results(browser)
    assert "/en/search/" in browser.current_url
    assert str(box_of(browser).get_attribute("value")).endswith("stamps & food")
    links[0].click()
    wait_for(browser, lambda: "/search/" not in browser.current_url)
    assert browser.current_url.endswith("/index.html") == (place == "file")
    assert read_complaints(browser) == []


def test_the_words_stay_in_the_browser_on_the_way_to_the_results(visit: Visit) -> None:
    browser = visit("en/")
    box_of(browser).send_keys("zoning", Keys.ENTER)
    wait_for(browser, lambda: browser.current_url.endswith("/en/search/?q=zoning"))
    wait_for(browser, lambda: said_of(browser))
    requests = read_requests(browser)
    assert any(each.endswith("/en/search/") for each in requests)
    assert [each for each in requests if "zoning" in each] == []


@pytest.mark.parametrize("address", _WORDS)
@pytest.mark.parametrize("screen", [PHONE, NARROW, DESK], ids=["360", "320", "1280"])
def test_the_list_fits_every_screen_and_every_finger(
    visit: Visit, address: str, screen: Screen
) -> None:
    browser = visit(address, screen)
    options = type_words(browser, _WORDS[address])
    assert browser.execute_script(_IN_SIGHT)
    assert min(browser.execute_script(_SHAPES)) >= 44
    assert all(each.find_elements(By.TAG_NAME, "b") for each in options)
    assert any(each.find_elements(By.TAG_NAME, "mark") for each in options)


@pytest.mark.parametrize("address", [*_BOXES, "ar/", "en/search/"])
@pytest.mark.parametrize("screen", [PHONE, DESK], ids=["360", "1280"])
def test_a_keystroke_paints_nothing_below_anew_and_that_moves_nothing(
    visit: Visit, address: str, screen: Screen
) -> None:
    contained, moved = visit(address, screen).execute_script(_CONTAINED)
    assert set(contained) <= {"layout"}
    assert moved == []


@pytest.mark.usefixtures("axe")
@pytest.mark.parametrize(("address", "light"), [("en/", "light"), ("ar/", "dark")])
def test_axe_finds_no_barrier_in_the_open_list(visit: Visit, address: str, light: str) -> None:
    browser = visit(address, Screen(360, 2400))
    use_media(browser, prefers_color_scheme=light)
    type_words(browser, _WORDS[address])
    box_of(browser).send_keys(Keys.ARROW_DOWN)
    assert find_violations(browser, ALL if light == "light" else CONTRAST) == []


def test_the_chosen_page_stands_out_without_colours_of_the_site(visit: Visit) -> None:
    browser = visit("en/")
    use_media(browser, forced_colors="active")
    try:
        type_words(browser, "license")
        box_of(browser).send_keys(Keys.ARROW_DOWN)
        outline = browser.execute_script(
            "const style = getComputedStyle(document.getElementById('q-0'));"
            "return [style.outlineStyle, style.outlineWidth]"
        )
        assert outline == ["solid", "3px"]
    finally:
        use_media(browser, forced_colors="none")


def test_what_is_typed_is_text(visit: Visit) -> None:
    browser = visit("en/")
    box_of(browser).send_keys("<img src=x onerror=alert(1)> license")
    wait_for(browser, lambda: options_of(browser))
    assert browser.find_elements(By.CSS_SELECTOR, ".find img") == []
    assert read_complaints(browser) == []


def test_other_scripts_may_ask(visit: Visit) -> None:
    browser = visit("es/")
    found = browser.execute_async_script(
        "window.waypost.search('licencia').then(arguments[arguments.length - 1])"
    )
    assert found[0].keys() == {"url", "title", "summary", "language"}
    assert found[0]["url"] == browser.current_url + "renew-license/"
    assert found[0]["language"] == "es"


def test_without_script_the_box_leads_to_all_guides_and_nothing_typed_goes_along(
    visit: Visit,
) -> None:
    browser = visit("en/")
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        browser.refresh()
        box_of(browser).send_keys("divorce", Keys.ENTER)
        wait_for(browser, lambda: "/a-z/" in browser.current_url)
        assert "divorce" not in browser.current_url
    finally:
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def test_at_four_hundred_per_cent_everything_can_be_reached(visit: Visit) -> None:
    browser = visit("en/", Screen(320, 256))
    type_words(browser, "license")
    for _ in options_of(browser):
        box_of(browser).send_keys(Keys.ARROW_DOWN)
        top, bottom = browser.execute_script(
            "const box = document.querySelector('[aria-selected=true]').getBoundingClientRect();"
            "return [box.top, box.bottom]"
        )
        assert -1 <= top < bottom <= 257
    use_screen(browser, PHONE)
