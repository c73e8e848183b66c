"""The words of `search.yml`: checked, left alone by every command, and found in the index."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.sites.running import DAY, build, copy_sources, lay_files, read_site
from waypost.model.finding import Finding
from waypost.model.search import SearchField
from waypost.pipeline.check import check_project
from waypost.pipeline.project import open_project
from waypost.pipeline.search_sources import SearchSources, searched_languages
from waypost.pipeline.sync import sync_project
from waypost.pipeline.translate import EngineChoice, translate_project
from waypost.search.expansion import expand_pages

_WORDS = """# kept as it is,   spaces too
keywords:
    dog-license: [puppy,  "rabies tag"]
synonyms: [hound => dog]
"""


def _list_added(root: Path, language: str) -> dict[str, set[tuple[str, SearchField]]]:
    """The words that are added to each page of a language, with their fields."""
    project = open_project(root, DAY)
    (offered,) = searched_languages(project, (language,))
    read = SearchSources(project).read(offered)
    added: dict[str, set[tuple[str, SearchField]]] = {}
    for term in expand_pages(read.pages, read.words, read.code, read.source):
        added.setdefault(read.pages[term.page].id, set()).add((term.form, term.field))
    return added


def _list_codes(findings: Iterable[Finding], path: str) -> list[str]:
    return [one.code for one in findings if one.place.path == path]


def _with_another_summary(root: Path) -> str:
    """The guide as it would be with a word more."""
    text = (root / "content/guides/dog-license.md").read_text(encoding="utf-8")
    return text.replace("summary: ", "summary: Now ", 1)


def test_no_command_changes_what_people_wrote(site: Path) -> None:
    lay_files(site, {f"translations/{code}/search.yml": _WORDS for code in ("en", "es")})
    project = open_project(site, DAY)
    sync_project(project, (), dry_run=False)
    translate_project(project, ("es",), EngineChoice("pseudo", site), dry_run=False)
    (site / "content/guides/dog-license.md").rename(site / "content/guides/pets.md")
    sync_project(open_project(site, DAY), (), dry_run=False)
    build(site)
    for code in ("en", "es"):
        assert (site / f"translations/{code}/search.yml").read_text("utf-8") == _WORDS
    found = [one for one in check_project(open_project(site, DAY)) if one.code == "C090"]
    assert [str(one.place) for one in found] == [
        "translations/en/search.yml:3:5",
        "translations/es/search.yml:3:5",
    ]


def test_check_reads_the_words_of_every_language(site: Path) -> None:
    before = check_project(open_project(site, DAY))
    lay_files(
        site,
        {
            "translations/en/search.yml": "synonyms: [dog license => hound]\n",
            "translations/es/search.yml": "keywords: {dog-licence: [perro]}\n",
            "translations/ar/search.yml": "best_bets:\n\t911: dog-license\n",
            "translations/fr/search.yml": "keywords: {dog-license: [chien]}\n",
            "translations/xx/search.yml": "keywords: {dog-license: [dog]}\n",
        },
    )
    found = [one for one in check_project(open_project(site, DAY)) if one not in before]
    assert [(one.code, one.place.path) for one in found] == [
        ("C004", "translations/ar/search.yml"),
        ("C097", "translations/en/search.yml"),
        ("C090", "translations/es/search.yml"),
        ("C098", "translations/fr/search.yml"),
        ("C098", "translations/xx/search.yml"),
    ]


def test_words_that_can_t_be_read_stop_publication_until_they_are_mended(site: Path) -> None:
    path = "translations/es/search.yml"
    lay_files(site, {path: "synonyms: [hound => dog]\n"})
    assert build(site).written
    lay_files(site, {path: "keywords:\n\tdog-license: [puppy]\n"})
    for _ in range(2):
        stopped = build(site)
        assert (stopped.written, _list_codes(stopped.findings, path)) == (False, ["C004"])
    for _ in range(2):
        preview = build(site, preview=True)
        assert (preview.written, _list_codes(preview.findings, path)) == (True, ["C004"])
    lay_files(site, {"content/guides/dog-license.md": _with_another_summary(site)})
    again = build(site, preview=True)
    assert (again.written, _list_codes(again.findings, path)) == (True, ["C004"])
    lay_files(site, {path: "keywords: {dog-license: [puppy]}\n"})
    mended = build(site)
    assert (mended.written, _list_codes(mended.findings, path)) == (True, [])


def test_words_for_a_page_that_there_is_not_stop_publication(site: Path) -> None:
    words = {
        "translations/en/search.yml": "keywords: {dog-license: [puppy]}\n",
        "translations/es/search.yml": "best_bets: {perro: dog-license}\n",
    }
    lay_files(site, words)
    assert build(site).written
    guide = site / "content/guides/dog-license.md"
    text = guide.read_text(encoding="utf-8")
    guide.unlink()
    for _ in range(2):
        stopped = build(site)
        assert not stopped.written
        for path in words:
            assert _list_codes(stopped.findings, path) == ["C090"]
    lay_files(site, {"content/guides/dog-license.md": text})
    mended = build(site)
    assert (mended.written, _list_codes(mended.findings, "translations/es/search.yml")) == (
        True,
        [],
    )


def test_a_page_that_can_t_be_read_is_one_mistake_and_none_of_its_words(site: Path) -> None:
    lay_files(
        site,
        {
            "translations/es/search.yml": "keywords: {dog-license: [perro]}\n"
            "synonyms: [cachorro => licencia para perros]\n",
            "translations/es/judgements.yml": "queries: {perro: dog-license}\n",
            "content/guides/dog-license.md": "---\ntitle: [\n---\n",
        },
    )
    for found in (check_project(open_project(site, DAY)), build(site).findings):
        assert not [one for one in found if one.code in {"C090", "C097", "Q001"}]
        assert _list_codes(found, "content/guides/dog-license.md") == ["C003"]


def test_a_language_s_words_change_its_own_index_alone_and_the_source_s_change_all(
    site: Path,
) -> None:
    build(site)
    before = read_site(site)
    lay_files(site, {"translations/es/search.yml": "keywords: {dog-license: [cachorrito]}\n"})
    build(site)
    after = read_site(site)
    changed = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
    assert "search/es.js" in changed
    assert all(path.startswith(("search/es.js", "assets/search/es/")) for path in changed)
    lay_files(site, {"translations/en/search.yml": "keywords: {dog-license: [puppy]}\n"})
    build(site)
    last = read_site(site)
    manifests = {path for path in last if path.startswith("search/") and last[path] != after[path]}
    assert {"search/en.js", "search/es.js", "search/ar.js"} <= manifests
    fresh = copy_sources(site, site.parent / "fresh")
    build(fresh)
    assert read_site(fresh) == last


@pytest.fixture(scope="module")
def county(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What people wrote for the example site, never built."""
    return copy_sources(project, tmp_path_factory.mktemp("words") / "site")


