"""Sheets of a built site: the policy holds, they go when switched off, only what changed is new."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from tests.sites.pages import Page, find_broken_links
from tests.sites.running import (
    build,
    build_afresh,
    name_differences,
    read_site,
    run_waypost,
)
from tests.sites.stamped_text import stamp_text

_GUIDES = ("parking-permit", "dog-license", "safe-place")
_LANGUAGES = ("es", "ar", "pl")
_SHEETS = {f"{code}/{guide}/sheet/index.html" for code in _LANGUAGES for guide in _GUIDES}
_GUIDE = "guides/parking-permit"
_CRITICAL = "Your car is registered in this town."
_STANDARD = "Keep the receipt in your car. The form costs {form_fee}."
_STATES = {
    # What stands in the reader's cell of a critical text, and of another.
    "mt: argos 1.12.1 en_es": ("source", "signed"),
    "draft: example 1": ("source", "signed"),
    "human:": ("source", "shown"),
    "reviewed: ana 2026-11-21": ("shown", "shown"),
    "reviewed: eve 2026-11-21": ("source", "shown"),
    "stale reviewed: ana 2026-11-21": ("source", "source"),
    "stale mt: argos 1.12.1 en_es": ("source", "source"),
}


def _sheets(files: dict[str, bytes]) -> set[str]:
    return {path for path in files if path.endswith("/sheet/index.html")}


def _switch(root: Path, word: str) -> None:
    path = root / "mkdocs.yml"
    path.write_text(f"{path.read_text('utf-8')}      sheets: {word}\n", "utf-8")


def _row(page: Page, source: str) -> tuple[str, str]:
    """The number and the reader's words of the line that says `source`."""
    (row,) = (each for each in page.all("tr") if page.text(each[2]).endswith(source))
    return page.text(row[0]), page.text(row[1])


def test_every_guide_has_a_sheet_in_every_language_but_the_source_and_cards(site: Path) -> None:
    build(site)
    files = read_site(site)
    assert _sheets(files) == _SHEETS
    broken = find_broken_links(files, "https://alder.example/")
    assert [(path, href) for path, href in broken if "/sheet/" in path or "sheet/" in href] == []
    for path in _SHEETS:
        page = Page(path, files[path])
        assert page.errors == []
        guide = Page(path, files[path.replace("/sheet/", "/")])
        assert "sheet/" in {each.get("href") for each in guide.all("a")}
        assert "../" in {each.get("href") for each in page.all("a")}
        assert len(gzip.compress(files[path], 9)) < 14_000
    for guide_id in _GUIDES:
        page = Page("", files[f"en/{guide_id}/index.html"])
        ways = [each.get("href", "") for each in page.all("a") if "sheet/" in each.get("href", "")]
        # The main languages; who speaks Polish finds the way on the guide in Polish.
        assert ways == [f"../../{code}/{guide_id}/sheet/" for code in ("es", "ar")]


def test_search_engines_are_told_of_no_sheet(site: Path) -> None:
    build(site)
    files = read_site(site)
    told = {path: data for path, data in files.items() if path not in _SHEETS}
    for path, data in told.items():
        if path.startswith("sitemap"):
            assert b"/sheet/" not in data
        elif path.endswith(".html"):
            links = Page(path, data).all("link")
            assert not any("/sheet/" in each.get("href", "") for each in links), path
    for path in _SHEETS:
        metas = {
            each.get("name"): each.get("content") for each in Page(path, files[path]).all("meta")
        }
        assert metas["robots"] == "noindex"
        assert ("referrer" in metas) == ("safe-place" in path)


