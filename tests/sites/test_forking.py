"""A forked command is the command: what it prints, how it ends, and nothing left for the next."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.sites.forking import run_forked
from tests.sites.running import build, quiet_environment, read_site, run_waypost, waypost_command


@pytest.mark.parametrize(
    "arguments",
    [
        ("--help",),
        ("check", "--format", "json"),
        ("check", "--nothing"),
        ("review", "status"),
        ("search", "dog"),
    ],
    ids=" ".join,
)
def test_it_prints_and_ends_as_one_that_is_started(arguments: tuple[str, ...], site: Path) -> None:
    started = subprocess.run(
        waypost_command(*arguments),
        cwd=site,
        env=quiet_environment(),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    forked = run_waypost(site, *arguments)
    assert (forked.returncode, forked.stdout, forked.stderr) == (
        started.returncode,
        started.stdout,
        started.stderr,
    )


def test_it_builds_what_a_build_in_line_gives(site: Path) -> None:
    assert run_waypost(site, "build", "--date", "2026-11-21").returncode == 0
    forked = read_site(site)
    assert not build(site).filled
    assert read_site(site) == forked


def test_one_that_takes_too_long_is_ended(site: Path) -> None:
    with pytest.raises(subprocess.TimeoutExpired):
        run_forked(("serve", "--port", "0"), site, quiet_environment(), patience=0.5)
    assert run_waypost(site, "--version").stdout.startswith("waypost, version ")
