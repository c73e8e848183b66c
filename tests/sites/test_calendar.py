"""The calendar of deadlines on a whole site, and what the date of a copy changes."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import polib
import pytest

from tests.sites.pages import Page
from tests.sites.reviewing import accept_documents
from tests.sites.running import DAY, build, read_site
from waypost.pipeline.project import open_project
from waypost.pipeline.sync import sync_project

GUIDE = "content/guides/parking-permit.md"
DUE = """\
deadlines:
  - {by: 2027-01-31, if_missed: You pay for each day.}
  - {by: 2026-12-01}
"""


@pytest.fixture
def dated(site: Path) -> Path:
    """The small site with two dates in one guide."""
    path = site / GUIDE
    text = path.read_text("utf-8")
    path.write_text(text.replace("asks: {ssn", f"{DUE}asks: {{ssn", 1), "utf-8")
    (site / "content/alerts/closing.yml").unlink()
    sync_project(open_project(site, DAY), (), dry_run=False)
    return site


def read(site: Path, code: str = "en", page: str = "deadlines/") -> Page:
    path = f"{code}/{page}index.html"
    return Page(path, (site / "build" / "site" / path).read_bytes())


def days(site: Path, code: str = "en") -> list[str]:
    return [each.get("datetime", "") for each in read(site, code).all("time")]


def translate(site: Path, text: str, stamp: str) -> None:
    """The Spanish of the warning; `stamp` is what `waypost review` would write."""
    path = site / "translations/es/guides/parking-permit.po"
    catalogue = polib.pofile(str(path), wrapwidth=0)
    entry = catalogue.find("deadlines/1/if_missed", by="msgctxt")
    assert entry is not None
    entry.msgstr, entry.tcomment, entry.flags = text, stamp, []
    catalogue.save()


def test_it_stands_in_every_language_that_has_pages_and_in_its_sitemap(dated: Path) -> None:
    assert build(dated).written
    files = read_site(dated)
    for code in ("en", "es", "ar", "pl"):
        assert days(dated, code) == ["2026-12-01", "2027-01-31"]
        address = f"https://alder.example/{code}/deadlines/".encode()
        assert address in files[f"sitemap-{code}.xml"]
        assert read(dated, code).errors == []
    assert "fr/deadlines/index.html" not in files
    assert b"deadlines" not in files["sitemap-fr.xml"]


def test_every_page_leads_to_it_and_home_only_when_something_is_due(dated: Path) -> None:
    build(dated)
    in_footer = '<a href="../deadlines/">'
    assert in_footer in read(dated, page="dog-license/").data.decode()
    home = read(dated, page="").data.decode()
    assert home.count('<a href="./deadlines/">') == 2
    (dated / GUIDE).write_text((dated / GUIDE).read_text("utf-8").replace(DUE, ""), "utf-8")
    build(dated)
    home = read(dated, page="").data.decode()
    assert home.count('<a href="./deadlines/">') == 1
    assert days(dated) == []


def test_a_day_that_is_past_drops_out_of_the_next_copy(dated: Path) -> None:
    build(dated, date(2026, 12, 1))
    assert days(dated) == ["2026-12-01", "2027-01-31"]
    build(dated, date(2026, 12, 2))
    assert days(dated) == ["2027-01-31"]
    build(dated, date(2027, 2, 1))
    assert days(dated) == []
    assert "no deadline from February 1, 2027" in read(dated).text()


def test_an_offices_week_begins_with_the_day_of_the_copy(site: Path) -> None:
    for day in (date(2026, 12, 20), date(2026, 12, 23)):
        build(site, day)
        page = read(site, page="hall/").data.decode()
        shown = re.findall(r"<tr data-day=([0-9-]+)>", page)
        assert shown[0] == day.isoformat()
        assert len(shown) == 7
        assert "Christmas Day" in page


def test_a_warning_stands_in_the_language_once_a_person_has_reviewed_it(dated: Path) -> None:
    build(dated)
    assert "You pay for each day." in read(dated, "es").text_in("en")
    translate(dated, "Paga por cada día.", "")
    build(dated)
    assert "You pay for each day." in read(dated, "es").text_in("en"), "nobody has stamped it"
    address = ("deadlines/1/if_missed",)
    project = open_project(dated, DAY)
    accept_documents(project, "es", ["guides/parking-permit"], addresses=address, handle="ana")
    build(dated)
    page = read(dated, "es")
    assert "Paga por cada día." in page.text_in("es")
    assert "You pay for each day." not in page.text()


def test_only_lists_are_made_anew_for_a_warning(dated: Path) -> None:
    build(dated)
    translate(dated, "Paga por cada día.", "")
    before = read_site(dated)
    report = build(dated)
    changed = {path for path, data in read_site(dated).items() if before[path] != data}
    assert all("es/" in path for path in changed)
    assert report.filled < 20, "the pages of other guides stay as they are"
