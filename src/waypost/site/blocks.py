"""The blocks of a body as marked text: each top-level block is a region of its own."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup, escape

from waypost.model.block import (
    Align,
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
from waypost.site.links import open_image
from waypost.site.marking import Marks
from waypost.site.regions import mark_block

_ALIGNED = {Align.RIGHT: " class=end", Align.CENTER: " class=center"}


def mark_blocks(blocks: Sequence[Block[Hole]], marks: Marks) -> Markup:
    """The blocks, each a region."""
    return Markup("").join(mark_block(_render(block, marks)) for block in blocks)


def _render(block: Block[Hole], marks: Marks) -> str:
    match block:
        case Paragraph(leaf):
            table = find_value_table(leaf, marks)
            if table is not None:
                return render_value_table(table, marks)
            return f"<p>{marks.leaf(leaf)}</p>"
        case Heading(level, name, leaf):
            return f"<h{level} id={escape(name)}>{marks.leaf(leaf)}</h{level}>"
        case List():
            return _render_list(block, marks)
        case Table():
            return _render_table(block, marks)
        case Quote(blocks):
            return f"<blockquote>{_render_all(blocks, marks)}</blockquote>"
        case Figure(src, leaf):
            image = open_image(src, marks.page, marks.assets)
            if not image:
                return f"<p>{marks.leaf(leaf)}</p>"
            return f'<p>{image}{marks.leaf_plain(leaf)}"></p>'
        case Note(kind, blocks):
            marks.uses.add("callout")
            name = "alert" if kind is NoteKind.CRITICAL else "info"
            return f"<div class={name}>{_render_all(blocks, marks)}</div>"


def _render_all(blocks: Sequence[Block[Hole]], marks: Marks) -> str:
    return "".join(_render(block, marks) for block in blocks)


def _render_list(block: List[Hole], marks: Marks) -> str:
    tag = "ol" if block.ordered else "ul"
    start = f" start={block.start}" if block.ordered and block.start != 1 else ""
    items: list[str] = []
    for item in block.items:
        first, *rest = item.blocks or (None,)
        if isinstance(first, Paragraph):
            items.append(f"<li>{marks.leaf(first.leaf)}{_render_all(rest, marks)}")
        else:
            items.append(f"<li>{_render_all(item.blocks, marks)}")
    return f"<{tag}{start}>{''.join(items)}</{tag}>"


def _render_table(block: Table[Hole], marks: Marks) -> str:
    classes = [_ALIGNED.get(align, "") for align in block.align]
    classes += [""] * (len(block.header) - len(classes))
    head = "".join(
        f"<th scope=col{name}>{marks.leaf(cell)}"
        for name, cell in zip(classes, block.header, strict=False)
    )
    rows = "".join(
        "<tr>"
        + "".join(f"<td{name}>{marks.leaf(cell)}" for name, cell in zip(classes, row, strict=False))
        for row in block.rows
    )
    marks.uses.add("table")
    return wrap_table(f"<thead><tr>{head}<tbody>{rows}")


def wrap_table(inner: str) -> str:
    """A table that scrolls alone when it is wider than the page, by keyboard too."""
    return f"<div class=scroll tabindex=0><table>{inner}</table></div>"


def find_value_table(leaf: Hole, marks: Marks) -> ValueTable | None:
    """The table that a paragraph consists of: `{table.income}` and nothing else."""
    source = marks.source_of(leaf.address).strip()
    if not (source.startswith("{") and source.endswith("}")):
        return None
    value = marks.facts.get(source[1:-1])
    return value if isinstance(value, ValueTable) else None


def render_value_table(table: ValueTable, marks: Marks) -> str:
    """A table of typed values; its texts are those of the fact's document."""
    head = "".join(f"<th scope=col>{marks.fact_text(column.head)}" for column in table.columns)
    rows: list[str] = []
    for row in table.rows:
        cells: list[str] = []
        for at, cell in enumerate(row):
            shown = marks.value(cell) if isinstance(cell, Money | Number) else marks.fact_text(cell)
            cells.append(f"<th scope=row>{shown}" if at == 0 else f"<td>{shown}")
        rows.append("<tr>" + "".join(cells))
    marks.uses.add("table")
    return wrap_table(f"<thead><tr>{head}<tbody>{''.join(rows)}")
