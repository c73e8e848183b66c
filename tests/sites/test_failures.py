"""What can't be done at all ends with one message, its mend, and exit code 2; nothing is harmed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sites.running import read_tree, run_waypost
from tests.sites.small_site import SETTINGS


def _check_failure(root: Path, *arguments: str, says: str) -> None:
    before = read_tree(root)
    done = run_waypost(root, *arguments)
    assert done.returncode == 2, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    message, *mend = done.stderr.strip().splitlines()
    assert says in message
    assert any(line.startswith("    ") and line.strip() for line in mend)
    assert {path: data for path, data in read_tree(root).items() if path in before} == before


@pytest.mark.parametrize("folder", ["content", "translations", "content/site", "."])
def test_a_site_is_never_built_over_its_sources(folder: str, site: Path) -> None:
    settings = SETTINGS.replace("site_dir: build/site", f"site_dir: {folder}")
    (site / "mkdocs.yml").write_text(settings, "utf-8")
    _check_failure(site, "build", says="its sources lie there")


def test_a_folder_without_settings(tmp_path: Path) -> None:
    for command in ("build", "check", "sync", "translate"):
        _check_failure(tmp_path, command, says="There is no mkdocs.yml")


def test_a_language_that_the_site_does_not_offer(site: Path) -> None:
    for command in (
        ("sync", "-l", "de"),
        ("translate", "-l", "de"),
        ("review", "status", "-l", "de"),
    ):
        _check_failure(site, *command, says="The site doesn't translate into de")


def test_a_reviewer_whom_nobody_named(site: Path) -> None:
    _check_failure(site, "review", "accept", "es", "phrases", "--as", "eve", says="may not stamp")


def test_settings_that_cannot_be_read(site: Path) -> None:
    (site / "mkdocs.yml").write_text("site_name: [\n", "utf-8")
    _check_failure(site, "build", says="can't be used")


def test_a_folder_without_packs(site: Path, tmp_path: Path) -> None:
    (tmp_path / "packs").mkdir()
    packs = str(tmp_path / "packs")
    _check_failure(site, "translate", "-l", "pl", "--packs", packs, says="packs")
