"""The search where the net fails, or the site changes, between one file and the next."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from selenium import webdriver

from tests.browser.chromium import read_complaints, read_requests
from tests.browser.conftest import County, Visit
from tests.browser.search_site import PAGES, save_index, save_page
from tests.browser.searching import (
    box_of,
    count_of,
    ids_of,
    options_of,
    results_of,
    said_of,
    wait_for,
    wait_for_results,
)
from tests.browser.serving import serve_folder
from waypost.hosting.headers import FOR_EVER
from waypost.search.index import CHUNK_SIZE

_ASK_AT_ONCE = """
const [texts, done] = arguments, wrong = [];
addEventListener("unhandledrejection", () => wrong.push("unhandled"));
addEventListener("error", event => wrong.push(event.message || "error"));
Promise.all(texts.map(text => Promise.race([
  waypost.search(text).then(pages => pages.length, () => "failed"),
  new Promise(end => setTimeout(() => end("hangs"), 5000))
]))).then(told => setTimeout(() => done(JSON.stringify([told, wrong])), 100));
"""
_ASKED = ["water bill", "school meals", "water", "license"]


@contextmanager
def _without(browser: webdriver.Chrome, *paths: str) -> Iterator[None]:
    """The net has no files at these paths."""
    browser.execute_cdp_cmd("Network.enable", {})
    browser.execute_cdp_cmd("Network.setBlockedURLs", {"urls": list(paths)})
    try:
        yield
    finally:
        browser.execute_cdp_cmd("Network.setBlockedURLs", {"urls": []})
        read_complaints(browser)


@pytest.fixture
def folder(project: Path, tmp_path: Path) -> Path:
    """A box and an index in English, with a best bet's file to ask for."""
    save_page(project, tmp_path, "en")
    save_index(tmp_path, "en", PAGES)
    manifest = tmp_path / "search" / "en.js"
    text = manifest.read_text("utf-8")
    none, one = (f" {CHUNK_SIZE} {bets} 1\\n" for bets in (0, 1))
    assert none in text, "the manifest's first line has another form"
    manifest.write_text(text.replace(none, one, 1), "utf-8")
    return tmp_path


def _ask_at_once(browser: webdriver.Chrome) -> Any:
    browser.set_script_timeout(30)
    return json.loads(browser.execute_async_script(_ASK_AT_ONCE, _ASKED))


@pytest.mark.parametrize("missing", ["*/search/en.js*", "*/assets/search/*"])
def test_questions_asked_at_once_all_fail_in_words_and_recover(
    browser: webdriver.Chrome, folder: Path, missing: str
) -> None:
    with serve_folder(folder) as address:
        browser.get(f"{address}en/")
        with _without(browser, missing):
            assert _ask_at_once(browser) == [["failed"] * len(_ASKED), []]
        told, wrong = _ask_at_once(browser)
        assert wrong == []
        assert all(isinstance(count, int) and count for count in told), told


def test_a_new_version_between_manifest_and_words_is_taken_by_all_questions(
    browser: webdriver.Chrome, folder: Path
) -> None:
    with serve_folder(folder) as address:
        browser.get(f"{address}en/")
        box_of(browser).click()
        wait_for(browser, lambda: any("search/en.js" in each for each in read_requests(browser)))
        shutil.rmtree(folder / "assets")
        save_index(folder, "en", [(*page[:3], f"{page[3]} Anew.") for page in PAGES])
        told, wrong = _ask_at_once(browser)
        assert wrong == []
        assert all(isinstance(count, int) and count for count in told), told
        manifests = [each for each in read_requests(browser) if "/search/en.js" in each]
        assert len(manifests) == 1, "all of them ask for the new version once"
        read_complaints(browser)


def test_an_error_page_that_the_browser_keeps_for_ever_is_passed_by(
    browser: webdriver.Chrome, folder: Path
) -> None:
    """Some hosts send the rules for files that never change with error pages, too."""
    moved = folder / "not-yet-there"
    with serve_folder(folder, assets=FOR_EVER) as address:
        (folder / "assets").rename(moved)
        browser.get(f"{address}en/")
        assert _ask_at_once(browser) == [["failed"] * len(_ASKED), []]
        moved.rename(folder / "assets")
        for _ in range(2):
            told, wrong = _ask_at_once(browser)
            assert wrong == []
            assert all(isinstance(count, int) and count for count in told), told
            browser.get(f"{address}en/")
    read_complaints(browser)


