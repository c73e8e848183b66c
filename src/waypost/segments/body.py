"""A Markdown body as a template with holes, and the texts that stood in them."""

from __future__ import annotations

from collections import Counter

from waypost.model.block import (
    Block,
    Figure,
    Heading,
    Hole,
    Inline,
    Item,
    List,
    Note,
    NoteKind,
    Paragraph,
    Quote,
    Table,
)
from waypost.model.guide import Section, SectionKey
from waypost.model.policy import effective_risk
from waypost.model.text import Risk, Role, Segment

START = "start"
"""Stands for the heading in the address of a text that no heading precedes."""

_FIXED_HEADINGS = {
    SectionKey.DO: "What to do",
    SectionKey.AFTER: "After you apply",
    SectionKey.REFUSED: "If you are refused",
    SectionKey.EXCEPTIONS: "Exceptions",
    SectionKey.MORE: "More",
}


def extract_body(
    sections: tuple[Section[Inline], ...], risk: Risk
) -> tuple[tuple[Section[Hole], ...], tuple[Segment, ...]]:
    """The template of a body, and its segments in text order.

    An address is `body/<heading id>/<kind>-<n>`, n counted from 1 per heading and kind, so it is
    unique in the document. A leaf without text gets a hole without address, and no segment. The
    words of a fixed heading belong to the interface: such a section has no heading of its own.
    """
    walk = _Walk(risk)
    return tuple([walk.section(section) for section in sections]), tuple(walk.segments)


class _Walk:
    """One pass over a body: where it stands, what it has counted, what it has found."""

    def __init__(self, risk: Risk) -> None:
        self.segments: list[Segment] = []
        self._counts: Counter[str] = Counter()
        self._floor = risk
        self._risk = risk
        self._heading_id = START
        self._heading = ""

    def section(self, section: Section[Inline]) -> Section[Hole]:
        refused = section.key is SectionKey.REFUSED
        self._risk = Risk.CRITICAL if refused else self._floor
        self._heading_id = section.id or START
        self._heading = ""
        heading: Hole | None = None
        if section.key is not None:
            self._heading = _FIXED_HEADINGS[section.key]
        elif section.heading is not None:
            heading = self._leaf(section.heading, "h", Role.HEADING)
            self._heading = section.heading.text
        return Section(section.id, section.key, heading, self._blocks(section.blocks, "p"))

    def _blocks(self, blocks: tuple[Block[Inline], ...], kind: str) -> tuple[Block[Hole], ...]:
        return tuple([self._block(block, kind) for block in blocks])

    def _block(self, block: Block[Inline], kind: str) -> Block[Hole]:
        """The block's template; `kind` is what a paragraph is called here."""
        match block:
            case Paragraph(leaf):
                return Paragraph(self._leaf(leaf, kind, Role.PARAGRAPH))
            case Heading(level, id, leaf):
                self._heading_id, self._heading = id, ""
                hole = self._leaf(leaf, "h", Role.HEADING)
                self._heading = leaf.text
                return Heading(level, id, hole)
            case List(ordered, start, items):
                return List(ordered, start, tuple([self._item(item) for item in items]))
            case Table(align, header, rows):
                return Table(
                    align,
                    tuple([self._leaf(leaf, "th", Role.CELL) for leaf in header]),
                    tuple([tuple([self._leaf(x, "td", Role.CELL) for x in row]) for row in rows]),
                )
            case Quote(blocks):
                return Quote(self._blocks(blocks, "q"))
            case Figure(src, leaf):
                return Figure(src, self._leaf(leaf, "alt", Role.ALT))
            case Note(note_kind, blocks):
                return Note(note_kind, self._note(note_kind, blocks))

    def _item(self, item: Item[Inline]) -> Item[Hole]:
        """The item's template: its first paragraph is the item, what follows stands in it."""
        if not item.blocks or not isinstance(item.blocks[0], Paragraph):
            return Item(self._blocks(item.blocks, "p"))
        first = Paragraph(self._leaf(item.blocks[0].leaf, "li", Role.ITEM))
        return Item((first, *self._blocks(item.blocks[1:], "p")))

    def _note(self, kind: NoteKind, blocks: tuple[Block[Inline], ...]) -> tuple[Block[Hole], ...]:
        outer = self._risk
        if kind is NoteKind.CRITICAL:
            self._risk = Risk.CRITICAL
        holes = self._blocks(blocks, "note")
        self._risk = outer
        return holes

    def _leaf(self, leaf: Inline, kind: str, role: Role) -> Hole:
        if not leaf.text:
            return Hole("", leaf.targets, leaf.line)
        stem = f"body/{self._heading_id}/{kind}-"
        self._counts[stem] += 1
        address = f"{stem}{self._counts[stem]}"
        risk = effective_risk(role, self._risk)
        self.segments.append(
            Segment(address, leaf.text, role, risk, heading=self._heading, line=leaf.line)
        )
        return Hole(address, leaf.targets, leaf.line)
