"""What a converted page is made of, before it is written as Markdown: runs of text in blocks.

An inline text is a flat row of runs, each with its own marks; so a tag that is opened in one
block and closed in another does no harm.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text with the same marks; `href` is the link's address as the source has it."""

    text: str
    strong: bool = False
    emphasis: bool = False
    href: str = ""


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A `<br>` between two runs."""


Inline = Run | LineBreak


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    inline: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading at the level and with the id that it has in the source ("" when it has none)."""

    level: int
    inline: tuple[Inline, ...]
    id: str = ""


@dataclass(frozen=True, slots=True)
class Anchor:
    """The id of any other element: what follows can be linked to by it."""

    id: str


@dataclass(frozen=True, slots=True)
class ItemList:
    """A list; each item is its blocks."""

    ordered: bool
    start: int
    items: tuple[tuple[Block, ...], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the header row (cells may be empty), then the others."""

    header: tuple[tuple[Inline, ...], ...]
    rows: tuple[tuple[tuple[Inline, ...], ...], ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation."""

    blocks: tuple[Block, ...]


Block = Paragraph | Heading | Anchor | ItemList | Table | Quote


def trim_inline(inline: Sequence[Inline]) -> tuple[Inline, ...]:
    """`inline` with white space collapsed, none at line ends, no empty run, no outer break."""
    out: list[Inline] = []
    space_before = True
    for piece in inline:
        if isinstance(piece, LineBreak):
            _strip_last(out)
            if out and not isinstance(out[-1], LineBreak):
                out.append(piece)
            space_before = True
            continue
        text = " ".join(piece.text.split())
        if piece.text[:1].isspace() and not space_before:
            text = " " + text
        if text.strip() and piece.text[-1:].isspace():
            text += " "
        if text:
            out.append(Run(text, piece.strong, piece.emphasis, piece.href))
            space_before = text.endswith(" ")
    while out and isinstance(out[-1], LineBreak):
        out.pop()
    _strip_last(out)
    while out and isinstance(out[-1], LineBreak):
        out.pop()
    return tuple(out)


def _strip_last(out: list[Inline]) -> None:
    """Takes the white space from the end of the line in `out`."""
    while out and isinstance(out[-1], Run):
        last = out[-1]
        text = last.text.rstrip()
        if text:
            out[-1] = Run(text, last.strong, last.emphasis, last.href)
            return
        out.pop()


def inline_text(inline: Sequence[Inline]) -> str:
    """The words alone, a break as a space."""
    return "".join(piece.text if isinstance(piece, Run) else " " for piece in inline)


def walk_blocks(blocks: Sequence[Block]) -> Iterator[Block]:
    """Every block, parents before children, in text order."""
    for block in blocks:
        yield block
        if isinstance(block, ItemList):
            for item in block.items:
                yield from walk_blocks(item)
        elif isinstance(block, Quote):
            yield from walk_blocks(block.blocks)
