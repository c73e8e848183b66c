"""Packs from an index: downloaded when asked, verified, whole or not at all."""

from __future__ import annotations

import json
import shutil
import threading
from collections.abc import Iterator
from functools import partial
from hashlib import sha256
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from waypost.model.finding import Failure
from waypost.translation.engines.argos import ArgosEngine
from waypost.translation.engines.packs import load_packs
from waypost.translation.engines.packs_index import fetch_packs, parse_index

PACK = "translate-en_es-0_1.argosmodel"


@pytest.fixture
def shelf(project: Path, tmp_path: Path) -> Path:
    """A folder with the tiny pack and an index that lists it."""
    folder = tmp_path / "shelf"
    folder.mkdir()
    shutil.copy(project / "tests" / "packs" / PACK, folder)
    _list(folder, _entry(folder))
    return folder


def _entry(folder: Path, **more: object) -> dict[str, object]:
    return {
        "type": "translate",
        "from_code": "en",
        "to_code": "es",
        "package_version": "0.1",
        "links": [PACK],
        "sha256": sha256((folder / PACK).read_bytes()).hexdigest(),
        **more,
    }


def _list(folder: Path, *entries: dict[str, object]) -> None:
    (folder / "index.json").write_text(json.dumps(entries), "utf-8")


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def address(shelf: Path) -> Iterator[str]:
    """The shelf on a server of this machine."""
    handler = partial(_Quiet, directory=str(shelf))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_a_missing_pack_is_put_into_the_folder(shelf: Path, tmp_path: Path) -> None:
    packs = tmp_path / "packs"
    assert fetch_packs(str(shelf / "index.json"), packs, "en", ["es", "so"]) == ("en_es 0.1",)
    assert [path.name for path in packs.iterdir()] == [PACK]
    with ArgosEngine(packs, cache=tmp_path / "cache") as engine:
        assert engine.translate(["Call the office."], "en", "es") == ["Llame a la oficina."]


def test_an_index_may_be_an_address(address: str, tmp_path: Path) -> None:
    packs = tmp_path / "packs"
    assert fetch_packs(f"{address}/index.json", packs, "en", ["es"]) == ("en_es 0.1",)
    assert [pack.name for pack in load_packs(packs)] == ["en_es 0.1"]


def test_what_is_there_is_not_fetched_again(shelf: Path, tmp_path: Path) -> None:
    packs = tmp_path / "packs"
    fetch_packs(str(shelf / "index.json"), packs, "en", ["es"])
    (shelf / "index.json").unlink()
    assert fetch_packs(str(shelf / "index.json"), packs, "en", ["es"]) == ()


def test_two_packs_are_fetched_where_the_way_is_through_a_third_language(shelf: Path) -> None:
    second = _entry(shelf, from_code="es", to_code="gl", package_version="1.10")
    older = _entry(shelf, from_code="es", to_code="gl", package_version="1.9")
    listed = parse_index(json.dumps([_entry(shelf), older, second]).encode(), "index.json")
    assert [one.pack.name for one in listed] == ["en_es 0.1", "es_gl 1.9", "es_gl 1.10"]
    _list(shelf, _entry(shelf), older, second)
    # The second archive isn't what the index says, and nothing of it may stay.
    packs = shelf / "packs"
    with pytest.raises(Failure, match=r"isn't the pack es_gl 1\.10"):
        fetch_packs(str(shelf / "index.json"), packs, "en", ["gl"])
    assert [path.name for path in packs.iterdir()] == [PACK]


def test_other_bytes_than_the_index_says_are_not_kept(shelf: Path, tmp_path: Path) -> None:
    _list(shelf, _entry(shelf, sha256="0" * 64))
    packs = tmp_path / "packs"
    with pytest.raises(Failure, match="its digest is another") as caught:
        fetch_packs(str(shelf / "index.json"), packs, "en", ["es"])
    assert "Nothing was kept" in caught.value.mend
    assert list(packs.iterdir()) == []


def test_the_next_link_is_tried(shelf: Path, tmp_path: Path) -> None:
    _list(shelf, _entry(shelf, links=["gone.argosmodel", PACK]))
    packs = tmp_path / "packs"
    assert fetch_packs(str(shelf / "index.json"), packs, "en", ["es"]) == ("en_es 0.1",)


@pytest.mark.parametrize("links", [[], ["gone.argosmodel"], ["http://127.0.0.1:9/x.argosmodel"]])
def test_a_pack_that_cannot_be_had_is_a_failure(
    shelf: Path, tmp_path: Path, links: list[str]
) -> None:
    _list(shelf, _entry(shelf, links=links))
    with pytest.raises(Failure) as caught:
        fetch_packs(str(shelf / "index.json"), tmp_path / "packs", "en", ["es"])
    assert "by hand" in caught.value.mend
    assert list((tmp_path / "packs").iterdir()) == []


@pytest.mark.parametrize("text", ["", "{}", "nonsense", '"x"'])
def test_what_is_no_index_is_a_failure(tmp_path: Path, text: str) -> None:
    path = tmp_path / "index.json"
    path.write_text(text, "utf-8")
    with pytest.raises(Failure, match="no index of packs"):
        fetch_packs(str(path), tmp_path / "packs", "en", ["es"])


@pytest.mark.parametrize("index", ["no-such.json", "http://127.0.0.1:9/index.json"])
def test_an_index_that_cannot_be_read_is_a_failure(tmp_path: Path, index: str) -> None:
    with pytest.raises(Failure, match="can't be read"):
        fetch_packs(index, tmp_path / "packs", "en", ["es"])


def test_strange_lines_of_an_index_are_passed_over() -> None:
    values = [
        5,
        {},
        {"from_code": "en"},
        {"type": "sbd", "from_code": "a", "to_code": "b", "links": []},
    ]
    assert parse_index(json.dumps(values).encode(), "x") == ()
