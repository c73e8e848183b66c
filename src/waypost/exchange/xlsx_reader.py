"""A workbook as texts, read without computing or trusting anything in it.

Only what is needed of the format is read: the list of sheets, the shared strings, and the cells.
So a formula can be told from its result, and what `_x000D_` means doesn't depend on a library.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Mapping
from io import BytesIO
from posixpath import join, normpath
from zipfile import BadZipFile, ZipFile

import msgspec

from waypost.exchange.codes import FILE, FORMULA, INCOMPLETE, NO_TEXT, TOO_LARGE, make_finding
from waypost.exchange.parcel import MOST_TEXTS, Received, Refused, refuse
from waypost.exchange.sheet import TRANSLATION, Row, find_columns, missing_columns, read_rows
from waypost.exchange.xlsx_text import unescape_cell
from waypost.exchange.xml_events import Element, read_elements
from waypost.model.finding import Finding, Place

_MOST_UNPACKED = 400_000_000
_MOST_PARTS = 2_000
_BOOK = "xl/workbook.xml"
_LINKS = "xl/_rels/workbook.xml.rels"
_STRINGS = "xl/sharedStrings.xml"
_COLUMN = re.compile(r"([A-Z]{1,3})")
_HIDDEN_TEXT = frozenset({"rPh", "phoneticPr"})


def parse_xlsx(path: str, data: bytes) -> Received:
    """The translations of all sheets that have our columns, and every mistake; never raises."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            book = _open(path, archive)
            return book.read()
    except Refused as refused:
        return Received((), (refused.finding,))
    # zipfile's words for a password (RuntimeError), an unknown method, and parts that are cut off.
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError):
        message = "this is no workbook that can be unpacked"
        return Received((), (refuse(FILE, path, message).finding,))


def _open(path: str, archive: ZipFile) -> _Book:
    parts = archive.infolist()
    # Unpacking stops at the size that a part says it has, so the sum is a bound.
    if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _MOST_UNPACKED:
        raise refuse(TOO_LARGE, path, "the workbook is too large when it is unpacked")
    if _BOOK not in archive.namelist():
        mend = "Save the table from the spreadsheet as XLSX."
        raise refuse(FILE, path, "this is no workbook of Excel (XLSX)", mend)
    return _Book(path, archive)


