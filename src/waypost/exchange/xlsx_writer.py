"""A workbook for clerks: a row a text, locked but for translation and note, nothing computed."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from waypost.exchange.codes import TOO_LONG, make_finding
from waypost.exchange.parcel import Parcel, Rendered
from waypost.exchange.sheet import COLUMNS, OPEN, SOURCE, TRANSLATION, list_cells
from waypost.exchange.xlsx_text import escape_cell, fits_cell
from waypost.model.finding import Finding, Place
from waypost.model.language import Direction, Language

if TYPE_CHECKING:
    # At run time openpyxl is needed only where a workbook is written.
    from openpyxl import Workbook
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

_WIDTHS = {"heading": 24, SOURCE: 60, TRANSLATION: 60, "note": 30, "today's values": 30}
_WIDTH = 16
_HEADER = "header"
_LONGEST_NAME = 31
_NO_SHEET_NAME = re.compile(r"[\[\]:*?/\\']")
_FORMULA = re.compile(r"[=+\-@]")
_TIMES = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_NO_TIME = b"1980-01-01T00:00:00Z"


def render_xlsx(parcel: Parcel) -> Rendered:
    """The texts as a workbook with one sheet; equal parcels give equal bytes.

    A text that a cell can't hold is left out, and a finding says so.
    """
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet: Worksheet = book.create_sheet(name_sheet(parcel.target.code))
    _set_up(sheet)
    _add_styles(book, parcel.source, parcel.target)
    sheet.append([_make_cell(sheet, _HEADER, name) for name in COLUMNS])
    findings: list[Finding] = []
    for unit in parcel.units:
        cells = [escape_cell(cell) for cell in list_cells(unit)]
        if not all(map(fits_cell, cells)):
            place = Place(unit.path, unit.line)
            findings.append(make_finding(TOO_LONG, place, f"{unit.address}: too long for a cell"))
            continue
        named = zip(COLUMNS, cells, strict=True)
        sheet.append([_make_cell(sheet, name, cell) for name, cell in named])
    out = BytesIO()
    book.save(out)
    return Rendered(_without_times(out.getvalue()), tuple(findings))


def name_sheet(wanted: str) -> str:
    """A name that Excel allows for a sheet."""
    return _NO_SHEET_NAME.sub("-", wanted)[:_LONGEST_NAME] or "texts"


def _set_up(sheet: Worksheet) -> None:
    sheet.freeze_panes = "A2"
    for at, name in enumerate(COLUMNS):
        sheet.column_dimensions[chr(ord("A") + at)].width = _WIDTHS.get(name, _WIDTH)
    protection = sheet.protection
    protection.sheet = True
    # What stays allowed on a locked sheet: to make room, to sort out, to search.
    protection.formatColumns = protection.formatRows = False
    protection.autoFilter = protection.sort = False


def _add_styles(book: Workbook, source: Language, target: Language) -> None:
    """A style for each column, by name: given one by one to every cell they take most time."""
    from openpyxl.styles import Alignment, Font, NamedStyle, Protection

    directions = {SOURCE: source.direction, TRANSLATION: target.direction}
    for name in (*COLUMNS, _HEADER):
        is_rtl = directions.get(name) is Direction.RTL
        book.add_named_style(
            NamedStyle(
                name=f"waypost {name}",
                font=Font(bold=name == _HEADER),
                number_format="@",
                alignment=Alignment(
                    horizontal="right" if is_rtl else "left",
                    vertical="top",
                    wrap_text=True,
                    readingOrder=2 if is_rtl else 1,
                ),
                protection=Protection(locked=name not in OPEN),
            )
        )


def _make_cell(sheet: Worksheet, style: str, text: str) -> Cell:
    from openpyxl.cell import WriteOnlyCell

    cell: Cell = WriteOnlyCell(sheet, value=text)
    cell.data_type = "s"  # else "=1+1" would be a formula, and "1" a number
    cell.style = f"waypost {style}"
    if _FORMULA.match(text):
        cell.quotePrefix = True
    return cell


def _without_times(data: bytes) -> bytes:
    """The same workbook without the time of its making, in the parts and around them."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "docProps/core.xml":
                part = _TIMES.sub(rb"\g<1>" + _NO_TIME, part)
            info = ZipInfo(name)
            info.compress_type = ZIP_DEFLATED
            new.writestr(info, part)
    return out.getvalue()
