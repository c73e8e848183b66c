"""The search index of a preview follows the pages: whole, whatever happens meanwhile."""

from __future__ import annotations

import re
import time
from pathlib import Path
from random import Random

import pytest

from tests.sites.edits import EDITS
from tests.sites.indexes import find_pages, name_index_files, name_known_files
from tests.sites.running import DAY, build, build_afresh, name_differences, read_tree
from waypost.model.finding import Failure
from waypost.pipeline.build import SearchReport, cache_folder, sign
from waypost.pipeline.builder import Builder
from waypost.pipeline.cache import Cache
from waypost.pipeline.options import BuildOptions
from waypost.pipeline.search import MadeIndex
from waypost.pipeline.search_aside import SearchAside
from waypost.pipeline.state import load_state

_PATIENCE = 60.0
_LANGUAGES = ("en", "es", "ar", "pl")


class _Preview:
    """What `waypost serve` does, step by step."""

    def __init__(self, root: Path) -> None:
        self.site = root / "build" / "preview"
        options = BuildOptions(day=DAY, site_dir=self.site, preview=True, defer_search=True, jobs=1)
        folder, signature = cache_folder(root, options), sign(DAY, options)
        self._builder = Builder(root, options, DAY, Cache(folder), signature, load_state(folder))
        self.aside = SearchAside(self._builder.take_index)

    def build(self) -> None:
        self.aside.stop()
        self._builder.build(time.perf_counter())

    def start(self) -> None:
        plan = self._builder.plan_index()
        if plan is not None:
            self.aside.start(plan)

    @property
    def is_working(self) -> bool:
        """Whether a process is at it, or what it did is still to be taken."""
        return self.aside.is_busy

    def wait(self) -> SearchReport | None:
        """What was done, when all is done."""
        end = time.monotonic() + _PATIENCE
        while self.is_working and time.monotonic() < end:
            report = self.aside.poll()
            if report is not None:
                self._builder.save()
                return report
            time.sleep(0.02)
        assert not self.is_working
        return None

    def read(self) -> dict[str, bytes]:
        return read_tree(self.site)


def _edit(site: Path) -> None:
    path = site / "content" / "guides" / "dog-license.md"
    path.write_text(path.read_text("utf-8").replace("Bring the paper", "Bring the card"), "utf-8")


def test_pages_stand_before_the_index_does(site: Path, tmp_path: Path) -> None:
    preview = _Preview(site)
    preview.build()
    files = preview.read()
    assert "es/dog-license/index.html" in files
    assert not name_index_files(files)
    preview.start()
    report = preview.wait()
    assert report is not None
    assert (report.languages, report.pages) == (4, 36)
    _, clean = build_afresh(site, tmp_path / "clean", preview=True)
    assert name_differences(preview.read(), clean) == []


def test_an_index_stands_until_the_one_after_a_save_does(site: Path, tmp_path: Path) -> None:
    preview = _Preview(site)
    preview.build()
    preview.start()
    preview.wait()
    before = preview.read()
    _edit(site)
    preview.build()
    after = preview.read()
    assert before["en/dog-license/index.html"] != after["en/dog-license/index.html"]
    assert {path: before[path] for path in name_index_files(before)} == {
        path: after[path] for path in name_index_files(after)
    }
    preview.start()
    report = preview.wait()
    assert report is not None
    assert report.languages < 4, "only those whose pages say something else"
    assert find_pages(preview.read(), "en", "card") == {"dog-license"}
    _, clean = build_afresh(site, tmp_path / "clean", preview=True)
    assert name_differences(preview.read(), clean) == []


def test_where_nothing_changed_nothing_is_made(site: Path) -> None:
    preview = _Preview(site)
    preview.build()
    preview.start()
    assert preview.wait() is not None
    preview = _Preview(site)
    preview.build()
    preview.start()
    assert preview.wait() is None
    assert preview.read()["search/en.js"]


@pytest.mark.parametrize("seed", range(3))
def test_a_process_that_goes_on_makes_what_a_new_one_would(
    seed: int, site: Path, tmp_path: Path
) -> None:
    random = Random(f"goes on {seed}")
    preview = _Preview(site)
    preview.build()
    preview.start()
    preview.wait()
    for number in range(6):
        random.choice(EDITS)(site, random)
        preview.build()
        preview.start()
        preview.wait()
        if number % 2:
            _, clean = build_afresh(site, tmp_path / f"clean {number}", preview=True)
            assert name_differences(preview.read(), clean) == []
    preview.aside.close()
    assert preview.aside.pid is None


