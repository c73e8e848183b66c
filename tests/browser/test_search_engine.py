"""The search script alone: what it loads and when, what it bears, and how long it takes."""

from __future__ import annotations

import gzip
import json
import random
import runpy
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from selenium import webdriver

from tests.browser.chromium import read_complaints, read_requests
from tests.browser.search_site import PAGES, save_index, save_page
from tests.browser.searching import box_of, options_of, said_of, wait_for
from tests.browser.serving import serve_folder
from waypost.search.manifest import VERSION

MOST_BYTES = 5_000
"""Compressed: on 2G each further kB is a fifth of a second."""
MOST_TO_ANSWER, MOST_TO_BLOCK = 50, 16
"""Milliseconds on a processor slowed down six times."""

_SEARCH = """
const [text, done] = arguments;
waypost.search(text).then(done, error => done("failed: " + error));
"""
_TIME = """
const [texts, mostToAnswer, mostToBlock, done] = arguments;
(async () => {
  const channel = new MessageChannel(), found = [];
  let last = performance.now(), longest = 0, isOver = false;
  channel.port1.onmessage = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (!isOver) channel.port2.postMessage(0);
  };
  channel.port2.postMessage(0);
  for (const text of texts) {
    await waypost.search(text);
    // The shortest of some, on a busy machine of many: others hold what else it had to do.
    let least = Infinity, block = Infinity;
    for (let round = 0; round < 8 || (round < 60 && (least > mostToAnswer || block > mostToBlock));
        round++) {
      longest = 0;
      const start = last = performance.now();
      await waypost.search(text);
      least = Math.min(least, performance.now() - start);
      block = Math.min(block, longest);
    }
    found.push([least, block]);
  }
  isOver = true;
  done(found);
})();
"""


