"""Links that lead out of the site and pipes among its files: told, never opened."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.sites.running import build, read_site, read_tree, run_waypost

SECRET = "never to be seen\n"


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """A folder that is none of the site's, with a secret in it."""
    folder = tmp_path / "outside"
    folder.mkdir()
    (folder / "secret").write_text(SECRET, "utf-8")
    return folder


def link(path: Path, target: Path) -> None:
    """The path is a link, whatever stood there before."""
    if path.is_dir():
        path.rename(path.with_name(f".{path.name}.before"))
    path.unlink(missing_ok=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to(target)


def tells(printed: str, path: str, code: str) -> bool:
    """Whether a line names the path as the place of an error with this code."""
    return any(
        line.startswith(f"{path}:1:1: error: ") and line.endswith(f"[{code}]")
        for line in printed.splitlines()
    )


WRITERS = (
    ("sync",),
    ("translate", "--engine", "pseudo"),
    ("review", "accept", "es", "guides/parking-permit", "--as", "ana"),
)


@pytest.mark.parametrize("command", WRITERS, ids=lambda words: words[0])
def test_nothing_is_written_through_a_link(
    site: Path, outside: Path, command: tuple[str, ...]
) -> None:
    link(site / "translations" / "es" / "guides", outside)
    before = read_tree(outside), read_tree(site / "translations")
    done = run_waypost(site, *command)
    assert done.returncode != 0
    assert "translations/es/guides:1:1" in done.stdout + done.stderr
    assert "T091" in done.stdout + done.stderr
    assert (read_tree(outside), read_tree(site / "translations")) == before


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("translations/es/glossary.csv", "T091"),
        ("translations/glossary.csv", "T091"),
        ("translations/views.csv", "T091"),
        ("translations/reviewers.yml", "T091"),
        ("translations/es/guides/parking-permit.po", "T091"),
        ("content/guides/stolen.md", "C018"),
        ("content/facts.yml", "C018"),
        ("content/agencies/stolen.yml", "C018"),
    ],
)
def test_a_link_out_of_the_site_is_told_and_not_read(
    site: Path, outside: Path, path: str, code: str
) -> None:
    link(site / path, outside / "secret")
    done = run_waypost(site, "check")
    assert done.returncode == 1, done.stderr
    assert tells(done.stdout, path, code)
    assert "never to be seen" not in done.stdout + done.stderr
    report = build(site)
    assert code in {one.code for one in report.findings}
    assert not report.written


def test_a_link_that_comes_after_a_build_stops_the_next(site: Path, outside: Path) -> None:
    assert build(site).written
    link(site / "translations" / "es" / "extra", outside)
    report = build(site)
    assert "T091" in {one.code for one in report.findings}


def test_no_file_from_elsewhere_is_published(site: Path, outside: Path) -> None:
    (outside / "keys.txt").write_text(SECRET, "utf-8")
    link(site / "content" / "keys.txt", outside / "keys.txt")
    link(site / "content" / "more", outside)
    build(site, preview=True)
    published = read_site(site)
    assert published
    assert not any(SECRET.encode() in data for data in published.values())


def test_a_whole_folder_that_is_a_link_is_told(site: Path, outside: Path) -> None:
    link(site / "translations", outside)
    done = run_waypost(site, "check")
    assert tells(done.stdout, "translations", "T091")
    assert run_waypost(site, "sync").returncode != 0
    assert [path.name for path in outside.iterdir()] == ["secret"]


def test_a_link_within_the_folder_is_as_good_as_a_file(site: Path) -> None:
    own = site / "translations" / "es" / "glossary.csv"
    own.write_text("term,rule,variants\nfee,,tarifa\n", "utf-8")
    link(site / "translations" / "pl" / "glossary.csv", own)
    done = run_waypost(site, "check")
    assert "T091" not in done.stdout
    (site / "translations" / "es" / "glossary.csv").write_text("nonsense\n", "utf-8")
    assert "translations/pl/glossary.csv" in run_waypost(site, "check").stdout


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("translations/es/topics.po", "T092"),
        ("translations/reviewers.yml", "T092"),
        ("content/facts.yml", "C019"),
        ("content/guides/parking-permit.md", "C019"),
    ],
)
def test_a_pipe_is_told_and_never_opened(site: Path, path: str, code: str) -> None:
    (site / path).unlink(missing_ok=True)
    os.mkfifo(site / path)
    done = run_waypost(site, "check")
    assert tells(done.stdout, path, code)
    report = build(site)
    assert code in {one.code for one in report.findings}
    assert run_waypost(site, "sync").returncode != 0
    assert run_waypost(site, "review", "status").returncode in {0, 2}


def test_no_new_guide_is_written_through_a_link(site: Path, outside: Path) -> None:
    link(site / "content" / "guides", outside)
    done = run_waypost(site, "new", "guide", "dog-tag")
    assert done.returncode == 2
    assert "content/guides" in done.stderr
    assert [path.name for path in outside.iterdir()] == ["secret"]
