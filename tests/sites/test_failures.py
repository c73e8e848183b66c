"""What can't be done at all ends with one message, its mend, and exit code 2; nothing is harmed."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path

import pytest

from tests.sites.running import lay_files, read_tree, run_waypost
from tests.sites.small_site import SETTINGS
from waypost.cli import main
from waypost.model.finding import describe_disk_error


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
    _check_failure(site, "review", "status", says="can't be used")


def test_a_folder_without_packs(site: Path, tmp_path: Path) -> None:
    (tmp_path / "packs").mkdir()
    packs = str(tmp_path / "packs")
    _check_failure(site, "translate", "-l", "pl", "--packs", packs, says="packs")


@pytest.mark.parametrize("name", ["build", "build/site", "build/.cache"])
def test_a_file_where_the_build_needs_a_folder(name: str, site: Path) -> None:
    lay_files(site, {name: "not a folder"})
    _check_failure(site, "build", says="build")


def test_a_file_where_a_page_needs_a_folder(site: Path) -> None:
    assert run_waypost(site, "build").returncode == 0
    shutil.rmtree(site / "build" / "site" / "es")
    lay_files(site, {"build/site/es": "not a folder"})
    _check_failure(site, "build", says="build/site/es")


def test_a_new_site_or_guide_where_there_can_be_no_folder(site: Path) -> None:
    shutil.rmtree(site / "content" / "guides")
    lay_files(site, {"afile": "", "content/guides": ""})
    _check_failure(site, "new", "site", "afile", says="afile")
    _check_failure(site, "new", "site", "afile/x", says="afile")
    _check_failure(site, "new", "site", "/proc/x", says="/proc/x")
    _check_failure(site, "new", "guide", "fishing", says="guides")


@pytest.mark.parametrize(
    ("number", "mend"),
    [
        (errno.EROFS, "permissions"),
        (errno.EACCES, "permissions"),
        (errno.ENOTDIR, "Move it"),
        (errno.ENOSPC, "Free some space"),
        (errno.EIO, "try again"),
    ],
)
def test_trouble_with_a_file_says_which_file_why_and_what_to_do(number: int, mend: str) -> None:
    failure = describe_disk_error(OSError(number, os.strerror(number), "build/site"))
    assert failure.message == f"build/site: {os.strerror(number)}"
    assert mend in failure.mend


@pytest.mark.parametrize(
    ("command", "work"),
    [
        ("build", "build.build_site"),
        ("check", "check.check_project"),
        ("sync", "sync.sync_project"),
        ("translate", "translate.translate_project"),
    ],
)
def test_an_interruption_has_an_exit_code_of_its_own(
    command: str,
    work: str,
    site: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def interrupt(*_arguments: object, **_named: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(f"waypost.pipeline.{work}", interrupt)
    monkeypatch.setattr("sys.argv", ["waypost", command, "--root", str(site)])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 130
    assert capsys.readouterr().err.strip() == "waypost: stopped; what was finished is saved."


def test_a_wrong_option_ends_with_a_word_about_it(site: Path) -> None:
    done = run_waypost(site, "build", "--no-such-option")
    assert done.returncode == 2
    assert "No such option" in done.stderr
    assert run_waypost(site, "--help").returncode == 0
