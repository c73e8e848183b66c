"""What the lines of a sheet are made from, and how one line is written."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

import msgspec
from markupsafe import Markup

from waypost.model.block import Hole
from waypost.model.fact import FactValue
from waypost.model.guide import Guide, Section
from waypost.model.phrase import Statement
from waypost.model.place import Agency
from waypost.model.text import Risk
from waypost.site.known import ONCE
from waypost.site.marking import Marks
from waypost.site.sheet_program import ALWAYS
from waypost.site.surroundings import Surroundings


class LineKind(StrEnum):
    """What a line is on the sheet; the value is its row's class."""

    TITLE = "title"
    HEADING = "heading"
    SUBHEADING = "subheading"
    PLAIN = ""
    WARNING = "warning"
    LEGEND = "legend"
    """Explains a sign; it has no number."""


class Line(msgspec.Struct, frozen=True):
    """What both columns of a line say, as marked text."""

    kind: LineKind
    content: Markup
    stands: int = ALWAYS


class SheetContent(msgspec.Struct, frozen=True):
    """What the lines of a sheet are made from."""

    guide: Guide
    body: Sequence[Section[Hole]]
    agency: Agency | None
    marks: Marks
    around: Surroundings

    def word(self, name: str, **arguments: FactValue | str | int) -> Markup:
        """An interface word in one language: what it says in the other stands beside it."""
        return self.marks.word(f"{name}{ONCE}", plain=False, **arguments)

    def say(self, statement: Statement, *, risk: Risk = Risk.LOW) -> Markup:
        """A sentence of the guide."""
        return self.marks.statement(statement, risk=risk)


def plain(content: Markup) -> Line:
    """A line like any other."""
    return Line(LineKind.PLAIN, content)


def item(content: Markup) -> Line:
    """An item of a list."""
    return plain(list_item(content))


def below(content: Markup) -> Line:
    """What is said of the item above."""
    return plain(indent(content, 1))


def list_item(content: Markup, sign: str = "•", depth: int = 1) -> Markup:
    """An item behind its sign, which hangs out."""
    name = "item" if depth < 2 else Markup('"item deep"')
    return Markup("<div class={}>{} {}</div>").format(name, sign, content)


def indent(content: Markup, depth: int) -> Markup:
    """The content as far in as the items of a list of this depth; 0 is no list."""
    if depth == 0:
        return content
    name = "below" if depth < 2 else Markup('"below deep"')
    return Markup("<div class={}>{}</div>").format(name, content)


def labelled(label: Markup, content: Markup) -> Markup:
    """A label and what it is about."""
    return Markup("<b>{}</b> {}").format(label, content)
