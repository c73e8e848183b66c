"""CSV that Excel opens as it is meant: UTF-8 with a mark, every cell quoted, nothing computed.

A cell that a spreadsheet would take for a formula begins with an apostrophe; reading takes exactly
that apostrophe away again. A cell that begins so without one is a formula, and is refused.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from io import StringIO

from waypost.exchange.codes import FILE, FORMULA, INCOMPLETE, make_finding
from waypost.exchange.parcel import Parcel, Received, Refused, Rendered, refuse
from waypost.exchange.sheet import (
    COLUMNS,
    NOTE,
    TRANSLATION,
    Row,
    find_columns,
    list_cells,
    missing_columns,
    read_rows,
)
from waypost.model.finding import Finding, Place

_FORMULA = re.compile(r"'*(?:\s*[=+\-@＝＋－＠]|[\t\r\n])")
_BARE = re.compile(r"\s*[=+\-@＝＋－＠]")
_DECLARED = re.compile(r'"?sep=(\t|[^"\s\w]?)"?[,;\t]*\s*\Z', re.IGNORECASE)
_MEND = (
    "Write the text itself. If it begins with =, +, - or @, put an apostrophe before that sign; "
    "programs that swallow one need two. In XLSX none is needed."
)
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_WRITTEN = (TRANSLATION, NOTE)
"""The columns that people write in; the others are only compared."""
_LONGEST_CELL = 1_000_000


def render_csv(parcel: Parcel) -> Rendered:
    """The texts as CSV, a row each."""
    out = StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for unit in parcel.units:
        writer.writerow([guard_cell(cell) for cell in list_cells(unit)])
    return Rendered(b"\xef\xbb\xbf" + out.getvalue().encode("utf-8"))


def parse_csv(path: str, data: bytes) -> Received:
    """All translations in the file; commas, semicolons and tabs are taken; never raises."""
    try:
        findings: list[Finding] = []
        received = read_rows(path, _read_table(path, _decode(path, data), findings))
    except Refused as refused:
        return Received((), (refused.finding,))
    return Received(received.texts, (*findings, *received.findings))


def guard_cell(text: str) -> str:
    """The text so that no spreadsheet computes it."""
    return f"'{text}" if _FORMULA.match(text) else text


def unguard_cell(text: str) -> str:
    """The text that `guard_cell` was given."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text


def _decode(path: str, data: bytes) -> str:
    encoding = "utf-16" if data.startswith(_UTF16) else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        mend = "Save it from the spreadsheet as “CSV UTF-8”, or as XLSX."
        raise refuse(FILE, path, "the file is not UTF-8", mend) from None


def _read_table(path: str, text: str, findings: list[Finding]) -> Iterator[Row]:
    """The rows under the header; those with a formula become findings."""
    first, end, rest = text.partition("\n")
    declared = _DECLARED.match(first)
    before, text = (1, rest) if declared is not None and end else (0, text)
    named = declared[1].strip() if declared is not None else ""
    for delimiter in dict.fromkeys(f"{named},;\t"):
        rows = _read_cells(path, text, delimiter)
        columns = find_columns(next(rows, (1, list[str]()))[1])
        if columns is not None:
            break
    else:
        header = re.split("[,;\t]", text.partition("\n")[0].replace('"', ""))
        if TRANSLATION not in [name.strip().lower() for name in header]:
            raise refuse(FILE, path, "this is none of XLIFF, XLSX, CSV and corrections")
        raise refuse(INCOMPLETE, path, f"there is no column {missing_columns(header)}")
    for line, cells in rows:
        named_cells = {name: cells[at] for at, name in columns.items() if at < len(cells)}
        formula = next((x for x in _WRITTEN if _BARE.match(named_cells.get(x, ""))), "")
        if formula:
            message = f"the column “{formula}” holds a formula: “{named_cells[formula][:40]}”"
            place = Place(path, line + before)
            findings.append(make_finding(FORMULA, place, message, _MEND))
        else:
            yield line + before, {name: unguard_cell(x) for name, x in named_cells.items()}


def _read_cells(path: str, text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Each row with the line that it begins at."""
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter)
    line = 1
    while True:
        try:
            cells = next(reader, None)
        except csv.Error as error:
            raise refuse(FILE, path, f"a row can't be read: {error}", line=line) from None
        if cells is None:
            return
        yield line, cells
        line = reader.line_num + 1
