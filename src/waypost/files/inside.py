"""Paths that stay in the folder they are named in: no link leads out, no device is opened.

Git carries links, so whoever sends a change can send one. Touches the disk.
"""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import msgspec


class Stray(msgspec.Struct, frozen=True):
    """What must be neither read nor written, by its path relative to the site's root."""

    path: str
    is_link: bool
    """A link that leads out of the folder, or round in a circle; else neither file nor folder."""


class StrayError(OSError):
    """A path that leads through a stray, or to one."""

    def __init__(self, stray: Stray) -> None:
        reason = "a link leads out of the folder here" if stray.is_link else "this is no file"
        super().__init__(errno.ELOOP, reason, stray.path)
        self.stray = stray


def find_stray(root: Path, folder: str, name: str = "") -> Stray | None:
    """The first part of `folder/name` that may not be opened, or None where all is well.

    `folder` itself stays below `root`, and what it holds below `folder`.
    """
    home = folder.count("/") + 1
    at, prefix = str(root), len(str(root)) + 1
    for number, part in enumerate(f"{folder}/{name}".rstrip("/").split("/")):
        at = f"{at}/{part}"
        try:
            mode = os.lstat(at).st_mode
            if stat.S_ISLNK(mode):
                if not _is_below(at, str(root) if number < home else f"{root}/{folder}"):
                    return Stray(at[prefix:], is_link=True)
                mode = os.stat(at).st_mode
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            if error.errno != errno.ELOOP:
                raise
            return Stray(at[prefix:], is_link=True)
        if not (stat.S_ISDIR(mode) or stat.S_ISREG(mode)):
            return Stray(at[prefix:], is_link=False)
    return None


def require_inside(root: Path, folder: str, name: str) -> None:
    """Raises StrayError where the path may be neither read nor written."""
    stray = find_stray(root, folder, name)
    if stray is not None:
        raise StrayError(stray)


def load_inside(root: Path, folder: str, name: str) -> bytes:
    """The file's bytes; StrayError where it may not be opened, else what the disk says."""
    require_inside(root, folder, name)
    with open(f"{root}/{folder}/{name}", "rb", buffering=0) as stream:
        return stream.read()


def _is_below(link: str, folder: str) -> bool:
    return os.path.realpath(link).startswith(f"{os.path.realpath(folder).rstrip(os.sep)}{os.sep}")
