"""CSV that Excel opens as it is meant: UTF-8 with a mark, every cell quoted, nothing computed.

A cell that a spreadsheet would take for a formula begins with an apostrophe; reading takes exactly
that apostrophe away again.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from io import StringIO

from waypost.exchange.codes import FILE, INCOMPLETE
from waypost.exchange.parcel import Parcel, Received, Refused, Rendered, refuse
from waypost.exchange.sheet import (
    COLUMNS,
    TRANSLATION,
    Row,
    find_columns,
    list_cells,
    missing_columns,
    read_rows,
)

_FORMULA = re.compile(r"'*[=+\-@＝＋－＠\t\r\n]")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
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
        return read_rows(path, _read_table(path, _decode(path, data)))
    except Refused as refused:
        return Received((), (refused.finding,))


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


def _read_table(path: str, text: str) -> Iterator[Row]:
    at = 0
    first = text.partition("\n")[0].strip().lower()
    if first.startswith("sep="):
        at = text.index("\n") + 1 if "\n" in text else len(text)
    before, text = text.count("\n", 0, at), text[at:]
    for delimiter in ",;\t":
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
        yield (
            line + before,
            {name: unguard_cell(cells[at]) for at, name in columns.items() if at < len(cells)},
        )


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
