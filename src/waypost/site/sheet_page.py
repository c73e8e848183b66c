"""The sheet of a guide: compiled once, its source column already filled."""

from __future__ import annotations

import re

from waypost.model.block import Hole
from waypost.model.guide import Guide, Section
from waypost.model.replacing import replace
from waypost.model.site import PageKind
from waypost.model.text import Document
from waypost.site.addresses import sheet_of
from waypost.site.language_marks import mark_whole_language
from waypost.site.program import Block, OtherSlot, OwnSlot, PhraseSlot, Program
from waypost.site.program import Section as SectionPiece
from waypost.site.sheet_content import Line, LineKind, SheetContent
from waypost.site.sheet_lines import list_lines
from waypost.site.sheet_program import SIGNS, SheetLine, SheetProgram
from waypost.site.surroundings import Surroundings, begin_marks, build_page

_WAY = re.compile(r'href="((?:\.\./)+)')
_TAGS = {
    LineKind.TITLE: ("h1", "b"),
    LineKind.HEADING: ("h2", "b"),
    LineKind.SUBHEADING: ("h3", "b"),
}
"""What a line of this kind stands in: in the reader's column, and in the source's."""


def build_sheet_program(
    guide: Guide, body: tuple[Section[Hole], ...], document: Document, around: Surroundings
) -> SheetProgram:
    """The sheet of a guide; `document` holds its segments, `body` its structure."""
    day = around.frame.identity.day
    own_facts = {fact.id: fact.on(day) for fact in guide.facts}
    page = sheet_of(guide.id)
    marks = begin_marks(
        around, page, document, own_facts, floor=guide.risk, sensitive=guide.sensitive
    )
    agency = around.shared.agencies.get(guide.agency)
    lines = tuple(list_lines(SheetContent(guide, body, agency, marks, around)))
    title = marks.text(guide.title, plain=True)
    name = marks.word("sheet", plain=True)
    context: dict[str, object] = {
        # Neither the tabs nor the history of a browser are to tell what was read.
        "head_title": None if guide.sensitive else title + " – " + name,
        "head_summary": None,
        "lines": [line.content for line in lines],
        "source": around.frame.identity.source,
    }
    program = build_page(PageKind.SHEET, "sheet.html", marks, around, context)
    return _make_sheet(program, lines, guide.id, around)


def _make_sheet(
    program: Program, lines: tuple[Line, ...], guide: str, around: Surroundings
) -> SheetProgram:
    """The compiled page with its blocks as lines."""
    blocks = [
        block for piece in program.body if isinstance(piece, SectionPiece) for block in piece.blocks
    ]
    start, end = program.main
    first = blocks[0].span[0]
    last = blocks[-1].span[1]
    source = around.frame.identity.source
    cell = f"<td{mark_whole_language(source)}>"
    slots: tuple[OwnSlot | OtherSlot | PhraseSlot, ...] = (
        *program.own,
        *program.others,
        *program.phrases,
    )
    made: list[SheetLine] = []
    number = 0
    for line, block in zip(lines, blocks, strict=True):
        is_legend = line.kind is LineKind.LEGEND
        number += not is_legend
        name = f" class={line.kind.value}" if line.kind.value else ""
        head = f"<td>{SIGNS.get(line.stands, '')}" if is_legend else f"<th scope=row>{number}"
        own, theirs = _TAGS.get(line.kind, ("", ""))
        said = _lead_to_source(block.source, guide, source.code)
        texts = _find_texts(program, block)
        made.append(
            SheetLine(
                opening=f"<tr{name}>{head}",
                middle=f"<td>{_open(own)}",
                span=block.span,
                needs=tuple(text for text in texts if not slots[text].soft),
                texts=texts,
                closing=f"{_close(own)}{cell}{_open(theirs)}{said}{_close(theirs)}",
                stands=line.stands,
            )
        )
    return SheetProgram(_without_repeats(program), (start, first), tuple(made), (last, end))


def _open(tag: str) -> str:
    return f"<{tag}>" if tag else ""


def _close(tag: str) -> str:
    return f"</{tag}>" if tag else ""


def _find_texts(program: Program, block: Block) -> tuple[int, ...]:
    """The slots of the texts that the block shows, in messages too."""
    own = len(program.own) + len(program.others) + len(program.phrases)
    first_message = own + len(program.words) + len(program.values)
    texts: dict[int, None] = {}
    for number in program.order[block.span[0] : block.span[1]]:
        if number < own:
            texts[number] = None
        elif 0 <= number - first_message < len(program.messages):
            slots = program.messages[number - first_message].slots
            texts |= dict.fromkeys(slot for _, slot in slots)
    return tuple(texts)


def _without_repeats(program: Program) -> Program:
    """The program without sources beside lines for people in danger: the other column has them."""
    return replace(
        program,
        body=(),
        own=tuple(replace(each, crisis=False) for each in program.own),
        others=tuple(replace(each, crisis=False) for each in program.others),
        phrases=tuple(replace(each, crisis=False) for each in program.phrases),
    )


def _lead_to_source(html: str, guide: str, source: str) -> str:
    """The cell with its links within the site leading to pages in the source language."""

    def turn(found: re.Match[str]) -> str:
        match found[1].count("../"):
            case 1:
                return f'href="../../../{source}/{guide}/'
            case 2:
                return f'href="../../../{source}/'
            case _:
                return found[0]

    return _WAY.sub(turn, html)