@pytest.mark.parametrize(
    ("language", "page", "words"),
    [
        ("en", "food-help", {"ebt": SearchField.NAMES, "~grusiri": SearchField.NAMES}),
        ("en", "unemployment", {"dole": SearchField.NAMES, "laid": SearchField.NAMES}),
        ("es", "food-help", {"estampillas": SearchField.NAMES, "pantry": SearchField.FOREIGN}),
        ("es", "health-coverage", {"aseguranza": SearchField.NAMES}),
        ("ar", "food-help", {"ستامب": SearchField.NAMES, "ebt": SearchField.NAMES}),
        ("zh-Hans", "renew-license", {"駕照": SearchField.TITLE, "jiazhao": SearchField.TITLE}),
        ("vi", "birth-certificate", {"sanh": SearchField.NAMES}),
        ("ht", "food-help", {"foodstamp": SearchField.NAMES}),
        ("so", "renew-license", {"liisan": SearchField.NAMES}),
        ("pt-BR", "food-help", {"pantry": SearchField.FOREIGN}),
    ],
)
def test_the_example_is_found_by_words_that_stand_on_no_page(
    language: str, page: str, words: dict[str, SearchField], county: Path
) -> None:
    added = _list_added(county, language)
    assert words.items() <= added[page]
    assert ("=911", SearchField.TITLE) in added["protective-order"]