def test_the_box_says_that_it_failed_and_works_when_the_net_is_back(visit: Visit) -> None:
    browser = visit("en/")
    box = box_of(browser)
    box.send_keys("lic")
    wait_for(browser, lambda: options_of(browser))
    with _without(browser, "*/search/*"):
        # Of another shard than the word before.
        box.send_keys("\b\b\bwater")
        wait_for(browser, lambda: "list of all guides" in said_of(browser))
        assert options_of(browser) == []
    box.send_keys(" bill")
    wait_for(browser, lambda: options_of(browser))
    wait_for(browser, lambda: "list of all guides" not in said_of(browser))


def test_what_is_loaded_is_enough_when_the_net_is_gone(visit: Visit) -> None:
    browser = visit("en/search/?q=license")
    before = ids_of(wait_for_results(browser))
    browser.execute_cdp_cmd(
        "Network.emulateNetworkConditions",
        {"offline": True, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0},
    )
    try:
        box_of(browser).send_keys("\b")
        wait_for(browser, lambda: browser.current_url.endswith("?q=licens"))
        wait_for(browser, lambda: "list of all guides" in count_of(browser) or results_of(browser))
        box_of(browser).send_keys("e")
        wait_for(browser, lambda: browser.current_url.endswith("?q=license"))
        assert ids_of(wait_for_results(browser)) == before
    finally:
        browser.execute_cdp_cmd(
            "Network.emulateNetworkConditions",
            {"offline": False, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1},
        )
        read_complaints(browser)


def test_results_stand_where_the_address_may_not_change(visit: Visit) -> None:
    browser = visit("en/search/")
    browser.execute_script("history.replaceState = () => { throw new Error('too often') }")
    box_of(browser).send_keys("license")
    assert "renew-license" in ids_of(wait_for_results(browser))
    wait_for(browser, lambda: said_of(browser) == count_of(browser) != "")
    read_complaints(browser)


def test_words_stay_on_the_page(visit: Visit, county: County) -> None:
    """They're in no request, no store, no title, no referrer, and in one entry of the history."""
    browser = visit("en/")
    # A browser keeps 50 entries: then none is added to their number.
    browser.execute_cdp_cmd("Page.resetNavigationHistory", {})
    entries = int(browser.execute_script("return history.length"))
    box_of(browser).send_keys("protective order")
    wait_for(browser, lambda: options_of(browser))
    box_of(browser).submit()
    wait_for(browser, lambda: "/search/" in browser.current_url)
    first = ids_of(wait_for_results(browser))
    box_of(browser).send_keys(" abuse")
    wait_for(browser, lambda: browser.current_url.endswith("abuse"))
    wait_for_results(browser)
    assert browser.execute_script("return history.length") == entries + 1
    assert "abuse" not in browser.title
    results_of(browser)[0].click()
    wait_for(browser, lambda: "/search/" not in browser.current_url)
    assert browser.current_url.removesuffix("/").rpartition("/")[2] in first
    told = browser.execute_async_script(
        """
        const done = arguments[0];
        Promise.all([indexedDB.databases(), caches.keys()]).then(kept => done([document.referrer,
          document.cookie, localStorage.length, sessionStorage.length, ...kept]));
        """
    )
    assert told == ["", "", 0, 0, [], []]
    asked = read_requests(browser)
    assert asked
    for each in asked:
        assert each.startswith(county.address)
        assert "abuse" not in each.partition("#")[0]
        assert "?" not in each.partition("#")[0]


@pytest.mark.parametrize(
    "name", ["My stick", "100% #1 a?b&c=d", "Hướng dẫn 指南 دليل", "a'b\"c<d>"]
)
def test_a_site_on_a_disk_may_lie_anywhere(
    project: Path, browser: webdriver.Chrome, tmp_path: Path, name: str
) -> None:
    folder = tmp_path / name
    folder.mkdir()
    save_page(project, folder, "en")
    save_index(folder, "en", PAGES)
    moved = tmp_path / f"{name} moved"
    shutil.move(folder, moved)
    read_complaints(browser)
    browser.get((moved / "en" / "index.html").as_uri())
    search = "waypost.search('water bill').then(arguments[0], e => arguments[0](String(e)))"
    found = browser.execute_async_script(search)
    assert isinstance(found, list), found
    assert found[0]["url"] == (moved / "en" / "water-bill" / "index.html").as_uri()
    assert read_complaints(browser) == []


def test_the_edge_of_the_list_leads_nowhere(visit: Visit) -> None:
    browser = visit("en/")
    box_of(browser).send_keys("license")
    wait_for(browser, lambda: options_of(browser))
    browser.execute_script("document.querySelector('#q-list').click()")
    assert options_of(browser)
    assert read_complaints(browser) == []
