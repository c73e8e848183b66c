"""The structure of a Markdown body, generic over what stands at its leaves.

`Block[Inline]` is a body with its texts; `Block[Hole]` is a template, the same structure with
addresses in place of texts.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

T = TypeVar("T")


class TargetKind(StrEnum):
    """What `[…]{n}` points at."""

    LINK = "link"
    IMAGE = "image"


@dataclass(frozen=True, slots=True)
class Target:
    """The target of a link or image: an address, `#anchor`, `guide-id`, `{url.fact}`, a file."""

    kind: TargetKind
    href: str


@dataclass(frozen=True, slots=True)
class Inline:
    """A leaf with its text in the segment grammar, its targets, and its line in the file."""

    text: str
    targets: tuple[Target, ...] = ()
    line: int = 1


@dataclass(frozen=True, slots=True)
class Hole:
    """A leaf without its text: the segment's address, and the targets that are structure."""

    address: str
    targets: tuple[Target, ...] = ()
    line: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph(Generic[T]):
    """A paragraph."""

    leaf: T


@dataclass(frozen=True, slots=True)
class Heading(Generic[T]):
    """A heading of level 2, 3 or 4 with its id."""

    level: int
    id: str
    leaf: T


@dataclass(frozen=True, slots=True)
class Item(Generic[T]):
    """A list item: its blocks (a tight item has one paragraph first)."""

    blocks: tuple[Block[T], ...]


@dataclass(frozen=True, slots=True)
class List(Generic[T]):
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


@dataclass(frozen=True, slots=True)
class Table(Generic[T]):
    """A table with a header row."""

    align: tuple[Align, ...]
    header: tuple[T, ...]
    rows: tuple[tuple[T, ...], ...]


@dataclass(frozen=True, slots=True)
class Quote(Generic[T]):
    """A quotation."""

    blocks: tuple[Block[T], ...]


@dataclass(frozen=True, slots=True)
class Figure(Generic[T]):
    """An image that stands alone; the leaf is its alternative text."""

    src: str
    leaf: T


class NoteKind(StrEnum):
    """`> [!note]`, or `> [!critical]`: a block whose risk is critical whatever the guide's is."""

    NOTE = "note"
    CRITICAL = "critical"


@dataclass(frozen=True, slots=True)
class Note(Generic[T]):
    """A note that stands out of the text."""

    kind: NoteKind
    blocks: tuple[Block[T], ...]


Block = Paragraph[T] | Heading[T] | List[T] | Table[T] | Quote[T] | Figure[T] | Note[T]
