"""Walks over bodies: headings, and leaves with what they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from waypost.model.block import (
    Block,
    Figure,
    Heading,
    Inline,
    List,
    Note,
    Paragraph,
    Quote,
    Table,
    Target,
    TargetKind,
)
from waypost.model.guide import Section
from waypost.model.replacing import replace
from waypost.model.text import Role

Part = Section[Inline] | Block[Inline]


def walk_headings(parts: Iterable[Part]) -> Iterator[str]:
    """The ids of all headings."""
    for part in parts:
        if isinstance(part, Section):
            yield part.id
            yield from walk_headings(part.blocks)
        elif isinstance(part, Heading):
            yield part.id


def walk_leaves(parts: Iterable[Part]) -> Iterator[tuple[Role, Inline]]:
    """Every leaf with its role, in the order of the text."""
    for part in parts:
        match part:
            case Paragraph(leaf):
                yield Role.PARAGRAPH, leaf
            case List():
                for item in part.items:
                    for role, leaf in walk_leaves(item.blocks):
                        yield (Role.ITEM if role is Role.PARAGRAPH else role), leaf
            case Heading():
                yield Role.HEADING, part.leaf
            case Section():
                if part.heading is not None:
                    yield Role.HEADING, part.heading
                yield from walk_leaves(part.blocks)
            case Table():
                for row in (part.header, *part.rows):
                    for cell in row:
                        yield Role.CELL, cell
            case Figure(src, leaf):
                yield Role.ALT, replace(leaf, targets=(Target(TargetKind.IMAGE, src),))
            case Quote() | Note():
                yield from walk_leaves(part.blocks)
