"""Ten thousand things that nobody means, asked of a site that wants its search to break.

Texts of the site and of the query are data: nothing of them is run, drawn as markup, sent anywhere
or kept, and every query has an answer.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any
from urllib.parse import parse_qs

import pytest
from selenium import webdriver

from tests.browser.chromium import read_complaints, read_requests
from tests.browser.hostile_site import IMAGE, LANGUAGES, NAMES, SCRIPT, TITLES, build_hostile_site
from tests.browser.searching import wait_for
from tests.browser.serving import ICON, serve_folder

QUERIES = 10_000
MOST_SECONDS = 3
"""For one answer, on a machine that does other things besides."""
_ALPHABETS = (
    "abcdefghijklmnopqrstuvwxyz",
    "abc <>&\"'`/\\=;:(){}[]",
    "^$.*+?|()[]{}\\-~=_>#%&\t\n\r\0\x1b\x7f\x85\xa0\u2028\u2029",
    "\u202a\u202e\u2066\u2069\u200b\u200c\u200d\u00ad\ufeff\u061c\u0301\u0323\u0489",
    "\ud800\udc00\udfff\udbff\uffff\ufffe\ue000",
    "😀👍🏽🏳🌈👨👩👧️‍#️⃣🇺🇸",
    "狗牌照许可证がんばれカタカナ漢字",
    "ใบอนุญาตขับรถກຂຄງខ្មែរမြန်မာ",
    "ደውል ፈቃድ رخصة القيادة شناسنامه רישיון",
    "лицензия άδεια լիցենզիա ლიცენზია लाइसेंस লাইসেন্স ਲਾਇਸੰਸ",
    "면허증giấyphéplái ĐđŁłİıßﬃ①２㎏ﷺ",
    "ᚠᛇᚻ𐎀𐤀𓀀𝔸𝒶𠀀𪛖꧁᠁ᏣᎳᎩ",
)
_TRAPS = (
    *NAMES,
    "__proto__",
    "hasOwnProperty",
    "__defineGetter__",
    "then toJSON",
    "function return await",
    *(title[:300] for title in TITLES),
    SCRIPT,
    IMAGE,
    "<svg onload=window.owned=1>",
    "javascript:window.owned=1",
    "%E0%A4%A",
    "%",
    "../../../etc/passwd",
    "//evil.example/x",
    "${window.owned=1}",
    "1e309 -0 NaN Infinity 0x10 007",
    "\ud800",
    "",
    " ",
    "~",
    "=",
    "*",
    ">",
)
_LONG = (
    " " * 10_000,
    "a" * 10_000,
    "license " * 1_250,
    "狗" * 10_000,
    "e\u0301" * 5_000,
    "ﷺ" * 3_000,
    "ใบอนุญาตขับรถ" * 800,
    "giấyphéplái" * 900,
    "1,234,567 " * 1_000,
    "l'" * 5_000 + "eau",
    "👨‍👩‍👧‍👦" * 900,
    "\u202e\u200d" * 5_000,
    "(a+)+$" * 1_600,
    " ".join(f"word{number}" for number in range(1_000)),
)
_ASK = r"""
const [given, done] = arguments, texts = JSON.parse(given), wrong = [];
const tell = event => wrong.push(
  [event.type, String(event.reason || event.message || event.blockedURI)]);
for (const type of ["error", "unhandledrejection", "securitypolicyviolation"])
  addEventListener(type, tell);
