"""XLIFF 2.0 for tools of translators: a `<file>` a document, a `<unit>` a text, codes protected."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

import msgspec

from waypost.exchange.inline_codes import (
    Pair,
    Piece,
    Point,
    choose_writing,
    divide_text,
    is_link,
    is_strong,
    join_pieces,
)
from waypost.exchange.parcel import (
    Parcel,
    Rendered,
    list_doubts,
    list_former,
    list_hints,
    list_terms,
    list_values,
    name_state,
    target_of,
)
from waypost.exchange.xliff_syntax import (
    MARK_NOTE,
    NAMESPACE,
    PREFIX,
    escape_attribute,
    segment_state,
    write_characters,
    write_note,
)
from waypost.model.correction import text_mark
from waypost.model.review_unit import ReviewUnit

_NO_TOKEN = re.compile(r"[^A-Za-z0-9_.-]")


def render_xliff(parcel: Parcel) -> Rendered:
    """The texts as XLIFF 2.0 in UTF-8; equal parcels give equal bytes."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>']
    languages = f'srcLang="{parcel.source.code}" trgLang="{parcel.target.code}"'
    lines.append(f'<xliff xmlns="{NAMESPACE}" version="2.0" {languages}>')
    directions = f'srcDir="{parcel.source.direction}" trgDir="{parcel.target.direction}"'
    for document, units in groupby(parcel.units, key=lambda unit: unit.document):
        name = escape_attribute(document)
        token = _NO_TOKEN.sub(".", document)
        space = 'canResegment="no" xml:space="preserve"'
        lines.append(f' <file id="{token}" original="{name}" {directions} {space}>')
        taken: set[str] = set()
        for unit in units:
            lines += _render_unit(unit, _choose_id(unit.address, taken))
        lines.append(" </file>")
    lines.append("</xliff>\n")
    return Rendered("\n".join(lines).encode("utf-8"))


def _choose_id(address: str, taken: set[str]) -> str:
    """An id that stands once in the file; XML allows fewer signs in it than addresses have."""
    wanted = found = _NO_TOKEN.sub(".", address) or "text"
    number = 1
    while found in taken:
        number += 1
        found = f"{wanted}-{number}"
    taken.add(found)
    return found


def _render_unit(unit: ReviewUnit, id: str) -> list[str]:
    target = target_of(unit)
    writing = choose_writing(unit.syntax, [unit.source, target])
    codes = _Codes(dict(unit.facts))
    source = codes.write(divide_text(unit.source, writing))
    codes.begin_target()
    pieces = divide_text(target, writing)
    translated = codes.write(pieces)
    mark = text_mark(join_pieces(pieces, writing))
    state, sub_state = segment_state(unit.translation)
    name = escape_attribute(unit.address)
    kind = f'type="{PREFIX}{writing}" canResegment="no" xml:space="preserve"'
    lines = [
        f'  <unit id="{id}" name="{name}" {kind}>',
        "   <notes>",
        *[
            f'    <note category="{PREFIX}{category}">{write_note(text)}</note>'
            for category, text in _list_notes(unit)
        ],
        f'    <note category="{MARK_NOTE}">{mark}</note>',
        "   </notes>",
        *codes.render_data(),
        f'   <segment state="{state}" subState="{PREFIX}{sub_state}">',
        f"    <source>{source}</source>",
    ]
    if unit.translation is not None:
        lines.append(f"    <target>{translated}</target>")
    return [*lines, "   </segment>", "  </unit>"]


def _list_notes(unit: ReviewUnit) -> Iterator[tuple[str, str]]:
    """What the translator is told, by category."""
    if unit.heading:
        yield "heading", f"Under “{' '.join(unit.heading.split())}”"
    yield "context", f"{unit.role.value}, {unit.risk.word} risk, {name_state(unit.translation)}"
    for value in list_values(unit):
        yield "value", f"Today: {value}"
    for term in list_terms(unit):
        yield "term", term
    for former in list_former(unit):
        yield "former", former
    for hint in list_hints(unit):
        yield "near", hint
    for doubt in list_doubts(unit):
        yield "check", doubt


class _Codes(msgspec.Struct):
    """The inline codes of one unit: the same in source and target under the same id."""

    values: dict[str, str]
    data: dict[str, str] = msgspec.field(default_factory=dict)
    """Original data → id."""
    known: dict[tuple[str, str], list[str]] = msgspec.field(default_factory=dict)
    """Start and end of a code → the ids that the source has for it, in order."""
    free: dict[tuple[str, str], list[str]] | None = None
    """Of those, what the target hasn't used yet."""
    count: int = 0

    def begin_target(self) -> None:
        """From here on codes get the ids of their like in the source."""
        self.free = {key: list(ids) for key, ids in self.known.items()}

    def write(self, pieces: Sequence[Piece]) -> str:
        """The pieces as inline content."""
        parts: list[str] = []
        for piece in pieces:
            if isinstance(piece, str):
                parts.append(write_characters(piece))
            elif isinstance(piece, Point):
                parts.append(self._write_point(piece))
            else:
                parts.append(self._write_pair(piece))
        return "".join(parts)

    def render_data(self) -> list[str]:
        """What the codes stand for, as the text has it."""
        if not self.data:
            return []
        lines = [
            f'    <data id="{ref}">{write_characters(text)}</data>'
            for text, ref in self.data.items()
        ]
        return ["   <originalData>", *lines, "   </originalData>"]

    def _write_point(self, point: Point) -> str:
        code = self._give_id(point.data, "")
        value = self.values.get(point.data[1:-1], "")
        shown = escape_attribute(value or point.data)
        equal = escape_attribute(point.data)
        kept = 'canCopy="no" canDelete="no"'
        data = self._refer(point.data)
        return f'<ph id="{code}" {kept} disp="{shown}" equiv="{equal}" dataRef="{data}"/>'

    def _write_pair(self, pair: Pair) -> str:
        code = self._give_id(pair.start, pair.end)
        start, end = self._refer(pair.start), self._refer(pair.end)
        if is_link(pair):
            kind = 'type="link" canCopy="no" canDelete="no"'
        else:
            kind = f'type="fmt" subType="xlf:{"b" if is_strong(pair) else "i"}"'
        refer = f'dataRefStart="{start}" dataRefEnd="{end}"'
        return f'<pc id="{code}" {kind} {refer}>{self.write(pair.pieces)}</pc>'

    def _refer(self, data: str) -> str:
        return self.data.setdefault(data, f"d{len(self.data) + 1}")

    def _give_id(self, start: str, end: str) -> str:
        same = [] if self.free is None else self.free.get((start, end), [])
        if same:
            return same.pop(0)
        self.count += 1
        code = str(self.count)
        if self.free is None:
            self.known.setdefault((start, end), []).append(code)
        return code
