"""Argos packs: which pairs of languages a folder can translate, and where each is unpacked.

Touches the disk: reads the folder of packs, unpacks archives into a cache folder. A pack is an
archive `*.argosmodel` or the folder that was in it, with a metadata.json.
"""

from __future__ import annotations

import json
import re
import shutil
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Sequence
from hashlib import blake2b
from pathlib import Path

import msgspec

from waypost.model.finding import Failure

_GET_ANOTHER = "Remove the file, or download the pack again; it is a zip archive with one folder."


class Pack(msgspec.Struct, frozen=True):
    """A model for one pair of languages, in Argos' codes."""

    source: str
    target: str
    version: str
    path: Path

    @property
    def name(self) -> str:
        """The pair and the version of its data: `en_es 0.1`."""
        return f"{self.source}_{self.target} {self.version}"

    @property
    def order(self) -> tuple[int, ...]:
        """The numbers of its version: of two packs for a pair the higher one is the newer."""
        return tuple(int(number) for number in re.findall(r"\d+", self.version))


class Route(msgspec.Struct, frozen=True):
    """The packs that lead from one language to another: one, or two through a third language."""

    packs: tuple[Pack, ...]

    @property
    def name(self) -> str:
        """Each pack's pair and version, in order: `en_fr 1.9 fr_ht 1.0`."""
        return " ".join(pack.name for pack in self.packs)


# Where Argos' own code differs from BCP 47.
_ARGOS_CODES = {
    "fil": ("tl", "fil"),
    "no": ("nb", "no"),
    "pt-BR": ("pb", "pt"),
    "zh": ("zh",),
    "zh-Hans": ("zh",),
    "zh-Hant": ("zt",),
}


def argos_codes(code: str) -> tuple[str, ...]:
    """The codes by which Argos may know a BCP 47 language, the best first."""
    if code in _ARGOS_CODES:
        return _ARGOS_CODES[code]
    return tuple(dict.fromkeys((code, code.partition("-")[0])))


def load_packs(folder: Path) -> tuple[Pack, ...]:
    """The translation packs in `folder`, sorted; of two for one pair the newer one.

    Folders without metadata.json are no packs. Raises Failure for a folder that isn't there and
    for a broken archive.
    """
    if not folder.is_dir():
        raise Failure(
            f"there is no folder of Argos packs at {folder}",
            "Make it and put packs (*.argosmodel) into it, or name another one with --packs.",
        )
    newest: dict[tuple[str, str], Pack] = {}
    for pack in _each_pack(folder):
        pair = (pack.source, pack.target)
        if pair not in newest or newest[pair].order < pack.order:
            newest[pair] = pack
    return tuple(newest[pair] for pair in sorted(newest))


def find_route(
    packs: Sequence[Pack],
    source: str,
    target: str,
    codes: Callable[[str], tuple[str, ...]] = argos_codes,
) -> Route | None:
    """The direct pack from `source` to `target` (BCP 47), else two packs through one language.

    `codes` gives the engine's codes for a language. English is preferred as the language between,
    because most packs are made with it.
    """
    english = codes("en")
    pairs = {(pack.source, pack.target): pack for pack in packs}
    ways = [(first, last) for last in codes(target) for first in codes(source)]
    for way in ways:
        if way in pairs:
            return Route((pairs[way],))
    between = sorted({pack.target for pack in packs}, key=lambda code: (code not in english, code))
    for first, last in ways:
        for middle in between:
            if (first, middle) in pairs and (middle, last) in pairs:
                return Route((pairs[first, middle], pairs[middle, last]))
    return None


def unpack_pack(pack: Pack, cache: Path) -> Path:
    """The folder with the pack's metadata.json and model; an archive is unpacked once.

    Two packs never share a folder, and a folder is whole or not there.
    """
    if pack.path.is_dir():
        return pack.path
    try:
        place = cache / _digest_file(pack.path)
    except OSError as error:
        raise Failure(f"{pack.path} can't be read: {error}", "Put the pack back.") from error
    if not place.is_dir():
        cache.mkdir(parents=True, exist_ok=True)
        scratch = Path(tempfile.mkdtemp(dir=cache, prefix=".unpack-"))
        try:
            _unpack_archive(pack.path, scratch)
            _move_folder(scratch, place)
        finally:
            shutil.rmtree(scratch, ignore_errors=True)
    return next(path.parent for path in sorted(place.glob("*/metadata.json")))


def _unpack_archive(path: Path, folder: Path) -> None:
    try:
        with zipfile.ZipFile(path) as archive:
            archive.extractall(folder)
    except (zipfile.BadZipFile, OSError) as error:
        raise Failure(f"{path} can't be unpacked: {error}", _GET_ANOTHER) from error


def _move_folder(scratch: Path, place: Path) -> None:
    try:
        scratch.rename(place)
    except OSError:
        if not place.is_dir():  # otherwise somebody else was faster, and theirs is as good
            raise


def _each_pack(folder: Path) -> Iterator[Pack]:
    for path in sorted(folder.iterdir()):
        if path.suffix == ".argosmodel" and path.is_file():
            pack = _parse_metadata(_read_archived_metadata(path), path)
        elif (path / "metadata.json").is_file():
            pack = _parse_metadata((path / "metadata.json").read_bytes(), path)
        else:
            continue
        if pack is not None:
            yield pack


def _read_archived_metadata(path: Path) -> bytes:
    try:
        with zipfile.ZipFile(path) as archive:
            names = [
                name for name in archive.namelist() if re.fullmatch(r"[^/]+/metadata\.json", name)
            ]
            if len(names) == 1:
                return archive.read(names[0])
    except (zipfile.BadZipFile, OSError) as error:
        raise Failure(f"{path} is not an Argos pack: {error}", _GET_ANOTHER) from error
    raise Failure(f"{path} is not an Argos pack: it has no metadata.json", _GET_ANOTHER)


def _parse_metadata(data: bytes, path: Path) -> Pack | None:
    """The pack that a metadata.json describes; None if it is for something else than a pair."""
    try:
        values = json.loads(data)
    except ValueError as error:
        raise Failure(f"{path} has a broken metadata.json: {error}", _GET_ANOTHER) from error
    if not isinstance(values, dict) or values.get("type", "translate") != "translate":
        return None
    source, target = values.get("from_code"), values.get("to_code")
    if not isinstance(source, str) or not isinstance(target, str):
        return None
    version = re.sub(r"\s+", "-", str(values.get("package_version") or "0"))
    return Pack(source, target, version, path)


def _digest_file(path: Path) -> str:
    digest = blake2b(digest_size=16)
    with path.open("rb") as stream:
        while block := stream.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()
