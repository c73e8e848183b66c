"""Settings or content that can't be read: findings with places, and nothing is lost by them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.sites.reviewing import accept_documents
from tests.sites.running import DAY, build, lay_files, read_site, read_tree, run_waypost
from waypost.model.finding import BrokenSource
from waypost.pipeline.check import check_project
from waypost.pipeline.project import open_project
from waypost.pipeline.starter import save_starter_guide

_WRITERS = (("sync",), ("translate", "--engine", "pseudo"))
_DOG = "content/guides/dog-license.md"


def _break(root: Path, path: str) -> None:
    """Leaves a bracket open, near the top of a file of content."""
    head, _, rest = (root / path).read_text("utf-8").partition("\n")
    (root / path).write_text(f"{head}\nbroken: [\n{rest}", "utf-8")


def _check(root: Path) -> set[str]:
    return {one.code for one in check_project(open_project(root, DAY))}


@pytest.mark.parametrize("command", [("check",), ("build",), *_WRITERS])
def test_settings_that_cannot_be_read_are_findings_in_the_format_asked_for(
    command: tuple[str, ...], site: Path
) -> None:
    (site / "mkdocs.yml").write_text("site_name: Alder\nplugins: [\n", "utf-8")
    before = read_tree(site)
    for form in ("github", "json", "text"):
        done = run_waypost(site, *command, "--format", form)
        assert done.returncode == 1, done.stdout + done.stderr
        assert done.stderr == ""
        if form == "github":
            assert done.stdout.startswith("::error file=mkdocs.yml,line=3,")
        elif form == "json":
            assert json.loads(done.stdout)[0]["line"] == 3
        else:
            assert done.stdout.startswith("mkdocs.yml:3:")
            assert "Nothing was written." in done.stdout
    assert read_tree(site) == before


def test_settings_without_a_part_for_waypost(site: Path) -> None:
    (site / "mkdocs.yml").write_text("site_name: Alder\nplugins: []\n", "utf-8")
    done = run_waypost(site, "check", "--format", "json")
    assert [one["code"] for one in json.loads(done.stdout)] == ["S001"]


@pytest.mark.parametrize("folder", ["contents", "translations"])
def test_a_docs_dir_without_content_never_empties_the_site(folder: str, site: Path) -> None:
    assert build(site).written
    before = read_site(site)
    settings = (site / "mkdocs.yml").read_text("utf-8")
    changed = settings.replace("docs_dir: content", f"docs_dir: {folder}")
    (site / "mkdocs.yml").write_text(changed, "utf-8")
    line = changed.split("\n").index(f"docs_dir: {folder}") + 1
    for command in (("check",), ("build",), ("build", "--preview"), ("sync",)):
        done = run_waypost(site, *command)
        assert done.returncode == 1
        assert done.stdout.startswith(f"mkdocs.yml:{line}:11: error: docs_dir: there is no ")
        assert f"“{folder}”" in done.stdout
    assert read_site(site) == before


def test_a_content_folder_that_is_gone(site: Path) -> None:
    assert build(site).written
    before = read_site(site)
    shutil.rmtree(site / "content")
    with pytest.raises(BrokenSource) as caught:
        build(site)
    assert [one.code for one in caught.value.findings] == ["S003"]
    assert read_site(site) == before


def test_a_first_guide_makes_the_content_folder(site: Path) -> None:
    shutil.rmtree(site / "content")
    assert save_starter_guide(site, "fishing", "").exists()
    assert open_project(site, DAY).settings.content == "content"


def test_a_source_that_cannot_be_read_is_no_reason_to_delete_its_translations(site: Path) -> None:
    for name in ("facts", "phrases", "topics", "agencies/roads", "offices/hall", "alerts/closing"):
        _break(site, f"content/{name}.yml")
        assert not _check(site) & {"T006", "T017"}, name
    _break(site, _DOG)
    assert not _check(site) & {"T006", "T017"}
    assert "C003" in _check(site)


def test_a_field_that_cannot_be_read_is_no_reason_either(site: Path) -> None:
    text = (site / _DOG).read_text("utf-8")
    (site / _DOG).write_text(text.replace("summary:", "sumary:"), "utf-8")
    assert "T006" not in _check(site)


def test_a_source_that_is_gone_still_has_its_finding(site: Path) -> None:
    (site / _DOG).unlink()
    assert "T017" in _check(site)


@pytest.mark.parametrize("command", _WRITERS)
@pytest.mark.parametrize(
    "path", ["content/facts.yml", "content/phrases.yml", "content/topics.yml", _DOG]
)
def test_no_catalogue_follows_a_source_that_cannot_be_read(
    path: str, command: tuple[str, ...], site: Path
) -> None:
    _break(site, path)
    before = read_tree(site)
    done = run_waypost(site, *command)
    assert done.returncode == 1
    assert f"{path}:" in done.stdout
    assert "Nothing was written" in done.stdout
    assert read_tree(site) == before


def test_no_stamp_is_given_while_a_source_cannot_be_read(site: Path) -> None:
    _break(site, "content/facts.yml")
    before = read_tree(site)
    with pytest.raises(BrokenSource, match=r"content/facts\.yml:"):
        accept_documents(open_project(site, DAY), "es", ["topics"], addresses=(), handle="ana")
    assert read_tree(site) == before


def test_an_error_of_a_house_rule_stops_no_sync(site: Path) -> None:
    text = (site / _DOG).read_text("utf-8")
    lay_files(site, {_DOG: text.replace("related: [parking-permit]", "related: [no-such-guide]")})
    assert "C020" in _check(site)
    assert run_waypost(site, "sync").returncode == 0


def test_a_list_of_reviewers_that_cannot_be_read_is_one_mistake(site: Path) -> None:
    lay_files(site, {"translations/reviewers.yml": "- handle: [\n"})
    assert _check(site) & {"T010", "T018"} == {"T018"}
    lay_files(site, {"translations/reviewers.yml": "[]\n"})
    assert _check(site) & {"T010", "T018"} == {"T010"}
