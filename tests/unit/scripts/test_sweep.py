"""The sweep finds every page and every lost link, and records what the statement can read."""

from __future__ import annotations

import json
from pathlib import Path

from scripts.sweeping.pages import NEUTRAL, check_links, find_pages
from scripts.sweeping.record import describe_audit
from scripts.sweeping.table import describe_defects
from scripts.sweeping.visit import Look, Visit
from tests.browser.barriers import Barrier
from waypost.config.audit_report import parse_audit
from waypost.model.audit import AuditProblem

PALE = Barrier("color-contrast", "Text must stand out", ("1.4.3",), "<p>pale")
ORDER = Barrier("heading-order", "Headings in order", (), "<h4>")
VISITS = (
    Visit("en/index.html", "en", (Look(360, "light", (PALE, PALE), ()),)),
    Visit("en/vote/index.html", "en", (Look(360, "dark", (PALE, ORDER), ("overlap: a",)),)),
    Visit("es/index.html", "es", (Look(360, "light", (), ()),)),
)
TOOLS = {"axe-core": "4.14.1", "Chromium": "156.0"}


def _lay(root: Path, **pages: str) -> None:
    for name, text in pages.items():
        path = root / name.replace("__", "/") / "index.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def test_pages_of_other_languages_are_left_out(tmp_path: Path) -> None:
    _lay(tmp_path, en="a", en__vote="<script src=a.js></script>", es="b", vote="c")
    _lay(tmp_path, en__old='<meta http-equiv=refresh content="0; url=../vote/">')
    (tmp_path / "sitemap-es.xml").write_text("")
    pages = {page.address: page for page in find_pages(tmp_path, ("en",))}
    assert list(pages) == ["en/", "en/old/", "en/vote/", "vote/"]
    assert [page.language for page in pages.values()] == ["en", "en", "en", NEUTRAL]
    assert [page.address for page in pages.values() if page.leads_on] == ["en/old/"]
    assert [page.address for page in pages.values() if page.has_script] == ["en/vote/"]


def test_links_that_lead_nowhere_are_found(tmp_path: Path) -> None:
    good = "<a href=../vote/#do>1</a><a href=#do id=do>2</a><a href=https://x.example>3</a>"
    bad = "<a href=../lost/>1</a><a href=../#gone>2</a><img src=no.png><a href=#no>3</a>"
    _lay(tmp_path, en="a", en__vote=good, en__bad=bad)
    broken = check_links(tmp_path, find_pages(tmp_path, ("en",)))
    assert list(broken) == ["en/bad/index.html"]
    assert len(broken["en/bad/index.html"]) == 4


def test_the_statement_can_read_the_record() -> None:
    data = describe_audit(TOOLS, VISITS, "2026-11-22")
    audit = parse_audit(json.dumps(data).encode()).value
    assert audit is not None
    assert audit.tools == ("axe-core 4.14.1", "Chromium 156.0")
    assert (audit.pages, audit.problems) == (3, (AuditProblem("1.4.3", 2),))


def test_what_is_wrong_is_told_once() -> None:
    assert [visit.is_clean for visit in VISITS] == [False, False, True]
    lines = describe_defects(VISITS)
    assert len(lines) == 4
    assert "en/vote/index.html 360: overlap: a" in lines
