"""Pages fit every screen: narrow ones, wide ones, and with text of twice the size."""

from __future__ import annotations

import pytest
from selenium import webdriver

from tests.browser.chromium import DESK, NARROW, PHONE, Screen, use_screen
from tests.browser.conftest import Visit
from tests.browser.county import ADDRESSES, KINDS, LANGUAGES, address_of

SCREENS = {
    "narrow": NARROW,
    "phone": PHONE,
    "desk": DESK,
    "phone, large text": Screen(360, text=32),
    "desk, large text": Screen(1280, 900, text=32),
}

# Texts that stand outside of the screen, or in a box that is too small for them. What is there
# for screen readers alone, and what scrolls in a box of its own, is meant to be so.
FIND_MISFITS = """
const width = document.documentElement.clientWidth, misfits = [];
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
for (let node; (node = walker.nextNode());) {
  const parent = node.parentElement;
  if (!node.data.trim() || parent.closest('.hide, .skip, .scroll')) continue;
  const range = document.createRange();
  range.selectNodeContents(node);
  const box = range.getBoundingClientRect();
  if (box.left < -1 || box.right > width + 1) misfits.push(node.data.trim());
}
return [document.documentElement.scrollWidth, misfits];
"""

# As far apart as WCAG 1.4.12 lets a reader set letters, words, lines and paragraphs.
SET_APART = """
const sheet = new CSSStyleSheet();
sheet.replaceSync(`* {line-height: 1.5 !important; letter-spacing: .12em !important;
  word-spacing: .16em !important} p {margin-bottom: 2em !important}`);
document.adoptedStyleSheets = [sheet];
return getComputedStyle(document.querySelector('main')).letterSpacing;
"""


@pytest.mark.parametrize("address", ADDRESSES)
def test_nothing_makes_a_page_wider_than_the_screen(visit: Visit, address: str) -> None:
    browser = visit(address)
    for name, screen in SCREENS.items():
        use_screen(browser, screen)
        width, misfits = browser.execute_script(FIND_MISFITS)
        assert misfits == [], name
        assert width <= screen.width, name
    use_screen(browser, NARROW)
    assert browser.execute_script(SET_APART) != "normal"
    width, misfits = browser.execute_script(FIND_MISFITS)
    assert (width, misfits) == (NARROW.width, []), "text set apart"


def test_a_page_that_is_too_wide_is_seen(browser: webdriver.Chrome) -> None:
    use_screen(browser, PHONE)
    meta = "<meta name=viewport content=width=device-width,initial-scale=1>"
    browser.get(f"data:text/html,<!doctype html>{meta}<p>{'wide' * 200}")
    width, misfits = browser.execute_script(FIND_MISFITS)
    assert (width > 360, len(misfits)) == (True, 1)


def test_text_of_twice_the_size_is_twice_as_large(visit: Visit) -> None:
    size = "return parseFloat(getComputedStyle(document.querySelector('main')).fontSize)"
    browser = visit("en/renew-license/")
    plain = browser.execute_script(size)
    use_screen(browser, Screen(360, text=32))
    assert browser.execute_script(size) == 2 * plain


@pytest.mark.parametrize("address", ["en/renew-license/", "ar/renew-license/"])
def test_a_phone_number_stays_on_one_line(visit: Visit, address: str) -> None:
    browser = visit(address, NARROW)
    broken = browser.execute_script(
        "return [...document.querySelectorAll('a[href^=\"tel:\"] bdi')]"
        ".filter(each => each.getClientRects().length > 1).map(each => each.textContent)"
    )
    assert broken == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_finger_can_hit_the_call_button(visit: Visit, language: str) -> None:
    address = address_of(language, KINDS["guide"])
    box = visit(address).execute_script(
        "const box = document.querySelector('main .call').getBoundingClientRect();"
        "return [box.width, box.height]"
    )
    assert box[0] >= 200
    assert box[1] >= 44


# A number in Arabic text has a box of its own, beside the others.
FIND_BROKEN_DAYS = """
return [...document.querySelectorAll('th[scope=row]')].filter(each => {
  const range = document.createRange();
  range.selectNodeContents(each);
  const boxes = [...range.getClientRects()];
  const middle = (boxes[0].top + boxes[0].bottom) / 2;
  return boxes.some(box => box.top > middle || box.bottom < middle);
}).map(each => each.textContent);
"""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("screen", [NARROW, PHONE, DESK], ids=["narrow", "phone", "desk"])
def test_a_day_of_the_week_stays_on_one_line(visit: Visit, language: str, screen: Screen) -> None:
    browser = visit(address_of(language, KINDS["office"]), screen)
    assert browser.execute_script(FIND_BROKEN_DAYS) == []
    assert browser.execute_script("return document.querySelectorAll('th').length") > 6


def test_a_day_on_two_lines_is_seen(browser: webdriver.Chrome) -> None:
    use_screen(browser, NARROW)
    day = "<th scope=row style=max-width:5em>{}"
    rows = f"<tr>{day.format('Saturday, November 21')}<tr>{day.format('السبت 21')}"
    browser.get(f"data:text/html;charset=utf-8,<!doctype html><table>{rows}</table>")
    assert browser.execute_script(FIND_BROKEN_DAYS) == ["Saturday, November 21"]


def test_a_week_on_a_phone_is_still_a_table_to_a_screen_reader(visit: Visit) -> None:
    browser = visit("en/services-center/", PHONE)
    nodes = browser.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
    roles = [node["role"]["value"] for node in nodes if not node.get("ignored")]
    rows = browser.execute_script("return document.querySelectorAll('.week tr').length")
    assert roles.count("row") == roles.count("rowheader") == rows > 7
    assert roles.count("table") == browser.execute_script(
        "return document.querySelectorAll('.week').length"
    )


@pytest.mark.parametrize(
    "address", [f"{each}/how-translated/" for each in LANGUAGES if each != "en"]
)
def test_a_table_that_may_scroll_is_reached_by_keyboard(visit: Visit, address: str) -> None:
    """Whether it does scroll is up to the fonts of the reader (2.1.1)."""
    boxes = "return [...document.querySelectorAll('.scroll')].map(box => box.tabIndex)"
    assert visit(address).execute_script(boxes) == [0]
