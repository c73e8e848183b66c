"""The desk's corrections, and the ways in which such a file may be wrong."""

from __future__ import annotations

import json

import pytest

from tests.unit.exchange.parcels import make_parcel, make_unit
from waypost.exchange.corrections_file import parse_corrections, render_corrections
from waypost.model.correction import Correction, text_mark

_ITEM = {"document": "guides/renew", "address": "title", "source": "Renew", "target": "Renueve"}
_FILE = {"waypost": "corrections", "version": 1, "language": "es", "by": "María"}


def _write(*items: object, **more: object) -> bytes:
    return json.dumps({**_FILE, "corrections": list(items), **more}, indent=1).encode()


def test_what_the_desk_saves_is_read() -> None:
    item = {**_ITEM, "note": "two\nlines", "mark": "0123456789ab"}
    (one,) = parse_corrections("c.json", _write(item)).texts
    assert one.correction == Correction(
        "es",
        "guides/renew",
        "title",
        "Renew",
        "Renueve",
        "two lines",
        "María",
        "0123456789ab",
    )


def test_each_item_has_its_line() -> None:
    texts = parse_corrections("c.json", _write(_ITEM, {**_ITEM, "address": "summary"})).texts
    assert [one.place.line for one in texts] == [7, 13]


def test_all_mistakes_are_told_at_once() -> None:
    wrong = [
        3,
        {**_ITEM, "target": 5},
        {**_ITEM, "target": ""},
        {**_ITEM, "adress": "x"},
        {**_ITEM, "note": None},
        {**_ITEM, "source": "x" * 100_001},
        {},
    ]
    received = parse_corrections("c.json", _write(*wrong, _ITEM, by=7))
    assert len(received.texts) == 1
    messages = [f"{one.code} {one.message}" for one in received.findings]
    assert messages == [
        "X011 “by” should be a short text",
        "X011 correction 1 is no object with document, address …",
        "X011 correction 2: “target” should be a text",
        "X011 correction 3: “target” should be a text",
        "X011 correction 4: there is no field “adress”",
        "X011 correction 5: “note” should be a text",
        "X011 correction 6: a text is longer than 100,000 characters",
        "X011 correction 7: “document” should be a text",
        "X011 correction 7: “address” should be a text",
        "X011 correction 7: “source” should be a text",
        "X011 correction 7: “target” should be a text",
    ]


@pytest.mark.parametrize("name", ["document", "address", "source", "target", "note", "mark"])
def test_half_a_sign_is_told(name: str) -> None:
    received = parse_corrections("c.json", _write({**_ITEM, name: "x\ud800"}, _ITEM))
    assert len(received.texts) == 1
    (finding,) = received.findings
    assert (finding.code, finding.place.line) == ("X011", 7)
    assert f"“{name}” holds half of a sign" in finding.message


@pytest.mark.parametrize("more", [{"language": "\ud800"}, {"by": "\ud800"}])
def test_half_a_sign_in_the_head(more: dict[str, str]) -> None:
    assert [one.code for one in parse_corrections("c.json", _write(_ITEM, **more)).findings] == [
        "X011"
    ]


def test_what_is_said_of_half_a_sign_can_be_printed() -> None:
    (finding,) = parse_corrections("c.json", _write({**_ITEM, "x\ud800": ""})).findings
    assert "x?" in finding.message.encode("utf-8").decode("utf-8")


def test_a_mark_of_any_text() -> None:
    assert len(text_mark("\ud800")) == 12


@pytest.mark.parametrize(
    "data",
    [
        b"{",
        b"[]",
        b"\xff{}",
        b"{}",
        b"[" * 100_000,
        b'{"waypost": "corrections", "version": ' + b"9" * 10_000 + b"}",
        json.dumps({**_FILE, "version": 2, "corrections": []}).encode(),
        json.dumps({**_FILE, "corrections": {}}).encode(),
        json.dumps({**_FILE, "language": "", "corrections": [_ITEM]}).encode(),
        json.dumps({**_FILE, "language": ["es"], "corrections": [_ITEM]}).encode(),
        json.dumps({**_FILE, "corrections": [0] * 200_001}).encode(),
    ],
)
def test_another_file_is_refused_whole(data: bytes) -> None:
    received = parse_corrections("c.json", data)
    assert received.texts == ()
    assert len(received.findings) == 1


def test_texts_without_translation_are_left_out() -> None:
    parcel = make_parcel(make_unit("a", "Yes", None), make_unit("b", "No", "No"))
    texts = parse_corrections("c.json", render_corrections(parcel).data).texts
    assert [one.correction.address for one in texts] == ["b"]
