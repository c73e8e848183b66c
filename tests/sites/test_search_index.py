"""The search indexes of a built site: what is found in them is what the pages show, and no more."""

from __future__ import annotations

from pathlib import Path

import polib
import pytest

from tests.sites.indexes import find_pages, list_pages, name_index_files, name_known_files
from tests.sites.running import build, build_afresh, name_differences, read_site, run_waypost
from tests.sites.stamped_text import stamp_text
from waypost.hosting.headers import FOR_EVER
from waypost.model.host import Host
from waypost.pipeline.build import build_site
from waypost.pipeline.options import BuildOptions

_LANGUAGES = ("en", "es", "ar", "pl")
_CRITICAL = "Your car is registered in this town."
_STANDARD = "Keep the receipt in your car. The form costs {form_fee}."
_STATES = {
    # Whether a critical text is found, and another.
    "mt: argos 1.12.1 en_es": (False, True),
    "draft: example 1": (False, True),
    "human:": (False, True),
    "reviewed: ana 2026-11-21": (True, True),
    "reviewed: eve 2026-11-21": (False, True),
    "stale reviewed: ana 2026-11-21": (False, False),
    "stale mt: argos 1.12.1 en_es": (False, False),
}


def _switch(root: Path, word: str) -> None:
    path = root / "mkdocs.yml"
    path.write_text(f"{path.read_text('utf-8')}      search: {word}\n", "utf-8")


def _change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def _say(root: Path, code: str, text: str) -> None:
    (root / "translations" / code).mkdir(parents=True, exist_ok=True)
    (root / "translations" / code / "search.yml").write_text(text, "utf-8")


def test_every_kind_of_page_is_found_in_every_language_but_those_of_cards(site: Path) -> None:
    report = build(site)
    files = read_site(site)
    for code in _LANGUAGES:
        assert set(list_pages(files, code)) == {
            *("parking-permit", "dog-license", "safe-place"),
            *("moving-here", "about", "roads", "hall", "family", "streets"),
        }
    assert not name_index_files(files, "fr")
    assert report.search is not None
    assert (report.search.languages, report.search.pages) == (4, 36)
    assert "Search: 36 pages in 4 languages" in report.summary


def test_the_files_of_an_index_are_those_that_it_names(site: Path) -> None:
    build(site)
    files = read_site(site)
    named = {f"search/{code}.js" for code in _LANGUAGES}
    for code in _LANGUAGES:
        named |= name_known_files(files, code)
    assert named == name_index_files(files)


def test_a_page_is_found_by_what_it_is_called_and_by_what_it_says(site: Path) -> None:
    build(site)
    files = read_site(site)
    for word, page in {
        "permit": "parking-permit",
        "hearing": "parking-permit",
        "registered": "parking-permit",
        "vet": "dog-license",
        "plates": "moving-here",
        "closed": "hall",
        "main": "hall",
        "department": "roads",
        "signs": "roads",
        "town": "about",
    }.items():
        assert page in find_pages(files, "en", word), word
    assert find_pages(files, "en", "35") == {"parking-permit"}, "a fee, as the page shows it"


def test_what_stands_on_every_page_finds_none(site: Path) -> None:
    """An alert, the interpreter's lines, contacts and the words of the pages themselves."""
    build(site)
    files = read_site(site)
    for word in ("stays", "interpreter", "homepage", "translated", "january"):
        assert find_pages(files, "en", word) == set(), word


def test_other_names_are_found_though_no_page_shows_them(site: Path) -> None:
    name = "aparcar"
    stamp_text(site, "guides/parking-permit", "street parking", name, "reviewed: ana 2026-11-21")
    build(site)
    files = read_site(site)
    assert b"street parking" not in files["en/parking-permit/index.html"].lower()
    assert name.encode() not in files["es/parking-permit/index.html"]
    assert find_pages(files, "es", name) == {"parking-permit"}
    assert "parking-permit" in find_pages(files, "es", "street"), "the name in the source language"
    assert "parking-permit" in find_pages(files, "pl", "street"), "which is all that Polish has"


@pytest.mark.parametrize("stamp", _STATES, ids=str)
def test_text_that_is_not_published_is_not_found(stamp: str, site: Path) -> None:
    document = "guides/parking-permit"
    stamp_text(site, document, _CRITICAL, "Su coche está zurcido aquí.", stamp)
    target = "Guarde el pergamino. Cuesta {form_fee}."
    stamp_text(site, document, _STANDARD, target, stamp)
    build(site)
    files = read_site(site)
    page = files["es/parking-permit/index.html"].decode()
    found = tuple(bool(find_pages(files, "es", word)) for word in ("zurcido", "pergamino"))
    assert found == _STATES[stamp]
    assert found == tuple(word in page for word in ("zurcido", "pergamino"))
    assert find_pages(files, "es", "receipt") == set(), "the source that stands in its place"


def test_a_page_that_is_not_published_is_found_by_its_source_title(site: Path) -> None:
    build(site)
    files = read_site(site)
    found = list_pages(files, "pl")["parking-permit"]
    assert (found.title, found.language, found.page_language) == ("Get a parking permit", 1, 1)
    assert found.summary == "A permit lets you park on your own street."
    assert find_pages(files, "pl", "permit") == {"parking-permit"}
    assert find_pages(files, "pl", "hearing") == set()


