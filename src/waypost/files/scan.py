"""A folder's files as (time stamp, size) pairs, fast enough to ask on every start.

Touches the disk: reads directory entries, never contents, except in `digest_file`.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from waypost.files.digest import digest_bytes
from waypost.files.inside import Stray, find_stray

Mark = tuple[int, int]
"""(mtime in ns, size in bytes): while both are equal a file counts as unchanged."""


class Scan(msgspec.Struct, frozen=True):
    """What stands in folders that anybody may have changed."""

    marks: dict[str, Mark]
    """Of every file that may be read, by path."""
    strays: tuple[Stray, ...]
    has_links: bool
    """Without one, what was seen here needn't be looked at again before it is read."""


def scan_files(root: Path, names: Iterable[str]) -> dict[str, Mark]:
    """The marks of every file under the named files and folders, by path relative to `root`.

    Names that begin with a dot or end with `~` are left out (editors' and git's own files). Links
    to folders aren't followed.
    """
    found: dict[str, Mark] = {}
    for name in names:
        path = root / name
        try:
            seen = path.stat()
        except (FileNotFoundError, NotADirectoryError):
            continue
        if path.is_dir():
            found.update(_walk(str(path), name, None))
        else:
            found[name] = (seen.st_mtime_ns, seen.st_size)
    return found


def scan_inputs(root: Path, names: Iterable[str]) -> Scan:
    """As `scan_files`, without what leads out of the named folders or is no file: the strays."""
    found: dict[str, Mark] = {}
    strays: list[Stray] = []
    odd: list[tuple[str, str]] = []
    for name in names:
        mark = mark_file(f"{root}/{name}")
        if mark is None and not os.path.islink(f"{root}/{name}"):
            continue
        stray = None if os.path.isfile(f"{root}/{name}") else find_stray(root, name)
        if stray is not None:
            strays.append(stray)
        elif os.path.isdir(f"{root}/{name}"):
            beside: list[str] = []
            found.update(_walk(f"{root}/{name}", name, beside))
            odd += [(name, path) for path in beside]
        elif mark is not None:
            found[name] = mark
    for name, path in odd:
        stray = find_stray(root, name, path.removeprefix(f"{name}/"))
        if stray is not None:
            strays.append(stray)
        elif os.path.isfile(f"{root}/{path}") and (mark := mark_file(f"{root}/{path}")):
            found[path] = mark
    return Scan(found, tuple(strays), has_links=bool(odd or strays))


def _walk(folder: str, prefix: str, odd: list[str] | None) -> Iterator[tuple[str, Mark]]:
    """The files below a folder; links and devices go to `odd` where somebody asks for them."""
    with os.scandir(folder) as entries:
        for entry in entries:
            name = entry.name
            if name[0] == "." or name[-1] == "~":
                continue
            if odd is not None and entry.is_symlink():
                odd.append(f"{prefix}/{name}")
            elif entry.is_dir(follow_symlinks=False):
                yield from _walk(entry.path, f"{prefix}/{name}", odd)
            elif entry.is_file():
                seen = entry.stat()
                yield f"{prefix}/{name}", (seen.st_mtime_ns, seen.st_size)
            elif odd is not None:
                odd.append(f"{prefix}/{name}")


def list_folder(root: Path, folder: str, name: str) -> list[str]:
    """The names of the files in `folder/name` that may be read, sorted."""
    path = f"{root}/{folder}/{name}"
    if find_stray(root, folder, name) is not None or not os.path.isdir(path):
        return []
    with os.scandir(path) as entries:
        return sorted(
            entry.name
            for entry in entries
            if entry.is_file(follow_symlinks=False)
            or (
                entry.is_symlink()
                and find_stray(root, folder, f"{name}/{entry.name}") is None
                and entry.is_file()
            )
        )


def mark_file(path: str) -> Mark | None:
    """The mark of one file, or None where there is none."""
    try:
        seen = os.stat(path)
    except (FileNotFoundError, NotADirectoryError):
        return None
    return (seen.st_mtime_ns, seen.st_size)


def mark_plain_file(path: str) -> Mark | None:
    """The mark of a file that is no link, or None."""
    return mark_file(path) if os.path.isfile(path) and not os.path.islink(path) else None


def digest_file(path: Path) -> str:
    """The digest of the file's bytes, or "" where there is none."""
    try:
        return digest_bytes(path.read_bytes())
    except FileNotFoundError:
        return ""
