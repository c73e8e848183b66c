"""What leads out of a folder is found, wherever on the way the link stands."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from waypost.files.inside import Stray, StrayError, find_stray, load_inside
from waypost.files.scan import list_folder, scan_inputs

NAME = "es/guides/renew.po"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A site with one catalogue, and a file beside the site."""
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "renew.po").write_bytes(b"secret")
    root = tmp_path / "site"
    (root / "docs" / "t" / "es" / "guides").mkdir(parents=True)
    (root / "docs" / "t" / NAME).write_bytes(b"own")
    return root


def test_a_plain_file_is_read(root: Path) -> None:
    assert find_stray(root, "docs/t", NAME) is None
    assert load_inside(root, "docs/t", NAME) == b"own"
    assert find_stray(root, "docs/t", "es/none.po") is None
    with pytest.raises(FileNotFoundError):
        load_inside(root, "docs/t", "es/none.po")


@pytest.mark.parametrize("at", ["docs", "docs/t", "docs/t/es", "docs/t/es/guides"])
def test_a_folder_that_is_a_link_out_is_named(root: Path, at: str) -> None:
    (root / at).rename(root / "before")
    (root / at).symlink_to(root.parent / "outside")
    assert find_stray(root, "docs/t", NAME) == Stray(at, is_link=True)
    with pytest.raises(StrayError):
        load_inside(root, "docs/t", NAME)


@pytest.mark.parametrize(
    "target", ["../../../../../outside/renew.po", "../../../../before", "/etc"]
)
def test_a_file_that_is_a_link_out_is_named(root: Path, target: str) -> None:
    path = root / "docs" / "t" / NAME
    path.rename(root / "before")
    path.symlink_to(target)
    assert find_stray(root, "docs/t", NAME) == Stray(f"docs/t/{NAME}", is_link=True)
    scan = scan_inputs(root, ["docs/t"])
    assert (scan.marks, scan.has_links) == ({}, True)
    assert scan.strays == (Stray(f"docs/t/{NAME}", is_link=True),)
    assert list_folder(root, "docs/t", "es/guides") == []


def test_a_link_within_may_lead_to_a_link_out_and_that_is_found(root: Path) -> None:
    hidden = root / "docs" / "t" / ".hidden"
    hidden.mkdir()
    (hidden / "renew.po").symlink_to(root.parent / "outside" / "renew.po")
    (root / "docs" / "t" / "pl").mkdir()
    (root / "docs" / "t" / "pl" / "guides").symlink_to(hidden)
    assert scan_inputs(root, ["docs/t"]).has_links
    found = find_stray(root, "docs/t", "pl/guides/renew.po")
    assert found == Stray("docs/t/pl/guides/renew.po", is_link=True)


def test_a_circle_of_links_and_a_pipe_are_strays(root: Path) -> None:
    folder = root / "docs" / "t" / "es"
    (folder / "a.po").symlink_to("b.po")
    (folder / "b.po").symlink_to("a.po")
    os.mkfifo(folder / "c.po")
    strays = {stray.path: stray.is_link for stray in scan_inputs(root, ["docs/t"]).strays}
    assert strays == {
        "docs/t/es/a.po": True,
        "docs/t/es/b.po": True,
        "docs/t/es/c.po": False,
    }
    assert list_folder(root, "docs/t", "es") == []


def test_a_link_to_a_sibling_is_as_good_as_a_file(root: Path) -> None:
    (root / "docs" / "t" / "es" / "twin.po").symlink_to("guides/renew.po")
    scan = scan_inputs(root, ["docs/t"])
    assert scan.strays == ()
    assert set(scan.marks) == {f"docs/t/{NAME}", "docs/t/es/twin.po"}
    assert list_folder(root, "docs/t", "es") == ["twin.po"]
    assert load_inside(root, "docs/t", "es/twin.po") == b"own"
