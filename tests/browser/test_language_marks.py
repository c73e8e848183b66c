"""Every text says its language and direction, and is in it."""

from __future__ import annotations

import pytest

from tests.browser.chromium import DESK
from tests.browser.conftest import Visit
from tests.browser.county import ADDRESSES, HALF, MISSING
from waypost.locales.registry import find_language

READ_MARKS = """
return [...document.querySelectorAll('[lang], [dir], [hreflang]')].map(each => [
  each.outerHTML.slice(0, 120), each.getAttribute('lang'), each.getAttribute('hreflang'),
  each.lang ? getComputedStyle(each).direction : null]);
"""

# Every text, with the language that the nearest element around it says; letters of an A–Z (those of
# pinyin are Latin), and names and codes that no
# one translates are left out.
READ_TEXTS = """
const texts = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
for (let node; (node = walker.nextNode());) {
  const around = node.parentElement;
  if (!node.data.trim() || around.closest('[translate=no], bdi:not([lang]), .letters')) continue;
  if (around.localName === 'h2' && node.data.trim().length === 1) continue;
  texts.push([around.closest('[lang]').lang, node.data.trim()]);
}
return texts;
"""

SCRIPTS = {"ar": ("\u0600", "\u06ff"), "zh-Hans": ("\u3400", "\u9fff")}


def _is_latin(text: str) -> bool:
    return any(each.isascii() and each.isalpha() for each in text)


def _has_script(text: str, language: str) -> bool:
    low, high = SCRIPTS[language]
    return any(low <= each <= high for each in text)


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_mark_names_a_known_language_and_has_its_direction(
    visit: Visit, address: str
) -> None:
    marks = visit(address).execute_script(READ_MARKS)
    assert marks, "a page names its language"
    for html, lang, hreflang, direction in marks:
        for code in (lang, hreflang):
            if code is None or code == "x-default":
                continue
            language = find_language(code)
            assert language is not None, f"{code} is no known language: {html}"
            if direction and code == lang:
                assert direction == language.direction.value, html


@pytest.mark.parametrize(
    "address", [each for each in ADDRESSES if each.startswith(("ar/", "zh-Hans/"))]
)
def test_no_text_stands_in_another_language_than_it_says(visit: Visit, address: str) -> None:
    page = address.partition("/")[0]
    for language, text in visit(address).execute_script(READ_TEXTS):
        if language == page:
            leftover = _is_latin(text) and not _has_script(text, page)
            assert not leftover, f"“{text}” is no {page}"
        elif language == "en":
            assert not _has_script(text, page), f"“{text}” is no English"


MIRRORED = """
const width = document.documentElement.clientWidth;
const edges = element => {
  const range = document.createRange();
  range.selectNodeContents(element);
  const box = range.getBoundingClientRect();
  return [box.left, width - box.right];
};
return {
  main: getComputedStyle(document.querySelector('main')).direction,
  name: edges(document.querySelector('.brand')),
  heading: edges(document.querySelector('h1')),
  items: [...document.querySelectorAll('header li a')].slice(0, 4)
    .map(each => each.getBoundingClientRect().x),
};
"""


def test_an_arabic_page_is_an_english_one_in_a_mirror(visit: Visit) -> None:
    english = visit("en/renew-license/", DESK).execute_script(MIRRORED)
    arabic = visit("ar/renew-license/", DESK).execute_script(MIRRORED)
    assert (english["main"], arabic["main"]) == ("ltr", "rtl")
    assert english["name"][0] == pytest.approx(arabic["name"][1], abs=1)
    assert english["heading"][0] == pytest.approx(arabic["heading"][1], abs=1)
    assert english["items"] == sorted(english["items"])
    assert arabic["items"] == sorted(arabic["items"], reverse=True)


def test_a_page_mostly_in_the_source_language_turns_its_main_part_alone(visit: Visit) -> None:
    browser = visit(f"ar/{HALF}/", DESK)
    main, page = browser.execute_script(
        "const main = document.querySelector('main'), all = document.documentElement;"
        "return [main, all].map(each => [each.lang, getComputedStyle(each).direction])"
    )
    assert (main, page) == (["en", "ltr"], ["ar", "rtl"])


@pytest.mark.parametrize("language", ["ar", "zh-Hans"])
def test_a_page_without_a_translation_says_so_in_the_readers_language(
    visit: Visit, language: str
) -> None:
    browser = visit(f"{language}/{MISSING}/")
    texts = browser.execute_script(READ_TEXTS)
    assert any(each == language and _has_script(text, language) for each, text in texts)
    links = browser.execute_script(
        "return [...document.querySelectorAll('main a')].map(each => each.getAttribute('href'))"
    )
    assert f"../../en/{MISSING}/" in links
    assert any(href.startswith("tel:") for href in links)
