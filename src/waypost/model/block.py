"""The structure of a Markdown body, generic over what stands at its leaves.

`Block[Inline]` is a body with its texts; `Block[Hole]` is a template, the same structure with
addresses in place of texts.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Generic, TypeVar

import msgspec

T = TypeVar("T")


class TargetKind(StrEnum):
    """What `[…]{n}` points at."""

    LINK = "link"
    IMAGE = "image"


class Target(msgspec.Struct, frozen=True):
    """The target of a link or image: an address, `#anchor`, `guide-id`, `{url.fact}`, a file."""

    kind: TargetKind
    href: str


class Inline(msgspec.Struct, frozen=True):
    """A leaf with its text in the segment grammar, its targets, and its line in the file."""

    text: str
    targets: tuple[Target, ...] = ()
    line: int = 1


class Hole(msgspec.Struct, frozen=True):
    """A leaf without its text: the segment's address, and the targets that are structure."""

    address: str
    targets: tuple[Target, ...] = ()
    line: int = 1


class Paragraph(msgspec.Struct, Generic[T], frozen=True):
    """A paragraph."""

    leaf: T


class Heading(msgspec.Struct, Generic[T], frozen=True):
    """A heading of level 2, 3 or 4 with its id."""

    level: int
    id: str
    leaf: T


class Item(msgspec.Struct, Generic[T], frozen=True):
    """A list item: its blocks (a tight item has one paragraph first)."""

    blocks: tuple[Block[T], ...]


class List(msgspec.Struct, Generic[T], frozen=True):
    """An ordered or unordered list."""

    ordered: bool
    start: int
    items: tuple[Item[T], ...]


class Align(StrEnum):
    """How a column stands."""

    NONE = ""
    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


class Table(msgspec.Struct, Generic[T], frozen=True):
    """A table with a header row."""

    align: tuple[Align, ...]
    header: tuple[T, ...]
    rows: tuple[tuple[T, ...], ...]


class Quote(msgspec.Struct, Generic[T], frozen=True):
    """A quotation."""

    blocks: tuple[Block[T], ...]


class Figure(msgspec.Struct, Generic[T], frozen=True):
    """An image that stands alone; the leaf is its alternative text."""

    src: str
    leaf: T


class NoteKind(StrEnum):
    """`> [!note]`, or `> [!critical]`: a block whose risk is critical whatever the guide's is."""

    NOTE = "note"
    CRITICAL = "critical"


class Note(msgspec.Struct, Generic[T], frozen=True):
    """A note that stands out of the text."""

    kind: NoteKind
    blocks: tuple[Block[T], ...]


Block = Paragraph[T] | Heading[T] | List[T] | Table[T] | Quote[T] | Figure[T] | Note[T]