@pytest.mark.parametrize("stamp", _STATES)
def test_what_the_reader_s_column_shows(site: Path, stamp: str) -> None:
    stamp_text(site, _GUIDE, _CRITICAL, "Palabras graves.", stamp)
    stamp_text(site, _GUIDE, _STANDARD, "Palabras {form_fee}.", stamp)
    build(site)
    path = "es/parking-permit/sheet/index.html"
    page = Page(path, read_site(site)[path])
    lines = (_CRITICAL, "Keep the receipt in your car. The form costs $5.")
    words = ("• Palabras graves.", "Palabras $5.")
    for source, word, expected in zip(lines, words, _STATES[stamp], strict=True):
        number, reader = _row(page, source)
        if expected == "source":
            assert reader == "Sin traducir"
            assert word.removeprefix("• ") not in page.text()
        else:
            assert reader == word
        assert number.endswith(" *") == (expected == "signed")
    signs = {page.text(each[0]) for each in page.all("tr") if each.get("class") == "legend"}
    assert "" in signs


def test_a_guide_that_is_not_published_still_has_its_sheet(site: Path) -> None:
    """Nothing is translated into Polish: the source column is whole, the phones stand in both."""
    build(site)
    files = read_site(site)
    stub = Page("", files["pl/parking-permit/index.html"])
    assert "sheet/" in {each.get("href") for each in stub.all("a")}
    page = Page("", files["pl/parking-permit/sheet/index.html"])
    assert (
        _row(page, _CRITICAL)[1] == _row(page, "You can ask for a hearing. The letter says how.")[1]
    )
    assert "505-555-0143" in _row(page, "By phone 505-555-0143")[1]


def test_a_site_can_do_without(site: Path, tmp_path: Path) -> None:
    build(site)
    _switch(site, "no")
    build(site)
    files = read_site(site)
    assert _sheets(files) == set()
    assert not list((site / "build" / "site").rglob("sheet"))
    assert not any(b"sheet/" in data for path, data in files.items() if path.endswith(".html"))
    assert name_differences(files, build_afresh(site, tmp_path / "clean")[1]) == []
    path = site / "mkdocs.yml"
    path.write_text(path.read_text("utf-8").replace("sheets: no", "sheets: yes"), "utf-8")
    build(site)
    assert _sheets(read_site(site)) == _SHEETS


def test_a_value_that_is_neither_yes_nor_no_is_a_finding(site: Path) -> None:
    _switch(site, "some")
    done = run_waypost(site, "build", "--date", "2026-11-21")
    assert done.returncode == 1
    assert "sheets must be yes or no, not “some” [S003]" in done.stdout + done.stderr


def test_only_the_sheets_of_what_changed_are_written_anew(site: Path, tmp_path: Path) -> None:
    build(site)
    folder = site / "build" / "site"
    before = {path: (folder / path).stat().st_mtime_ns for path in _SHEETS}
    stamp_text(site, _GUIDE, _STANDARD, "Otras palabras {form_fee}.", "human:")
    assert build(site).written
    now = {path: (folder / path).stat().st_mtime_ns for path in _SHEETS}
    changed = {path for path in _SHEETS if now[path] != before[path]}
    assert changed == {"es/parking-permit/sheet/index.html"}
    assert name_differences(read_site(site), build_afresh(site, tmp_path / "clean")[1]) == []


def test_a_sheet_that_somebody_changed_is_mended(site: Path) -> None:
    build(site)
    files = read_site(site)
    path = site / "build" / "site" / "es" / "dog-license" / "sheet" / "index.html"
    path.write_bytes(b"tampered")
    build(site)
    assert name_differences(read_site(site), files) == []


def test_the_sheets_of_a_guide_that_is_gone_go_too(site: Path) -> None:
    build(site)
    for path in (site / "content" / "guides" / "dog-license.md",):
        path.unlink()
    build(site, preview=True)
    assert not any("dog-license" in path for path in _sheets(read_site(site)))


def test_no_old_address_may_stand_where_a_sheet_does(site: Path) -> None:
    guide = site / "content" / "guides" / "parking-permit.md"
    text = guide.read_text("utf-8")
    guide.write_text(text.replace("aliases: [parking]", "aliases: [dog-license/sheet]"), "utf-8")
    report = build(site)
    assert not report.written
    (finding,) = (one for one in report.findings if one.code == "C014")
    assert (
        finding.message
        == "the alias “dog-license/sheet” is the address of a sheet in two languages"
    )
    guide.write_text(text.replace("aliases: [parking]", "aliases: [old/sheet]"), "utf-8")
    assert build(site).written
