"""Weblate and Poedit: they find every file, read it as Waypost does, and a save loses nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from translate.storage.po import pofile

from tests.sites.running import DAY, copy_sources, find_segment, read_tree, run_waypost
from waypost.pipeline.documents import documents_of, read_texts
from waypost.pipeline.project import open_project
from waypost.translation.po_catalog import parse_catalog
from waypost.translation.soundness import has_words

PROJECT = Path(__file__).parents[2]
TOOLKIT: Any = pofile  # its methods have no types
PO = "translations/es/guides/parking-permit.po"


def _settings() -> Mapping[str, str]:
    """What the handbook says to type into Weblate, by the name of the field."""
    text = (PROJECT / "docs" / "reviewers" / "weblate.md").read_text("utf-8")
    return dict(re.findall(r"^ *\| ([^|`]+?) \| `([^`]+)` \|$", text, re.MULTILINE))


def _fill(template: str, groups: Mapping[str, str]) -> str:
    """The template as Weblate renders it."""
    for name, value in groups.items():
        template = re.sub(rf"\{{\{{\s*{name}\s*\}}\}}", value, template)
    assert "{{" not in template
    return template


def _discover(root: Path) -> Iterator[tuple[str, str, str, str]]:
    """File, language, component and its template, as Weblate's component discovery finds them.

    It tries the whole path of every file, and passes over languages that its filter doesn't take.
    """
    settings = _settings()
    match = re.compile(f"^{settings['Regular expression to match translation files against']}$")
    language = re.compile(settings["Language filter"])
    for path in sorted(path for path in root.rglob("*") if ".git" not in path.parts):
        found = match.match(path.relative_to(root).as_posix())
        if found is not None and language.match(found["language"]):
            groups = found.groupdict()
            name = _fill(settings["Customize the component name"], groups)
            template = _fill(settings["Define the base file for new translations"], groups)
            yield found[0], found["language"], name, template


@pytest.fixture(scope="module")
def synced(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example site, with its templates."""
    root = copy_sources(PROJECT, tmp_path_factory.mktemp("weblate") / "site")
    assert run_waypost(root, "sync").returncode == 0
    done = run_waypost(root, "export", "pot")
    assert done.returncode == 0, done.stderr
    return root


def test_discovery_finds_every_document_in_every_language(synced: Path) -> None:
    project = open_project(synced, DAY)
    texts = read_texts(project)
    wanted = {
        (offered.language.code, each.document.name)
        for offered in project.settings.targets
        for each in documents_of(texts, offered)
        if any(has_words(one.source, one.syntax) for one in each.document.segments)
    }
    found = list(_discover(synced))
    assert {(language, name) for _, language, name, _ in found} == wanted
    assert len(found) == len(wanted) > 200
    assert {language for language, _ in wanted} >= {"es", "zh-Hans", "pt-BR"}


def test_every_component_has_a_template_with_the_same_texts(synced: Path) -> None:
    files = read_tree(synced / "po")
    names = {name: template for _, _, name, template in _discover(synced)}
    assert {f"po/{name}" for name in files} == set(names.values())
    for file, _, _, template in _discover(synced):
        pot, po = (TOOLKIT.parsefile(str(synced / name)) for name in (template, file))
        units = [_say(unit) for unit in pot.units if not unit.isheader()]
        assert all(target == "" for _, _, target, _ in units)
        same = [_say(unit) for unit in po.units if not (unit.isheader() or unit.isobsolete())]
        assert [unit[:2] for unit in units] == [unit[:2] for unit in same]


def _say(unit: Any) -> tuple[str, str, str, bool]:
    return (unit.getcontext(), str(unit.source), str(unit.target), unit.isfuzzy())


