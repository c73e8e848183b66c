"""A template's marked text cut into a program."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from waypost.model.site import PageKind
from waypost.site.marking import Marks
from waypost.site.program import (
    Block,
    Inside,
    Optional,
    OtherSlot,
    OwnSlot,
    Part,
    PhraseSlot,
    Piece,
    Program,
    Section,
)

_CUT = re.compile("\x02([a-z]+)([0-9]+)\x03|\x10([a-z/]+)\x11")
_LINE_END = re.compile(r"[ \t]*\n\s*")
_KINDS = ("own", "other", "phrase", "word", "value", "message", "special")

Token = str | int | tuple[str]
"""Literal text, the number of a slot, or the name of a region's edge."""


def compile_program(kind: PageKind, marked: str, marks: Marks) -> Program:
    """The program of a page: line ends and indents of the template are not part of it."""
    compiler = _Compiler(marks)
    return compiler.compile(kind, _LINE_END.sub("", marked))


class _Compiler:
    def __init__(self, marks: Marks) -> None:
        self._marks = marks
        kinds: tuple[Sequence[object], ...] = (
            marks.own,
            marks.others,
            marks.phrase_uses,
            marks.words,
            marks.values,
            marks.messages,
            marks.specials,
        )
        self._base: dict[str, int] = {}
        total = 0
        for name, slots in zip(_KINDS, kinds, strict=True):
            self._base[name] = total
            total += len(slots)
        self._messages = tuple(
            msgspec.structs.replace(
                each, slots=tuple((name, self._base["other"] + at) for name, at in each.slots)
            )
            for each in marks.messages
        )
        with_source: tuple[tuple[str, Sequence[OwnSlot | OtherSlot | PhraseSlot]], ...] = (
            ("own", marks.own),
            ("other", marks.others),
            ("phrase", marks.phrase_uses),
        )
        self._hard = frozenset(
            self._base[name] + at
            for name, slots in with_source
            for at, slot in enumerate(slots)
            if not slot.soft
        )
        self._source = self._fill_source()

    def _fill_source(self) -> list[str]:
        """Every slot but the specials in the source language."""
        marks, locale = self._marks, self._marks.locale
        slots: list[str | None] = [each.source for each in marks.own]
        slots += [each.source for each in marks.others]
        slots += [each.source for each in marks.phrase_uses]
        slots += [locale.words[name] for name in marks.words]
        slots += [locale.shown_values[written] for written in marks.values]
        for message in self._messages:
            slots.append(locale.message(message, slots))
        return [slot or "" for slot in slots] + [""] * len(marks.specials)

    def compile(self, kind: PageKind, marked: str) -> Program:
        marks = self._marks
        tokens = self._cut(marked)
        before, body, after = _split(tokens, "body")
        if "stub" in {token[0] for token in after if isinstance(token, tuple)}:
            between, stub, after = _split(after, "stub")
            after = between + after
        else:
            stub = []
        return Program(
            id=marks.page,
            kind=kind,
            before=_parts(before),
            body=tuple(self._pieces(body)),
            stub=_parts(stub),
            after=_parts(after),
            own=tuple(marks.own),
            others=tuple(marks.others),
            phrases=tuple(marks.phrase_uses),
            words=tuple(marks.words),
            values=tuple(marks.values),
            messages=self._messages,
            specials=tuple(marks.specials),
            facts=marks.written_facts,
            other_facts=marks.written_shared,
            total_words=sum(each.words for each in marks.own)
            + sum(each.words for each in marks.phrase_uses),
        )

    def _cut(self, marked: str) -> list[Token]:
        tokens: list[Token] = []
        at = 0
        for found in _CUT.finditer(marked):
            if found.start() > at:
                tokens.append(marked[at : found.start()])
            at = found.end()
            kind, number, region = found.groups()
            tokens.append((region,) if region else self._base[kind] + int(number))
        if at < len(marked):
            tokens.append(marked[at:])
        return tokens

    def _pieces(self, tokens: list[Token]) -> list[Piece]:
        pieces: list[Piece] = []
        loose: list[Token] = []
        at = 0
        while at < len(tokens):
            token = tokens[at]
            if not isinstance(token, tuple):
                loose.append(token)
                at += 1
                continue
            if loose:
                pieces.append(Inside(_parts(loose)))
                loose = []
            end = _find_end(tokens, at)
            inner = tokens[at + 1 : end]
            if token[0] == "section":
                pieces.append(self._section(inner))
            else:
                parts = _parts(inner)
                pieces.append(Optional(parts, self._needs(parts)))
            at = end + 1
        if loose:
            pieces.append(Inside(_parts(loose)))
        return pieces

    def _section(self, tokens: list[Token]) -> Section:
        head, inner, tail = _split(tokens, "blocks")
        blocks: list[Block] = []
        at = 0
        while at < len(inner):
            if isinstance(inner[at], tuple):
                end = _find_end(inner, at)
                blocks.append(self._block(inner[at + 1 : end]))
                at = end + 1
            else:
                # Text between blocks is a block of its own, with nothing that could be missing.
                blocks.append(self._block(inner[at : at + 1]))
                at += 1
        return Section(_parts(head), tuple(blocks), _parts(tail))

    def _block(self, tokens: list[Token]) -> Block:
        parts = _parts(tokens)
        source = "".join(part if isinstance(part, str) else self._source[part] for part in parts)
        return Block(parts, self._needs(parts), source)

    def _needs(self, parts: tuple[Part, ...]) -> tuple[int, ...]:
        return tuple(
            dict.fromkeys(part for part in parts if isinstance(part, int) and part in self._hard)
        )


def _parts(tokens: Sequence[Token]) -> tuple[Part, ...]:
    """The tokens without the edges of regions, neighbouring literals joined."""
    parts: list[Part] = []
    for token in tokens:
        if isinstance(token, tuple):
            continue
        if isinstance(token, str) and parts and isinstance(parts[-1], str):
            parts[-1] += token
        else:
            parts.append(token)
    return tuple(parts)


def _find_end(tokens: Sequence[Token], at: int) -> int:
    """The place of the edge that closes the region that begins at `at`."""
    token = tokens[at]
    name = token[0] if isinstance(token, tuple) else ""
    depth = 0
    for place in range(at, len(tokens)):
        if tokens[place] == (name,):
            depth += 1
        elif tokens[place] == (f"/{name}",):
            depth -= 1
            if depth == 0:
                return place
    return len(tokens)


def _split(tokens: Sequence[Token], region: str) -> tuple[list[Token], list[Token], list[Token]]:
    """What stands before, in and after the region; all before when there is none."""
    start = next((at for at, token in enumerate(tokens) if token == (region,)), len(tokens))
    end = _find_end(tokens, start) if start < len(tokens) else len(tokens)
    return list(tokens[:start]), list(tokens[start + 1 : end]), list(tokens[end + 1 :])
