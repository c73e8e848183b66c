"""Files are replaced whole or not at all. Touches the disk."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path


def save_bytes(path: Path, data: bytes) -> None:
    """The file at `path` holds exactly `data`; a reader never sees half of it.

    Parents are made. A crash, even of the machine, leaves either the old file or the new one.
    """
    _save(path, data, sync=os.fsync)


def save_cache(path: Path, data: bytes) -> None:
    """As `save_bytes`, for what can be made again: after a crash of the machine it may be lost."""
    _save(path, data, sync=None)


def _save(path: Path, data: bytes, sync: Callable[[int], None] | None) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            if sync is not None:
                sync(stream.fileno())
        os.chmod(name, 0o644)
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def save_text(path: Path, text: str) -> None:
    """The file at `path` holds `text` as UTF-8, its line ends as they stand in `text`."""
    save_bytes(path, text.encode("utf-8"))


def save_text_if_changed(path: Path, text: str) -> bool:
    """Whether the file had to be written; an equal file keeps its time stamp."""
    data = text.encode("utf-8")
    try:
        if path.read_bytes() == data:
            return False
    except FileNotFoundError:
        pass
    save_bytes(path, data)
    return True
