"""Sites that several tests build upon, made once by each worker."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sites.running import build, copy_sources
from tests.sites.small_site import lay_small_site


@pytest.fixture(scope="session")
def example(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example county, built in a folder of its own."""
    root = copy_sources(project, tmp_path_factory.mktemp("example") / "site")
    report = build(root, jobs=None)
    assert report.written
    return root


@pytest.fixture(scope="session")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site with its translations, never built; tests work on copies."""
    root = tmp_path_factory.mktemp("small") / "site"
    lay_small_site(root)
    return root


@pytest.fixture
def site(small_site: Path, tmp_path: Path) -> Path:
    """A copy of the small site, to be changed."""
    return copy_sources(small_site, tmp_path / "site")
