"""A folder's files as (time stamp, size) pairs, fast enough to ask on every start.

Touches the disk: reads directory entries, never contents, except in `digest_file`.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from waypost.files.digest import digest_bytes

Mark = tuple[int, int]
"""(mtime in ns, size in bytes): while both are equal a file counts as unchanged."""


def scan_files(root: Path, names: Iterable[str]) -> dict[str, Mark]:
    """The marks of every file under the named files and folders, by path relative to `root`.

    Names that begin with a dot or end with `~` are left out (editors' and git's own files);
    links aren't followed out of the tree.
    """
    found: dict[str, Mark] = {}
    for name in names:
        path = root / name
        try:
            stat = path.stat()
        except (FileNotFoundError, NotADirectoryError):
            continue
        if path.is_dir():
            found.update(_walk(str(path), name))
        else:
            found[name] = (stat.st_mtime_ns, stat.st_size)
    return found


def _walk(folder: str, prefix: str) -> Iterator[tuple[str, Mark]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            name = entry.name
            if name[0] == "." or name[-1] == "~":
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from _walk(entry.path, f"{prefix}/{name}")
            elif entry.is_file():
                stat = entry.stat()
                yield f"{prefix}/{name}", (stat.st_mtime_ns, stat.st_size)


def mark_file(path: str) -> Mark | None:
    """The mark of one file, or None where there is none."""
    try:
        stat = os.stat(path)
    except (FileNotFoundError, NotADirectoryError):
        return None
    return (stat.st_mtime_ns, stat.st_size)


def digest_file(path: Path) -> str:
    """The digest of the file's bytes, or "" where there is none."""
    try:
        return digest_bytes(path.read_bytes())
    except FileNotFoundError:
        return ""
