"""Spaces that look like YAML's own and aren't: found, and read as what their author meant."""

from __future__ import annotations

import re

from waypost.content.file_codes import CONTROL
from waypost.content.parsed import found
from waypost.model.finding import Finding, Place

_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_FOREIGN = re.compile(f"[{_SPACES}]")
# What stands before a value: the indentation, dashes, and the name of a field with its colon.
_STRUCTURE = re.compile(
    rf"^(?:[ \t{_SPACES}]|-(?=[ \t{_SPACES}]))*(?:[a-z0-9_.-]+[ {_SPACES}]*:[ {_SPACES}]*)?"
)


def read_spaces(path: str, text: str, findings: list[Finding], first_line: int) -> str:
    """`text` with plain spaces wherever a space tells what belongs to what.

    In the words themselves a no-break space stays: there it is good typography.
    """
    if not _FOREIGN.search(text):
        return text
    lines = text.split("\n")
    for number, line in enumerate(lines):
        match = _STRUCTURE.match(line)
        structure = match.group() if match else ""
        for space in _FOREIGN.finditer(structure):
            place = Place(path, number + first_line, space.start() + 1)
            message = f"U+{ord(space.group()):04X}, no plain space, stands where YAML wants one"
            findings.append(found(CONTROL, place, message, "Delete it, and type a space."))
        lines[number] = _FOREIGN.sub(" ", structure) + line[len(structure) :]
    return "\n".join(lines)
