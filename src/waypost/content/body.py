"""A body while it is read: its lines, where things stand in them, and what is found on the way."""

from __future__ import annotations

import msgspec

from waypost.content.parsed import found
from waypost.model.finding import Code, Finding, Place
from waypost.model.guide import Reference, ReferenceKind


class Body(msgspec.Struct):
    """The text of a body; gathers findings and references of one reading."""

    path: str
    text: str
    first_line: int
    """The line of the file on which `text` begins."""
    findings: list[Finding]
    references: list[Reference]
    lines: list[str] = msgspec.field(default_factory=list)

    def __post_init__(self) -> None:
        self.lines = self.text.split("\n")

    def spot(self, line: int, needle: str) -> Place:
        """Where `needle` stands, looked for from `line` of the file on; else that line."""
        first = max(line - self.first_line, 0)
        for number in range(first, min(first + 40, len(self.lines))):
            column = self.lines[number].find(needle)
            if column >= 0:
                return Place(self.path, number + self.first_line, column + 1)
        return Place(self.path, line)

    def add(self, code: Code, place: Place, message: str, mend: str = "") -> None:
        """Notes a finding."""
        self.findings.append(found(code, place, message, mend))

    def mention(self, kind: ReferenceKind, name: str, place: Place) -> None:
        """Notes that the body names something by its id."""
        self.references.append(Reference(kind, name, place))
