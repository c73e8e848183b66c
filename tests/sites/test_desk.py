"""The review desk, written by the real command from a small site."""

from __future__ import annotations

import re
from importlib import util
from pathlib import Path

import pytest

from tests.sites.running import DAY, find_segment, read_tree, run_waypost
from tests.unit.desk.test_pages import ATTACKS
from waypost.config.reader import load_settings
from waypost.model.finding import Failure
from waypost.pipeline.desk import DeskReport, find_editor, write_desk
from waypost.pipeline.project import open_project

_PARKING = "translations/es/guides/parking-permit.po"


def _write(root: Path, *languages: str, out: Path | None = None) -> DeskReport:
    return write_desk(open_project(root, DAY), languages, out)


def _read(root: Path, path: str) -> str:
    return (root / "build" / "desk" / path).read_text("utf-8")


def _edit(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text("utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new), "utf-8")


def test_the_command_says_where_to_open_it(site: Path) -> None:
    done = run_waypost(site, "review", "desk", "-l", "es")
    assert done.returncode == 0, done.stderr
    assert "1 language." in done.stdout
    where = re.search(r"Open (\S+index\.html)", done.stdout)
    assert where is not None
    assert (site / where[1]).is_file()


def test_every_language_and_document_has_a_page(site: Path) -> None:
    report = _write(site)
    assert [each.code for each in report.languages] == ["es", "ar", "pl", "fr"]
    files = set(read_tree(site / "build" / "desk"))
    assert {"index.html", "coverage.html", "es/guides.parking-permit.html"} <= files
    assert {"ar/phrases.html", "fr/interface.html"} <= files
    assert "fr/phrases.html" not in files, "a card has its interface words only"
    html = _read(site, "es/guides.parking-permit.html")
    assert "<title>Get a parking permit, Spanish – Town of Alder</title>" in html
    assert "<bdi>$35</bdi>" in html


def test_every_link_leads_to_a_file_of_the_desk(site: Path) -> None:
    _write(site)
    folder = site / "build" / "desk"
    for path in folder.rglob("*.html"):
        html = path.read_text("utf-8")
        ids = set(re.findall(r'id="([^"]+)"', html))
        for link in re.findall(r'(?:href|src)="([^"]+)"', html):
            address, _, anchor = link.partition("#")
            address = address.partition("?")[0]
            assert "//" not in address, f"{path}: {link} leaves the desk"
            assert not address or (path.parent / address).is_file(), f"{path}: {link}"
            assert address or anchor in ids, f"{path}: {link}"


def test_it_asks_nothing_of_another_host(site: Path) -> None:
    _write(site)
    for path, data in read_tree(site / "build" / "desk").items():
        if path.endswith((".html", ".js")):
            assert not re.findall(rb"https?://(?!www\.w3\.org/)", data), path
    assert "default-src 'none'" in _read(site, "index.html")


def test_writing_it_again_changes_nothing(site: Path) -> None:
    _write(site)
    folder = site / "build" / "desk"
    before = read_tree(folder)
    times = {path: (folder / path).stat().st_mtime_ns for path in before if path[0] != "."}
    _write(site)
    assert read_tree(folder) == before
    assert {path: (folder / path).stat().st_mtime_ns for path in times} == times


def test_a_guide_with_an_error_is_named(site: Path) -> None:
    guide, once, twice = "content/guides/dog-license.md", "risk: low\n", "risk: low\nrisk: low\n"
    _edit(site, guide, once, twice)
    assert "source has errors: guides/dog-license." in _write(site, "es").summary
    _edit(site, guide, twice, once)
    assert "errors" not in _write(site, "es").summary


def test_what_most_people_read_belongs_to_the_core(site: Path) -> None:
    def left(report: DeskReport) -> int:
        return report.languages[0].coverage.left

    before = left(_write(site, "pl"))
    views = "page,views\ndog-license,900\n"
    (site / "translations" / "views.csv").write_text(views, "utf-8")
    assert left(_write(site, "pl")) > before


def test_pages_that_are_gone_are_taken_away_and_nothing_else(site: Path) -> None:
    _write(site, "es", "ar")
    folder = site / "build" / "desk"
    (folder / "notes.txt").write_text("mine", "utf-8")
    _write(site, "es")
    assert not (folder / "ar" / "index.html").exists()
    assert (folder / "notes.txt").read_text("utf-8") == "mine"


def test_it_never_writes_among_other_files(site: Path) -> None:
    with pytest.raises(Failure, match="holds other files"):
        _write(site, out=site / "content")
    assert not (site / "content" / "index.html").exists()


def test_without_material_it_says_what_to_install(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def find_none(name: str) -> object:
        return None if name == "material" else util.find_spec(name)

    monkeypatch.setattr("waypost.desk.material.find_spec", find_none)
    with pytest.raises(Failure) as trouble:
        _write(site)
    assert "pip install 'waypost[docs]'" in trouble.value.mend
    assert not (site / "build" / "desk").exists()


def test_a_phrase_says_on_how_many_pages_it_stands(site: Path) -> None:
    html = _read_after(site, "es/phrases.html")
    cards = {card.partition('"')[0]: card for card in html.split('data-address="')[1:]}
    assert "Stands on 3 pages." in cards["lives_here"]
    assert "Stands on 1 page." in cards["age_at_least"]
    assert "Stands on no page yet." in cards["free_bus_ticket"]


def test_a_stale_text_shows_what_changed(site: Path) -> None:
    _edit(site, "content/guides/dog-license.md", "each year", "every two years")
    html = _read_after(site, "es/guides.dog-license.html")
    assert '<del><span class="vh">removed: </span>each year</del>' in html
    assert '<ins><span class="vh">added: </span>every two years</ins>' in html
    assert "Readers see the source, since it has changed." not in html, "its risk is low"
    assert "Reviewed before by ana on 2026-11-21." in html


def _read_after(root: Path, path: str) -> str:
    _write(root, "es")
    return _read(root, path)


@pytest.mark.parametrize("attack", ATTACKS)
def test_texts_and_names_do_nothing(site: Path, attack: str) -> None:
    quoted = attack.replace("\\", "\\\\").replace('"', '\\"')
    text = (site / _PARKING).read_text("utf-8")
    begin, end = find_segment(text, "summary")
    entry = text[begin:end]
    entry = f'# {attack}\n{entry[: entry.index("msgstr ")]}msgstr "a {quoted}"\n'
    (site / _PARKING).write_text(text[:begin] + entry + text[end:], "utf-8")
    name = attack.replace("'", "''")
    _edit(site, "mkdocs.yml", "site_name: Town of Alder", f"site_name: '{name}'")
    plain = _read_after(site, "es/guides.parking-permit.html")
    for html in (plain, _read(site, "index.html"), _read(site, "es/index.html")):
        assert len(re.findall(r"<script\b", html)) == 3
        assert "<img" not in html
        assert "<svg onload" not in html
        assert html.count("</html>") == 1
        assert "49" not in re.findall(r"<title>.*</title>", html)[0]


@pytest.mark.parametrize(
    ("lines", "editor"),
    [
        ("", ""),
        ("edit_uri: edit/main/content/", ""),
        ("repo_url: https://github.com/a/b", "https://github.com/a/b/edit/main/"),
        (
            "repo_url: https://github.com/a/b/\nedit_uri: edit/next/content/",
            "https://github.com/a/b/edit/next/",
        ),
        (
            "repo_url: https://git.example/a/b\nedit_uri: -/edit/main/sites/alder/content",
            "https://git.example/a/b/-/edit/main/sites/alder/",
        ),
        (
            "repo_url: https://github.com/a/b\nedit_uri: https://github.com/a/b/edit/main/content/",
            "https://github.com/a/b/edit/main/",
        ),
        ("repo_url: https://github.com/a/b\nedit_uri: https://evil.example/edit/main/", ""),
        ("repo_url: https://github.com/a/b\nedit_uri: ?query=root/", ""),
        ("repo_url: javascript:alert(1)", ""),
    ],
)
def test_where_a_file_can_be_edited(site: Path, lines: str, editor: str) -> None:
    _edit(site, "mkdocs.yml", "docs_dir: content", f"{lines}\ndocs_dir: content")
    settings = load_settings(site).value
    assert settings is not None
    assert find_editor(settings) == editor


def test_a_link_opens_the_line_of_the_text(site: Path) -> None:
    _edit(site, "mkdocs.yml", "docs_dir:", "repo_url: https://github.com/a/b\ndocs_dir:")
    html = _read_after(site, "es/guides.parking-permit.html")
    links = re.findall(r'href="https://github.com/a/b/edit/main/([^"#]+)#L(\d+)"', html)
    lines = (site / _PARKING).read_text("utf-8").splitlines()
    assert len(links) > 10
    for path, line in links:
        assert path == _PARKING
        assert lines[int(line) - 1].startswith("msgctxt ")
    assert "on GitHub" in html
