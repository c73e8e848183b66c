"""The blocks of a body as lines of a sheet: a paragraph, a list item, a row of a table each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from markupsafe import Markup

from waypost.model.block import (
    Block,
    Figure,
    Heading,
    Hole,
    List,
    Note,
    NoteKind,
    Paragraph,
    Quote,
    Table,
)
from waypost.model.fact import Money, Number, ValueTable
from waypost.model.replacing import replace
from waypost.model.text import Text
from waypost.site.blocks import find_value_table
from waypost.site.marking import Marks
from waypost.site.sheet_content import Line, LineKind, indent, list_item


def list_blocks(blocks: Iterable[Block[Hole]], marks: Marks, depth: int = 0) -> Iterator[Line]:
    """The lines of the blocks, in their order; `depth` is of the list that they stand in."""
    for block in blocks:
        match block:
            case Paragraph(leaf):
                table = find_value_table(leaf, marks)
                if table is not None:
                    yield from _list_values(table, marks)
                else:
                    yield Line(LineKind.PLAIN, indent(marks.leaf(leaf), depth))
            case Heading(_, _, leaf):
                yield Line(LineKind.SUBHEADING, marks.leaf(leaf))
            case List():
                yield from _list_items(block, marks, depth)
            case Table():
                yield Line(LineKind.PLAIN, _cells(map(marks.leaf, block.header), is_head=True))
                for row in block.rows:
                    yield Line(LineKind.PLAIN, _cells(map(marks.leaf, row)))
            case Quote(inner):
                yield from list_blocks(inner, marks, depth)
            case Figure(_, leaf):
                if marks.source_of(leaf.address):
                    yield Line(LineKind.PLAIN, indent(marks.leaf(leaf), depth))
            case Note(kind, inner):
                shown = LineKind.WARNING if kind is NoteKind.CRITICAL else LineKind.PLAIN
                for line in list_blocks(inner, marks, depth):
                    is_plain = line.kind is LineKind.PLAIN
                    yield replace(line, kind=shown) if is_plain else line


def _list_items(block: List[Hole], marks: Marks, depth: int) -> Iterator[Line]:
    for number, item in enumerate(block.items, block.start):
        sign = f"{number}." if block.ordered else "•"
        rest = item.blocks
        if rest and isinstance(rest[0], Paragraph):
            yield Line(LineKind.PLAIN, list_item(marks.leaf(rest[0].leaf), sign, depth + 1))
            rest = rest[1:]
        yield from list_blocks(rest, marks, depth + 1)


def _cells(cells: Iterable[Markup], *, is_head: bool = False) -> Markup:
    """The cells of a table's row side by side, as wide in every line."""
    tag = "b" if is_head else "span"
    inner = Markup("").join(Markup("<{0}>{1}</{0}>").format(tag, cell) for cell in cells)
    return Markup("<div class=cells>{}</div>").format(inner)


def _list_values(table: ValueTable, marks: Marks) -> Iterator[Line]:
    heads = [_fact_text(column.head, marks) for column in table.columns]
    yield Line(LineKind.PLAIN, _cells(heads, is_head=True))
    for row in table.rows:
        yield Line(LineKind.PLAIN, _cells(_value_cells(row, marks)))


def _value_cells(row: Sequence[Text | Money | Number], marks: Marks) -> list[Markup]:
    return [
        marks.value(cell) if isinstance(cell, Money | Number) else _fact_text(cell, marks)
        for cell in row
    ]


def _fact_text(text: Text, marks: Marks) -> Markup:
    """The text of a fact: the page's own, or one of the shared facts; never source in its place."""
    if marks.source_of(text.address):
        return marks.text(text)
    return marks.other("facts", text, soft=False)
