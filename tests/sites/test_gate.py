"""A language that promises every page needs reviewed crisis guides, interpreter lines and notes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.sites.pages import Page
from tests.sites.reviewing import accept_documents
from tests.sites.running import DAY, build, build_afresh, name_differences, read_site
from waypost.model.finding import Finding
from waypost.pipeline.check import check_project
from waypost.pipeline.project import open_project
from waypost.translation.gate import GATE_CODES

_GATED = {code.id for code in GATE_CODES}
_EXEMPTIONS = "".join(
    f"        - {{code: {code}, path: translations/es/*, reason: Ana reads it, "
    "until: 2027-03-01}\n"
    for code in sorted(_GATED)
)


def _set(root: Path, old: str, new: str) -> None:
    path = root / "mkdocs.yml"
    text = path.read_text("utf-8")
    assert text.count(old) == 1, old
    path.write_text(text.replace(old, new), "utf-8")


@pytest.fixture
def full(site: Path) -> Path:
    """The small site, whose Spanish promises every page."""
    _set(site, "es: {tier: core, main: yes}", "es: {tier: full, main: yes}")
    return site


def _find(root: Path, day: date = DAY) -> list[Finding]:
    """What the gate finds, the same by `waypost check` and `waypost build`."""
    project = open_project(root, day)
    checked = [one for one in check_project(project) if one.code in _GATED]
    built = [one for one in build(root, day).findings if one.code in _GATED]
    assert checked == built
    return checked


def _accept(root: Path, *documents: str) -> None:
    accept_documents(open_project(root, DAY), "es", documents, addresses=(), handle="ana")


def test_a_core_language_is_asked_for_nothing(site: Path) -> None:
    assert _find(site) == []
    assert build(site).written


def test_a_full_language_lacks_its_crisis_guide_and_its_sentences(full: Path) -> None:
    guide, *sentences = _find(full)
    assert not build(full).written
    assert (guide.code, guide.place.path) == ("T070", "translations/es/guides/safe-place.po")
    assert guide.message == (
        "“Find a safe place tonight” is a crisis guide: 4 of 4 texts (30 words) aren't reviewed "
        "in “es”, which promises every page: title, summary, body/what-to-do/p-1, body/more/p-1"
    )
    assert [(one.code, one.place.path) for one in sentences] == [
        ("T071", "translations/es/interface.po"),
        ("T072", "translations/es/interface.po"),
    ]
    assert "interpreter_line" in sentences[0].message
    assert "machine_note" in sentences[1].message
    assert "an exemption with a reason and an end date" in guide.mend


def test_what_somebody_has_reviewed_is_no_longer_asked_for(full: Path) -> None:
    _accept(full, "guides/safe-place")
    assert [one.code for one in _find(full)] == ["T071", "T072"]
    _accept(full, "interface")
    assert _find(full) == []
    assert build(full).written


def test_the_phrases_of_a_crisis_guide_are_asked_for_too(full: Path) -> None:
    _accept(full, "guides/safe-place", "interface")
    path = full / "translations" / "es" / "phrases.po"
    path.write_text(path.read_text("utf-8").replace("reviewed: ana", "reviewed: eve"), "utf-8")
    (found,) = _find(full)
    assert found.place.path == "translations/es/phrases.po"
    assert found.message.startswith("crisis guides use these phrases: 2 of 2 texts")
    assert found.message.endswith(": lives_here, photo_id")


def test_a_review_that_the_source_has_left_behind_counts_no_longer(full: Path) -> None:
    _accept(full, "guides/safe-place", "interface")
    assert _find(full) == []
    path = full / "content" / "guides" / "safe-place.md"
    path.write_text(path.read_text("utf-8").replace("your name", "any name"), "utf-8")
    (found,) = _find(full)
    assert "1 of 4 texts (8 words)" in found.message
    assert found.message.endswith(": body/what-to-do/p-1")


def test_a_language_without_any_file_lacks_all(full: Path) -> None:
    _set(full, "pl: {tier: core}", "pl: {tier: full}")
    (full / "translations" / "pl" / "interface.po").unlink()
    found = [one for one in _find(full) if one.place.path.startswith("translations/pl/")]
    assert [one.code for one in found] == ["T070", "T071", "T072", "T070"]


def test_a_preview_is_not_stopped(full: Path) -> None:
    report = build(full, preview=True)
    assert report.written
    assert {one.code for one in report.findings} == _GATED


def test_a_site_without_an_interpreter_needs_no_sentence_about_one(full: Path) -> None:
    _set(full, "      interpreter: phone.help\n", "")
    assert "T071" not in {one.code for one in _find(full)}
    (note,) = (one for one in _find(full) if one.code == "T072")
    assert "not_translated_no_phone" in note.message


def test_an_exemption_lets_it_through_and_readers_are_told(full: Path, tmp_path: Path) -> None:
    _set(full, "      languages:\n", f"      exemptions:\n{_EXEMPTIONS}      languages:\n")
    assert _find(full) == []
    report = build(full)
    assert report.written
    pages = read_site(full)
    spanish = Page("es", pages["es/how-translated/index.html"])
    assert spanish.text().count("Ana reads it") == 3
    assert "March 1, 2027" in Page("en", pages["en/how-translated/index.html"]).text()
    links = [link.get("href") for link in spanish.one("main").iter("a")]
    assert "../safe-place/" in links
    # The reason is the author's, in her language.
    assert "Ana reads it" in spanish.text_in("en")
    assert "Ana reads it" not in Page("ar", pages["ar/how-translated/index.html"]).text()
    # What has been reviewed since isn't told of any longer.
    _accept(full, "interface")
    build(full)
    pages = read_site(full)
    assert Page("es", pages["es/how-translated/index.html"]).text().count("Ana reads it") == 1
    assert Page("en", pages["en/how-translated/index.html"]).text().count("Ana reads it") == 1
    assert name_differences(pages, build_afresh(full, tmp_path / "clean")[1]) == []


def test_an_exemption_ends(full: Path) -> None:
    _set(full, "      languages:\n", f"      exemptions:\n{_EXEMPTIONS}      languages:\n")
    late = date(2027, 3, 2)
    assert {one.code for one in _find(full, late)} == _GATED
    codes = [one.code for one in build(full, late).findings if one.place.path == "mkdocs.yml"]
    assert codes == ["C040", "C040", "C040"]


def test_an_exemption_of_nothing_is_a_finding(site: Path) -> None:
    wrong = (
        "      exemptions:\n"
        "        - {code: T700, path: translations/es/*, reason: a slip, until: 2027-03-01}\n"
        "        - {code: C021, path: guides/parking.md, reason: a slip, until: 2027-03-01}\n"
    )
    _set(site, "      languages:\n", f"{wrong}      languages:\n")
    checked = [one for one in check_project(open_project(site, DAY)) if one.code[0] == "S"]
    report = build(site)
    assert checked == [one for one in report.findings if one.code[0] == "S"]
    assert [(one.code, one.severity, one.place.line) for one in checked] == [
        ("S006", "error", 16),
        ("S007", "warning", 17),
    ]
    assert "there is no code “T700”" in checked[0].message
    assert "no file of the site is “guides/parking.md”" in checked[1].message
    assert not report.written


def test_builds_ask_again_only_where_something_changed(full: Path, tmp_path: Path) -> None:
    """Each step after a build with other findings, against a clean build of the same."""
    build(full, preview=True)
    steps = (
        lambda: _accept(full, "guides/safe-place"),
        lambda: _accept(full, "interface"),
        (full / "translations" / "es" / "guides" / "safe-place.po").unlink,
        lambda: _set(full, "ar: {tier: core", "ar: {tier: full"),
        lambda: (full / "translations" / "reviewers.yml").write_text("[]\n", "utf-8"),
        (full / "content" / "guides" / "safe-place.md").unlink,
    )
    seen = set()
    for step in steps:
        step()
        report = build(full, preview=True)
        clean, files = build_afresh(full, tmp_path / "clean", preview=True)
        assert report.findings == clean.findings
        assert name_differences(read_site(full), files) == []
        seen.add(tuple(one.message for one in report.findings if one.code in _GATED))
    assert len(seen) == len(steps)
