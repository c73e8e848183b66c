"""Packs are found by what they say of themselves, and the way between two languages is explicit."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from waypost.model.finding import Failure
from waypost.translation.engines.packs import Pack, find_route, load_packs, unpack_pack


def _metadata(source: str, target: str, version: str = "1.0", **more: str) -> str:
    values = {"from_code": source, "to_code": target, "package_version": version}
    return json.dumps(values | more)


def _folder(root: Path, name: str, metadata: str) -> Path:
    folder = root / name
    folder.mkdir(parents=True)
    (folder / "metadata.json").write_text(metadata, "utf-8")
    return folder


def _archive(root: Path, name: str, metadata: str) -> Path:
    path = root / f"{name}.argosmodel"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(f"{name}/metadata.json", metadata)
        archive.writestr(f"{name}/model/model.bin", "weights")
    return path


def _pack(source: str, target: str, version: str = "1.0") -> Pack:
    return Pack(source, target, version, Path(f"{source}_{target}"))


def test_archives_and_folders_are_packs_and_nothing_else_is(tmp_path: Path) -> None:
    _archive(tmp_path, "en_es", _metadata("en", "es"))
    _folder(tmp_path, "en_fr", _metadata("en", "fr", "1.9"))
    _folder(tmp_path, "sbd", _metadata("en", "en", type="sbd"))
    (tmp_path / "stray").mkdir()
    (tmp_path / "README.md").write_text("packs", "utf-8")
    assert [pack.name for pack in load_packs(tmp_path)] == ["en_es 1.0", "en_fr 1.9"]


def test_the_newer_of_two_packs_for_a_pair_counts(tmp_path: Path) -> None:
    for version in ("1.9", "1.10", "1.2"):
        _archive(tmp_path, f"en_es-{version}", _metadata("en", "es", version))
    assert [pack.name for pack in load_packs(tmp_path)] == ["en_es 1.10"]


def test_a_missing_folder_says_where_packs_go(tmp_path: Path) -> None:
    with pytest.raises(Failure, match="no folder of Argos packs") as caught:
        load_packs(tmp_path / "packs")
    assert "*.argosmodel" in caught.value.mend


@pytest.mark.parametrize("content", [b"", b"not a zip", b"PK\x03\x04broken"])
def test_a_broken_archive_is_named(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "en_es.argosmodel").write_bytes(content)
    with pytest.raises(Failure, match=r"en_es\.argosmodel is not an Argos pack"):
        load_packs(tmp_path)


def test_an_archive_without_metadata_is_named(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "x.argosmodel", "w") as archive:
        archive.writestr("x/other.json", "{}")
    with pytest.raises(Failure, match=r"no metadata\.json"):
        load_packs(tmp_path)


def test_broken_metadata_is_named(tmp_path: Path) -> None:
    _folder(tmp_path, "en_es", "{")
    with pytest.raises(Failure, match=r"broken metadata\.json"):
        load_packs(tmp_path)


def test_an_archive_is_unpacked_once(tmp_path: Path) -> None:
    _archive(tmp_path, "en_es", _metadata("en", "es"))
    (pack,) = load_packs(tmp_path)
    folder = unpack_pack(pack, tmp_path / "cache")
    assert (folder / "model" / "model.bin").read_text("utf-8") == "weights"
    (folder / "kept").write_text("", "utf-8")
    assert unpack_pack(pack, tmp_path / "cache") == folder
    assert (folder / "kept").exists()
    assert [path.name for path in (tmp_path / "cache").iterdir()] == [folder.parent.name]


def test_a_changed_archive_is_unpacked_anew(tmp_path: Path) -> None:
    _archive(tmp_path, "en_es", _metadata("en", "es"))
    before = unpack_pack(load_packs(tmp_path)[0], tmp_path / "cache")
    _archive(tmp_path, "en_es", _metadata("en", "es", "2.0"))
    after = unpack_pack(load_packs(tmp_path)[0], tmp_path / "cache")
    assert before != after
    assert '"2.0"' in (after / "metadata.json").read_text("utf-8")


def test_an_archive_cannot_write_outside_of_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "packs" / "evil.argosmodel"
    path.parent.mkdir()
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("evil/metadata.json", _metadata("en", "es"))
        archive.writestr("../../../outside", "x")
    unpack_pack(load_packs(path.parent)[0], tmp_path / "deep" / "er" / "cache")
    assert not [found for found in tmp_path.rglob("outside") if "cache" not in found.parts]


def test_a_folder_is_used_where_it_is(tmp_path: Path) -> None:
    folder = _folder(tmp_path, "en_es", _metadata("en", "es"))
    (pack,) = load_packs(tmp_path)
    assert unpack_pack(pack, tmp_path / "cache") == folder
    assert not (tmp_path / "cache").exists()


@pytest.mark.parametrize(
    ("pairs", "source", "target", "route"),
    [
        (["en_es"], "en", "es", "en_es 1.0"),
        (["en_es"], "en-US", "es-MX", "en_es 1.0"),
        (["en_zh", "en_zt"], "en", "zh-Hans", "en_zh 1.0"),
        (["en_zh", "en_zt"], "en", "zh-Hant", "en_zt 1.0"),
        (["en_zh"], "en", "zh-Hant", None),  # simplified is not traditional
        (["en_pb", "en_pt"], "en", "pt-BR", "en_pb 1.0"),
        (["en_pt"], "en", "pt-BR", "en_pt 1.0"),
        (["en_tl"], "en", "fil", "en_tl 1.0"),
        (["en_es", "es_en"], "es", "en", "es_en 1.0"),
        (["es_en", "en_fr", "es_it", "it_fr"], "es", "fr", "es_en 1.0 en_fr 1.0"),
        (["en_fr", "fr_ht"], "en", "ht", "en_fr 1.0 fr_ht 1.0"),
        (["en_fr", "fr_ht", "en_ht"], "en", "ht", "en_ht 1.0"),
        (["en_fr", "fr_es", "es_ht"], "en", "ht", None),  # three packs in a row garble too much
        (["es_en"], "en", "es", None),
        ([], "en", "es", None),
    ],
)
def test_the_way_between_two_languages(
    pairs: list[str], source: str, target: str, route: str | None
) -> None:
    packs = [_pack(*pair.split("_")) for pair in pairs]
    found = find_route(packs, source, target)
    assert (found.name if found else None) == route
