"""`mkdocs build` is a second door to the same pipeline: the same bytes come out."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.sites.running import (
    copy_sources,
    name_differences,
    quiet_environment,
    read_site,
    run_waypost,
)

_EPOCH = "1795219200"
"""2026-11-21, in the way in which reproducible builds say it."""


def _run_mkdocs(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", *arguments],
        cwd=root,
        env=quiet_environment(NO_MKDOCS_2_WARNING="1", SOURCE_DATE_EPOCH=_EPOCH),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_mkdocs_gives_the_same_bytes(site: Path, tmp_path: Path) -> None:
    other = copy_sources(site, tmp_path / "mkdocs")
    ours = run_waypost(site, "build", SOURCE_DATE_EPOCH=_EPOCH)
    assert ours.returncode == 0, ours.stdout + ours.stderr
    theirs = _run_mkdocs(other)
    assert theirs.returncode == 0, theirs.stdout + theirs.stderr
    files = read_site(site)
    assert len(files) > 60
    assert name_differences(files, read_site(other)) == []
    # After an edit too, whichever door was used before.
    for root in (site, other):
        facts = root / "content" / "facts.yml"
        facts.write_text(facts.read_text("utf-8").replace("money: 35", "money: 44"), "utf-8")
    assert run_waypost(other, "build", SOURCE_DATE_EPOCH=_EPOCH).returncode == 0
    assert _run_mkdocs(site).returncode == 0
    assert read_site(site) != files
    assert name_differences(read_site(site), read_site(other)) == []


def test_mkdocs_prepares_the_same_files_for_a_host(site: Path, tmp_path: Path) -> None:
    settings = site / "mkdocs.yml"
    text = settings.read_text("utf-8")
    settings.write_text(text.replace("      source: en\n", "      source: en\n      host: nginx\n"))
    other = copy_sources(site, tmp_path / "mkdocs")
    assert run_waypost(site, "build", SOURCE_DATE_EPOCH=_EPOCH).returncode == 0
    assert _run_mkdocs(other).returncode == 0
    files = read_site(site)
    assert any(path.endswith(".br") for path in files)
    assert name_differences(files, read_site(other)) == []
    told = "build/host/nginx/waypost.conf"
    assert (site / told).read_bytes() == (other / told).read_bytes()


def test_mkdocs_says_the_same_of_mistakes_and_publishes_nothing(site: Path) -> None:
    assert _run_mkdocs(site).returncode == 0
    before = read_site(site)
    guide = site / "content" / "guides" / "dog-license.md"
    guide.write_text(guide.read_text("utf-8").replace("(parking-permit#", "(nowhere#"), "utf-8")
    ours = run_waypost(site, "build", SOURCE_DATE_EPOCH=_EPOCH)
    theirs = _run_mkdocs(site)
    assert ours.returncode == 1
    assert theirs.returncode != 0
    said = [line for line in ours.stdout.splitlines() if line.startswith("content/")]
    assert said
    assert set(said) <= set(theirs.stderr.splitlines())
    assert "Traceback" not in theirs.stdout + theirs.stderr
    # The site that was published before stands as it was.
    assert read_site(site) == before


def test_the_site_can_go_elsewhere(site: Path, tmp_path: Path) -> None:
    target = tmp_path / "public"
    theirs = _run_mkdocs(site, "--site-dir", os.fspath(target))
    assert theirs.returncode == 0, theirs.stdout + theirs.stderr
    assert (target / "es" / "dog-license" / "index.html").exists()
    assert not (site / "build" / "site").exists()
