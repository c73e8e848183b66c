"""XLIFF 2 as tools of translators give it back: states, moved codes, notes; nothing else changes.

A unit counts by its name, which is the text's address. Units that are missing are left as they
are. What was divided into several segments is refused: Waypost's unit is the paragraph.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from waypost.exchange.codes import BROKEN, DIVIDED, FILE, INCOMPLETE, TOO_LARGE, make_finding
from waypost.exchange.inline_codes import Pair, Piece, Point, Writing, join_pieces
from waypost.exchange.parcel import MOST_TEXTS, Incoming, Received, Refused, has_half_sign, refuse
from waypost.exchange.xliff_syntax import FINAL_STATES, MARK_NOTE, NAMESPACES, PREFIX
from waypost.exchange.xml_events import Element, read_elements
from waypost.model.correction import Correction
from waypost.model.finding import Code, Finding, Place

_WHOLE = frozenset({"unit", "skeleton"})
_CODES_MEND = (
    "Put the codes of the source into the translation again, as the tool shows them there."
)
_TRANSPARENT = frozenset({"mrk", "sm", "em"})


def parse_xliff(path: str, data: bytes) -> Received:
    """All translations in the file, and every mistake in it; never raises."""
    reader = _Reader(path)
    try:
        for kind, element in read_elements(path, data, _WHOLE):
            reader.take(kind, element)
        reader.finish()
    except Refused as refused:
        return Received((), (*reader.findings, refused.finding))
    return Received(tuple(reader.texts), tuple(reader.findings))


class _Doubtful(Exception):
    """Raised where the text of a segment can't be told for certain."""


class _Reader(msgspec.Struct):
    path: str
    texts: list[Incoming] = msgspec.field(default_factory=list)
    findings: list[Finding] = msgspec.field(default_factory=list)
    language: str | None = None
    document: str = ""

    def take(self, kind: str, element: Element) -> None:
        """One event of the file."""
        if kind == "start" and self.language is None:
            self._read_root(element)
        elif kind == "start" and element.name == "file":
            self.document = _find_document(element)
            if not self.document:
                message = "a <file> has no name of its document (original)"
                self._find(INCOMPLETE, element, message)
        elif kind == "whole" and element.name == "unit":
            if len(self.texts) >= MOST_TEXTS:
                raise refuse(TOO_LARGE, self.path, f"there are more than {MOST_TEXTS:,} texts")
            self._read_unit(element)

    def finish(self) -> None:
        """The file has ended."""
        if self.language is None:
            raise refuse(FILE, self.path, "this is no XLIFF")

    def _read_root(self, root: Element) -> None:
        if root.name != "xliff":
            raise refuse(FILE, self.path, f"this is no XLIFF but <{root.name[:40]}>")
        if root.namespace not in NAMESPACES:
            version = root.attributes.get("version", "unknown")[:20]
            mend = "Export from the tool as XLIFF 2, the version that `waypost export` wrote."
            raise refuse(FILE, self.path, f"this is XLIFF {version}, not 2", mend)
        self.language = root.attributes.get("trgLang", "")
        if not self.language:
            raise refuse(INCOMPLETE, self.path, "the file doesn't say its language (trgLang)")

    def _read_unit(self, unit: Element) -> None:
        address = unit.attributes.get("name", "")
        if not address:
            name = unit.attributes.get("id", "")
            self._find(INCOMPLETE, unit, f"the unit “{name}” has no address (name)")
            return
        segments = unit.list_children("segment")
        targets = [target for each in segments for target in each.list_children("target")]
        if not self.document or not targets:
            return
        parts = [one for one in unit.list_children() if one.name in {"segment", "ignorable"}]
        if len(parts) != 1:
            message = f"{address}: the tool has divided the text into {len(parts)} parts"
            self._find(DIVIDED, unit, message)
            return
        writing = _find_writing(unit)
        try:
            codes = _collect_codes(unit)
            (source,) = segments[0].list_children("source")
            given = join_pieces(codes.read(source), writing)
            target = join_pieces(codes.read(targets[0]), writing)
        except _Doubtful as doubt:
            self._find(BROKEN, unit, f"{address}: {doubt}", _CODES_MEND)
            return
        except ValueError:
            self._find(INCOMPLETE, unit, f"{address}: the unit has no source")
            return
        mark, note = _read_notes(unit)
        correction = Correction(
            self.language or "",
            self.document,
            address,
            given,
            target,
            note,
            mark=mark,
            is_final=segments[0].attributes.get("state", "") in FINAL_STATES,
        )
        self.texts.append(Incoming(correction, Place(self.path, unit.line)))

    def _find(self, code: Code, element: Element, message: str, mend: str = "") -> None:
        self.findings.append(make_finding(code, Place(self.path, element.line), message, mend))


