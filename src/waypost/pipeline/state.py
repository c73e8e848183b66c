"""What the last build saw and wrote, so that the next one does only what changed.

Touches the disk: `build/.cache/state.mp`, MessagePack read back with types (msgspec), so that a
broken or foreign cache is a cold build and never code that runs.
"""

from __future__ import annotations

import os
import time
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import msgspec

from waypost import __version__
from waypost.files.atomic import save_cache
from waypost.files.digest import digest_text
from waypost.files.scan import Mark, Scan, digest_file, mark_file, scan_files, scan_inputs
from waypost.model.finding import Finding

FORMAT = 1
"""Raised whenever the shape of what is cached changes."""

_UNFINISHED = "unfinished"
"""Stands in the cache folder while a build writes."""
_RACY_NS = 20_000_000
"""A file written this shortly before a build may change again within one time stamp."""


class InputFile(msgspec.Struct, frozen=True, array_like=True):
    """An input as the last build saw it."""

    mtime: int
    size: int
    digest: str


class BuildState(msgspec.Struct, frozen=True):
    """All that decides whether anything must be built again."""

    signature: str
    """Of the program, its data, the day and the options."""
    roots: tuple[str, ...]
    """The files and folders that hold the inputs, relative to the site's root."""
    inputs: dict[str, InputFile]
    outputs: dict[str, Mark]
    """Marks of the files written, by path relative to the site folder."""
    findings: tuple[Finding, ...]
    site: str
    """The folder of the site, relative to the root where it lies in it."""
    pages: int
    programs: dict[str, str]
    """Page → digest of the program that was filled."""
    published: dict[str, tuple[str, ...]]
    """Page → languages in which it is published."""
    made_from: str
    """Digest of what lists and the files of the site itself were made from."""
    site_files: tuple[str, ...]
    """Files outside of the languages' folders."""
    gate: tuple[Finding, ...]
    """What the gate found, exempt or not."""
    seen: int
    """When the inputs were scanned, in ns: a younger time stamp isn't trusted."""


@cache
def code_signature() -> str:
    """A digest of Waypost's own files by time stamp and size: an upgrade forgets every cache."""
    package = Path(__file__).parent.parent
    marks = scan_files(package.parent, [package.name])
    own = sorted((path, mark) for path, mark in marks.items() if "__pycache__" not in path)
    return digest_text(f"{FORMAT} {__version__} {own}")


def load_state(folder: Path) -> BuildState | None:
    """The last build's state, or None where there is none that can be read and trusted.

    A build that was interrupted may have left files of which no state knows.
    """
    if (folder / _UNFINISHED).exists():
        return None
    try:
        return msgspec.msgpack.decode((folder / "state.mp").read_bytes(), type=BuildState)
    except (OSError, msgspec.MsgspecError):
        return None


def begin_writing(folder: Path) -> None:
    """No state is trusted until the next one is saved."""
    save_cache(folder / _UNFINISHED, b"")


def save_state(folder: Path, state: BuildState) -> None:
    """The state stands in the cache folder for the next build."""
    save_cache(folder / "state.mp", msgspec.msgpack.encode(state))
    (folder / _UNFINISHED).unlink(missing_ok=True)


class Seen(msgspec.Struct, frozen=True):
    """What stood in the files and folders of the inputs at one moment."""

    roots: tuple[str, ...]
    time: int
    """In ns, before the first of them was looked at."""
    scan: Scan


def look(root: Path, roots: Sequence[str]) -> Seen:
    """What stands in the files and folders now."""
    now = time.time_ns()
    return Seen(tuple(roots), now, scan_inputs(root, roots))


def is_unchanged(state: BuildState, signature: str, seen: Seen, site: Path) -> bool:
    """Whether a build of what was seen would give the same files as those that stand in `site`."""
    marks = seen.scan.marks
    if state.signature != signature or state.roots != seen.roots:
        return False
    if seen.scan.strays or marks.keys() != state.inputs.keys():
        return False
    for path, file in state.inputs.items():
        if not _trusted(marks[path], file, state.seen):
            return False
    return outputs_stand(state.outputs, site)


def _trusted(mark: Mark, seen: InputFile, scanned: int) -> bool:
    return mark == (seen.mtime, seen.size) and seen.mtime < scanned - _RACY_NS


def outputs_stand(outputs: Mapping[str, Mark], site: Path) -> bool:
    """Whether every written file is still there as it was written."""
    prefix = f"{site}{os.sep}"
    return all(mark_file(prefix + path) == mark for path, mark in outputs.items())


def read_inputs(
    root: Path, marks: Mapping[str, Mark], state: BuildState | None
) -> dict[str, InputFile]:
    """The inputs as they are now: stat before digest.

    A file that the last build knew and whose mark differs is read for its digest; a new one has
    the digest "" until the stage that reads it says more.
    """
    known = state.inputs if state is not None else {}
    scanned = state.seen if state is not None else 0
    inputs: dict[str, InputFile] = {}
    for path, mark in marks.items():
        seen = known.get(path)
        if seen is not None and _trusted(mark, seen, scanned):
            inputs[path] = seen
        else:
            digest = digest_file(root / path) if seen is not None and seen.digest else ""
            inputs[path] = InputFile(mark[0], mark[1], digest)
    return inputs


def changed_inputs(inputs: Mapping[str, InputFile], state: BuildState | None) -> frozenset[str]:
    """The paths that are new, gone, or hold other bytes than at the last build."""
    known = state.inputs if state is not None else {}
    paths = {path for path, file in inputs.items() if _differs(file, known.get(path))}
    return frozenset(paths | (known.keys() - inputs.keys()))


def _differs(now: InputFile, before: InputFile | None) -> bool:
    if before is None or not now.digest:
        return before is None or now != before
    return now.digest != before.digest