def test_a_template_without_a_document_is_told(site: Path) -> None:
    (site / "po" / "guides").mkdir(parents=True)
    (site / "po" / "guides" / "gone.pot").write_text('msgid ""\nmsgstr ""\n')
    done = run_waypost(site, "export", "pot")
    assert "po/guides/gone.pot: belongs to no document any longer; delete it\n" in done.stdout
    assert done.stdout.count("belongs to no document") == 1
    assert (site / "po" / "guides" / "gone.pot").is_file()
    done = run_waypost(site, "export", "pot", "guides/dog-license")
    assert done.stdout.startswith("po/guides/dog-license.pot: ")
    assert done.stdout.count("\n") == 1


def test_translate_toolkit_reads_what_waypost_reads(synced: Path) -> None:
    for file, _, _, _ in _discover(synced):
        data = (synced / file).read_bytes()
        catalog = parse_catalog(data).catalog
        units = [unit for unit in TOOLKIT.parsestring(data).units if not unit.isheader()]
        for entries, is_obsolete in ((catalog.entries, False), (catalog.obsolete, True)):
            assert [_say(unit) for unit in units if unit.isobsolete() is is_obsolete] == [
                (entry.address, entry.source, entry.target, entry.is_fuzzy and bool(entry.target))
                for entry in entries
            ], file


def _save_as_weblate(path: Path, changes: Mapping[str, str]) -> None:
    """What a save in Weblate does: texts, flags, a header of its own, and wrapped lines."""
    store = TOOLKIT.parsefile(str(path))
    for unit in store.units:
        if unit.getcontext() in changes:
            unit.target = changes[unit.getcontext()]
            unit.markfuzzy(False)
    store.updateheader(
        add=True,
        PO_Revision_Date="2026-11-21 12:00+0000",
        Last_Translator="Ana Ortiz <ana@town.example>",
        Language_Team="Spanish <https://weblate.example/projects/town/es/>",
        Plural_Forms="nplurals=2; plural=n != 1;",
        X_Generator="Weblate 5.9",
    )
    store.save()


def test_a_save_without_a_change_is_undone_by_a_sync(synced: Path, tmp_path: Path) -> None:
    root = copy_sources(synced, tmp_path / "site")
    before = read_tree(root / "translations")
    for file, _, _, _ in _discover(root):
        _save_as_weblate(root / file, {})
    assert read_tree(root / "translations") != before
    assert run_waypost(root, "sync").returncode == 0
    after = read_tree(root / "translations")
    assert [name for name in before if before[name] != after[name]] == []


def test_a_corrected_text_is_a_persons_and_all_else_stays(site: Path, tmp_path: Path) -> None:
    assert run_waypost(site, "sync").returncode == 0
    other = copy_sources(site, tmp_path / "other")
    long = "Un permiso le deja estacionar en su propia calle; " * 4 + "eso es todo."
    for address, target in (("summary", long), ("title", "Permiso de estacionamiento")):
        text = (other / PO).read_text("utf-8")
        begin, end = find_segment(text, address)
        line = next(x for x in text[begin:end].splitlines() if x.startswith("msgstr"))
        entry = text[begin:end].replace(line, f'msgstr "{target}"')
        (other / PO).write_text(text[:begin] + entry + text[end:], "utf-8")
    _save_as_weblate(site / PO, {"summary": long, "title": "Permiso de estacionamiento"})
    for root in (site, other):
        assert run_waypost(root, "sync").returncode == 0
    assert read_tree(site / "translations") == read_tree(other / "translations")
    text = (site / PO).read_text("utf-8")
    begin, end = find_segment(text, "summary")
    assert "# human: src=" in text[begin:end]
    assert "fuzzy" not in text[begin:end]


def test_a_machine_text_that_is_only_waved_through_stays_a_machines(site: Path) -> None:
    store = TOOLKIT.parsefile(str(site / PO))
    for unit in store.units:
        unit.markfuzzy(False)
    store.save()
    assert run_waypost(site, "sync").returncode == 0
    text = (site / PO).read_text("utf-8")
    begin, end = find_segment(text, "title")
    assert "# mt: pseudo" in text[begin:end]
    assert "#, fuzzy" in text[begin:end]
