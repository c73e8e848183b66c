"""A CSV table with the place of every cell, as people and spreadsheet programs save it."""

from __future__ import annotations

import re

import msgspec

_DECLARED = re.compile(r"sep=(.)(?:\r\n|\n|\r)", re.IGNORECASE)
_LINE_END = re.compile(r"\r\n|\n|\r")
_SEPARATORS = ",;\t"


class Cell(msgspec.Struct, frozen=True):
    """The text of a cell without its quotation marks, and where it begins, from 1."""

    text: str
    line: int
    column: int


class Table(msgspec.Struct, frozen=True):
    """The rows until the end or the first fault; empty lines are left out."""

    rows: tuple[tuple[Cell, ...], ...]
    open_quote: Cell | None
    """The cell at which reading stopped: its quotation mark isn't closed, or more follows it."""


def parse_table(text: str) -> Table:
    """The table: cells split by comma, semicolon or tab, whichever the first line has most of.

    A byte order mark and the line `sep=;` of spreadsheet programs are left out.
    """
    at, line = (1 if text.startswith("\ufeff") else 0), 1
    declared = _DECLARED.match(text, at)
    if declared is not None:
        separator = declared[1]
        at, line = declared.end(), 2
    else:
        end = _LINE_END.search(text, at)
        first = text[at : end.start() if end else len(text)]
        separator = max(_SEPARATORS, key=first.count)
    return _Reader(text, separator, at, line).read()


class _Reader:
    def __init__(self, text: str, separator: str, at: int, line: int) -> None:
        self._text = text
        self._at = at
        self._line = line
        self._line_start = at
        self._plain = re.compile(rf"[^{re.escape(separator)}\r\n]*")
        self._separator = separator

    def read(self) -> Table:
        rows: list[tuple[Cell, ...]] = []
        while self._at < len(self._text):
            row: list[Cell] = []
            while True:
                cell, is_whole = self._cell()
                if not is_whole:
                    return Table(tuple(rows), cell)
                row.append(cell)
                if not self._text.startswith(self._separator, self._at):
                    break
                self._at += 1
            end = _LINE_END.match(self._text, self._at)
            if end is not None:
                self._next_line(end.end())
            if any(cell.text.strip() for cell in row):
                rows.append(tuple(row))
        return Table(tuple(rows), None)

    def _next_line(self, at: int) -> None:
        self._at = self._line_start = at
        self._line += 1

    def _cell(self) -> tuple[Cell, bool]:
        """The next cell, and whether it is whole."""
        line, column = self._line, self._at - self._line_start + 1
        if not self._text.startswith('"', self._at):
            found = self._plain.match(self._text, self._at)
            plain = found.group() if found is not None else ""
            self._at += len(plain)
            return Cell(plain, line, column), True
        parts: list[str] = []
        at = self._at + 1
        while True:
            end = self._text.find('"', at)
            if end < 0:
                return Cell("", line, column), False
            parts.append(self._text[at:end])
            at = end + 1
            if not self._text.startswith('"', at):
                break
            parts.append('"')
            at += 1
        for found in _LINE_END.finditer(self._text, self._at, at):
            self._line += 1
            self._line_start = found.end()
        self._at = at
        is_whole = at == len(self._text) or self._text[at] in f"{self._separator}\r\n"
        return Cell("".join(parts), line, column), is_whole
