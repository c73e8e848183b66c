"""The formats of other tools: by name to write them, by content to read them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

import msgspec

from waypost.exchange.codes import FILE, TOO_LARGE
from waypost.exchange.corrections_file import parse_corrections, render_corrections
from waypost.exchange.csv_file import parse_csv, render_csv
from waypost.exchange.parcel import MOST_BYTES, Parcel, Received, Rendered, refuse
from waypost.exchange.xliff_reader import parse_xliff
from waypost.exchange.xliff_writer import render_xliff
from waypost.exchange.xlsx_reader import parse_xlsx
from waypost.exchange.xlsx_writer import render_xlsx


class Format(msgspec.Struct, frozen=True):
    """How files of a format are called, written and read."""

    extension: str
    render: Callable[[Parcel], Rendered]
    parse: Callable[[str, bytes], Received]


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "xliff": Format("xlf", render_xliff, parse_xliff),
        "xlsx": Format("xlsx", render_xlsx, parse_xlsx),
        "csv": Format("csv", render_csv, parse_csv),
        "json": Format("json", render_corrections, parse_corrections),
    }
)
"""By the name that `waypost export` takes."""

_BOM = b"\xef\xbb\xbf"
_PO_MEND = "Put it back at its place, such as translations/es/phrases.po, and run `waypost sync`."


def parse_any(path: str, data: bytes) -> Received:
    """What the file brings, whatever it is called; never raises."""
    if len(data) > MOST_BYTES:
        message = f"the file has more than {MOST_BYTES // 1_000_000} MB"
        return Received((), (refuse(TOO_LARGE, path, message).finding,))
    if data.startswith(b"PK\x03\x04"):
        return FORMATS["xlsx"].parse(path, data)
    start = data.removeprefix(_BOM).lstrip()[:200]
    if start.startswith((b"<", "<".encode("utf-16-le"), b"\xff\xfe<", b"\xfe\xff\x00<")):
        return FORMATS["xliff"].parse(path, data)
    if start.startswith((b"{", b"[")):
        return FORMATS["json"].parse(path, data)
    if b"msgid " in data[:10_000] and b"msgstr" in data:
        return Received((), (refuse(FILE, path, "this is a PO file", _PO_MEND).finding,))
    return FORMATS["csv"].parse(path, data)
