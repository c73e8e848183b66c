"""A PO file of any tool as a catalogue, with nothing that a person wrote left out."""

from __future__ import annotations

import msgspec

from waypost.translation.catalog import Catalog, Entry
from waypost.translation.notes import read_notes
from waypost.translation.po_lines import Fault, RawLines, read_lines


class Reading(msgspec.Struct, frozen=True):
    """A catalogue as it was read, and what couldn't be read of the file."""

    catalog: Catalog
    faults: tuple[Fault, ...]

    @property
    def is_whole(self) -> bool:
        """Whether writing the catalogue back would lose nothing that the file holds."""
        return not self.faults


def parse_catalog(data: bytes) -> Reading:
    """The catalogue in a PO file; broken files give what is readable, and faults."""
    lines = read_lines(data)
    entries = [(raw.obsolete, _make_entry(raw)) for raw in lines.entries]
    kept = [(obsolete, entry) for obsolete, entry in entries if entry.source or entry.target]
    header = lines.header
    catalog = Catalog(
        "" if header is None else find_language_header(header),
        tuple([entry for obsolete, entry in kept if not obsolete]),
        tuple([entry for obsolete, entry in kept if obsolete]),
        () if header is None else read_notes(header.comments, "").comments,
    )
    return Reading(catalog, tuple(lines.faults))


def find_language_header(header: RawLines) -> str:
    """The language that the header names, or ""."""
    for line in header.target.split("\n"):
        name, _, value = line.partition(":")
        if name.strip().lower() == "language":
            return value.strip()
    return ""


def _make_entry(raw: RawLines) -> Entry:
    target = raw.target
    notes = read_notes(raw.comments, target)
    return Entry(
        raw.address,
        raw.source,
        target,
        notes.stamp,
        notes.flags,
        (*notes.comments, *_other_forms(raw, target)),
        notes.context,
        notes.previous,
    )


def _other_forms(raw: RawLines, target: str) -> list[str]:
    """The plural forms that an entry of Waypost has no place for, as comments."""
    if not raw.is_plural:
        return []
    forms = ((keyword, raw.find(keyword) or "") for keyword in raw.strings)
    return [
        f"{keyword}: {line}"
        for keyword, text in forms
        if keyword not in {"msgctxt", "msgid"} and text not in {"", target}
        for line in text.split("\n")
    ]