def test_one_process_makes_the_indexes_after_all_edits_of_pages(site: Path, tmp_path: Path) -> None:
    preview = _Preview(site)
    preview.build()
    preview.start()
    preview.wait()
    first = preview.aside.pid
    assert first is not None
    path = site / "content" / "guides" / "dog-license.md"
    for word in ("card", "letter", "card"):
        path.write_text(f"{path.read_text('utf-8').rstrip()}\n\nBring the {word}.\n", "utf-8")
        preview.build()
        preview.start()
        assert preview.wait() is not None
        assert preview.aside.pid == first
        assert "dog-license" in find_pages(preview.read(), "en", word)
    told = path.read_text("utf-8")
    for text in (f"{told}\nAsk the Parking Permit (PP) desk.\n", told):
        path.write_text(text, "utf-8")
        preview.build()
        preview.start()
        assert preview.wait() is not None
        assert preview.aside.pid == first
        assert ("parking-permit" in find_pages(preview.read(), "en", "PP")) is (text != told)
        _, clean = build_afresh(site, tmp_path / f"clean {text == told}", preview=True)
        assert name_differences(preview.read(), clean) == []
    preview.aside.close()


def test_where_lists_are_needed_another_process_begins_with_the_whole_plan(
    site: Path, tmp_path: Path
) -> None:
    preview = _Preview(site)
    preview.build()
    preview.start()
    preview.wait()
    first = preview.aside.pid
    path = site / "content" / "guides" / "dog-license.md"
    text = re.sub(
        "^title: .*$", "title: A card for dogs", path.read_text("utf-8"), flags=re.MULTILINE
    )
    path.write_text(text, "utf-8")
    preview.build()
    preview.start()
    # All pages of a translation are read again, since the title that they know is out of date.
    assert preview.wait() is not None
    assert preview.aside.pid != first
    _, clean = build_afresh(site, tmp_path / "clean", preview=True)
    assert name_differences(preview.read(), clean) == []
    preview.aside.close()


@pytest.mark.parametrize("seed", range(2))
def test_it_may_be_ended_at_any_time(seed: int, site: Path, tmp_path: Path) -> None:
    """A save, Ctrl+C or another start: what stands is whole, and the rest comes later."""
    random = Random(f"ended {seed}")
    preview = _Preview(site)
    for _ in range(8):
        if random.random() < 0.6:
            random.choice(EDITS)(site, random)
        preview.build()
        preview.start()
        time.sleep(random.choice([0.0, 0.02, 0.1, 0.2, 0.4]))
        preview.aside.stop()
        files = preview.read()
        assert not [path for path in files if path.endswith(".new")]
        for code in _LANGUAGES:
            if f"search/{code}.js" in files:
                assert name_known_files(files, code) <= files.keys()
        if random.random() < 0.4:
            preview = _Preview(site)
    preview.build()
    preview.start()
    preview.wait()
    report, clean = build_afresh(site, tmp_path / "clean", preview=True)
    assert report.written
    assert name_differences(preview.read(), clean) == []


def test_trouble_with_the_disk_is_told_and_the_preview_goes_on(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: MadeIndex) -> None:
        raise OSError(28, "No space left on device", "search/en.js")

    preview = _Preview(site)
    preview.build()
    with monkeypatch.context() as patch:
        patch.setattr(MadeIndex, "save", fail)
        preview.start()
        with pytest.raises(Failure, match="No space left"):
            preview.wait()
    assert not preview.is_working
    preview.build()
    preview.start()
    preview.wait()
    _, clean = build_afresh(site, tmp_path / "clean", preview=True)
    assert name_differences(preview.read(), clean) == []


def test_a_build_that_ended_while_it_wrote_an_index_leaves_nothing_behind(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(site)
    _edit(site)
    save = MadeIndex.save

    def end(made: MadeIndex) -> None:
        path = site / "build" / "site" / "assets" / "search" / made.code / "halfway.js"
        save(made)
        path.write_bytes(b"half")
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(MadeIndex, "save", end)
        with pytest.raises(KeyboardInterrupt):
            build(site)
    build(site)
    _, clean = build_afresh(site, tmp_path / "clean")
    assert name_differences(read_tree(site / "build" / "site"), clean) == []
