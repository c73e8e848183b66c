"""The accessibility statement, the guarantee of privacy, and the cards that a resident shows."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from tests.sites.pages import Page
from tests.sites.running import build, copy_sources, read_site

REPORT = {
    "date": "2026-11-20",
    "tools": [{"name": "axe-core", "version": "4.14.1"}],
    "pages": 96,
    "problems": [],
}


@pytest.fixture(scope="module")
def county(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = copy_sources(project, tmp_path_factory.mktemp("county") / "site")
    (root / "audit.json").unlink()
    assert build(root).written
    return root


@pytest.fixture
def again(county: Path, tmp_path: Path) -> Path:
    """The county, built, to be changed and built again."""
    return Path(shutil.copytree(county, tmp_path / "county"))


def words_of(root: Path, path: str) -> str:
    text = re.sub(r"(?s)<style>.*?</style>|<[^>]*>", " ", read_site(root)[path].decode())
    return re.sub(r"\s+", " ", text)


def test_without_a_report_the_statement_says_so(county: Path) -> None:
    said = words_of(county, "en/accessibility/index.html")
    assert "No test of this site’s pages is recorded yet." in said
    assert "(WCAG) 2.2, level AA" in said
    assert "A computer cannot find every barrier." in said


def test_the_statement_says_what_the_report_says(again: Path) -> None:
    (again / "audit.json").write_text(json.dumps(REPORT), "utf-8")
    assert build(again).written
    said = words_of(again, "en/accessibility/index.html")
    assert re.search(
        r"On November 20, 2026 ?, a computer tested 96 pages with axe-core 4.14.1", said
    )
    assert "It found no barriers." in said
    assert "is recorded yet" not in said


def test_the_statement_names_what_was_found(again: Path) -> None:
    found = {**REPORT, "problems": [{"criterion": "1.4.3", "pages": 2}]}
    (again / "audit.json").write_text(json.dumps(found), "utf-8")
    assert build(again).written
    said = words_of(again, "en/accessibility/index.html")
    assert re.search(r"It found barriers: WCAG 1\.4\.3: Contrast \(Minimum\) ?: 2 pages", said)
    assert "no barriers" not in said


def test_a_broken_report_stops_publication(again: Path) -> None:
    (again / "audit.json").write_text('{"date": "2026-11-20"}', "utf-8")
    report = build(again)
    assert not report.written
    assert {one.code for one in report.findings} == {"S010"}


def test_the_privacy_page_says_what_holds_for_every_page(county: Path) -> None:
    said = words_of(county, "en/privacy/index.html")
    assert "Pages set no cookies." in said
    assert "Pages load nothing from other companies." in said
    assert "can see which pages your device asks for" in said


def test_what_the_privacy_page_says_is_true_of_every_page(county: Path) -> None:
    for name, data in read_site(county).items():
        if name.endswith(".html"):
            loaded = re.findall(rb'<(?:script|img|link rel=stylesheet)[^>]* src="?([^" >]+)', data)
            assert not [each for each in loaded if b"//" in each], name
            assert b"default-src 'none'" in data, name
            assert b"document.cookie" not in data, name


def test_every_language_has_a_card_in_two_languages(county: Path) -> None:
    page = Page("language-help/index.html", read_site(county)["language-help/index.html"])
    cards = {
        each.get("lang"): "".join(each.itertext())
        for each in page.all("li")
        if each.find("h2") is not None
    }
    assert "en" not in cards
    assert len(cards) == 18
    assert "I speak Somali. Please call an interpreter for me." in cards["so"]
    assert "Soomaali" in cards["so"]
    assert all("505-555-0101" in each for each in cards.values())


def test_a_card_says_when_nobody_has_checked_it(county: Path) -> None:
    page = read_site(county)["language-help/index.html"].decode()
    somali, khmer = (
        next(each for each in page.split("<li") if f"lang={code}" in each[:40])
        for code in ("so", "km")
    )
    assert " *" in khmer
    assert " *" not in somali, "its words were reviewed"


def test_ones_own_card_stands_on_ones_own_page(county: Path) -> None:
    own = words_of(county, "so/language-help/index.html")
    assert "Luqaddaydu waa: Somali" in own, "for the one who shows it"
    assert re.search(r"I speak Somali ?\. Please call an interpreter", own), (
        "for the one who reads it"
    )
    assert "class=show" not in read_site(county)["en/language-help/index.html"].decode()
