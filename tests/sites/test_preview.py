"""The preview that follows each save: a slip of the keys takes no page away."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.sites.running import DAY, read_tree
from waypost.pipeline.build import BuildReport, cache_folder, sign
from waypost.pipeline.builder import Builder
from waypost.pipeline.cache import Cache
from waypost.pipeline.options import BuildOptions


class _Preview:
    """Builds as `waypost serve` does, again and again in one process."""

    def __init__(self, root: Path, target: Path, *, keep: bool = True) -> None:
        self._target = target
        options = BuildOptions(day=DAY, site_dir=target, preview=True, keep_last_good=keep, jobs=1)
        self._builder = Builder(
            root, options, DAY, Cache(cache_folder(root, options)), sign(DAY, options)
        )

    def build(self) -> BuildReport:
        return self._builder.build(time.perf_counter())

    def read(self) -> dict[str, bytes]:
        return read_tree(self._target)


_PAGES = {
    "content/guides/dog-license.md": "dog-license",
    "content/agencies/roads.yml": "roads",
    "content/journeys/moving-here.md": "moving-here",
}


def _files_of(name: str, files: dict[str, bytes]) -> dict[str, bytes]:
    return {path: data for path, data in files.items() if path.split("/")[-2:-1] == [name]}


@pytest.mark.parametrize(("path", "name"), _PAGES.items())
def test_the_last_good_page_stands_while_its_source_cannot_be_read(
    path: str, name: str, site: Path, tmp_path: Path
) -> None:
    preview = _Preview(site, tmp_path / "preview")
    preview.build()
    good = _files_of(name, preview.read())
    assert f"en/{name}/index.html" in good
    text = (site / path).read_text("utf-8")
    (site / path).write_text(text.replace("\n", "\nbroken: [\n", 1), "utf-8")
    for _ in range(2):
        findings = preview.build().findings
        assert any(one.place.path == path and one.code == "C003" for one in findings)
        assert _files_of(name, preview.read()) == good


def test_a_mended_page_is_made_anew_and_a_removed_one_goes(site: Path, tmp_path: Path) -> None:
    path = site / "content/guides/dog-license.md"
    preview = _Preview(site, tmp_path / "preview")
    preview.build()
    whole, text = preview.read(), path.read_text("utf-8")
    path.write_text(text.replace("title:", "title: [", 1), "utf-8")
    preview.build()
    path.write_text(text.replace("paper from the vet", "letter from the vet"), "utf-8")
    preview.build()
    assert b"letter from the vet" in preview.read()["en/dog-license/index.html"]
    path.write_text(text.replace("title:", "title: [", 1), "utf-8")
    preview.build()
    path.write_text(text, "utf-8")
    preview.build()
    assert preview.read() == whole
    path.write_text(text.replace("title:", "title: [", 1), "utf-8")
    preview.build()
    path.unlink()
    preview.build()
    assert _files_of("dog-license", preview.read()) == {}


def test_a_build_for_others_keeps_no_page_without_its_source(site: Path, tmp_path: Path) -> None:
    path = site / "content/guides/dog-license.md"
    preview = _Preview(site, tmp_path / "preview", keep=False)
    preview.build()
    path.write_text(path.read_text("utf-8").replace("title:", "title: [", 1), "utf-8")
    preview.build()
    assert _files_of("dog-license", preview.read()) == {}
