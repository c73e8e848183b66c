"""Pages in every mode: call bar and exit on a phone, 400 %, forced colours, more contrast."""

from __future__ import annotations

from typing import Any

import pytest
from selenium import webdriver

from tests.browser.chromium import DESK, PHONE, Screen, use_media, use_screen
from tests.browser.conftest import Visit
from tests.browser.test_keyboard import press

GUIDES = ("en/renew-license/", "ar/renew-license/", "es/eviction-help/")
ENLARGED = Screen(320, 256)
"""A screen of 1280 × 1024 at 400 %."""

COUNT = """
return [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
  .filter(each => each.checkVisibility()).length;
"""

# Whether what has the focus is what one sees at its four corners and in its middle.
COVERED = """
const at = document.activeElement;
if (at === null || at === document.body) return null;
const covered = [];
for (const box of at.getClientRects()) {
  const inset = 2, middle = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  const points = [middle, [box.left + inset, box.top + inset], [box.right - inset, box.top + inset],
    [box.left + inset, box.bottom - inset], [box.right - inset, box.bottom - inset]];
  for (const [x, y] of points) {
    const top = document.elementFromPoint(x, y);
    const bar = top === null ? 'outside' : top.closest('.bar, .exit');
    if (bar !== null && (bar === 'outside' || !bar.contains(at))) covered.push([x, y]);
  }
}
return {text: at.textContent, covered};
"""

BAR = """
const bar = document.querySelector('.bar');
if (!bar || !bar.checkVisibility()) return null;
const box = bar.querySelector('p').getBoundingClientRect();
const before = bar.previousElementSibling.getBoundingClientRect();
return {top: box.top, bottom: box.bottom, screen: innerHeight, before: before.bottom,
        height: bar.querySelector('a').getBoundingClientRect().height};
"""


def scroll(browser: webdriver.Chrome, to: str) -> dict[str, Any] | None:
    """The bar, after the page was scrolled to the place."""
    browser.execute_script(f"document.documentElement.style.scrollBehavior = 'auto'; {to}")
    found: dict[str, Any] | None = browser.execute_script(BAR)
    return found


@pytest.mark.parametrize("address", GUIDES)
@pytest.mark.parametrize("backwards", [False, True], ids=["down", "up"])
def test_nothing_that_has_the_focus_is_covered(
    visit: Visit, address: str, *, backwards: bool
) -> None:
    browser = visit(address)
    count = browser.execute_script(COUNT)
    seen = 0
    for _ in range(count):
        if backwards:
            event = {"key": "Tab", "code": "Tab", "windowsVirtualKeyCode": 9, "modifiers": 8}
            for kind in ("keyDown", "keyUp"):
                browser.execute_cdp_cmd("Input.dispatchKeyEvent", {"type": kind, **event})
        else:
            press(browser, "Tab", 9)
        at = browser.execute_script(COVERED)
        if at is None:
            continue
        seen += 1
        assert at["covered"] == [], at["text"]
    assert seen >= count - 1


@pytest.mark.parametrize("address", GUIDES)
def test_the_call_bar_comes_after_the_first_screen_and_rests_in_its_place(
    visit: Visit, address: str
) -> None:
    browser = visit(address)
    first = scroll(browser, "scrollTo(0, 0)")
    assert first is not None
    assert first["top"] >= first["screen"], "the button at the top is in sight"
    later = scroll(browser, "scrollTo(0, 1500)")
    assert later is not None
    assert abs(later["bottom"] - later["screen"]) < 1
    assert later["height"] >= 44
    rest = scroll(browser, "scrollTo(0, document.documentElement.scrollHeight)")
    assert rest is not None
    assert rest["bottom"] < rest["screen"] - 100
    assert rest["before"] <= rest["top"]


@pytest.mark.parametrize(
    "screen", [DESK, ENLARGED, Screen(640, 360), Screen(360, 740, text=32)], ids=str
)
def test_there_is_no_call_bar_where_it_would_be_in_the_way(visit: Visit, screen: Screen) -> None:
    browser = visit("en/renew-license/", screen)
    assert scroll(browser, "scrollTo(0, 1500)") is None


