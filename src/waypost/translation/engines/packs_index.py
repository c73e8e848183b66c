"""Packs that an index lists, downloaded only when somebody names the index.

Touches the network and the disk. An index is a JSON list as Argos Translate publishes one: each
pack with `from_code`, `to_code`, `package_version` and `links`; `sha256` is verified where it is
given. A pack appears in the folder whole, or not at all.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Sequence
from hashlib import sha256
from http.client import HTTPResponse
from pathlib import Path
from typing import IO
from urllib.parse import urljoin, urlsplit
from urllib.request import Request, urlopen

import msgspec

from waypost.model.finding import Failure
from waypost.translation.engines.packs import Pack, find_route, load_packs

_PATIENCE_SECONDS = 60.0
_MOST_INDEX = 20_000_000
_MOST_PACK = 4_000_000_000
_SUFFIX = ".argosmodel"


class Listed(msgspec.Struct, frozen=True):
    """A pack that an index lists: where it lies, and its digest if the index says one."""

    pack: Pack
    links: tuple[str, ...]
    sha256: str


def fetch_packs(index: str, folder: Path, source: str, targets: Sequence[str]) -> tuple[str, ...]:
    """The names of the packs that were put into `folder`, so that each target can be reached.

    What is there already isn't fetched. A target that the index doesn't know stays without a pack.
    Raises Failure if the index or a pack can't be had, or isn't what it should be.
    """
    folder.mkdir(parents=True, exist_ok=True)
    there = load_packs(folder)
    missing = [target for target in targets if find_route(there, source, target) is None]
    listed = {one.pack: one for one in parse_index(_read_index(index), index)} if missing else {}
    done: dict[Pack, str] = {}
    for target in missing:
        route = find_route(_newest(tuple(listed)), source, target)
        for pack in route.packs if route else ():
            has_pair = any((one.source, one.target) == (pack.source, pack.target) for one in there)
            if not has_pair and pack not in done:
                _fetch(listed[pack], folder)
                done[pack] = pack.name
    return tuple(done.values())


def parse_index(data: bytes, place: str) -> tuple[Listed, ...]:
    """The packs that an index lists, for translation only; raises Failure if it isn't an index."""
    mend = "Name the JSON file that lists packs, as Argos Translate publishes it."
    try:
        values = json.loads(data)
    except ValueError as error:
        raise Failure(f"{place} is no index of packs: {error}", mend) from error
    if not isinstance(values, list):
        raise Failure(f"{place} is no index of packs: it isn't a list", mend)
    listed: list[Listed] = []
    for value in values:
        match value:
            case {"from_code": str(first), "to_code": str(last), "links": [*links]} if (
                value.get("type", "translate") == "translate"
            ):
                version = str(value.get("package_version") or "0")
                pack = Pack(first, last, version, Path(f"{first}_{last}-{version}"))
                urls = tuple(_resolve(place, str(link)) for link in links)
                listed.append(Listed(pack, urls, str(value.get("sha256") or "").lower()))
            case _:
                continue
    return tuple(listed)


def _newest(packs: Sequence[Pack]) -> tuple[Pack, ...]:
    """Of several packs for one pair the one of the highest version."""
    newest: dict[tuple[str, str], Pack] = {}
    for pack in packs:
        pair = (pack.source, pack.target)
        if pair not in newest or newest[pair].order < pack.order:
            newest[pair] = pack
    return tuple(newest.values())


def _resolve(place: str, link: str) -> str:
    """The address of a link; one without a scheme lies beside the index."""
    if urlsplit(link).scheme in {"http", "https"}:
        return link
    return urljoin(place, link) if _is_url(place) else str(Path(place).parent / link)


def _is_url(place: str) -> bool:
    return urlsplit(place).scheme in {"http", "https"}


def _read_index(index: str) -> bytes:
    try:
        if not _is_url(index):
            return Path(index).read_bytes()
        with _open(index) as stream:
            return stream.read(_MOST_INDEX)
    except OSError as error:
        raise Failure(
            f"the index of packs {index} can't be read: {error}",
            "Look at the path or the address, and whether this machine may reach it.",
        ) from error


def _open(url: str) -> HTTPResponse:
    """An answer to be read; `_is_url` has let only http and https through."""
    request = Request(url, headers={"User-Agent": "waypost"})  # noqa: S310  # see above
    response: HTTPResponse = urlopen(request, timeout=_PATIENCE_SECONDS)  # noqa: S310  # see above
    return response


def _fetch(listed: Listed, folder: Path) -> None:
    """The pack's archive stands in the folder under its own name."""
    trouble: Failure | None = None
    for link in listed.links:
        try:
            _fetch_from(link, listed, folder)
        except Failure as failure:
            trouble = failure
        else:
            return
    raise trouble or Failure(
        f"the index has no link for {listed.pack.name}", "Put the pack into the folder by hand."
    )


def _fetch_from(link: str, listed: Listed, folder: Path) -> None:
    pack = listed.pack
    name = f"translate-{pack.source}_{pack.target}-{pack.version.replace('.', '_')}{_SUFFIX}"
    with tempfile.TemporaryDirectory(dir=folder, prefix=".fetch-") as scratch:
        path = Path(scratch) / name
        try:
            if _is_url(link):
                with _open(link) as stream, path.open("wb") as out:
                    _copy(stream, out, link)
            else:
                shutil.copyfile(link, path)
        except OSError as error:
            raise Failure(
                f"{link} can't be downloaded: {error}",
                "Look whether this machine may reach it, or put the pack into the folder by hand.",
            ) from error
        _verify(path, listed, link)
        path.replace(folder / name)


def _copy(stream: HTTPResponse, out: IO[bytes], link: str) -> None:
    size = 0
    while block := stream.read(1 << 20):
        size += len(block)
        if size > _MOST_PACK:
            raise Failure(f"{link} is larger than any pack", "Name another index.")
        out.write(block)


def _verify(path: Path, listed: Listed, link: str) -> None:
    """Nothing, or a Failure if the archive isn't the pack that the index lists."""
    mend = "Nothing was kept of it. Try again later, or tell who publishes the index."
    if listed.sha256:
        digest = sha256()
        with path.open("rb") as stream:
            while block := stream.read(1 << 20):
                digest.update(block)
        if digest.hexdigest() != listed.sha256:
            raise Failure(f"{link} isn't what the index says: its digest is another", mend)
    found = load_packs(path.parent)
    pair = (listed.pack.source, listed.pack.target)
    if [(one.source, one.target) for one in found] != [pair]:
        raise Failure(f"{link} isn't the pack {listed.pack.name}", mend)