const form = document.querySelector("form[data-search]");
const keys = "language summary title url", home = new URL(form.dataset.search, location);
let slowest = [0, ""], found = 0;
const ask = async text => {
  const start = performance.now();
  let pages;
  try {
    pages = await waypost.search(text);
  } catch (error) {
    return wrong.push([text, String(error)]);
  }
  const took = performance.now() - start;
  if (took > slowest[0]) slowest = [took, text];
  found += pages.length > 0;
  for (const page of pages)
    if (Object.keys(page).sort().join(" ") != keys || !page.url.startsWith(home.href))
      wrong.push([text, JSON.stringify(page)]);
};
(async () => {
  for (const text of texts) await ask(text);
  await new Promise(end => setTimeout(end, 50));
  done(JSON.stringify({wrong: wrong.slice(0, 9), slowest, found, owned: window.owned || 0}));
})();
"""
_TYPE = r"""
const [given, done] = arguments, wrong = [];
const box = document.querySelector("#q"), form = box.form;
const list = document.querySelector("#found-list, #q-list");
const wait = time => new Promise(end => setTimeout(end, time));
const count = () => document.querySelectorAll("script, img, svg, style, link, iframe").length;
const before = count(), allowed = /^(href|lang|dir|role|id|aria-selected)$/;
const isResults = !!document.querySelector("#found");
(async () => {
  box.focus();
  for (const text of JSON.parse(given)) {
    box.value = text;
    if (isResults) form.requestSubmit();
    else {
      box.dispatchEvent(new InputEvent("input", {bubbles: true}));
      await wait(130);
      for (const key of ["ArrowDown", "ArrowUp", "ArrowUp", "a"])
        box.dispatchEvent(new KeyboardEvent("keydown", {key, bubbles: true, cancelable: true}));
    }
    await waypost.search(text.trim());
    await wait(5);
    for (const each of list.querySelectorAll("*"))
      if (!/^(LI|A|B|P|SPAN|MARK|SMALL)$/.test(each.tagName) ||
        [...each.attributes].some(({name}) => !allowed.test(name)))
        wrong.push([text, each.outerHTML]);
  }
  await wait(1000);
  done(JSON.stringify({wrong: wrong.slice(0, 9), more: count() - before, owned: window.owned || 0,
    kept: [document.cookie, localStorage.length, sessionStorage.length,
      (await indexedDB.databases()).length, (await caches.keys()).length]}));
})();
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The hostile site, built."""
    return build_hostile_site(tmp_path_factory.mktemp("hostile") / "site")


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    """Where it is served."""
    with serve_folder(folder) as served:
        yield served


def _make_queries(draw: Random, number: int) -> list[str]:
    """`number` texts from all scripts and signs, some of them meant to be run."""
    return [_make_query(draw) for _ in range(number)]


def _make_query(draw: Random) -> str:
    kind = draw.random()
    if kind < 0.25:
        return draw.choice(_TRAPS)
    if kind < 0.26:
        return draw.choice(_LONG)
    if kind < 0.5:
        words = draw.choices(_TRAPS, k=2)
        cut = draw.randrange(30)
        return words[0][:cut] + draw.choice(_ALPHABETS[1]) + words[1][cut:]
    alphabets = "".join(draw.choices(_ALPHABETS, k=draw.randint(1, 3))) + " "
    return "".join(draw.choices(alphabets, k=draw.randint(1, 40)))


def _run(browser: webdriver.Chrome, script: str, texts: list[str]) -> Any:
    browser.set_script_timeout(100)
    return json.loads(browser.execute_async_script(script, json.dumps(texts)))


def _open(browser: webdriver.Chrome, address: str) -> None:
    read_complaints(browser)
    read_requests(browser)
    browser.get(address)


def _check_requests(browser: webdriver.Chrome, address: str, page: str) -> None:
    """The page, its script and files of the index were asked for, and nothing that was typed."""
    index = re.compile(r"(search/[a-zA-Z-]+|assets/search/[a-zA-Z-]+/[a-z2-7]{7})\.js")
    for each in read_requests(browser):
        path = each.removeprefix(address)
        assert path != each, f"{each} was asked for"
        script = path.startswith("assets/") and path.count("/") == 1 and path.endswith(".js")
        assert index.fullmatch(path) or script or path in {page, ICON}, each


@pytest.mark.parametrize("language", LANGUAGES)
def test_whatever_is_asked_there_is_an_answer(
    browser: webdriver.Chrome, address: str, language: str
) -> None:
    page = f"{language}/a-z/"
    _open(browser, address + page)
    draw = Random(f"fuzz {language}")
    told = _run(browser, _ASK, _make_queries(draw, QUERIES // len(LANGUAGES)))
    assert told["wrong"] == []
    assert told["owned"] == 0
    assert told["found"] > QUERIES // len(LANGUAGES) / 10, "most of it found nothing at all"
    assert told["slowest"][0] < MOST_SECONDS * 1000, told["slowest"]
    assert read_complaints(browser) == []
    _check_requests(browser, address, page)


@pytest.mark.parametrize("page", ["en/", "zh-Hans/", "en/search/", "ar/search/"])
def test_whatever_is_typed_stays_text(browser: webdriver.Chrome, address: str, page: str) -> None:
    _open(browser, address + page)
    queries = _make_queries(Random(f"typed {page}"), 40 if "search" in page else 12)
    # An empty box leads to the A–Z.
    queries = [each for each in (*queries, *TITLES[:10], "license") if each.strip()]
    told = _run(browser, _TYPE, queries)
    assert told == {"wrong": [], "more": 0, "owned": 0, "kept": ["", 0, 0, 0, 0]}
    assert browser.current_url.startswith(address + page)
    assert read_complaints(browser) == []
    _check_requests(browser, address, page)


@pytest.mark.parametrize(
    "asked",
    [
        "?q=%",
        "?q=%E0%A4%A",
        "?q=%F0%9F%98",
        "?q=%00%01%0A%ED%A0%80",
        "?q=%u0041",
        "?q=%3C/script%3E%3Cscript%3Ewindow.owned=1%3C/script%3E",
        "?q=<img/src=//evil.example/x>",
        "?q",
        "?q=&q=license",
        "?__proto__=x&constructor=y&q=toString",
        "?q=" + "%20" * 3_000,
        "?q=" + "license+" * 1_000,
        "#q=%ff%fe",
        "#q=%",
        "#q=%22%3E%3Cimg%20src=x%3E",
        "#<img src=x>",
        "#found-list",
        "?utm_source=card#q=license",
    ],
)
def test_an_address_is_only_text(browser: webdriver.Chrome, address: str, asked: str) -> None:
    _open(browser, address + "en/a-z/")
    read_requests(browser)
    browser.get(f"{address}en/search/{asked}")
    query = parse_qs(asked[1:].replace("#", "&"), keep_blank_values=True).get("q", [""])[0]
    box = "return document.querySelector('#q').value"
    shown = str(browser.execute_script(box))
    if "%" not in asked:
        # Of broken codes each program makes what it likes.
        assert shown == query
    if shown.strip():
        busy = "return document.querySelector('#found-count').textContent"
        wait_for(browser, lambda: browser.execute_script(busy))
    assert browser.execute_script("return [window.owned || 0, document.images.length]") == [0, 0]
    assert read_complaints(browser) == []
    others = [each for each in read_requests(browser) if not each.startswith(address)]
    assert others == []
