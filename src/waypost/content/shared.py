"""All content that many pages use, and the list of pages. Touches the disk: reads content."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

import msgspec

from waypost.content.binding import bind_agency, bind_alert, bind_office
from waypost.content.entry_reader import parse_facts, parse_phrases, parse_topics
from waypost.content.parsed import Parsed, parsed
from waypost.content.place_reader import parse_agency, parse_alert, parse_office
from waypost.content.schema.reading import DEFAULT_REGION, Region
from waypost.files.inside import find_stray
from waypost.files.scan import list_folder
from waypost.model.content import Shared
from waypost.model.finding import Failure, Finding
from waypost.model.site import PageKind

T = TypeVar("T")
V = TypeVar("V")

STARTER_BANK = Path(__file__).with_name("phrases.yml")
STARTER_PATH = "waypost/content/phrases.yml"
"""How findings name the starter bank, which isn't part of the site."""
_YAML = (".yml", ".yaml")


class ProseFile(msgspec.Struct, frozen=True):
    """A file with a body: its path relative to the site's root, and the kind of its page."""

    path: str
    kind: PageKind


_FOLDERS = (
    ("guides", PageKind.GUIDE),
    ("journeys", PageKind.JOURNEY),
    ("pages", PageKind.PAGE),
)


def list_prose(content: Path, root: Path) -> tuple[ProseFile, ...]:
    """All pages with a body, by kind and name."""
    return tuple(
        ProseFile(_relative(path, root), kind)
        for folder, kind in _FOLDERS
        for path in _list_files(content, root, folder, (".md",))
    )


def load_shared(content: Path, root: Path, region: Region = DEFAULT_REGION) -> Parsed[Shared]:
    """Everything of the content folder that isn't a page; what is wrong is left out."""
    findings: list[Finding] = []

    def take(result: Parsed[Mapping[str, V]]) -> dict[str, V]:
        findings.extend(result.findings)
        return dict(result.value or {})

    def read(name: str, parse: Callable[[str, bytes], Parsed[Mapping[str, V]]]) -> dict[str, V]:
        path = content / name
        there = _is_file(content, root, name)
        return take(parse(_relative(path, root), _load(path))) if there else {}

    def read_each(
        folder: str, parse: Callable[[str, bytes, Region], Parsed[T]]
    ) -> list[tuple[str, T]]:
        values: list[tuple[str, T]] = []
        for path in _list_files(content, root, folder, _YAML):
            result = parse(_relative(path, root), _load(path), region)
            findings.extend(result.findings)
            if result.value is not None:
                values.append((path.stem, result.value))
        return values

    phrases = take(parse_phrases(STARTER_PATH, _load(STARTER_BANK)))
    phrases.update(read("phrases.yml", parse_phrases))
    facts = read("facts.yml", lambda path, data: parse_facts(path, data, region))
    shared = Shared(
        facts=facts,
        phrases=phrases,
        topics=read("topics.yml", parse_topics),
        agencies={
            name: bind_agency(agency, phrases)
            for name, agency in read_each("agencies", parse_agency)
        },
        offices={
            name: bind_office(office, phrases)
            for name, office in read_each("offices", parse_office)
        },
        alerts={
            name: bind_alert(alert, phrases) for name, alert in read_each("alerts", parse_alert)
        },
    )
    return parsed(shared, findings)


def _relative(path: Path, root: Path) -> str:
    try:
        return path.relative_to(root).as_posix()
    except ValueError:
        return path.as_posix()


def _is_file(content: Path, root: Path, name: str) -> bool:
    """Whether there is a file of this name that may be read."""
    return (content / name).is_file() and find_stray(root, _relative(content, root), name) is None


def _list_files(content: Path, root: Path, folder: str, suffixes: tuple[str, ...]) -> list[Path]:
    paths = (
        content / folder / name for name in list_folder(root, _relative(content, root), folder)
    )
    return [path for path in paths if path.suffix in suffixes and not path.name.startswith(".")]


def _load(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise Failure(
            f"{path} can't be read: {error.strerror}.", "Look at its permissions."
        ) from None
