"""What an edit of the source does to pages and to the states of translations."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import polib
import pytest

from tests.sites.pages import Page
from tests.sites.running import DAY, build, read_site, read_tree
from waypost.model.translation import Freshness
from waypost.pipeline.check import check_project
from waypost.pipeline.documents import documents_of, read_texts
from waypost.pipeline.project import open_project
from waypost.pipeline.review_status import StatusRow, review_status
from waypost.pipeline.sync import sync_project
from waypost.pipeline.translate import EngineChoice, translate_project
from waypost.translation.index import index_segments
from waypost.translation.po_reader import read_targets
from waypost.translation.reviewers import load_reviewers
from waypost.translation.state import resolve

_TRANSLATED = ("es", "ar")
_PARKING = "content/guides/parking-permit.md"


def _edit(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text("utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
    (root / path).write_text(text.replace(old, new), "utf-8")


def _status(root: Path) -> tuple[StatusRow, ...]:
    return review_status(open_project(root, DAY), ())


def _sync(root: Path) -> int:
    report = sync_project(open_project(root, DAY), (), dry_run=False)
    assert report.findings == ()
    return report.changed


def _pairs(root: Path) -> dict[str, list[tuple[str | None, str, str, bool, str]]]:
    """Address, source, translation, flag and stamp of every entry of every PO file."""
    return {
        path.relative_to(root).as_posix(): [
            (entry.msgctxt, entry.msgid, entry.msgstr, entry.obsolete, entry.tcomment)
            for entry in polib.pofile(str(path))
        ]
        for path in sorted((root / "translations").rglob("*.po"))
    }


def _stale(root: Path, language: str, document: str) -> list[str]:
    """The addresses whose translation was made for another source."""
    project = open_project(root, DAY)
    (offered,) = (one for one in project.settings.targets if one.language.code == language)
    (each,) = (
        one.document
        for one in documents_of(read_texts(project), offered)
        if one.document.name == document
    )
    reviewers = load_reviewers(root).reviewers.handles_for(language)
    data = (root / "translations" / language / f"{document}.po").read_bytes()
    found = resolve(index_segments(each), read_targets(data), reviewers)
    return [
        segment.address
        for segment, translation in zip(each.segments, found, strict=True)
        if translation is not None and translation.freshness is Freshness.STALE
    ]


def _stale_anywhere(root: Path) -> list[str]:
    rows = _status(root)
    return [f"{row.language}/{row.document}" for row in rows if row.words("stale")]


def test_the_site_begins_without_stale_texts(site: Path) -> None:
    assert _sync(site) == 0
    assert _stale_anywhere(site) == []
    words = dict.fromkeys(("reviewed", "machine", "missing"), 0)
    for row in _status(site):
        for name in words:
            words[name] += row.words(name)
    assert all(words.values())


def test_a_changed_fee_changes_every_page_and_no_state(site: Path) -> None:
    build(site)
    before, status, pairs = read_site(site), _status(site), _pairs(site)
    _edit(site, "content/facts.yml", "money: 35", "money: 77")
    assert build(site).findings == ()
    after = read_site(site)
    for language in ("en", "es", "ar"):
        path = f"{language}/parking-permit/index.html"
        shown = Page(path, after[path]).text()
        assert "77" in shown, language
        assert not re.search(r"\b35\b", shown), language
    # Only pages that name the fee are other pages now, and the search index knows the new one.
    changed = {path for path in after if after[path] != before.get(path)}
    pages = {path for path in changed if path.endswith(".html")}
    assert {path.split("/")[1] for path in pages} == {"parking-permit"}
    indexed = {path.split("/")[-1 if path.startswith("search/") else 2] for path in changed - pages}
    assert indexed == {"en", "en.js", "es", "es.js", "ar", "ar.js"}
    assert _status(site) == status
    _sync(site)
    assert _status(site) == status
    assert _pairs(site) == pairs


@pytest.mark.parametrize(
    ("path", "old", "new", "document", "addresses"),
    [
        (
            _PARKING,
            "Keep the receipt in your car.",
            "Keep the receipt at home.",
            "guides/parking-permit",
            ["body/what-to-do/p-1"],
        ),
        (_PARKING, "Fill in the form.", "Fill in it.", "guides/parking-permit", ["li"]),
        (
            _PARKING,
            "summary: A permit",
            "summary: A pass",
            "guides/parking-permit",
            ["summary"],
        ),
        (
            _PARKING,
            "text: Your car is registered",
            "text: Your car is at home",
            "guides/parking-permit",
            ["who/3/text"],
        ),
        (
            "content/agencies/roads.yml",
            "name: Street Department",
            "name: Road Department",
            "agencies/roads",
            ["name"],
        ),
        ("content/topics.yml", "Roads and parking", "Roads", "topics", ["streets/name"]),
    ],
)
def test_a_changed_sentence_makes_its_segments_stale(
    site: Path, path: str, old: str, new: str, document: str, addresses: list[str]
) -> None:
    _edit(site, path, old, new)
    for language in _TRANSLATED:
        found = _stale(site, language, document)
        if addresses == ["li"]:
            assert len(found) == 1
            assert "/li-" in found[0]
        else:
            assert found == addresses
    named = [f"{language}/{document}" for language in _TRANSLATED]
    assert sorted(_stale_anywhere(site)) == sorted(named)
    # A sync tells the translators, and changes nothing about it.
    _sync(site)
    assert sorted(_stale_anywhere(site)) == sorted(named)
    assert _sync(site) == 0
    _edit(site, path, new, old)
    assert _stale_anywhere(site) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The letter says how.", "The letter  says\nhow."),
        ("You can ask for a hearing.", "You can ask for a “hearing”."),
        ("Keep the receipt in your car. The form", "Keep the receipt in your car.  The form"),
    ],
    ids=["white space", "quotes", "two spaces"],
)
def test_typography_makes_nothing_stale(site: Path, old: str, new: str) -> None:
    if "“" in new:
        # First another sort of quotation marks, then translations for it.
        _edit(site, _PARKING, old, new.replace("“", '"').replace("”", '"'))
        _translate_anew(site)
        old = new.replace("“", '"').replace("”", '"')
    _edit(site, _PARKING, old, new)
    assert _stale_anywhere(site) == []
    _sync(site)
    assert _stale_anywhere(site) == []


def _translate_anew(root: Path) -> None:
    project = open_project(root, DAY)
    translate_project(project, _TRANSLATED, EngineChoice("pseudo", root), dry_run=False)


def test_a_moved_paragraph_makes_nothing_stale_and_loses_nothing(site: Path) -> None:
    texts = {
        language: {
            entry.msgid: entry.msgstr
            for entry in polib.pofile(
                str(site / "translations" / language / "guides" / "parking-permit.po")
            )
        }
        for language in _TRANSLATED
    }
    moved = "Keep the receipt in your car. The form costs {form_fee}.\n\n"
    _edit(site, _PARKING, moved, "")
    _edit(site, _PARKING, "You can ask for a hearing.", moved + "You can ask for a hearing.")
    status = {(row.language, row.document): row.words("missing") for row in _status(site)}
    assert _stale_anywhere(site) == []
    assert status["es", "guides/parking-permit"] == 0
    build(site)
    shown = Page("", read_site(site)["es/parking-permit/index.html"])
    assert "Keep the receipt" not in shown.text_in("es")
    _sync(site)
    assert _stale_anywhere(site) == []
    for language in _TRANSLATED:
        path = site / "translations" / language / "guides" / "parking-permit.po"
        assert {entry.msgid: entry.msgstr for entry in polib.pofile(str(path))} == texts[language]


def test_a_fact_that_changes_on_a_day_changes_no_file(site: Path) -> None:
    before = read_tree(site / "translations")
    build(site)
    now = Page("", read_site(site)["es/parking-permit/index.html"]).text()
    build(site, date(2027, 7, 1))
    then = Page("", read_site(site)["es/parking-permit/index.html"]).text()
    assert "35" in now
    assert "38" in then
    assert "35" not in then
    assert read_tree(site / "translations") == before


_RENAMED = "guides/dog-tag"


def _rename_the_dog_license(root: Path) -> None:
    old, new = root / "content/guides/dog-license.md", root / f"content/{_RENAMED}.md"
    new.write_text(old.read_text("utf-8"), "utf-8")
    old.unlink()
    for path in (root / "content").rglob("*.md"):
        text = path.read_text("utf-8")
        path.write_text(text.replace("dog-license", "dog-tag"), "utf-8")


@pytest.mark.parametrize("translating", [False, True])
def test_a_renamed_guide_keeps_what_people_wrote(translating: bool, site: Path) -> None:
    before = _pairs(site)["translations/es/guides/dog-license.po"]
    _rename_the_dog_license(site)
    if translating:
        choice = EngineChoice("pseudo", site)
        translate_project(open_project(site, DAY), (), choice, dry_run=False)
    else:
        _sync(site)
    after = _pairs(site)
    assert after[f"translations/es/{_RENAMED}.po"] == before
    assert after["translations/es/guides/dog-license.po"] == before
    assert all("reviewed: ana" in stamp for _, _, _, _, stamp in before)
    found = [one for one in check_project(open_project(site, DAY)) if one.code == "T017"]
    assert {one.place.path for one in found} == {
        f"translations/{language}/guides/dog-license.po" for language in ("ar", "es", "pl")
    }
    assert _sync(site) == 0
    for one in found:
        (site / one.place.path).unlink()
    assert _sync(site) == 0
    assert _pairs(site)[f"translations/es/{_RENAMED}.po"] == before


def test_a_rename_is_taken_over_after_a_machine_was_asked_too(site: Path) -> None:
    path = site / "translations/es/guides/dog-license.po"
    before, words = _pairs(site)["translations/es/guides/dog-license.po"], path.read_bytes()
    path.unlink()
    _rename_the_dog_license(site)
    choice = EngineChoice("pseudo", site)
    translate_project(open_project(site, DAY), ("es",), choice, dry_run=False)
    assert _pairs(site)[f"translations/es/{_RENAMED}.po"] != before
    path.write_bytes(words)
    assert _sync(site) > 0
    assert _pairs(site)[f"translations/es/{_RENAMED}.po"] == before
