r"""The segment grammar: the little markup that a translator sees and can't break.

    text  **strong**  *emphasis*  [link text]{n}  {fact.id}  and a line break (newline)

Backslash escapes ``\ * [ ] { }``; everything else is literal. Strong and emphasis don't nest in
one another, links don't nest; so the grammar is unambiguous and read in one pass. In ``[…]{n}``
n counts the links and images of the block from 1; the target is structure, not text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum

import msgspec

MARKS = "\\*[]{}"
"""The signs that mean something in a segment text; a backslash before one makes it literal."""


class Words(msgspec.Struct, frozen=True):
    """Literal text; a newline in it is a line break."""

    text: str


class FactRef(msgspec.Struct, frozen=True):
    """The place of a fact's value: ``{fee.license}``."""

    id: str


class Style(StrEnum):
    """The two weights that a text may carry."""

    STRONG = "**"
    EMPHASIS = "*"


class Styled(msgspec.Struct, frozen=True):
    """Strong or emphasised text."""

    style: Style
    children: tuple[Node, ...]


class Anchor(msgspec.Struct, frozen=True):
    """A link's or image's text and the number of its target, from 1."""

    children: tuple[Node, ...]
    number: int


Node = Words | FactRef | Styled | Anchor


class MarkupError(ValueError):
    """The text doesn't follow the grammar; `offset` counts characters from 0."""

    def __init__(self, message: str, offset: int) -> None:
        super().__init__(message)
        self.offset = offset


_SPECIAL = re.compile(r"[\\*\[\]{}]")
_FACT = re.compile(r"\{([a-z0-9_.]+)\}")
_NUMBER = re.compile(r"\{([1-9][0-9]{0,3})\}")
_ESCAPED = re.compile(r"([\\*\[\]{}])")


def escape_markup(text: str) -> str:
    """`text` written so that the grammar reads it back as literal words."""
    return _ESCAPED.sub(r"\\\1", text)


def render_markup(nodes: Sequence[Node]) -> str:
    """The segment text of `nodes`; `parse_markup` gives equal nodes for normal ones."""
    out: list[str] = []
    for node in nodes:
        match node:
            case Words(text):
                out.append(escape_markup(text))
            case FactRef(id):
                out.append("{" + id + "}")
            case Styled(style, children):
                out.append(f"{style.value}{render_markup(children)}{style.value}")
            case Anchor(children, number):
                out.append(f"[{render_markup(children)}]{{{number}}}")
    return "".join(out)


def parse_markup(text: str) -> tuple[Node, ...]:
    """The nodes of a segment text.

    Raises MarkupError for an open mark, an empty one, a stray bracket or brace.
    """
    if not _SPECIAL.search(text):
        return (Words(text),) if text else ()
    return _Parser(text).parse()


class _Parser:
    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0

    def parse(self) -> tuple[Node, ...]:
        nodes = self._nodes(None, None)
        if self._at < len(self._text):
            raise MarkupError(f"stray “{self._text[self._at]}”", self._at)
        return nodes

    def _nodes(self, style: Style | None, link: int | None) -> tuple[Node, ...]:
        text, nodes, words = self._text, list[Node](), list[str]()

        def flush() -> None:
            if words:
                nodes.append(Words("".join(words)))
                words.clear()

        while self._at < len(text):
            found = _SPECIAL.search(text, self._at)
            if found is None:
                words.append(text[self._at :])
                self._at = len(text)
                break
            if found.start() > self._at:
                words.append(text[self._at : found.start()])
            self._at = found.start()
            char = found.group()
            if char == "\\":
                following = text[self._at + 1 : self._at + 2]
                literal = bool(following) and following in "\\*[]{}"
                words.append(following if literal else "\\")
                self._at += 2 if literal else 1
            elif char == "]":
                break
            elif char == "*":
                if style is not None and text.startswith(style.value, self._at):
                    break
                flush()
                nodes.append(self._styled(style, link))
            elif char == "[":
                flush()
                nodes.append(self._anchor(style, link))
            else:
                fact = _FACT.match(text, self._at)
                if fact is None:
                    mend = f"write \\{char} for the sign itself"
                    raise MarkupError(f"stray “{char}”; {mend}", self._at)
                flush()
                nodes.append(FactRef(fact.group(1)))
                self._at = fact.end()
        flush()
        return tuple(nodes)

    def _styled(self, outer: Style | None, link: int | None) -> Styled:
        start = self._at
        style = Style.STRONG if self._text.startswith("**", start) else Style.EMPHASIS
        if outer is not None:
            raise MarkupError("strong and emphasis can't stand in one another", start)
        self._at += len(style.value)
        children = self._nodes(style, link)
        if not self._text.startswith(style.value, self._at):
            raise MarkupError(f"“{style.value}” is opened and not closed", start)
        if not children:
            raise MarkupError(f"nothing stands between “{style.value}” and its end", start)
        self._at += len(style.value)
        return Styled(style, children)

    def _anchor(self, style: Style | None, link: int | None) -> Anchor:
        start = self._at
        if link is not None:
            raise MarkupError("a link can't stand in a link", start)
        self._at += 1
        children = self._nodes(style, start)
        number = None
        if self._text.startswith("]", self._at):
            number = _NUMBER.match(self._text, self._at + 1)
        if number is None:
            raise MarkupError("a link is written [text]{1}", start)
        self._at = number.end()
        return Anchor(children, int(number.group(1)))


def walk_nodes(nodes: Sequence[Node]) -> Iterator[Node]:
    """Every node of the tree, parents before children, in text order."""
    for node in nodes:
        yield node
        if isinstance(node, Styled | Anchor):
            yield from walk_nodes(node.children)


def plain_text(nodes: Sequence[Node]) -> str:
    """The words alone, each fact as ``{id}``."""
    out: list[str] = []
    for node in walk_nodes(nodes):
        if isinstance(node, Words):
            out.append(node.text)
        elif isinstance(node, FactRef):
            out.append("{" + node.id + "}")
    return "".join(out)


def placeables(nodes: Sequence[Node]) -> tuple[str, ...]:
    """What a translation keeps, sorted: ``{fact}`` as often as it stands, ``[]{n}`` once each."""
    found: list[str] = []
    for node in walk_nodes(nodes):
        if isinstance(node, FactRef):
            found.append("{" + node.id + "}")
        elif isinstance(node, Anchor):
            found.append(f"[]{{{node.number}}}")
    return tuple(sorted(found))