def test_a_translated_title_of_a_page_in_the_source_language_says_so(site: Path) -> None:
    """A title is wayfinding, and leads to a page that isn't translated yet."""
    path = site / "translations" / "pl" / "guides" / "dog-license.po"
    catalogue = polib.pofile(str(path), wrapwidth=0)
    (entry,) = (each for each in catalogue if each.msgid == "Get a dog license")
    entry.msgstr = "Zarejestruj psa"
    catalogue.save(newline="\n")
    build(site)
    files = read_site(site)
    found = list_pages(files, "pl")["dog-license"]
    assert (found.title, found.language, found.page_language) == ("Zarejestruj psa", 0, 1)
    assert found.summary == "", "it would stand in another language than the title"
    assert find_pages(files, "pl", "psa") == {"dog-license"}
    assert find_pages(files, "pl", "license") >= {"dog-license"}


def test_the_words_of_editors_are_found_where_they_are_said(site: Path) -> None:
    _say(site, "es", "keywords:\n  dog-license: [chihuahua]\n")
    _say(site, "en", "keywords:\n  dog-license: [poodle]\n")
    build(site)
    files = read_site(site)
    assert find_pages(files, "es", "chihuahua") == {"dog-license"}
    assert find_pages(files, "en", "chihuahua") == set()
    assert find_pages(files, "en", "poodle") == {"dog-license"}
    assert find_pages(files, "ar", "poodle") == {"dog-license"}, "words of the source language"


@pytest.mark.parametrize(
    ("code", "others"), [("es", {"en", "ar", "pl"}), ("en", set[str]())], ids=["es", "source"]
)
def test_words_of_editors_make_only_those_indexes_anew(
    code: str, others: set[str], site: Path, tmp_path: Path
) -> None:
    build(site)
    before = read_site(site)
    _say(site, code, "keywords:\n  dog-license: [poodle]\n")
    report = build(site)
    after = read_site(site)
    assert report.search is not None
    assert report.search.languages == 4 - len(others)
    changed = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
    assert changed
    assert changed <= name_index_files(before) | name_index_files(after), "no page changes"
    for other in others:
        assert not changed & (name_index_files(before, other) | name_index_files(after, other))
    assert name_differences(after, build_afresh(site, tmp_path / "clean")[1]) == []


def test_an_edit_leaves_most_files_of_an_index_as_they_were(site: Path) -> None:
    build(site)
    marks = {
        path: (site / "build/site" / path).stat().st_mtime_ns
        for path in name_index_files(read_site(site))
    }
    stamp_text(
        site, "guides/dog-license", "The tag comes by mail. See [the rules for parking]{1} too.",
        "La placa llega por correo. Vea [las reglas]{1}.", "reviewed: ana 2026-11-21",
    )  # fmt: skip
    report = build(site)
    files = read_site(site)
    assert report.search is not None
    assert report.search.languages == 1
    assert find_pages(files, "es", "correo") == {"dog-license"}
    kept = [
        path
        for path in name_index_files(files)
        if marks.get(path) == (site / "build/site" / path).stat().st_mtime_ns
    ]
    for code in ("en", "ar", "pl"):
        assert name_index_files(files, code) <= set(kept)
    assert name_index_files(files, "es") & set(kept), "chunks, and shards without the words"


def test_without_search_there_is_no_file_of_it(site: Path, tmp_path: Path) -> None:
    build(site)
    assert name_index_files(read_site(site))
    _switch(site, "no")
    report = build(site)
    files = read_site(site)
    assert name_index_files(files) == set()
    assert report.search is None
    assert not any("search" in path for path in files)
    assert name_differences(files, build_afresh(site, tmp_path / "clean")[1]) == []
    _change(site / "mkdocs.yml", "search: no", "search: yes")
    build(site)
    assert name_index_files(read_site(site), "es")


def test_a_wrong_setting_is_told(site: Path) -> None:
    _switch(site, "some")
    done = run_waypost(site, "check")
    assert done.returncode == 1
    assert "search must be yes or no, not “some” [S003]" in done.stdout + done.stderr


def test_all_cores_give_the_same_index_as_one(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, one = build_afresh(site, tmp_path / "one")
    monkeypatch.setattr("waypost.pipeline.builder.FEW", 0)
    build(site, jobs=3)
    assert name_differences(one, read_site(site)) == []
    _change(site / "content/guides/dog-license.md", "Bring the paper", "Bring the card")
    report = build(site, jobs=3)
    assert report.search is not None
    assert name_differences(read_site(site), build_afresh(site, tmp_path / "clean")[1]) == []


def test_browsers_keep_the_files_of_an_index_and_ask_for_its_manifest_again(site: Path) -> None:
    build_site(site, BuildOptions(host=Host.NETLIFY, jobs=1))
    files = read_site(site)
    headers = files["_headers"].decode()
    assert f"/assets/*\n  Cache-Control: {FOR_EVER}" in headers
    assert "/search" not in headers, "else a manifest would be kept longer than any page"
    assert name_index_files(files, "es") > {"search/es.js"}
    assert all(path.startswith(("search/", "assets/")) for path in name_index_files(files))
