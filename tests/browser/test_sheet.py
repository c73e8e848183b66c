"""Sheets in two languages: lines keep level, columns follow the reader, paper has two of them."""

from __future__ import annotations

import base64

import pytest
from selenium import webdriver

from tests.browser.chromium import DESK, PHONE, Screen, use_screen
from tests.browser.conftest import Visit
from tests.browser.county import SHEETS

PAPER = Screen(720, 1000)
"""About what A4 and Letter leave between their margins, in CSS pixels."""

# For each row: the boxes of number, reader's cell and source's cell, from the reader's side.
MEASURE = """
const rtl = document.documentElement.dir === 'rtl', width = document.documentElement.clientWidth;
return [...document.querySelectorAll('.sheet tbody tr')].map(row => [...row.cells].map(cell => {
  const box = cell.getBoundingClientRect();
  return {start: rtl ? width - box.right : box.left, top: box.top, bottom: box.bottom,
          width: box.width};
}));
"""
Boxes = list[list[dict[str, float]]]


def measure(browser: webdriver.Chrome) -> Boxes:
    rows: Boxes = browser.execute_script(MEASURE)
    assert len(rows) > 30
    return rows


def assert_columns(rows: Boxes) -> None:
    """Number, reader, source, from where the reader begins, at one height, as wide."""
    for number, reader, source in rows:
        assert number["start"] < reader["start"] < source["start"]
        assert number["top"] == reader["top"] == source["top"]
        assert abs(reader["width"] - source["width"]) <= 1


@pytest.mark.parametrize("address", SHEETS)
def test_two_columns_where_there_is_room(visit: Visit, address: str) -> None:
    assert_columns(measure(visit(address, DESK)))


@pytest.mark.parametrize("address", SHEETS)
def test_pairs_stand_one_above_the_other_on_a_phone(visit: Visit, address: str) -> None:
    for number, reader, source in measure(visit(address, PHONE)):
        assert number["start"] < reader["start"] == source["start"]
        # It stands on the first line of the pair, however large that is.
        assert reader["top"] <= number["top"] + 1 < reader["bottom"]
        assert reader["bottom"] <= source["top"] + 1
        assert reader["width"] > 250


@pytest.mark.parametrize("address", SHEETS)
def test_two_columns_on_paper(visit: Visit, address: str) -> None:
    browser = visit(address, DESK)
    try:
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
        # Whoever prints from a phone gets the same paper.
        for screen in (PAPER, Screen(540)):
            use_screen(browser, screen)
            assert_columns(measure(browser))
        use_screen(browser, PAPER)
        size, hidden = browser.execute_script(
            "const size = parseFloat(getComputedStyle(document.querySelector('.sheet')).fontSize);"
            "return [size * .75, ['.back', 'header nav', '.langs', '.exit a'].filter(each => "
            "document.querySelector(each)?.checkVisibility())]"
        )
    finally:
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
    assert 10 <= round(size, 2) <= 11
    assert hidden == []


@pytest.mark.parametrize(("width", "height"), [(8.27, 11.69), (8.5, 11)], ids=["A4", "Letter"])
def test_a_sheet_is_a_few_pages_of_paper(visit: Visit, width: float, height: float) -> None:
    browser = visit(SHEETS[0], DESK)
    printed = browser.execute_cdp_cmd(
        "Page.printToPDF", {"paperWidth": width, "paperHeight": height}
    )
    pages = base64.b64decode(printed["data"]).count(b"/Type /Page\n")
    assert 1 <= pages <= 4


def test_a_line_is_never_cut_in_two_by_the_end_of_a_page(visit: Visit) -> None:
    browser = visit(SHEETS[0], DESK)
    try:
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
        rules = browser.execute_script(
            "const of = (name, each) => getComputedStyle(document.querySelector(each))[name];"
            "return [of('breakInside', '.sheet tbody tr'), of('breakAfter', '.sheet .heading'),"
            "of('display', '.sheet thead')]"
        )
    finally:
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
    assert rules == ["avoid", "avoid", "table-header-group"]


def test_a_screen_reader_hears_the_line_and_the_language(visit: Visit) -> None:
    """What Chromium tells assistive technology of a cell: its row, its column, its heads."""
    for screen in (DESK, PHONE):
        browser = visit(SHEETS[0], screen)
        nodes = browser.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
        roles = [node["role"]["value"] for node in nodes if not node.get("ignored")]
        rows = len(browser.execute_script("return [...document.querySelectorAll('tr')]"))
        assert roles.count("table") == 1
        assert roles.count("row") == rows
        assert roles.count("columnheader") == 3
        assert roles.count("rowheader") > 30
        names = {node["name"]["value"] for node in nodes if node["role"]["value"] == "columnheader"}
        assert {"Español", "English"} <= names


def test_the_guide_leads_to_its_sheet_and_back(visit: Visit) -> None:
    browser = visit("es/renew-license/")
    guide = browser.current_url
    way = "return document.querySelector(arguments[0]).href"
    browser.get(browser.execute_script(way, "main .two a"))
    assert browser.current_url == f"{guide}sheet/"
    browser.get(browser.execute_script(way, "main .back a"))
    assert browser.current_url == guide
