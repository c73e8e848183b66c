"""A template's marked text cut into a program."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from waypost.model.replacing import replace
from waypost.model.site import PageKind
from waypost.site.findable import find_findable
from waypost.site.marking import ALTERNATES, Marks
from waypost.site.program import (
    Block,
    Inside,
    Optional,
    OtherSlot,
    OwnSlot,
    PhraseSlot,
    Piece,
    Program,
    Section,
    Span,
)
from waypost.site.together import join_shapes

_CUT = re.compile("\x02([a-z]+)([0-9]+)\x03|\x10([a-z/]+)\x11")
_DESCRIPTION = re.compile('<meta name=description content="\x02([a-z]+)([0-9]+)\x03">')
_LINE_END = re.compile(r"[ \t]*\n\s*")
_KINDS = ("own", "other", "phrase", "word", "value", "message", "special")

Token = int | tuple[str]
"""The number of a slot or literal, or the name of a region's edge."""


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
        self._base["literal"] = total
        self._literals: list[str] = []
        self._places: dict[str, int] = {}
        self._order: list[int] = []
        self._messages = tuple(
            replace(each, slots=tuple((name, self._base["other"] + at) for name, at in each.slots))
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
        named = _DESCRIPTION.search(marked)
        description = self._base[named[1]] + int(named[2]) if named is not None else -1
        before, body, after = _split(self._cut(marked), "body")
        stub: list[Token] = []
        if ("stub",) in after:
            between, stub, after = _split(after, "stub")
            after = between + after
        self._add(before)
        start = len(self._order)
        pieces = tuple(self._pieces(body))
        end = len(self._order)
        self._add(after)
        return Program(
            id=marks.page,
            kind=kind,
            order=tuple(self._order),
            alternates=self._order.index(self._slot("special", ALTERNATES)),
            main=(start, end),
            body=pieces,
            stub=tuple(_numbers(stub)),
            own=tuple(marks.own),
            others=tuple(marks.others),
            phrases=tuple(marks.phrase_uses),
            words=tuple(marks.words),
            values=tuple(marks.values),
            messages=self._messages,
            specials=tuple(marks.specials),
            literals=tuple([each.encode() for each in self._literals]),
            facts=marks.written_facts,
            other_facts=marks.written_shared,
            total_words=sum(each.words for each in marks.own)
            + sum(each.words for each in marks.phrase_uses),
            description=description,
            description_source=self._source[description] if named is not None else "",
            together=join_shapes(marks.own, marks.sources),
            findable=find_findable(kind, marks, self._order, pieces),
        )

    def _slot(self, kind: str, name: str) -> int:
        return self._base[kind] + self._marks.specials.index(name)

    def _cut(self, marked: str) -> list[Token]:
        tokens: list[Token] = []
        at = 0
        for found in _CUT.finditer(marked):
            if found.start() > at:
                tokens.append(self._literal(marked[at : found.start()]))
            at = found.end()
            kind, number, region = found.groups()
            tokens.append((region,) if region else self._base[kind] + int(number))
        if at < len(marked):
            tokens.append(self._literal(marked[at:]))
        return tokens

    def _literal(self, text: str) -> int:
        """The number of a literal; equal ones are one."""
        place = self._places.get(text)
        if place is None:
            place = self._places[text] = self._base["literal"] + len(self._literals)
            self._literals.append(text)
        return place

    def _add(self, tokens: Sequence[Token]) -> Span:
        """Where the tokens stand in the order, to which they are added."""
        start = len(self._order)
        self._order += _numbers(tokens)
        return start, len(self._order)

    def _pieces(self, tokens: list[Token]) -> Iterator[Piece]:
        at = 0
        while at < len(tokens):
            token = tokens[at]
            if not isinstance(token, tuple):
                end = next(
                    (to for to in range(at, len(tokens)) if isinstance(tokens[to], tuple)),
                    len(tokens),
                )
                yield Inside(self._add(tokens[at:end]))
                at = end
                continue
            end = _find_end(tokens, at)
            inner = tokens[at + 1 : end]
            if token[0] == "section":
                yield self._section(inner)
            else:
                yield Optional(self._add(inner), self._needs(inner))
            at = end + 1

    def _section(self, tokens: list[Token]) -> Section:
        head, inner, tail = _split(tokens, "blocks")
        head_span = self._add(head)
        blocks: list[Block] = []
        at = 0
        while at < len(inner):
            # Text between blocks is a block of its own, with nothing that could be missing.
            end = _find_end(inner, at) if isinstance(inner[at], tuple) else at
            blocks.append(self._block(inner[at : end + 1]))
            at = end + 1
        return Section(head_span, tuple(blocks), self._add(tail))

    def _block(self, tokens: list[Token]) -> Block:
        literals, after = self._literals, self._base["literal"]
        source = "".join(
            self._source[number] if number < after else literals[number - after]
            for number in _numbers(tokens)
        )
        return Block(self._add(tokens), self._needs(tokens), source)

    def _needs(self, tokens: Sequence[Token]) -> tuple[int, ...]:
        return tuple(dict.fromkeys(each for each in _numbers(tokens) if each in self._hard))


def _numbers(tokens: Sequence[Token]) -> list[int]:
    """The tokens without the edges of regions."""
    return [token for token in tokens if isinstance(token, int)]


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