def _find_document(file: Element) -> str:
    """The document's name; some tools put a path in its place and keep the id."""
    original = file.attributes.get("original", "")
    token = file.attributes.get("id", "")
    if not token or original.replace("/", ".") == token:
        return original
    return token.replace(".", "/")


def _find_writing(unit: Element) -> Writing:
    word = unit.attributes.get("type", "").removeprefix(PREFIX)
    return Writing(word) if word in {*Writing} else Writing.MARKUP


def _read_notes(unit: Element) -> tuple[str, str]:
    """The mark of the translation that was given, and what people have noted."""
    mark, notes = "", list[str]()
    for group in unit.list_children("notes"):
        for note in group.list_children("note"):
            category = note.attributes.get("category", "")
            if category == MARK_NOTE:
                mark = note.text.strip()
            elif not category.startswith(PREFIX):
                notes.append(note.text)
    return mark, "\n".join(filter(None, (" ".join(note.split()) for note in notes)))


class _Codes(msgspec.Struct, frozen=True):
    """What the inline codes of a unit stand for."""

    data: dict[str, str]
    by_id: dict[str, tuple[str, str]]
    """Start and end of each code of the source, by its id."""

    def read(self, element: Element) -> list[Piece]:
        """The pieces within a source or target; raises _Doubtful."""
        return list(self._read(element))

    def _read(self, element: Element) -> Iterator[Piece]:
        for child in element.content:
            if isinstance(child, str):
                yield child
            elif child.name in _TRANSPARENT:
                yield from self._read(child)
            elif child.name == "cp":
                yield _read_code_point(child)
            elif child.name == "ph":
                yield Point(self._find(child, "dataRef")[0])
            elif child.name == "pc":
                start, end = self._find(child, "dataRefStart", "dataRefEnd")
                yield Pair(start, end, tuple(self.read(child)))
            elif child.name in {"sc", "ec"}:
                yield self._read_bound(child)
            else:
                raise _Doubtful(f"the tool has put <{child.name[:40]}> into the text")

    def _find(self, code: Element, start: str, end: str = "") -> tuple[str, str]:
        """What the code stands for: as it says itself, or as the source's code with its id."""
        refs = [code.attributes.get(name, "") for name in (start, end) if name]
        found = [self.data[ref] for ref in refs if ref in self.data]
        if len(found) == len(refs):
            return found[0], found[-1] if end else ""
        for name in ("id", "copyOf"):
            known = self.by_id.get(code.attributes.get(name, ""))
            if known is not None:
                return known
        name = code.attributes.get("id", "")
        raise _Doubtful(f"the code “{name}” isn't in the source")

    def _read_bound(self, code: Element) -> Point:
        """One end of a pair that the tool has written as two codes: the words are between them."""
        is_start = code.name == "sc"
        name = code.attributes.get("id" if is_start else "startRef", "")
        data = self.data.get(code.attributes.get("dataRef", ""))
        if data is None and name in self.by_id:
            data = self.by_id[name][0 if is_start else 1]
        if data is None:
            raise _Doubtful(f"the code “{name}” isn't in the source")
        return Point(data)


def _read_code_point(code: Element) -> str:
    try:
        sign = chr(int(code.attributes.get("hex", ""), 16))
    except (ValueError, OverflowError):
        raise _Doubtful("a <cp> names no character") from None
    if has_half_sign(sign):
        raise _Doubtful("a <cp> names half of a character")
    return sign


def _collect_codes(unit: Element) -> _Codes:
    """The codes of the unit's source, and its original data."""
    data = {
        one.attributes.get("id", ""): "".join(_read_data(one))
        for group in unit.list_children("originalData")
        for one in group.list_children("data")
    }
    by_id: dict[str, tuple[str, str]] = {}
    for segment in unit.list_children("segment"):
        for source in segment.list_children("source"):
            _note_codes(source, data, by_id)
    return _Codes(data, by_id)


def _read_data(element: Element) -> Iterator[str]:
    for child in element.content:
        yield child if isinstance(child, str) else _read_code_point(child)


def _note_codes(element: Element, data: dict[str, str], by_id: dict[str, tuple[str, str]]) -> None:
    for child in element.list_children():
        get = child.attributes.get
        name, point = get("id", ""), data.get(get("dataRef", ""), "")
        if child.name == "pc":
            start, end = (data.get(get(name, ""), "") for name in ("dataRefStart", "dataRefEnd"))
            by_id[name] = (start, end)
        elif child.name == "ec":
            start = by_id.get(get("startRef", ""), ("", ""))[0]
            by_id[get("startRef", "")] = (start, point)
        elif child.name in {"ph", "sc"}:
            by_id[name] = (point, "")
        _note_codes(child, data, by_id)
