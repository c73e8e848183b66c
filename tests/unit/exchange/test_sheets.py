"""Spreadsheets: what a clerk sees and may change, and what Excel and others make of a file."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
import zipfile
from collections.abc import Callable, Mapping

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from tests.unit.exchange.parcels import ARABIC, make_parcel, make_unit, what_it_says, what_was_sent
from waypost.exchange import sheet as columns
from waypost.exchange.csv_file import parse_csv, render_csv
from waypost.exchange.parcel import Received
from waypost.exchange.xlsx_reader import parse_xlsx
from waypost.exchange.xlsx_writer import name_sheet, render_xlsx
from waypost.model.text import Risk
from waypost.model.translation import Origin

_FEE = make_unit("cost/1/for", "Pay {fee}.", "Pague {fee}.", facts=(("fee", "$35.00"),))
_FORMULA = make_unit("=1+1", "-5 degrees", "=SUM(A1)")
_MISSING = make_unit("title", "Renew", None)


def _workbook() -> bytes:
    parcel = make_parcel(_FEE, _FORMULA, _MISSING, target=ARABIC)
    return render_xlsx(parcel).data


def _edit(data: bytes, change: Callable[[Worksheet], object]) -> bytes:
    """The workbook as it is after somebody has changed and saved it in another program."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    change(sheet)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _repack(data: bytes, parts: Mapping[str, bytes]) -> bytes:
    """The workbook with other parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", 8) as new:
        for name in old.namelist():
            new.writestr(name, parts.get(name, old.read(name)))
        for name in parts.keys() - set(old.namelist()):
            new.writestr(name, parts[name])
    return out.getvalue()


def _read_sheet() -> str:
    with zipfile.ZipFile(io.BytesIO(_workbook())) as archive:
        return archive.read("xl/worksheets/sheet1.xml").decode("utf-8")


def _column(sheet: Worksheet, name: str) -> str:
    return next(cell.column_letter for cell in sheet[1] if cell.value == name)


def _codes(received: Received) -> list[str]:
    return [finding.code for finding in received.findings]


def _texts(received: Received) -> list[tuple[str, str, str, str]]:
    return [what_it_says(one.correction) for one in received.texts]


class TestWorkbook:
    """What stands in the workbook, as openpyxl reads it."""

    def test_only_translation_and_note_are_open(self) -> None:
        sheet = openpyxl.load_workbook(io.BytesIO(_workbook())).active
        assert isinstance(sheet, Worksheet)
        assert sheet.title == "ar"
        assert sheet.protection.sheet
        assert sheet.freeze_panes == "A2"
        assert [cell.value for cell in sheet[1]] == list(columns.COLUMNS)
        for name, cell in zip(columns.COLUMNS, sheet[2], strict=True):
            assert cell.protection.locked is (name not in {"translation", "note"}), name

    def test_an_arabic_translation_runs_from_right_to_left(self) -> None:
        sheet = openpyxl.load_workbook(io.BytesIO(_workbook())).active
        assert isinstance(sheet, Worksheet)
        source, target = (sheet[f"{_column(sheet, x)}2"] for x in ("source", "translation"))
        assert (source.alignment.readingOrder, target.alignment.readingOrder) == (1, 2)
        assert (source.alignment.wrap_text, target.alignment.wrap_text) == (True, True)

    def test_nothing_is_a_formula(self) -> None:
        sheet = openpyxl.load_workbook(io.BytesIO(_workbook())).active
        assert isinstance(sheet, Worksheet)
        cell = sheet[f"{_column(sheet, 'translation')}3"]
        assert (cell.value, cell.data_type, cell.quotePrefix) == ("=SUM(A1)", "s", True)
        assert all(cell.data_type != "f" for row in sheet for cell in row)

    def test_what_helps_to_judge(self) -> None:
        sheet = openpyxl.load_workbook(io.BytesIO(_workbook())).active
        assert isinstance(sheet, Worksheet)
        row = {name: cell.value for name, cell in zip(columns.COLUMNS, sheet[2], strict=True)}
        assert row["state"] == "machine"
        assert row["risk"] == Risk.STANDARD.word
        assert row["heading"] == "What to do"
        assert row["today's values"] == "{fee} = $35.00"

    def test_a_text_too_long_for_a_cell_is_left_out_and_told(self) -> None:
        long, short = make_unit("a", "é" * 32_768, "b"), make_unit("b", "é" * 32_767, "b")
        double = make_unit("c", "𝒳" * 16_384, "b")
        rendered = render_xlsx(make_parcel(long, short, double))
        assert [finding.code for finding in rendered.findings] == ["X013", "X013"]
        assert _texts(parse_xlsx("x", rendered.data)) == [what_was_sent(short)]

    def test_a_name_for_a_sheet(self) -> None:
        assert name_sheet("a/b[c]:" + "x" * 40) == ("a-b-c--" + "x" * 40)[:31]


class TestClerk:
    """What a person does with the workbook, in programs of any make."""

    def test_a_workbook_that_another_program_has_saved(self) -> None:
        again = _edit(_workbook(), lambda _: None)
        assert _texts(parse_xlsx("x", again)) == [what_was_sent(_FEE), what_was_sent(_FORMULA)]

    def test_a_translation_and_a_note(self) -> None:
        def change(sheet: Worksheet) -> None:
            sheet[f"{_column(sheet, 'translation')}4"] = "Renueve\nsu licencia "
            sheet[f"{_column(sheet, 'note')}2"] = "Is this\nright?"

        first, _, third = parse_xlsx("x", _edit(_workbook(), change)).texts
        assert third.correction.target == "Renueve\nsu licencia "
        assert (third.place.path, third.place.line) == ("x", 4)
        assert not third.correction.is_as_given
        assert first.correction.note == "Is this right?"
        assert first.correction.is_as_given

    def test_columns_are_moved_and_others_added(self) -> None:
        def change(sheet: Worksheet) -> None:
            sheet.insert_cols(1, 3)
            sheet["A1"] = "my own"
            sheet["B2"] = "=1+1"

        assert len(parse_xlsx("x", _edit(_workbook(), change)).texts) == 2

    def test_rows_are_sorted_and_deleted_and_empty_ones_left(self) -> None:
        def change(sheet: Worksheet) -> None:
            sheet.delete_rows(2)
            sheet["A900"] = " "

        assert _texts(parse_xlsx("x", _edit(_workbook(), change))) == [what_was_sent(_FORMULA)]

    @pytest.mark.parametrize("value", [42, True, False, dt.date(2026, 1, 2)])
    def test_what_the_program_has_made_of_a_text_is_no_text(self, value: float | dt.date) -> None:
        def change(sheet: Worksheet) -> None:
            sheet[f"{_column(sheet, 'translation')}4"] = value

        received = parse_xlsx("x", _edit(_workbook(), change))
        assert _codes(received) == ["X015"]
        assert received.findings[0].place.line == 4
        assert len(received.texts) == 2

    @pytest.mark.parametrize("value", ["#NAME?", "#DIV/0!", " #N/A", "Err:508"])
    def test_the_error_of_a_formula_is_told(self, value: str) -> None:
        def change(sheet: Worksheet) -> None:
            sheet[f"{_column(sheet, 'translation')}4"] = f"{value}"
            sheet[f"{_column(sheet, 'translation')}4"].data_type = "s"

        received = parse_xlsx("x", _edit(_workbook(), change))
        assert _codes(received) == ["X007"]
        assert len(received.texts) == 2

    def test_half_a_sign_is_told(self) -> None:
        part = _read_sheet().replace("Pague {fee}.", "Pague _xD83D_ {fee}.")
        name = "xl/worksheets/sheet1.xml"
        received = parse_xlsx("x", _repack(_workbook(), {name: part.encode("utf-8")}))
        assert _codes(received) == ["X011"]

    def test_a_formula_is_told_and_never_computed(self) -> None:
        def change(sheet: Worksheet) -> None:
            sheet[f"{_column(sheet, 'translation')}2"] = '=HYPERLINK("http://evil.example")'

        received = parse_xlsx("x", _edit(_workbook(), change))
        assert _codes(received) == ["X007"]
        assert received.findings[0].place.line == 2
        assert _texts(received) == [what_was_sent(_FORMULA)]

    def test_another_sheet_is_passed_over(self) -> None:
        book = openpyxl.load_workbook(io.BytesIO(_workbook()))
        book.create_sheet("my notes", 0)["A1"] = "call Maria"
        out = io.BytesIO()
        book.save(out)
        assert len(parse_xlsx("x", out.getvalue()).texts) == 2

    def test_a_column_is_lost(self) -> None:
        def change(sheet: Worksheet) -> None:
            sheet[f"{_column(sheet, 'address')}1"] = "adress"

        received = parse_xlsx("x", _edit(_workbook(), change))
        assert _codes(received) == ["X011"]
        assert "address" in received.findings[0].message

    def test_a_row_has_lost_its_address(self) -> None:
        def change(sheet: Worksheet) -> None:
            sheet[f"{_column(sheet, 'address')}2"] = None

        received = parse_xlsx("x", _edit(_workbook(), change))
        assert _codes(received) == ["X011"]
        assert len(received.texts) == 1

    def test_rich_text_reading_aids_and_escapes(self) -> None:
        with zipfile.ZipFile(io.BytesIO(_workbook())) as archive:
            name = "xl/worksheets/sheet1.xml"
            part = archive.read(name).decode("utf-8")
        part = part.replace(
            "<is><t>Pague {fee}.</t></is>",
            "<is><r><t>Pague </t></r><r><rPr><b/></rPr><t>{fee}._x000D_</t></r>"
            "<rPh><t>no</t></rPh></is>",
        )
        received = parse_xlsx("x", _repack(_workbook(), {name: part.encode("utf-8")}))
        assert received.texts[0].correction.target == "Pague {fee}.\n"


class TestAttacks:
    """Workbooks that are made to harm whoever opens them."""

    def test_a_bomb(self) -> None:
        bomb = _repack(_workbook(), {"xl/media/bomb.bin": b"\0" * 401_000_000})
        assert len(bomb) < 1_000_000
        assert _codes(parse_xlsx("x", bomb)) == ["X002"]

    def test_a_part_that_is_larger_than_it_says(self) -> None:
        bomb = bytearray(_repack(_workbook(), {"xl/sharedStrings.xml": b" " * 5_000_000}))
        size = (5_000_000).to_bytes(4, "little")
        while (at := bomb.find(size)) >= 0:
            bomb[at : at + 4] = (10).to_bytes(4, "little")
        assert _codes(parse_xlsx("x", bytes(bomb))) == ["X001"]

    def test_a_million_rows(self) -> None:
        with zipfile.ZipFile(io.BytesIO(_workbook())) as archive:
            name = "xl/worksheets/sheet1.xml"
            head, _, tail = archive.read(name).partition(b"</sheetData>")
        rows = b"<row/>" * 1_000_000
        received = parse_xlsx(
            "x", _repack(_workbook(), {name: head + rows + b"</sheetData>" + tail})
        )
        assert _codes(received) == ["X002"]
        assert received.texts == ()

    def test_laughs_and_foreign_files(self) -> None:
        for name in ("xl/workbook.xml", "xl/worksheets/sheet1.xml"):
            with zipfile.ZipFile(io.BytesIO(_workbook())) as archive:
                part = archive.read(name).decode("utf-8")
            lol = '<!DOCTYPE l [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;">]>'
            part = re.sub(r"^(<\?xml[^>]*>)?", rf"\g<0>{lol}", part, count=1)
            received = parse_xlsx("x", _repack(_workbook(), {name: part.encode("utf-8")}))
            assert _codes(received) == ["X001"], name

    def test_links_out_of_the_archive(self) -> None:
        rels = (
            b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            b'<Relationship Id="rId1" Target="../../../etc/passwd"/></Relationships>'
        )
        received = parse_xlsx("x", _repack(_workbook(), {"xl/_rels/workbook.xml.rels": rels}))
        assert _codes(received) == ["X011"]

    def test_no_workbook(self) -> None:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            archive.writestr("content.xml", b"<office/>")
        assert _codes(parse_xlsx("x", out.getvalue())) == ["X001"]
        assert _codes(parse_xlsx("x", b"PK\x03\x04 and no more")) == ["X001"]


class TestCsv:
    """The same table as plain text."""

    def test_what_excel_opens(self) -> None:
        parcel = make_parcel(make_unit("a", "One\ntwo; “3”", 'Uno "y"', Origin.REVIEWED), _FORMULA)
        lines = render_csv(parcel).data.decode("utf-8").split("\r\n")
        assert lines[0].startswith('\ufeff"document","address","heading","source","translation"')
        assert lines[1].startswith(
            '"guides/renew","a","What to do","One\ntwo; “3”","Uno ""y""","",'
        )
        assert lines[2].startswith(
            '"guides/renew","\'=1+1","What to do","\'-5 degrees","\'=SUM(A1)"'
        )

    @pytest.mark.parametrize("delimiter", [",", ";", "\t"])
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
    @pytest.mark.parametrize("newline", ["\n", "\r\n"])
    @pytest.mark.parametrize("head", ["", "sep={}\n"])
    def test_what_spreadsheets_save(
        self, delimiter: str, encoding: str, newline: str, head: str
    ) -> None:
        rows = [
            ["Document", "address ", "source", "translation", "language", "mine"],
            ["guides/renew", "a", "Yes", "'=Sí", "es", "x"],
            ["", "", "", "", "", ""],
            ["guides/renew", "b", "No", "'s morgens", "es"],
        ]
        text = newline.join(delimiter.join(row) for row in rows)
        data = (head.format(delimiter) + text).encode(encoding)
        received = parse_csv("x.csv", data)
        assert [one.correction.target for one in received.texts] == ["=Sí", "'s morgens"]
        assert received.findings == ()
        assert received.texts[0].place.line == (3 if head else 2)

    @pytest.mark.parametrize("head", ["sep=;\n", '"sep=;"\r\n', "sep=;;;;;\n", "SEP=|\n"])
    def test_a_first_line_that_names_the_delimiter(self, head: str) -> None:
        delimiter = "|" if "|" in head else ";"
        rows = ["document,address,source,translation,language", "g,a,Yes,Sí,es"]
        text = head + "\n".join(rows).replace(",", delimiter)
        (one,) = parse_csv("x", text.encode("utf-8-sig")).texts
        assert (one.correction.target, one.place.line) == ("Sí", 3)

    @pytest.mark.parametrize(
        "cell",
        [
            '=HYPERLINK("http://evil")',
            " =1+1",
            "-2+3",
            "+1",
            "@SUM(A1)",
            "#NAME?",
            "#REF!",
            "#VALUE!",
            "#N/A",
            "#DIV/0!",
            "#¿NOMBRE?",
        ],
    )
    @pytest.mark.parametrize("column", ["translation", "note"])
    def test_a_formula_is_told(self, cell: str, column: str) -> None:
        if column == "note" and cell.startswith("#"):
            column = "translation"
        cells = {"translation": "Sí", "note": "", column: cell}
        out = io.StringIO()
        writer = csv.writer(out)
        writer.writerow(["document", "address", "source", "translation", "note", "language"])
        writer.writerow(["g", "a", "Yes", cells["translation"], cells["note"], "es"])
        writer.writerow(["g", "b", "No", "'" + cell if cell[0] != "#" else "No", "", "es"])
        received = parse_csv("x", out.getvalue().encode())
        assert _codes(received) == ["X007"]
        assert received.findings[0].place.line == 2
        assert len(received.texts) == 1

    @pytest.mark.parametrize("text", ["=1", "  =1", "\n-1", "#NAME?", "' +1", "@x", "＝1"])
    def test_a_text_that_looks_like_a_formula_comes_back(self, text: str) -> None:
        received = parse_csv("x", render_csv(make_parcel(make_unit("a", "Yes", text))).data)
        assert received.findings == ()
        assert [one.correction.target for one in received.texts] == [text]

    def test_a_row_of_several_lines_counts_them(self) -> None:
        text = 'document,address,source,translation,language\ng,a,S,"1\n2",es\ng,b,S,3,es\n'
        assert [one.place.line for one in parse_csv("x", text.encode()).texts] == [2, 4]

    @pytest.mark.parametrize(
        ("data", "code"),
        [
            (b"document,address,source,translation\na,b,c,d", "X011"),
            (b"document;address;translation;language\na;b;c;d", "X011"),
            ("Ñandú, ¿sí?".encode("latin-1"), "X001"),
            (b"", "X001"),
            (b"hello", "X001"),
            (b"document,address,source,translation,language\ng,,S,T,es", "X011"),
            (b"document,address,source,translation,language\n" + b"x" * 1_000_001, "X001"),
            (b"document,address,source,translation,language\n" + b"\n" * 250_000, "X002"),
        ],
    )
    def test_what_is_refused(self, data: bytes, code: str) -> None:
        received = parse_csv("x.csv", data)
        assert (received.texts, _codes(received)) == ((), [code])
