"""Corrections as the review desk saves them: JSON that a browser writes without a server.

    {"waypost": "corrections", "version": 1, "language": "es", "by": "Maria",
     "corrections": [{"document": "guides/renew", "address": "title", "source": "Renew",
                      "target": "Renueve", "note": ""}]}

Each may bear the `mark` of the translation that was shown (`text_mark`), so that an edit made
meanwhile is noticed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from waypost.exchange.codes import FILE, INCOMPLETE, TOO_LARGE, make_finding
from waypost.exchange.parcel import (
    MOST_TEXTS,
    Incoming,
    Parcel,
    Received,
    Refused,
    Rendered,
    has_half_sign,
    refuse,
    target_of,
)
from waypost.model.correction import Correction, text_mark
from waypost.model.finding import Finding, Place

KIND, VERSION = "corrections", 1
_FIELDS = ("document", "address", "source", "target")
_MORE_FIELDS = ("note", "mark")
_LONGEST_TEXT = 100_000
_LONGEST_NAME = 200
_HALF_SIGN = "“{}” holds half of a sign (\\ud800 to \\udfff without its other half)"
_LIST = re.compile(r'"corrections"\s*:\s*\[')
_BETWEEN = re.compile(r"[\s,]*")


def render_corrections(parcel: Parcel) -> Rendered:
    """The translations as they stand, in the desk's form; texts without one are left out."""
    rows = [
        {
            "document": unit.document,
            "address": unit.address,
            "source": unit.source,
            "target": target_of(unit),
            "note": "",
            "mark": text_mark(target_of(unit)),
        }
        for unit in parcel.units
        if target_of(unit)
    ]
    head = {"waypost": KIND, "version": VERSION, "language": parcel.target.code, "by": ""}
    text = json.dumps({**head, "corrections": rows}, ensure_ascii=False, indent=1)
    return Rendered(f"{text}\n".encode())


def parse_corrections(path: str, data: bytes) -> Received:
    """All corrections in the file, and every mistake in it; never raises."""
    try:
        reader = _Reader(path, *_open(path, data))
    except Refused as refused:
        return Received((), (refused.finding,))
    return reader.read()


def _open(path: str, data: bytes) -> tuple[dict[str, object], str]:
    try:
        text = data.decode("utf-8-sig")
        value: object = json.loads(text)
    except UnicodeDecodeError:
        raise refuse(FILE, path, "the file is not UTF-8") from None
    except json.JSONDecodeError as error:
        raise refuse(FILE, path, f"this is no JSON: {error.msg}", line=error.lineno) from None
    except (RecursionError, ValueError):
        raise refuse(FILE, path, "this is no JSON that Waypost reads") from None
    if not isinstance(value, dict) or value.get("waypost") != KIND:
        message = "the file doesn't say that it holds corrections (“waypost”: “corrections”)"
        raise refuse(FILE, path, message)
    if value.get("version") != VERSION:
        version = json.dumps(value.get("version"))[:20]
        message = f"the corrections are of version {version}, and Waypost knows {VERSION}"
        raise refuse(FILE, path, message)
    rows = value.get("corrections")
    if not isinstance(rows, list):
        raise refuse(INCOMPLETE, path, "there is no list of corrections")
    if len(rows) > MOST_TEXTS:
        raise refuse(TOO_LARGE, path, f"there are more than {MOST_TEXTS:,} corrections")
    return value, text


class _Reader:
    """The items of the list as corrections, or as findings."""

    def __init__(self, path: str, value: dict[str, object], text: str) -> None:
        self._path = path
        self._value = value
        self._lines = _find_lines(text)
        self._findings: list[Finding] = []

    def read(self) -> Received:
        """What could be read, and what couldn't."""
        language = self._name(self._value, "language", 1)
        by = self._name(self._value, "by", 1) if self._value.get("by") else ""
        rows = self._value["corrections"]
        texts: list[Incoming] = []
        for number, row in enumerate(rows if isinstance(rows, list) else ()):
            line = self._lines[number] if number < len(self._lines) else 1
            found = self._row(row, number + 1, line)
            if found is None or not language:
                continue
            place = Place(self._path, line)
            document, address, source, target, note, mark = found
            correction = Correction(language, document, address, source, target, note, by, mark)
            texts.append(Incoming(correction, place))
        return Received(tuple(texts), tuple(self._findings))

    def _row(self, row: object, number: int, line: int) -> list[str] | None:
        if not isinstance(row, dict):
            self._find(line, f"correction {number} is no object with document, address …")
            return None
        mistyped = [name for name in _FIELDS if not isinstance(row.get(name), str) or not row[name]]
        mistyped += [name for name in _MORE_FIELDS if not isinstance(row.get(name, ""), str)]
        wrong = [f"“{name}” should be a text" for name in mistyped]
        wrong += [f"there is no field “{str(key)[:40]}”" for key in row if not _is_field(key)]
        names = (*_FIELDS, *_MORE_FIELDS)
        texts = [] if wrong else [str(row.get(name, "")) for name in names]
        pairs = zip(names, texts, strict=False)
        wrong += [_HALF_SIGN.format(name) for name, text in pairs if has_half_sign(text)]
        if any(len(text) > _LONGEST_TEXT for text in texts):
            wrong.append(f"a text is longer than {_LONGEST_TEXT:,} characters")
        if not wrong:
            texts[4] = " ".join(texts[4].split())
            return texts
        for message in wrong:
            self._find(line, f"correction {number}: {message}")
        return None

    def _name(self, value: dict[str, object], key: str, line: int) -> str:
        found = value.get(key)
        if not isinstance(found, str) or not 0 < len(found) <= _LONGEST_NAME:
            self._find(line, f"“{key}” should be a short text")
        elif has_half_sign(found):
            self._find(line, _HALF_SIGN.format(key))
        else:
            return " ".join(found.split())
        return ""

    def _find(self, line: int, message: str) -> None:
        self._findings.append(make_finding(INCOMPLETE, Place(self._path, line), message))


def _is_field(key: object) -> bool:
    return key in _FIELDS or key in _MORE_FIELDS


def _find_lines(text: str) -> list[int]:
    """The line at which each item of the list begins, as far as they can be told."""
    return list(_walk_items(text))


def _walk_items(text: str) -> Iterator[int]:
    begin = _LIST.search(text)
    if begin is None:
        return
    decoder = json.JSONDecoder()
    at, line, counted = begin.end(), 1, 0
    while True:
        between = _BETWEEN.match(text, at)
        at = at if between is None else between.end()
        if text[at : at + 1] in {"]", ""}:
            return
        line += text.count("\n", counted, at)
        counted = at
        yield line
        try:
            _, at = decoder.raw_decode(text, at)
        except ValueError:
            return
