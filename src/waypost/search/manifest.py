"""The manifest: what a browser reads first, and where it finds everything else."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil, sqrt
from typing import Final

import msgspec

from waypost.search.payload import NAME_LENGTH, parse_table, render_table

VERSION: Final = 5
"""Raised when a client that knows the former one couldn't read the files."""
LONGEST_LIST: Final = 2500
"""Bytes of a list of files: a longer one is cut into files of its own, the manifest stays small."""
LONGEST_TAILS: Final = 800
"""The same for tails, which only words that find nothing need."""
RANGES_READ: Final = 3
CHUNKS_READ: Final = 5
"""How many files of a list an answer takes, about: five results mostly stand in five chunks."""

_ENDS: Final = str.maketrans("^$", "~!")
"""How the ends of a word are written: a regular expression takes these signs for themselves."""
_SIGNS: Final = str.maketrans("~!", "^$")

SaveTable = Callable[[str], str]
"""Takes the payload of a part of a list, and gives the name of the file that holds it."""


class FileList(msgspec.Struct, frozen=True):
    """Files in order, each with the lower end of its range; "" for chunks, which have none."""

    entries: tuple[tuple[str, str], ...]
    is_deep: bool = False
    """Whether these files are parts of the list instead."""


class Manifest(msgspec.Struct, frozen=True):
    """What a browser knows of the index of one language before it asks for a word."""

    pages: int
    kind: str
    chunk_size: int
    best_bets: int
    chunk_block: int
    """Entries in each part of the list of chunks, if it has parts."""
    shards: FileList
    tails: FileList
    chunks: FileList
    confusables: tuple[tuple[str, str], ...]
    languages: tuple[str, ...]
    """Other languages in which titles stand, the source language first."""
    folds: tuple[tuple[str, str], ...]
    """Rules by which a word becomes its key; `fold_rules.list_rules` gives them."""


def choose_block(count: int, read: int) -> int:
    """How many of `count` entries stand in each part of a list, so that an answer loads least.

    With parts of e entries it loads the list of count / e parts, and `read` parts of e entries:
    least where e is the square root of count / read. Rounded so that all parts but the last are
    full, and as many as count / e, rounded up.
    """
    return ceil(count / ceil(sqrt(read * count))) if count else 1


def shorten_list(
    entries: Sequence[tuple[str, str]],
    render: Callable[[Sequence[tuple[str, str]]], str],
    save: SaveTable,
    read: int = RANGES_READ,
    longest: int = LONGEST_LIST,
) -> FileList:
    """The list itself, or, if it is long, a list of files that hold a part of it each."""
    if len(render(entries).encode()) <= longest:
        return FileList(tuple(entries))
    size = choose_block(len(entries), read)
    blocks = [entries[at : at + size] for at in range(0, len(entries), size)]
    return FileList(tuple((block[0][0], save(render(block))) for block in blocks), is_deep=True)


def render_names(entries: Sequence[tuple[str, str]]) -> str:
    """Only the names, one after the other: those of chunks."""
    return "".join(name for _, name in entries)


def parse_names(text: str) -> tuple[tuple[str, str], ...]:
    """The names of chunks, in order."""
    return tuple(("", text[at : at + NAME_LENGTH]) for at in range(0, len(text), NAME_LENGTH))


def render_manifest(manifest: Manifest) -> str:
    """Seven lines; docs/search-format.md says what each holds."""
    first = (
        VERSION, manifest.pages, manifest.kind, manifest.chunk_size, manifest.best_bets,
        manifest.chunk_block,
    )  # fmt: skip
    return "\n".join(
        (
            " ".join(map(str, first)),
            _mark(manifest.shards) + render_table(manifest.shards.entries),
            _mark(manifest.tails) + render_table(manifest.tails.entries),
            _mark(manifest.chunks) + render_names(manifest.chunks.entries),
            _render_pairs(manifest.confusables).translate(_ENDS),
            " ".join(manifest.languages),
            _render_pairs(manifest.folds),
        )
    )


def parse_manifest(payload: str) -> Manifest:
    """The manifest of an index of this version."""
    first, shards, tails, chunks, confusables, languages, folds = payload.split("\n")
    version, pages, kind, chunk_size, best_bets, chunk_block = first.split(" ")
    if int(version) != VERSION:
        raise ValueError(f"the index has version {version}, not {VERSION}")
    return Manifest(
        int(pages),
        kind,
        int(chunk_size),
        int(best_bets),
        int(chunk_block),
        _parse_list(shards, parse_table),
        _parse_list(tails, parse_table),
        _parse_list(chunks, parse_names),
        _parse_pairs(confusables.translate(_SIGNS)),
        tuple(languages.split(" ")) if languages else (),
        _parse_pairs(folds),
    )


def _render_pairs(pairs: Sequence[tuple[str, str]]) -> str:
    return " ".join(f"{one}>{other}" for one, other in pairs)


def _parse_pairs(text: str) -> tuple[tuple[str, str], ...]:
    pairs = (pair.partition(">") for pair in text.split(" ") if pair)
    return tuple((one, other) for one, _, other in pairs)


def _mark(files: FileList) -> str:
    return "*" if files.is_deep else ""


def _parse_list(text: str, parse: Callable[[str], tuple[tuple[str, str], ...]]) -> FileList:
    return FileList(parse(text.removeprefix("*")), is_deep=text.startswith("*"))
