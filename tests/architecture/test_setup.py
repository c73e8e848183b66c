"""Where a machine lacks something, set-up says what and how to get it, and leaves no trace."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest


@pytest.fixture
def bare(project: Path, tmp_path: Path) -> tuple[Path, dict[str, str]]:
    """A copy of the scripts, and the environment of a machine with hardly any program."""
    for name in ("scripts", "requirements"):
        shutil.copytree(project / name, tmp_path / name)
    shutil.copy(project / "pyproject.toml", tmp_path)
    programs = tmp_path / "bin"
    programs.mkdir()
    for name in ("bash", "cat", "cksum", "dirname", "env", "id", "rm"):
        found = shutil.which(name)
        assert found is not None
        (programs / name).symlink_to(found)
    return tmp_path, {"PATH": str(programs), "HOME": str(tmp_path)}


def _run(
    folder: Path, script: str, environment: dict[str, str]
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(folder / "scripts" / script)],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_without_python(bare: tuple[Path, dict[str, str]]) -> None:
    folder, environment = bare
    result = _run(folder, "setup", environment)
    assert result.returncode == 1
    assert "Python 3.11 or newer" in result.stderr
    assert "apt-get install python3 python3-venv" in result.stderr
    assert not (folder / ".venv").exists()


def test_with_a_python_that_is_too_old(bare: tuple[Path, dict[str, str]]) -> None:
    folder, environment = bare
    old = folder / "bin" / "python3"
    old.write_text("#!/bin/sh\nexit 1\n", "utf-8")
    old.chmod(0o755)
    result = _run(folder, "setup", environment)
    assert result.returncode == 1
    assert "found none" in result.stderr


def test_without_browser(bare: tuple[Path, dict[str, str]]) -> None:
    folder, environment = bare
    result = _run(folder, "browser", environment)
    assert result.returncode == 1
    assert "apt-get install chromium chromium-driver" in result.stderr
    assert "`make check` needs no browser" in result.stderr


def test_when_all_is_there_nothing_is_done(bare: tuple[Path, dict[str, str]]) -> None:
    folder, environment = bare
    for name in ("chromium", "chromedriver"):
        (folder / "bin" / name).symlink_to(folder / "bin" / "cat")
    result = _run(folder, "browser", environment)
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")