@pytest.mark.parametrize("address", [*GUIDES, "en/", "en/services-center/", "language-help/"])
def test_at_400_percent_nothing_stays_and_nothing_scrolls_sideways(
    visit: Visit, address: str
) -> None:
    browser = visit(address, ENLARGED)
    staying = browser.execute_script(
        "return [...document.querySelectorAll('body *')].filter(each => each.checkVisibility() "
        "&& ['fixed', 'sticky'].includes(getComputedStyle(each).position))"
        ".map(each => each.className)"
    )
    assert staying == []
    assert browser.execute_script("return document.documentElement.scrollWidth") == 320


def test_the_way_out_stays_in_reach(visit: Visit) -> None:
    browser = visit("en/eviction-help/")
    top = (
        "scrollTo(0, arguments[0]); const box = document.querySelector('.exit a')"
        ".getBoundingClientRect(); return [box.top >= 0 && box.top < 60, box.height >= 44]"
    )
    for place in (400, 2000, 3000):
        assert browser.execute_script(top, place) == [True, True]
    link = "const at = document.querySelector('.exit a'); return [at.rel, at.protocol]"
    assert browser.execute_script(link) == ["noreferrer", "https:"]


@pytest.mark.parametrize("address", ["en/renew-license/", "en/eviction-help/", "ar/moving-here/"])
def test_in_forced_colours_buttons_and_boxes_keep_their_edges(visit: Visit, address: str) -> None:
    browser = visit(address)
    use_media(browser, forced_colors="active")
    assert browser.execute_script("return matchMedia('(forced-colors: active)').matches")
    bare = browser.execute_script(
        "return [...document.querySelectorAll('a.call, .notice, .alert, .info, .exit a')]"
        ".filter(each => each.checkVisibility()).filter(each => {"
        "const style = getComputedStyle(each);"
        "return ['Top', 'Right', 'Bottom', 'Left'].some(side => style['border' + side + 'Style']"
        " === 'none' || parseFloat(style['border' + side + 'Width']) < 1)})"
        ".map(each => each.className)"
    )
    assert bare == []
    boxes = browser.execute_script(
        "return [...document.querySelectorAll('.ticks > li')].map(each => {"
        "const style = getComputedStyle(each, '::before');"
        "return style.borderTopStyle === 'solid' && parseFloat(style.borderTopWidth) >= 1"
        " && style.borderTopColor !== style.backgroundColor})"
    )
    assert boxes
    assert all(boxes)
    press(browser, "Tab", 9)
    press(browser, "Tab", 9)
    outline = browser.execute_script("return getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"


def test_who_asks_for_more_contrast_reads_no_grey(visit: Visit) -> None:
    browser = visit("en/renew-license/")
    greys = (
        "const root = getComputedStyle(document.documentElement);"
        "return ['--m', '--r'].map(each => root.getPropertyValue(each))"
        ".filter(each => each !== root.getPropertyValue('--f')).length"
    )
    assert browser.execute_script(greys) == 2
    use_media(browser, prefers_contrast="more")
    assert browser.execute_script(greys) == 0
    use_media(browser, prefers_contrast="more", prefers_color_scheme="dark")
    assert browser.execute_script(greys) == 0


@pytest.mark.parametrize("address", ["en/", "en/renew-license/", "en/services-center/", "404.html"])
def test_nothing_moves(visit: Visit, address: str) -> None:
    browser = visit(address)
    use_media(browser, prefers_reduced_motion="no-preference")
    moving = browser.execute_script(
        "return [...document.querySelectorAll('*')].filter(each => {"
        "const style = getComputedStyle(each); return style.animationName !== 'none'"
        " || parseFloat(style.transitionDuration) > 0 || style.scrollBehavior === 'smooth'})"
        ".map(each => each.tagName)"
    )
    assert moving == []


def test_a_bar_that_covers_is_seen(browser: webdriver.Chrome) -> None:
    use_screen(browser, PHONE)
    browser.get(
        "data:text/html,<!doctype html><a href='%23' style='position:absolute;top:10px'>link</a>"
        "<div class=bar style='position:fixed;top:0;height:90px;width:100%25'></div>"
    )
    press(browser, "Tab", 9)
    assert browser.execute_script(COVERED)["covered"] != []
