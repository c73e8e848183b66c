"""A template with its texts: a body again."""

from __future__ import annotations

from collections.abc import Mapping

from waypost.model.block import (
    Block,
    Figure,
    Heading,
    Hole,
    Inline,
    Item,
    List,
    Note,
    Paragraph,
    Quote,
    Table,
)
from waypost.model.guide import Section


def restore_body(
    template: tuple[Section[Hole], ...], texts: Mapping[str, str]
) -> tuple[Section[Inline], ...]:
    """The body with `texts` (by address) in its holes: the inverse of `extract_body`.

    Raises KeyError for an address that `texts` lacks.
    """
    return tuple([_section(section, texts) for section in template])


def _section(section: Section[Hole], texts: Mapping[str, str]) -> Section[Inline]:
    heading = None if section.heading is None else _leaf(section.heading, texts)
    return Section(section.id, section.key, heading, _blocks(section.blocks, texts))


def _blocks(blocks: tuple[Block[Hole], ...], texts: Mapping[str, str]) -> tuple[Block[Inline], ...]:
    return tuple([_block(block, texts) for block in blocks])


def _block(block: Block[Hole], texts: Mapping[str, str]) -> Block[Inline]:
    match block:
        case Paragraph(leaf):
            return Paragraph(_leaf(leaf, texts))
        case Heading(level, id, leaf):
            return Heading(level, id, _leaf(leaf, texts))
        case List(ordered, start, items):
            return List(
                ordered, start, tuple([Item(_blocks(item.blocks, texts)) for item in items])
            )
        case Table(align, header, rows):
            return Table(
                align,
                tuple([_leaf(leaf, texts) for leaf in header]),
                tuple([tuple([_leaf(leaf, texts) for leaf in row]) for row in rows]),
            )
        case Quote(blocks):
            return Quote(_blocks(blocks, texts))
        case Figure(src, leaf):
            return Figure(src, _leaf(leaf, texts))
        case Note(kind, blocks):
            return Note(kind, _blocks(blocks, texts))


def _leaf(hole: Hole, texts: Mapping[str, str]) -> Inline:
    return Inline(texts[hole.address] if hole.address else "", hole.targets, hole.line)
