"""A file is told by what it holds, not by what it is called."""

from __future__ import annotations

import pytest

from tests.unit.exchange.parcels import make_parcel, make_unit
from waypost.exchange.formats import FORMATS, parse_any
from waypost.exchange.parcel import MOST_BYTES

_PARCEL = make_parcel(make_unit("a", "Yes", "Sí"))


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_is_told_by_its_content(name: str) -> None:
    received = parse_any("download (1).dat", FORMATS[name].render(_PARCEL).data)
    assert [one.correction.target for one in received.texts] == ["Sí"]


def test_marks_and_spaces_before_the_content() -> None:
    for name in ("xliff", "json"):
        data = FORMATS[name].render(_PARCEL).data.removeprefix(b'<?xml version="1.0" ')
        data = data.removeprefix(b'encoding="UTF-8"?>')
        for before in (b"\xef\xbb\xbf", b"\n\n", b"\xef\xbb\xbf \r\n"):
            assert parse_any("x", before + data).texts


def test_utf_16_is_read() -> None:
    text = FORMATS["xliff"].render(_PARCEL).data.decode("utf-8").replace("UTF-8", "UTF-16")
    assert len(parse_any("x", text.encode("utf-16")).texts) == 1


@pytest.mark.parametrize(
    ("data", "code", "message"),
    [
        (b"", "X001", "none of"),
        (b"\0\1\2", "X001", "none of"),
        (b'msgid ""\nmsgstr ""\n', "X001", "PO file"),
        (bytes(MOST_BYTES + 1), "X002", "more than 150 MB"),
    ],
)
def test_others_are_refused(data: bytes, code: str, message: str) -> None:
    (finding,) = parse_any("x", data).findings
    assert finding.code == code
    assert message in finding.message
