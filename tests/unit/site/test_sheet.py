"""A guide's sheet: the same line in two columns, and in the reader's only what the policy lets."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

import pytest

from tests.sites.pages import Page
from tests.unit.site.sample import (
    GUIDE,
    Sample,
    State,
    machine,
    reviewed,
    state,
    translate,
    without,
)
from waypost.model.place import Holiday
from waypost.model.replacing import replace
from waypost.model.text import Text
from waypost.model.translation import Freshness, Origin
from waypost.site.sheet_fill import fill_sheet
from waypost.site.sheet_page import build_sheet_program

_TABLE = """
| Size | Income |
| --- | --- |
| One | Little |

1. First
2. Second
   - Inner

> [!critical]
> Do not wait.

[Read on](#after), or see [the desk](desk).
"""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a sheet as a browser has it."""

    name: str
    number: str
    reader: str
    source: str


def fill(
    text: str = GUIDE,
    own: State = reviewed,
    rest: State = reviewed,
    code: str = "ar",
    *alerts: str,
) -> Page:
    sample = Sample(text, *alerts, codes=("ar", "es"))
    extracted = sample.extracted
    sheet = build_sheet_program(sample.guide, extracted.body, extracted.document, sample.around)
    data = fill_sheet(sheet, sample.locale(code, rest), translate(extracted.document, own))
    page = Page(f"{code}/renew/sheet/index.html", data)
    # An end tag that may be left out is none of html5lib's errors.
    assert page.errors == []
    return page


def rows_of(page: Page) -> list[Row]:
    found: list[Row] = []
    for row in page.all("tr")[1:]:
        number, reader, source = list(row)
        found.append(
            Row(row.get("class", ""), page.text(number), page.text(reader), page.text(source))
        )
    return found


def find(page: Page, source: str) -> Row:
    (row,) = (each for each in rows_of(page) if each.source.removeprefix("• ") == source)
    return row


def test_every_line_has_a_number_and_says_the_same_twice() -> None:
    rows = [row for row in rows_of(fill()) if row.name != "legend"]
    assert [row.number for row in rows] == [str(number) for number in range(1, len(rows) + 1)]
    assert rows[0] == Row("title", "1", "«Renew your license»", "Renew your license")
    assert rows[1] == Row("", "2", "«Renew it before it expires.»", "Renew it before it expires.")
    assert all(row.reader and row.source for row in rows)
    said = [row.source for row in rows]
    for line in (
        "• You live here.",
        "• You are 18 or older.",
        "• Your license is valid.",
        "☐ Your old license",
        "If you do not have it: Bring a letter.",
        "• Renewal: $32",
        "• Late renewal: $12",
        "By phone 505-555-0110",
        "• By January 31, 2027.",
        "If you miss it: You take the test again.",
        "Find the number on your license.",
        "Pay the fee of $32. Keep the receipt.",
        "1. Go to the office.",
        "2. Wait.",
        "desk@county.example",
        "Last checked on November 2, 2026.",
    ):
        assert line in said


def test_columns_say_their_language_and_direction() -> None:
    page = fill()
    assert page.one("html").get("dir") == "rtl"
    head = page.all("tr")[0]
    assert [page.text(cell) for cell in head][1:] == ["العربية", "English"]
    assert {cell.get("scope") for cell in head} == {"col"}
    for row in page.all("tr")[1:]:
        assert (row[2].get("lang"), row[2].get("dir")) == ("en", "ltr")
        assert row[0].tag == ("td" if row.get("class") == "legend" else "th")


def test_headings_stand_in_the_reader_s_column_only() -> None:
    page = fill()
    assert len(page.all("h1")) == 1
    assert len(page.all("h2")) > 5
    for row in page.all("tr")[1:]:
        assert {each.tag for each in row[2].iter()}.isdisjoint({"h1", "h2", "h3", "h4"})
    assert page.ids.count("main") == 1
    assert len(page.ids) == len(set(page.ids))


def test_what_lacks_stands_in_the_source_s_column_alone() -> None:
    page = fill(own=without("who/3"))
    row = find(page, "Your license is valid.")
    assert row.reader == "غير مترجم"
    assert find(page, "You live here.").reader == "• «You live here.»"
    (legend,) = (each for each in rows_of(page) if each.name == "legend")
    assert legend.source.startswith("Not translated")
    assert "505-555-0101" in legend.source
    assert "Arabic" in legend.reader


@pytest.mark.parametrize(
    "how",
    [
        machine,
        state(Origin.DRAFT),
        state(Origin.HUMAN),
        state(Origin.REVIEWED, Freshness.STALE),
    ],
    ids=["machine", "draft", "human", "stale"],
)
def test_a_critical_text_stands_only_when_it_is_reviewed_and_current(how: State) -> None:
    page = fill(own=how, rest=how)
    for source in ("Your license is valid.", "You live here."):
        assert find(page, source).reader == "غير مترجم"
    missed = find(page, "If you miss it: You take the test again.")
    assert missed.reader == "غير مترجم"


def test_no_source_text_stands_in_the_reader_s_column() -> None:
    page = fill(own=without(""), rest=without(""))
    for row in page.all("tr")[1:]:
        english = [each for each in row[1].iter() if each.get("lang") == "en"]
        # Waypost's own words that nobody has drafted yet, and values.
        for each in english:
            assert not re.search(r"license|letter|test again|You live", page.text(each))


def test_a_line_that_nobody_checked_has_a_sign_and_the_sign_is_explained() -> None:
    page = fill(own=machine, rest=machine)
    assert find(page, "Find the number on your license.").number.endswith(" *")
    assert find(page, "You live here.").number.isdigit()
    signs = [row for row in rows_of(page) if row.name == "legend"]
    assert [row.number for row in signs] == ["*", ""]
    assert signs[0].source.startswith("Parts of this page were translated by a computer")


def test_nothing_is_explained_that_is_not_there() -> None:
    assert [row for row in rows_of(fill()) if row.name == "legend"] == []


def test_an_old_text_that_is_shown_has_another_sign() -> None:
    low = GUIDE.replace("agency: desk\n", "agency: desk\nrisk: low\n", 1)
    page = fill(low, own=state(Origin.REVIEWED, Freshness.STALE))
    assert find(page, "Find the number on your license.").number.endswith(" †")


def test_a_line_for_people_in_danger_is_not_said_twice_in_a_cell() -> None:
    crisis = GUIDE.replace("agency: desk\n", "agency: desk\nrisk: critical\nsensitive: yes\n", 1)
    page = fill(crisis)
    row = find(page, "Renew it before it expires.")
    assert row.reader == "«Renew it before it expires.»"


def test_a_sensitive_guide_has_its_exit_and_tells_no_one() -> None:
    page = fill(GUIDE.replace("agency: desk\n", "agency: desk\nsensitive: yes\n", 1))
    metas = {each.get("name"): each.get("content") for each in page.all("meta")}
    assert metas["referrer"] == "no-referrer"
    assert page.text(page.one("title")) == "Alder County"
    exits = [each for each in page.all("a") if "wikipedia" in each.get("href", "")]
    assert exits
    outside = [each for each in page.all("a") if each.get("href", "").startswith("https://desk")]
    assert outside
    assert all(each.get("rel") == "noreferrer" for each in outside)


def test_search_engines_keep_away() -> None:
    page = fill()
    metas = {each.get("name"): each.get("content") for each in page.all("meta")}
    assert metas["robots"] == "noindex"
    assert page.all("link") == []
    assert "description" not in metas


def test_the_call_is_said_step_by_step() -> None:
    text = GUIDE.replace("  phone: agency\n", "  phone: phone.line\n")
    said = [row.source for row in rows_of(fill(text))]
    start = said.index("When you call")
    assert said[start + 1 : start + 4] == [
        "1. Call 505-555-0101",
        "2. Say: “Arabic, please”.",
        "3. Say: “I am calling about this: Renew your license.”",
    ]


def test_a_desk_without_interpreter_is_reached_through_the_interpreter_s_line() -> None:
    rows = rows_of(fill())
    start = next(at for at, row in enumerate(rows) if row.source == "When you call")
    assert [row.source for row in rows[start + 1 : start + 6]] == [
        "1. For a free interpreter, call 505-555-0101.",
        "2. Say: “Arabic, please”.",
        "3. Ask the interpreter to call 505-555-0110.",
        "4. Say: “I am calling about this: Renew your license.”",
        "Monday to Friday 8:00 AM to 5:00 PM",
    ]
    assert "«Renew your license»" in rows[start + 4].reader


def test_a_body_is_cut_into_lines() -> None:
    rows = {row.source: row for row in rows_of(fill(GUIDE + _TABLE))}
    cells = [source for source in rows if source.startswith(("Size", "One"))]
    assert cells == ["SizeIncome", "OneLittle"]
    assert rows["1. First"].reader == "1. «First»"
    assert rows["• Inner"].reader == "• «Inner»"
    assert rows["Do not wait."].name == "warning"


def test_links_of_each_column_lead_to_pages_in_its_language() -> None:
    page = fill(GUIDE + _TABLE)
    for row in page.all("tr")[1:]:
        if page.text(row[2]).startswith("Read on"):
            ways = [[each.get("href") for each in cell.iter("a")] for cell in (row[1], row[2])]
            assert ways[0] == ["../#after", "../../desk/"]
            assert ways[1] == ["../../../en/renew/#after", "../../../en/desk/"]
            return
    pytest.fail("the line isn't there")


def test_the_menu_leads_to_other_sheets_and_to_the_guide_in_the_source_language() -> None:
    page = fill()
    ways = {each.get("lang"): each.get("href", "") for each in page.all("nav")[0].iter("a")}
    assert ways["es"] == "../../../es/renew/sheet/"
    assert ways["en"] == "../../../en/renew/"
    assert "../" in {each.get("href") for each in page.all("a")}


def test_an_alert_stands_near_the_top() -> None:
    alert = "message: {text: The desk moves.}\nend: 2026-12-31\n"
    rows = rows_of(fill(GUIDE, reviewed, reviewed, "ar", alert))
    assert rows[2] == Row("warning", "3", rows[2].reader, "Important: The desk moves.")
    assert rows[2].reader.endswith("«The desk moves.»")


def test_no_mark_is_left() -> None:
    data = fill().data.decode("utf-8")
    assert not re.search("[\x00-\x08\x0e-\x1f\ufdd0\ufdd1\ufdd2]", data)


def test_a_way_says_whether_it_is_enough_and_an_office_when_it_is_open() -> None:
    text = GUIDE.replace("in_person: {offices: all}", "in_person: {offices: all, completes: no}")
    page = fill(text)
    said = [row.source for row in rows_of(page)]
    start = said.index("In person")
    assert said[start + 1] == "You can start this way, but you cannot finish."
    assert said[start + 2].startswith("• Mill Street")
    assert said[start + 3] == "Monday to Tuesday 8:00 AM to 12:00 PM, 1:00 to 5:00 PM"
    assert said[start + 4] == "Languages spoken here: English and Arabic"


def test_an_office_says_on_which_days_of_the_week_it_is_closed() -> None:
    sample = Sample()
    office = sample.shared.offices["mill"]
    monday = Holiday(dt.date(2026, 11, 23), Text("holidays/1/name", "Founders’ Day"))
    known = replace(sample.shared, offices={"mill": replace(office, holidays=(monday,))})
    extracted = sample.extracted
    around = replace(sample.around, shared=known)
    sheet = build_sheet_program(sample.guide, extracted.body, extracted.document, around)
    texts = translate(extracted.document, reviewed)
    page = Page("", fill_sheet(sheet, sample.locale("ar"), texts))
    (row,) = (each for each in rows_of(page) if each.source.startswith("Closed:"))
    assert "November 23" in row.source
    assert row.source.endswith(" – Founders’ Day")
