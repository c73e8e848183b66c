"""On every kind of page no text overlaps, is cut off or sticks out, and nothing needs script.

Each check is also shown a page that is wrong, which it must see.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium import webdriver

from tests.browser.chromium import DESK, PHONE, read_complaints, read_requests
from tests.browser.conftest import Visit
from tests.browser.county import BESIDE, KINDS, LISTED, PSEUDO, SHEETS, address_of
from tests.browser.page_defects import (
    COUNT_BLOCKING,
    FIND_DEAD_ENDS,
    LISTEN,
    READ_LINES,
    READ_VIOLATIONS,
    find_defects,
    set_scripts,
)
from tests.browser.serving import serve_folder

_HEAD = "<!doctype html><meta name=viewport content=width=device-width,initial-scale=1>"
WITH_SCRIPT = ("office", "languages")
"""Kinds of pages on which a script runs, the same in every language: two are enough."""
ADDRESSES = tuple(
    address_of(language, page) for page in KINDS.values() for language in ("ar", PSEUDO)
)


@pytest.mark.parametrize("address", [*ADDRESSES, "404.html", "fa/", "renew-license/"])
def test_no_text_overlaps_is_cut_off_or_sticks_out(visit: Visit, address: str) -> None:
    browser = visit(address)
    assert find_defects(browser, PHONE) == []
    assert find_defects(browser, DESK) == []


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("sideways", f"<p>{'wide' * 200}"),
        ("outside", f"<body style=overflow-x:clip><p>{'wide' * 200}"),
        ("overlap", "<p>one and two<p style=margin-top:-2.4em>three and four"),
        ("overlap", "<p>one<span style=position:absolute;left:0>two and three</span>"),
        ("clipped", "<p style=overflow:hidden;height:1em>one<br>two<br>three"),
        ("clipped", "<p style=overflow:hidden;white-space:nowrap;width:3em>one and two"),
        ("spilt", "<p style='border:1px solid;width:3em;white-space:nowrap'>one and two"),
        ("spilt", "<a href=/x style='background:#eee;display:block;width:2em'>unbreakable</a>"),
    ],
)
def test_a_page_with_a_defect_is_seen(
    browser: webdriver.Chrome, tmp_path: Path, kind: str, body: str
) -> None:
    (tmp_path / "bad.html").write_text(_HEAD + body, "utf-8")
    with serve_folder(tmp_path) as address:
        browser.get(f"{address}bad.html")
        kinds = {each.partition(":")[0] for each in find_defects(browser, PHONE)}
    assert kind in kinds


@pytest.mark.parametrize(
    "body",
    [
        "<p>one<p>two",
        "<p style=line-height:1.1>Ângström<br>gyp",
        "<div style=overflow-x:auto><p style=white-space:nowrap>" + "wide " * 100 + "</p></div>",
        "<p>seen<span style='position:absolute;width:1px;height:1px;overflow:hidden'>read</span>",
        "<p style=padding-bottom:4em>the end<p style='position:fixed;bottom:0;margin:0'>the bar",
        "<details><summary>more</summary><p>hidden</details><p>after",
    ],
)
def test_a_page_without_a_defect_is_left_alone(
    browser: webdriver.Chrome, tmp_path: Path, body: str
) -> None:
    (tmp_path / "good.html").write_text(_HEAD + body, "utf-8")
    with serve_folder(tmp_path) as address:
        browser.get(f"{address}good.html")
        assert find_defects(browser, PHONE) == []


@pytest.fixture
def listening(browser: webdriver.Chrome) -> Iterator[webdriver.Chrome]:
    """A browser in which every new page tells of broken policies."""
    added = browser.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": LISTEN})
    try:
        yield browser
    finally:
        browser.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", added)


@pytest.mark.usefixtures("listening")
@pytest.mark.parametrize("page", KINDS.values(), ids=KINDS)
def test_a_page_is_painted_after_one_request_and_keeps_its_policy(visit: Visit, page: str) -> None:
    browser = visit(address_of("ar", page))
    assert browser.execute_script(COUNT_BLOCKING) == 1
    assert browser.execute_script(READ_VIOLATIONS) == []


def test_what_blocks_the_first_paint_and_breaks_the_policy_is_seen(
    listening: webdriver.Chrome, tmp_path: Path
) -> None:
    policy = "\"default-src 'none'; style-src 'self'; script-src 'self'\""
    meta = f"<meta http-equiv=Content-Security-Policy content={policy}>"
    late = "<script src=a.js defer></script>"
    sheet = f"{late}<link rel=stylesheet href=a.css><p style=color:red>one<img src=b.png>"
    pages = {"sheet": sheet, "script": "<script src=a.js></script><p>one", "late": f"{late}<p>one"}
    (tmp_path / "a.css").write_text("p{color:red}", "utf-8")
    (tmp_path / "a.js").write_text("1", "utf-8")
    for name, body in pages.items():
        (tmp_path / f"{name}.html").write_text(f"{_HEAD}{meta}{body}", "utf-8")
    with serve_folder(tmp_path) as address:
        counts = {}
        for name in pages:
            listening.get(f"{address}{name}.html")
            counts[name] = listening.execute_script(COUNT_BLOCKING)
            if name == "sheet":
                told = listening.execute_script(READ_VIOLATIONS)
                assert any(each.startswith("style-src-attr") for each in told)
                assert any(each.startswith("img-src") for each in told)
    assert counts == {"sheet": 2, "script": 2, "late": 1}
    read_complaints(listening)
    read_requests(listening)


@pytest.mark.parametrize(
    "address",
    [
        *(address_of("ar", page) for page in (*KINDS.values(), *LISTED.values())),
        *(address_of("en", KINDS[kind]) for kind in WITH_SCRIPT),
        SHEETS[0],
        *BESIDE,
    ],
)
def test_without_script_the_same_is_said_and_can_be_used(visit: Visit, address: str) -> None:
    browser = visit(address)
    with_script = browser.execute_script(READ_LINES)
    set_scripts(browser, run=False)
    try:
        browser.refresh()
        without = browser.execute_script(READ_LINES)
        dead = browser.execute_script(FIND_DEAD_ENDS)
    finally:
        set_scripts(browser, run=True)
    assert without == with_script
    assert dead == []
    assert len("".join(without)) > 100


def test_what_needs_script_is_seen(browser: webdriver.Chrome, tmp_path: Path) -> None:
    body = (
        "<p>always<p id=late></p><button>Show</button><a href=#>up</a><a href=#gone>gone</a>"
        "<a href='javascript:void 0'>do</a><input hidden>"
        "<script>late.textContent = 'only with script'</script>"
    )
    (tmp_path / "page.html").write_text(_HEAD + body, "utf-8")
    with serve_folder(tmp_path) as address:
        browser.get(f"{address}page.html")
        with_script = browser.execute_script(READ_LINES)
        dead = browser.execute_script(FIND_DEAD_ENDS)
        set_scripts(browser, run=False)
        try:
            browser.refresh()
            without = browser.execute_script(READ_LINES)
        finally:
            set_scripts(browser, run=True)
    assert [line for line in with_script if line not in without] == ["only with script"]
    assert [each.partition(":")[0] for each in dead] == [
        "dead link",
        "leads nowhere",
        "dead link",
        "does nothing",
    ]