class _Book(msgspec.Struct):
    path: str
    archive: ZipFile
    strings: list[str] = msgspec.field(default_factory=list)
    findings: list[Finding] = msgspec.field(default_factory=list)
    lost: str = ""
    """The columns that a header lacks which is nearly ours."""

    def read(self) -> Received:
        """All sheets, one after the other."""
        if _STRINGS in self.archive.namelist():
            self.strings = [_read_text(one) for one in self._elements(_STRINGS, "si")]
        found: list[Received] = []
        for part in self._list_sheets():
            rows = self._read_table(part)
            if rows is not None:
                found.append(read_rows(self.path, rows))
        if not found:
            what = self.lost or "document, address, source, translation, language"
            raise refuse(INCOMPLETE, self.path, f"there is no sheet with the columns {what}")
        texts = tuple(one for each in found for one in each.texts)
        findings = [one for each in found for one in each.findings]
        return Received(texts, (*self.findings, *findings))

    def _elements(self, part: str, name: str) -> Iterator[Element]:
        """The elements of one name in a part of the archive."""
        data = self.archive.read(part)
        for kind, element in read_elements(self.path, data, frozenset({name})):
            if kind == "whole":
                yield element

    def _list_sheets(self) -> Iterator[str]:
        """The parts that hold the sheets, in the workbook's order."""
        names = set(self.archive.namelist())
        links = {
            one.attributes.get("Id", ""): one.attributes.get("Target", "")
            for one in (self._elements(_LINKS, "Relationship") if _LINKS in names else ())
        }
        for sheet in self._elements(_BOOK, "sheet"):
            target = links.get(sheet.attributes.get("id", ""), "")
            part = target.lstrip("/") if target.startswith("/") else normpath(join("xl", target))
            if target and part in names:
                yield part

    def _read_table(self, part: str) -> Iterator[Row] | None:
        """The rows under the header; None where the first row is another."""
        rows = self._read_rows(part)
        header = next(rows, None)
        if header is None:
            return None
        last = max(header[1], default=-1)
        cells = [header[1].get(at, _EMPTY).text for at in range(min(last + 1, 100))]
        columns = find_columns(cells)
        if columns is None:
            if TRANSLATION in [cell.strip().lower() for cell in cells]:
                self.lost = missing_columns(cells)
            return None
        return self._name_cells(rows, columns)

    def _name_cells(
        self, rows: Iterator[tuple[int, dict[int, _Cell]]], columns: dict[int, str]
    ) -> Iterator[Row]:
        for line, cells in rows:
            named: dict[str, str] = {}
            formula = ""
            for at, name in columns.items():
                cell = cells.get(at, _EMPTY)
                named[name] = cell.text
                formula = formula or (name if cell.is_formula else "")
            if formula:
                message = f"the column “{formula}” holds a formula or its error"
                self.findings.append(make_finding(FORMULA, Place(self.path, line), message))
            elif kind := _name_kind(columns, cells):
                message = f"the translation is {kind}, “{named[TRANSLATION]}”, and no text"
                self.findings.append(make_finding(NO_TEXT, Place(self.path, line), message))
            else:
                yield line, named

    def _read_rows(self, part: str) -> Iterator[tuple[int, dict[int, _Cell]]]:
        """Each row's number from 1, and its cells by column from 0."""
        line = 0
        for number, row in enumerate(self._elements(part, "row")):
            if number > MOST_TEXTS:
                message = f"there are more than {MOST_TEXTS:,} rows"
                raise refuse(TOO_LARGE, self.path, message, line=number)
            said = row.attributes.get("r", "")
            line = int(said) if said.isdecimal() and len(said) < 9 else line + 1
            cells: dict[int, _Cell] = {}
            at = -1
            for cell in row.list_children("c"):
                at = _find_column(cell.attributes.get("r", ""), at + 1)
                cells[at] = self._read_cell(cell)
            yield line, cells

    def _read_cell(self, cell: Element) -> _Cell:
        kind = cell.attributes.get("t", "n")
        is_formula = bool(cell.list_children("f")) or kind == "e"
        if kind == "inlineStr":
            return _Cell("".join(_read_text(one) for one in cell.list_children("is")), is_formula)
        value = "".join(one.text for one in cell.list_children("v"))
        if kind == "s":
            known = value.isdecimal() and len(value) < 10 and int(value) < len(self.strings)
            return _Cell(self.strings[int(value)] if known else "", is_formula)
        if kind == "b":
            return _Cell("TRUE" if value == "1" else "FALSE", is_formula, "TRUE or FALSE")
        if kind == "str":
            return _Cell(unescape_cell(value), is_formula)
        return _Cell(value, is_formula, "a number or a date" if value.strip() else "")


class _Cell(msgspec.Struct, frozen=True):
    text: str
    is_formula: bool
    kind: str = ""
    """What stands there in place of a text; "" for a text, or nothing."""


_EMPTY = _Cell("", is_formula=False)


def _name_kind(columns: Mapping[int, str], cells: Mapping[int, _Cell]) -> str:
    """What the translation is, if it is no text."""
    found = (cells.get(at, _EMPTY).kind for at, name in columns.items() if name == TRANSLATION)
    return next(filter(None, found), "")


def _find_column(reference: str, following: int) -> int:
    """The column from 0 that `C5` names."""
    letters = _COLUMN.match(reference)
    if letters is None:
        return following
    number = 0
    for letter in letters[1]:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _read_text(element: Element) -> str:
    """The words of a string, without the reading aids that East Asian texts may bear."""
    return unescape_cell("".join(_walk_text(element)))


def _walk_text(element: Element) -> Iterator[str]:
    for child in element.list_children():
        if child.name == "t":
            yield child.text
        elif child.name not in _HIDDEN_TEXT:
            yield from _walk_text(child)
