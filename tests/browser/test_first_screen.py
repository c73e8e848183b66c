"""The first screen of an old phone holds the answer: title, sentence, call button, first facts."""

from __future__ import annotations

import pytest

from tests.browser.chromium import Screen
from tests.browser.conftest import Visit

_PHONE = Screen(360, 640)
# Where the last line of each part ends, in CSS pixels from the top of the page.
_ENDS = """
const end = words => {
  const node = document.querySelector(words);
  return node ? node.getBoundingClientRect().bottom + scrollY : 1e9;
};
return ['h1', '.lead', '.call', '.glance div', '.glance div + div'].map(end);
"""


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("guide", ["birth-certificate", "library-card", "vaccines"])
def test_the_answer_the_button_and_the_first_facts_stand_on_the_first_screen(
    visit: Visit, language: str, guide: str
) -> None:
    ends = visit(f"{language}/{guide}/", _PHONE).execute_script(_ENDS)
    assert ends == sorted(ends)
    assert ends[-1] <= 640


@pytest.mark.parametrize("guide", ["renew-license", "food-help"])
@pytest.mark.parametrize("language", ["en", "es", "ar", "zh-Hans"])
def test_under_an_alert_the_button_still_stands_on_the_first_screen(
    visit: Visit, language: str, guide: str
) -> None:
    ends = visit(f"{language}/{guide}/", _PHONE).execute_script(_ENDS)
    assert ends[2] <= 640


@pytest.mark.parametrize("language", ["en", "es", "zh-Hans"])
def test_under_an_alert_that_is_partly_source_the_facts_begin_on_the_first_screen(
    visit: Visit, language: str
) -> None:
    start = visit(f"{language}/renew-license/", _PHONE).execute_script(
        "return document.querySelector('.glance').getBoundingClientRect().top"
    )
    assert start < 640


@pytest.mark.parametrize("guide", ["eviction-help", "protective-order"])
def test_a_page_that_is_mostly_source_begins_with_its_way_out_and_its_title(
    visit: Visit, guide: str
) -> None:
    exit_, title, number = visit(f"ar/{guide}/", _PHONE).execute_script(
        "return ['.exit', 'h1', '.notice a']"
        ".map(each => document.querySelector(each).getBoundingClientRect().bottom)"
    )
    assert exit_ < title < number <= 640


@pytest.mark.parametrize("language", ["en", "es", "ar", "zh-Hans", "so"])
def test_home_says_on_the_first_screen_how_to_get_an_interpreter(
    visit: Visit, language: str
) -> None:
    end = visit(f"{language}/", _PHONE).execute_script(
        "return document.querySelector('main [href$=\"5550101\"]').getBoundingClientRect().bottom"
    )
    assert end <= 640


def test_a_wide_screen_keeps_the_list_of_sections_in_view(visit: Visit) -> None:
    browser = visit("en/renew-license/", Screen(1280, 900))
    browser.execute_script("scrollTo(0, 2000)")
    top, left, end = browser.execute_script(
        "const box = document.querySelector('.toc').getBoundingClientRect();"
        "const main = document.querySelector('main').getBoundingClientRect();"
        "return [box.top, box.left, main.right];"
    )
    assert 0 <= top < 60
    assert left >= end
