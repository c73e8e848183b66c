"""`waypost translate` while somebody edits the same PO files: what she saves is never lost."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import polib
import pytest

from tests.sites.reviewing import accept_documents
from tests.sites.running import DAY, lay_files
from tests.sites.small_site import CONTENT
from waypost.pipeline import translate, translate_run
from waypost.pipeline.project import open_project
from waypost.pipeline.sync import sync_project
from waypost.pipeline.translate import EngineChoice, translate_project
from waypost.translation.engines.pseudo import PseudoEngine

_FILES = ("phrases", "topics", "guides/dog-license", "guides/parking-permit")


class Interrupter(PseudoEngine):
    """An engine during whose first answer, or first few, something happens to the files."""

    def __init__(self, happens: Callable[[int], None]) -> None:
        self._happens = happens
        self._calls = 0

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[str]:
        """As the engine says, after something has happened."""
        self._calls += 1
        self._happens(self._calls)
        return super().translate(texts, source, target)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The small site, synced, with nothing translated."""
    root = tmp_path / "site"
    lay_files(root, CONTENT)
    sync_project(open_project(root, DAY), (), dry_run=False)
    return root


def _run(
    root: Path, happens: Callable[[int], None], monkeypatch: pytest.MonkeyPatch
) -> tuple[str, ...]:
    """The codes of what a run says while `happens` is called with the number of each batch."""
    engine = Interrupter(happens)
    monkeypatch.setattr(translate, "make_engine", lambda *_: engine)
    project = open_project(root, DAY)
    report = translate_project(project, ("es",), EngineChoice("pseudo", root), dry_run=False)
    return tuple(one.code for one in report.findings)


def _path(root: Path, name: str) -> Path:
    return root / "translations" / "es" / f"{name}.po"


def _write(root: Path, name: str, text: str, number: int = 0) -> str:
    """A person's words in a file, as her editor saves them; the address."""
    file = polib.pofile(str(_path(root, name)), wrapwidth=78)
    entries = [entry for entry in file if not entry.obsolete and "{" not in entry.msgid]
    entry = entries[number % len(entries)]
    entry.msgstr = text
    entry.flags = []
    file.save()
    return str(entry.msgctxt)


def _find(root: Path, name: str, address: str) -> polib.POEntry:
    file = polib.pofile(str(_path(root, name)))
    return next(entry for entry in file if entry.msgctxt == address and not entry.obsolete)


def test_words_saved_during_the_run_stay(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    addresses: dict[str, str] = {}

    def edit(call: int) -> None:
        if call == 1:
            for name in _FILES:
                addresses[name] = _write(root, name, f"Palabras en {name}.")

    assert _run(root, edit, monkeypatch) == ()
    for name in _FILES:
        entry = _find(root, name, addresses[name])
        assert entry.msgstr == f"Palabras en {name}."
        assert "mt:" not in entry.tcomment
        others = [
            one for one in polib.pofile(str(_path(root, name))) if one.msgctxt != entry.msgctxt
        ]
        assert any("mt:" in one.tcomment for one in others), name


def test_words_saved_between_two_savings_of_a_file_stay(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(translate_run, "_BATCH", 2)
    monkeypatch.setattr(translate_run, "_SAVE_EVERY", 2)
    written: dict[str, str] = {}

    def edit(call: int) -> None:
        if call in {2, 3, 5, 7}:
            address = _write(root, "guides/parking-permit", f"Palabras número {call}.", call)
            written[address] = f"Palabras número {call}."

    _run(root, edit, monkeypatch)
    assert len(written) >= 4
    for address, text in written.items():
        assert _find(root, "guides/parking-permit", address).msgstr == text


def test_a_text_that_somebody_reviews_during_the_run_stays_reviewed(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = _write(root, "guides/dog-license", "Palabras de Ana.")
    _write(root, "guides/dog-license", "Palabras de Eva.", 1)

    def review(call: int) -> None:
        if call == 1:
            accept_documents(
                open_project(root, DAY),
                "es",
                ["guides/dog-license"],
                addresses=(address,),
                handle="ana",
            )

    _run(root, review, monkeypatch)
    entry = _find(root, "guides/dog-license", address)
    assert (entry.msgstr, entry.tcomment.partition(" src=")[0]) == (
        "Palabras de Ana.",
        f"reviewed: ana {DAY.isoformat()}",
    )


def test_a_file_that_somebody_leaves_in_conflict_is_left_alone(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = _path(root, "guides/dog-license")
    broken = path.read_bytes() + b"\n<<<<<<< ours\n"

    def break_off(call: int) -> None:
        if call == 1:
            path.write_bytes(broken)

    codes = _run(root, break_off, monkeypatch)
    assert path.read_bytes() == broken
    assert codes == ("T013",)
    assert "mt:" in _path(root, "guides/parking-permit").read_text("utf-8")


def test_a_file_that_somebody_deletes_is_written_anew(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = _path(root, "guides/dog-license")
    _run(root, lambda call: path.unlink() if call == 1 else None, monkeypatch)
    assert "mt:" in path.read_text("utf-8")
