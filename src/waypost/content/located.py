"""YAML data with positions: every scalar is a string that knows where it stands."""

from __future__ import annotations

from typing import TypeAlias


class LocatedText(str):
    """A scalar as its author wrote it, with line and column from 1 and its field path."""

    __slots__ = ("column", "line", "path", "quoted")

    line: int
    column: int
    path: str
    """`need/2/if_missing`: keys and list numbers from 1, joined by slashes."""
    quoted: bool
    """Written in quotes or as a block, so that it was surely meant as text."""

    def __new__(cls, value: str, at: tuple[int, int], path: str, *, quoted: bool) -> LocatedText:
        """`value` at (line, column)."""
        text = super().__new__(cls, value)
        text.line, text.column = at
        text.path = path
        text.quoted = quoted
        return text


class LocatedMap(dict[str, "Located"]):
    """A mapping in the order of its file; `keys_at` holds where each key stands."""

    __slots__ = ("column", "keys_at", "line", "path")

    def __init__(self, at: tuple[int, int], path: str) -> None:
        super().__init__()
        self.line, self.column = at
        self.path = path
        self.keys_at: dict[str, tuple[int, int]] = {}


class LocatedList(list["Located"]):
    """A sequence."""

    __slots__ = ("column", "line", "path")

    def __init__(self, at: tuple[int, int], path: str) -> None:
        super().__init__()
        self.line, self.column = at
        self.path = path


Located: TypeAlias = LocatedText | LocatedMap | LocatedList


def find_located(data: Located, path: str) -> Located | None:
    """What stands at the field path, or None."""
    for part in path.split("/") if path else ():
        inner: Located | None = None
        if isinstance(data, LocatedMap):
            inner = data.get(part)
        elif isinstance(data, LocatedList) and part.isdecimal() and 0 < int(part) <= len(data):
            inner = data[int(part) - 1]
        if inner is None:
            return None
        data = inner
    return data
