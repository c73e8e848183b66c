"""The law of builds: whatever was edited, a build gives the bytes of a clean one."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path
from random import Random

import pytest

from tests.sites.edits import EDITS, Edit, touch_an_output
from tests.sites.pages import find_broken_links
from tests.sites.running import DAY, build, build_afresh, name_differences, read_site
from waypost.model.finding import Failure
from waypost.pipeline.build import cache_folder, sign
from waypost.pipeline.builder import Builder
from waypost.pipeline.cache import Cache
from waypost.pipeline.options import BuildOptions
from waypost.pipeline.state import load_state
from waypost.report.formats import has_errors

_SOURCE_EDITS = [edit for edit in EDITS if edit is not touch_an_output]
_DAYS = (DAY, DAY, DAY, date(2027, 7, 1))


def test_two_clean_builds_give_the_same_bytes(site: Path, tmp_path: Path) -> None:
    _, one = build_afresh(site, tmp_path / "one")
    _, other = build_afresh(site, tmp_path / "other")
    assert len(one) > 60
    assert name_differences(one, other) == []


@pytest.mark.parametrize("edit", EDITS, ids=[edit.__name__ for edit in EDITS])
def test_after_one_edit(edit: Edit, site: Path, tmp_path: Path) -> None:
    build(site)
    edit(site, Random(edit.__name__))
    _compare(site, tmp_path, DAY, preview=False, said=edit.__name__)


@pytest.mark.parametrize("seed", range(3))
def test_after_many_edits(seed: int, site: Path, tmp_path: Path) -> None:
    """Errors don't stop a preview, so that every state in between is compared."""
    random = Random(seed)
    said: list[str] = []
    for _ in range(14):
        for edit in random.sample(EDITS, random.randint(1, 3)):
            edit(site, random)
            said.append(edit.__name__)
        said.append("build")
        _compare(site, tmp_path, random.choice(_DAYS), preview=True, said=" ".join(said))


@pytest.mark.parametrize("seed", range(1))
def test_after_errors_that_stopped_publication(seed: int, site: Path, tmp_path: Path) -> None:
    random = Random(f"errors {seed}")
    said: list[str] = []
    built = 0
    for _ in range(12):
        edit = random.choice(EDITS)
        edit(site, random)
        said.append(edit.__name__)
        built += _compare(site, tmp_path, DAY, preview=False, said=" ".join(said))
    assert built


@pytest.mark.parametrize("seed", range(1))
def test_after_many_edits_of_a_running_preview(seed: int, site: Path, tmp_path: Path) -> None:
    """`waypost serve` keeps in memory what it has read, and must never show what is gone."""
    random = Random(f"preview {seed}")
    builder = _start_preview(site)
    said: list[str] = []
    for _ in range(16):
        for edit in random.sample(EDITS, random.randint(1, 3)):
            edit(site, random)
            said.append(edit.__name__)
        said.append("build")
        report = builder.build(time.perf_counter())
        clean_report, clean = build_afresh(site, tmp_path / "clean", preview=True)
        assert report.findings == clean_report.findings, " ".join(said)
        assert name_differences(read_site(site), clean) == [], " ".join(said)


@pytest.mark.parametrize("seed", range(2))
def test_after_many_edits_of_a_watched_preview(seed: int, site: Path, tmp_path: Path) -> None:
    """Told which files a save touched, the preview looks at no other."""
    random = Random(f"watched {seed}")
    builder = _start_preview(site)
    builder.build(time.perf_counter())
    known = _read_sources(site)
    said: list[str] = []
    for _ in range(14):
        for edit in random.sample(_SOURCE_EDITS, random.randint(1, 3)):
            edit(site, random)
            said.append(edit.__name__)
        said.append("build")
        now = _read_sources(site)
        changed = {path for path in known.keys() | now.keys() if known.get(path) != now.get(path)}
        known = now
        report = builder.build_again(time.perf_counter(), changed)
        builder.save()
        clean_report, clean = build_afresh(site, tmp_path / "clean", preview=True)
        assert report.findings == clean_report.findings, " ".join(said)
        assert name_differences(read_site(site), clean) == [], " ".join(said)


def _read_sources(site: Path) -> dict[Path, tuple[int, bytes]]:
    names = ("content", "translations", "mkdocs.yml")
    files = (path for name in names for path in [site / name, *(site / name).rglob("*")])
    return {
        path.resolve(): (path.stat().st_mtime_ns, path.read_bytes())
        for path in files
        if path.is_file()
    }


def test_a_preview_goes_on_after_a_build_that_failed(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    builder = _start_preview(site)
    builder.build(time.perf_counter())
    extra = site / "content" / "guides" / "extra.md"
    extra.write_bytes((site / "content" / "guides" / "dog-license.md").read_bytes())

    def fail(*_: object) -> None:
        raise Failure("No space left.", "Make room.")

    with monkeypatch.context() as patch:
        patch.setattr("waypost.pipeline.builder.remove_outputs", fail)
        with pytest.raises(Failure):
            builder.build(time.perf_counter())
    extra.unlink()
    builder.build(time.perf_counter())
    _, clean = build_afresh(site, tmp_path / "clean", preview=True)
    assert name_differences(read_site(site), clean) == []


def _start_preview(site: Path) -> Builder:
    options = BuildOptions(day=DAY, preview=True, jobs=1)
    folder = cache_folder(site, options)
    return Builder(site, options, DAY, Cache(folder), sign(DAY, options), load_state(folder))


def _compare(site: Path, tmp_path: Path, day: date, *, preview: bool, said: str) -> bool:
    """Whether the site could be built; what was built is as a clean build has it."""
    before = read_site(site)
    report = build(site, day, preview=preview)
    clean_report, clean = build_afresh(site, tmp_path / "clean", day, preview=preview)
    assert report.findings == clean_report.findings, said
    assert report.written == clean_report.written, said
    if not report.written:
        assert read_site(site) == before, said
        return False
    assert name_differences(read_site(site), clean) == [], said
    assert report.pages == clean_report.pages, said
    if not has_errors(report.findings):
        assert find_broken_links(clean, "/") == [], said
    return True
