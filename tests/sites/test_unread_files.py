"""A file that no page is made of is told of by check and by build."""

from __future__ import annotations

from pathlib import Path

from tests.sites.running import DAY, build, lay_files
from waypost.pipeline.check import check_project
from waypost.pipeline.project import open_project


def test_a_file_in_a_wrong_place_is_a_warning(site: Path) -> None:
    assert "C017" not in {one.code for one in build(site).findings}
    lay_files(site, {"content/guides/sub/x.md": "x", "content/form.txt": "x"})
    for findings in (build(site).findings, check_project(open_project(site, DAY))):
        unread = [str(one.place) for one in findings if one.code == "C017"]
        assert unread == ["content/guides/sub/x.md:1:1"]
