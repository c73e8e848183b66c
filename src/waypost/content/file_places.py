"""Files of the content folder that no page is made of, because they lie in a wrong place."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath

from waypost.content.file_codes import MISPLACED, NO_FILE, OUTSIDE
from waypost.content.parsed import found, suggest
from waypost.files.inside import Stray
from waypost.model.finding import Finding, Place

_SUFFIXES = {
    "guides": (".md",),
    "journeys": (".md",),
    "pages": (".md",),
    "agencies": (".yml", ".yaml"),
    "offices": (".yml", ".yaml"),
    "alerts": (".yml", ".yaml"),
}
_FILES = ("facts.yml", "phrases.yml", "topics.yml")
_WRITTEN = frozenset(
    {".md", ".markdown", ".mdown", ".mkd", ".yml", ".yaml", ".html", ".htm", ".doc", ".rtf"}
)


def check_files(content: str, files: Iterable[str]) -> tuple[Finding, ...]:
    """A finding for each text (by its path in the content folder) that is read by nothing."""
    findings: list[Finding] = []
    for name in sorted(files):
        path = PurePosixPath(name)
        hidden = any(part.startswith(".") for part in path.parts)
        if hidden or path.stem.lower() == "readme" or not _is_written(path):
            continue
        if name not in _FILES and not _is_read(path):
            place = Place(f"{content}/{name}")
            findings.append(found(MISPLACED, place, "nothing reads this file", _say_mend(path)))
    return tuple(findings)


def describe_stray(stray: Stray) -> Finding:
    """The finding that a stray in the content is."""
    if stray.is_link:
        return found(
            OUTSIDE, Place(stray.path), "this link leads out of the content, or in a circle"
        )
    return found(NO_FILE, Place(stray.path), "this is neither a file nor a folder; it isn't opened")


def _is_written(path: PurePosixPath) -> bool:
    """Whether a page was meant; a .txt elsewhere is a file to download."""
    suffix = path.suffix.lower()
    return suffix in _WRITTEN or (suffix == ".txt" and path.parts[0] in _SUFFIXES)


def _is_read(path: PurePosixPath) -> bool:
    return len(path.parts) == 2 and path.suffix in _SUFFIXES.get(path.parts[0], ())


def _say_mend(path: PurePosixPath) -> str:
    if len(path.parts) == 1:
        return f"{MISPLACED.mend}{suggest(path.name, _FILES)}"
    folder = path.parts[0]
    suffixes = _SUFFIXES.get(folder)
    if suffixes is None:
        return f"{MISPLACED.mend}{suggest(folder, _SUFFIXES)}"
    name = path.name if path.suffix in suffixes else f"{path.stem}{suffixes[0]}"
    move = "Move it to" if len(path.parts) > 2 else "Write it as"
    return f"{move} {folder}/{name}."
