from pathlib import Path

import pytest

from waypost.model.finding import Failure
from waypost.model.site import Output
from waypost.pipeline.outputs import clear_site, remove_outputs, save_output

SOURCES = ("mkdocs.yml", "content", "translations")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    home = tmp_path / "home"
    for path in ("content/guides/a.md", "translations/es/a.po", ".git/HEAD", "docs/index.md"):
        (home / path).parent.mkdir(parents=True, exist_ok=True)
        (home / path).write_text("kept", encoding="utf-8")
    return home


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def test_a_file_is_written_once_and_left_alone_when_equal(tmp_path: Path) -> None:
    first = save_output(str(tmp_path), Output("es/a/index.html", b"one"))
    assert save_output(str(tmp_path), Output("es/a/index.html", b"one")) == first
    assert save_output(str(tmp_path), Output("es/a/index.html", b"other")) != first
    assert (tmp_path / "es/a/index.html").read_bytes() == b"other"
    assert files(tmp_path) == ["index.html"]


def test_paths_of_a_cache_never_lead_out_of_the_site(root: Path) -> None:
    site = root / "build" / "site"
    save_output(str(site), Output("es/a/index.html", b"x"))
    remove_outputs(site, ["../../docs/index.md", str(root / "mkdocs.yml"), "es/a/index.html"])
    assert (root / "docs/index.md").exists()
    assert not (site / "es").exists()


@pytest.mark.parametrize(
    "folder",
    [".", "content", "content/guides", "translations/es", ".git", ".git/x", "docs", "build"],
)
def test_no_folder_with_something_of_value_is_emptied(root: Path, folder: str) -> None:
    (root / "build" / ".cache").mkdir(parents=True)
    before = files(root)
    with pytest.raises(Failure):
        clear_site(root / folder, root, SOURCES)
    assert files(root) == before


def test_a_link_out_of_the_site_is_not_followed(root: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "precious.txt").write_text("kept", encoding="utf-8")
    (root / "build").mkdir()
    (root / "build" / "site").symlink_to(elsewhere)
    with pytest.raises(Failure, match="link leads away"):
        clear_site(root / "build" / "site", root, SOURCES)
    assert files(elsewhere) == ["precious.txt"]


def test_a_former_site_is_emptied(root: Path) -> None:
    for folder in ("build/site", "public"):
        site = root / folder
        save_output(str(site), Output("robots.txt", b"x"))
        save_output(str(site), Output("es/a/index.html", b"x"))
        clear_site(site, root, SOURCES)
        assert files(site) == []


def test_a_file_in_place_of_the_folder_is_a_failure(root: Path) -> None:
    (root / "build").mkdir()
    (root / "build" / "site").write_text("x", encoding="utf-8")
    with pytest.raises(Failure, match="is a file"):
        clear_site(root / "build" / "site", root, SOURCES)
