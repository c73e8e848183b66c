"""A guide's sheet without the reader's language: lines whose source column is already filled.

A sheet shows every line of a guide twice: in the reader's language, and in the source language
beside it. The source column is the same in every language, so it is filled once per guide, when
the sheet is compiled; what a language fills in is the other column.
"""

from __future__ import annotations

import msgspec

from waypost.site.program import Program, Span

ALWAYS = 0
IF_UNCHECKED = 1
IF_OLD = 2
IF_MISSING = 3
"""Which lines a line that explains a sign is about; any other line always stands."""

SIGNS = {IF_UNCHECKED: " *", IF_OLD: " †"}
"""What stands behind the number of a line that nobody has checked, or that is out of date."""


class SheetLine(msgspec.Struct, frozen=True, array_like=True):
    """A line: the reader's cell is made of `span`, all else is ready."""

    opening: str
    """HTML up to the line's sign: the number is in it."""
    middle: str
    """HTML from the sign to the reader's text."""
    span: Span
    """Places in the program's order."""
    needs: tuple[int, ...]
    """Slots without which the reader's cell says that it isn't translated."""
    texts: tuple[int, ...]
    """Slots whose state the line's sign tells of."""
    closing: str
    """HTML from the end of the reader's text: the source's cell is in it."""
    stands: int = ALWAYS


class SheetProgram(msgspec.Struct, frozen=True):
    """A sheet, compiled."""

    program: Program
    """The page around the lines, and all slots."""
    head: Span
    """What stands in `main` before the first line."""
    lines: tuple[SheetLine, ...]
    tail: Span
    """What stands in `main` after the last line."""