@pytest.fixture(scope="module")
def folder(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of nothing but a box and an index, in English and Spanish."""
    folder = tmp_path_factory.mktemp("search")
    save_page(project, folder, "en")
    save_page(project, folder, "es")
    save_index(folder, "en", PAGES)
    save_index(folder, "es", ())
    return folder


@pytest.fixture(scope="module", params=["http", "file"])
def address(request: pytest.FixtureRequest, folder: Path) -> Iterator[str]:
    """Where the site can be read: behind a server, and from a disk."""
    if request.param == "file":
        yield f"{folder.as_uri()}/"
        return
    with serve_folder(folder) as served:
        yield served


def _ask(browser: webdriver.Chrome, text: str) -> Any:
    browser.set_script_timeout(30)
    return browser.execute_async_script(_SEARCH, text)


def _titles(browser: webdriver.Chrome, text: str) -> list[str]:
    found = _ask(browser, text)
    assert isinstance(found, list), found
    return [page["title"] for page in found]


def _open(browser: webdriver.Chrome, address: str, language: str = "en") -> None:
    read_complaints(browser)
    read_requests(browser)
    browser.get(f"{address}{language}/index.html")


def test_the_script_that_pages_load_is_the_one_that_was_written(project: Path) -> None:
    tool = runpy.run_path(str(project / "scripts" / "shorten-search"))
    short = (project / "src/waypost/site/static/search.js").read_text("utf-8")
    assert tool["shorten"](tool["join_parts"]()) == short, "run scripts/shorten-search"
    assert len(gzip.compress(short.encode(), 9)) <= MOST_BYTES


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("driver license", "Renew your driver’s license"),
        ("DRIVER'S LICENSE", "Renew your driver’s license"),
        ("renew licens", "Renew your driver’s license"),
        ("drivrs licence", "Renew your driver’s license"),
        ("xriver license", "Renew your driver’s license"),
        ("licenses", "Renew your driver’s license"),
        ("driverslicense", "Renew your driver’s license"),
        ("food stamps", "Get help to buy food"),
        ("foodstamps", "Get help to buy food"),
        ("foood stammps", "Get help to buy food"),
        ("bill for water", "Pay your water bill"),
        ("waterbill", "Pay your water bill"),
        ("free lunch", "Meals at school"),
        ("cafe", "Café tables on the sidewalk"),
        ("constructor", "Permits for a constructor"),
    ],
)
def test_words_as_people_write_them_find_the_page(
    browser: webdriver.Chrome, address: str, asked: str, first: str
) -> None:
    _open(browser, address)
    assert _titles(browser, asked)[0] == first
    assert read_complaints(browser) == []


def test_an_answer_says_where_the_page_is_and_in_which_language(
    browser: webdriver.Chrome, address: str
) -> None:
    _open(browser, address)
    found = _ask(browser, "water bill")[0]
    assert set(found) == {"url", "title", "summary", "language"}
    end = "index.html" if address.startswith("file:") else ""
    assert found["url"] == f"{address}en/water-bill/{end}"
    assert found["summary"] == "By mail, by phone or at the counter."
    assert found["language"] == "en"


def test_where_a_language_has_nothing_the_source_is_asked(
    browser: webdriver.Chrome, address: str
) -> None:
    _open(browser, address, "es")
    found = _ask(browser, "water bill")
    assert [page["language"] for page in found[:1]] == ["en"]
    assert "/en/water-bill/" in found[0]["url"]


def test_nothing_is_loaded_before_the_box_is_used_and_nothing_twice(
    browser: webdriver.Chrome, folder: Path
) -> None:
    with serve_folder(folder) as address:
        _open(browser, address)
        assert not [each for each in read_requests(browser) if "/search/" in each]
        browser.execute_script("document.querySelector('#q').focus()")
        _ask(browser, "water bill")
        asked = [each for each in read_requests(browser) if "/search/" in each]
        assert f"{address}search/en.js" in asked
        assert len(asked) == len(set(asked))
        _ask(browser, "water bill")
        assert not [each for each in read_requests(browser) if "/search/" in each]


def test_after_a_new_version_the_kept_manifest_is_passed_by(
    project: Path, browser: webdriver.Chrome, tmp_path: Path
) -> None:
    save_page(project, tmp_path, "en")
    save_index(tmp_path, "en", PAGES)
    with serve_folder(tmp_path) as address:
        _open(browser, address)
        assert _titles(browser, "water")[0] == "Pay your water bill"
        for path in (tmp_path / "assets" / "search").rglob("*.js"):
            path.unlink()
        assert str(_ask(browser, "school meals")).startswith("failed")
        save_index(tmp_path, "en", PAGES[1:])
        assert _titles(browser, "school meals")[0] == "Meals at school"
        assert any("search/en.js?" in each for each in read_requests(browser))


def test_an_index_of_another_version_is_not_read(
    project: Path, browser: webdriver.Chrome, tmp_path: Path
) -> None:
    save_page(project, tmp_path, "en")
    save_index(tmp_path, "en", PAGES)
    manifest = tmp_path / "search" / "en.js"
    manifest.write_text(manifest.read_text("utf-8").replace(f'"{VERSION} ', '"99 ', 1), "utf-8")
    with serve_folder(tmp_path) as address:
        _open(browser, address)
        assert str(_ask(browser, "water")).startswith("failed")
        _type(browser, "water")
        wait_for(browser, lambda: said_of(browser) == "The search cannot be loaded.")
        assert options_of(browser) == []


def test_a_server_that_never_answers_is_told_and_a_late_answer_is_shown(
    browser: webdriver.Chrome, folder: Path
) -> None:
    with serve_folder(folder) as address:
        _open(browser, address)
        browser.execute_script(
            "const wait = setTimeout; window.setTimeout = (act, time) => wait(act, time / 60)"
        )
        browser.execute_cdp_cmd("Fetch.enable", {"patterns": [{"urlPattern": "*assets/search*"}]})
        try:
            _type(browser, "water")
            wait_for(browser, lambda: said_of(browser) == "Searching …")
            wait_for(browser, lambda: said_of(browser) == "The search cannot be loaded.")
        finally:
            browser.execute_cdp_cmd("Fetch.disable", {})
        wait_for(browser, lambda: said_of(browser) == "1 result")
        assert len(options_of(browser)) == 1


def test_what_the_language_has_is_shown_before_the_source_answers(
    project: Path, browser: webdriver.Chrome, tmp_path: Path
) -> None:
    save_page(project, tmp_path, "es")
    save_index(tmp_path, "es", [("sellos", "Water y sellos", "Compre sellos.", "Por correo.")])
    save_index(tmp_path, "en", PAGES)
    with serve_folder(tmp_path) as address:
        _open(browser, address, "es")
        browser.execute_cdp_cmd("Fetch.enable", {"patterns": [{"urlPattern": "*search/en*"}]})
        try:
            _type(browser, "water")
            wait_for(browser, lambda: len(options_of(browser)) == 1)
            assert options_of(browser)[0].text.startswith("Water y sellos")
        finally:
            browser.execute_cdp_cmd("Fetch.disable", {})
        wait_for(browser, lambda: len(options_of(browser)) == 2)
        assert "Pay your water bill" in options_of(browser)[1].text
        wait_for(browser, lambda: said_of(browser) == "2 results")


def _type(browser: webdriver.Chrome, text: str) -> None:
    box_of(browser).send_keys(text)


def test_a_large_index_is_found_through_lists_of_lists(
    project: Path, browser: webdriver.Chrome, tmp_path: Path
) -> None:
    save_page(project, tmp_path, "en")
    many = [
        (f"page-{n}", f"Title {_word(n)} of many", f"Summary {n}", f"common {_words(n)}")
        for n in range(2_000)
    ]
    save_index(tmp_path, "en", many)
    lists = (tmp_path / "search" / "en.js").read_text("utf-8").split("\\n")
    assert lists[1][0] == lists[3][0] == "*", "shards and chunks are in lists of their own"
    with serve_folder(tmp_path) as address:
        _open(browser, address)
        for number in (0, 77, 640, 1999):
            assert _titles(browser, f"title {_word(number)}")[0] == f"Title {_word(number)} of many"
        assert len(_titles(browser, "common")) == 5


def _words(number: int) -> str:
    return " ".join(_word(number * 30 + each) for each in range(30))


def _word(number: int) -> str:
    draw = random.Random(number)
    return "".join(draw.choice("bdfgklmnprstvz") + draw.choice("aeiou") for _ in range(4))


def test_whatever_is_typed_no_error_and_no_markup(browser: webdriver.Chrome, folder: Path) -> None:
    draw = random.Random(5)
    letters = "abcdefgh 'ñéاдक中あไទ한\u200d\u0301\u202e\0\x1b\ud83d\ude00\ud800"
    letters += "<>&\"'`{}[]()*\\$^|?+.~=_-/"
    texts = ["__proto__", "constructor", "toString hasOwnProperty", "<img src=x onerror=alert(1)>"]
    texts += [
        "w" * 10_000,
        "a " * 5_000,
        "\ud800",
        "😀👍🏽",
        " ",
        "~",
        "=",
        "^$.*",
        "\n\t",
        "中" * 300,
    ]
    texts += ["".join(draw.choice(letters) for _ in range(draw.randint(1, 60))) for _ in range(600)]
    with serve_folder(folder) as address:
        _open(browser, address)
        browser.set_script_timeout(120)
        failed = browser.execute_async_script(
            """
            const [texts, done] = arguments;
            (async () => {
              const failed = [];
              for (const text of JSON.parse(texts)) await waypost.search(text)
                .then(found => Array.isArray(found) || failed.push(text))
                .catch(error => failed.push(text + error));
              done(failed);
            })();
            """,
            json.dumps(texts),
        )
        assert failed == []
        assert (
            browser.execute_script("return document.querySelector('img, script[src*=onerror]')")
            is None
        )
        assert read_complaints(browser) == []


def test_an_answer_is_there_at_once_and_no_key_waits(
    browser: webdriver.Chrome, folder: Path
) -> None:
    with serve_folder(folder) as address:
        _open(browser, address)
        browser.set_script_timeout(120)
        browser.execute_cdp_cmd("Emulation.setCPUThrottlingRate", {"rate": 6})
        try:
            asked = [
                "water bill",
                "wter bill",
                "driverslicense",
                "how do I pay my water bill by mail",
            ]
            times = browser.execute_async_script(_TIME, asked, MOST_TO_ANSWER, MOST_TO_BLOCK)
        finally:
            browser.execute_cdp_cmd("Emulation.setCPUThrottlingRate", {"rate": 1})
    for text, (answer, block) in zip(asked, times, strict=True):
        assert answer <= MOST_TO_ANSWER, text
        assert block <= MOST_TO_BLOCK, text


def test_letters_that_are_still_being_composed_are_not_looked_up(
    browser: webdriver.Chrome, folder: Path
) -> None:
    with serve_folder(folder) as address:
        _open(browser, address)
        shown = browser.execute_async_script(
            """
            const done = arguments[0], box = document.querySelector("#q");
            const list = document.querySelector("#q-list");
            const type = isComposing => box.dispatchEvent(
              new InputEvent("input", {bubbles: true, isComposing}));
            const wait = time => new Promise(end => setTimeout(end, time));
            (async () => {
              box.focus();
              box.value = "water";
              type(true);
              await wait(600);
              const before = list.children.length;
              box.dispatchEvent(new CompositionEvent("compositionend"));
              for (let n = 0; n < 100 && !list.children.length; n++) await wait(50);
              done([before, list.children.length > 0]);
            })();
            """
        )
        assert shown == [0, True]
