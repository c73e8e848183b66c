"""Whatever is edited between two looks: the counts of `review status` are those counted afresh."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.sites.running import DAY, copy_sources
from tests.sites.small_site import lay_small_site
from waypost.pipeline.documents import documents_of, read_texts
from waypost.pipeline.project import open_project
from waypost.pipeline.review_status import StatusRow, review_status
from waypost.translation.index import index_segments
from waypost.translation.po_reader import read_targets
from waypost.translation.review import count_states
from waypost.translation.reviewers import load_reviewers
from waypost.translation.state import resolve

_numbers = st.integers(0, 10_000)


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The small site as it was, and a folder to edit it in."""
    folder = tmp_path_factory.mktemp("status")
    lay_small_site(folder / "former")
    return folder / "former", folder / "site"


def _another_letter(path: Path, number: int) -> None:
    """One letter of the file is another one: its size stays."""
    data = bytearray(path.read_bytes())
    letters = [n for n, byte in enumerate(data) if chr(byte).isalpha() and byte < 128]
    if letters:
        data[letters[number % len(letters)]] ^= 0x02
        path.write_bytes(data)


def _catalogue(root: Path, number: int) -> Path | None:
    paths = sorted((root / "translations").rglob("*.po"))
    return paths[number % len(paths)] if paths else None


def _edit_catalogue(root: Path, number: int) -> None:
    if path := _catalogue(root, number):
        _another_letter(path, number)


def _drop_stamps(root: Path, number: int) -> None:
    if path := _catalogue(root, number):
        lines = path.read_text("utf-8", "replace").split("\n")
        path.write_text("\n".join(line for line in lines if line[:2] != "# "), "utf-8")


def _drop_catalogue(root: Path, number: int) -> None:
    if path := _catalogue(root, number):
        path.unlink()


def _swap_catalogues(root: Path, number: int) -> None:
    one, other = _catalogue(root, number), _catalogue(root, number // 7)
    if one and other:
        former = one.read_bytes()
        one.write_bytes(other.read_bytes())
        other.write_bytes(former)


def _edit_source(root: Path, number: int) -> None:
    paths = sorted((root / "content").rglob("*.md")) + sorted((root / "content").rglob("*.yml"))
    _another_letter(paths[number % len(paths)], number // 3)


def _drop_guide(root: Path, number: int) -> None:
    paths = sorted((root / "content" / "guides").glob("*.md"))
    if len(paths) > 1:
        paths[number % len(paths)].unlink()


def _rename_guide(root: Path, number: int) -> None:
    paths = sorted((root / "content" / "guides").glob("*.md"))
    paths[number % len(paths)].rename(root / "content" / "guides" / f"renamed-{number}.md")


def _edit_reviewers(root: Path, number: int) -> None:
    _another_letter(root / "translations" / "reviewers.yml", number)


def _edit_settings(root: Path, number: int) -> None:
    path = root / "mkdocs.yml"
    text = path.read_text("utf-8")
    old, new = [
        ("es: {tier: core,", "es: {tier: card,"),
        ("es: {tier: card,", "es: {tier: core,"),
        ("fr: {tier: card}", "fr: {tier: core}"),
        ("        pl: {tier: core}\n", ""),
        ("territory: US", "territory: CA"),
    ][number % 5]
    path.write_text(text.replace(old, new), "utf-8")


_EDITS: tuple[Callable[[Path, int], None], ...] = (
    _edit_catalogue,
    _drop_stamps,
    _drop_catalogue,
    _swap_catalogues,
    _edit_source,
    _drop_guide,
    _rename_guide,
    _edit_reviewers,
    _edit_settings,
)
_edits = st.lists(st.tuples(st.sampled_from(_EDITS), _numbers), min_size=1, max_size=4)


def _count_afresh(root: Path) -> tuple[StatusRow, ...]:
    project = open_project(root, DAY)
    texts = read_texts(project)
    reviewers = load_reviewers(root).reviewers
    rows: list[StatusRow] = []
    for offered in project.settings.targets:
        code = offered.language.code
        for each in documents_of(texts, offered):
            path = root / "translations" / code / f"{each.document.name}.po"
            entries = read_targets(path.read_bytes() if path.exists() else b"")
            found = resolve(index_segments(each.document), entries, reviewers.handles_for(code))
            counts = count_states(each.document, found)
            rows.append(StatusRow(code, each.document.name, counts))
    return tuple(rows)


@settings(max_examples=12)
@given(edits=_edits)
@example(edits=[(_edit_reviewers, number) for number in range(6)])
@example(edits=[(each, 4) for each in _EDITS])
def test_what_is_remembered_is_what_is_there(
    folders: tuple[Path, Path], edits: list[tuple[Callable[[Path, int], None], int]]
) -> None:
    former, root = folders
    shutil.rmtree(root, ignore_errors=True)
    copy_sources(former, root)
    assert review_status(open_project(root, DAY), ()) == _count_afresh(root)
    for edit, number in edits:
        edit(root, number)
        project = open_project(root, DAY)
        afresh = _count_afresh(root)
        assert review_status(project, ()) == afresh
        # A look at one language leaves what is known of the others as it was.
        one = project.settings.targets[0].language.code
        assert review_status(project, (one,)) == tuple(r for r in afresh if r.language == one)
    assert review_status(open_project(root, DAY), ()) == _count_afresh(root)
