"""HTML of any quality → blocks: read as a browser reads it, unclosed tags and all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from bs4 import BeautifulSoup
from bs4.element import Comment, NavigableString, PageElement, Tag

from scripts.real_sites.tree import (
    Anchor,
    Block,
    Heading,
    Inline,
    ItemList,
    LineBreak,
    Paragraph,
    Quote,
    Run,
    Table,
    inline_text,
    trim_inline,
)

_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
    ]
)
NOT_TEXT = {
    "script": "script",
    "style": "style sheet",
    "nav": "breadcrumb (Waypost has a navigation of its own)",
    "form": "form control of the old site's search",
    "head": "head of a document",
}


@dataclass(slots=True)
class _Marks:
    strong: bool = False
    emphasis: bool = False
    href: str = ""


@dataclass(slots=True)
class _Writer:
    """The blocks written so far and the inline text of the one being written."""

    blocks: list[Block] = field(default_factory=list)
    inline: list[Inline] = field(default_factory=list)
    anchors: list[Anchor] = field(default_factory=list)

    def flush(self) -> None:
        """Ends the paragraph."""
        inline = trim_inline(self.inline)
        self.inline.clear()
        self.blocks.extend(self.anchors)
        self.anchors.clear()
        if inline:
            self.blocks.append(Paragraph(inline))


def parse_html(html: str) -> tuple[tuple[Block, ...], Counter[str]]:
    """The blocks of `html`, and what was left out because it is no text, by kind."""
    reader = _Reader()
    body = BeautifulSoup(html, "html5lib").body
    return (() if body is None else reader.read(body.children)), reader.left_out


class _Reader:
    def __init__(self) -> None:
        self.left_out: Counter[str] = Counter()
        self._level = 1

    def read(self, nodes: Iterable[PageElement], marks: _Marks | None = None) -> tuple[Block, ...]:
        writer = _Writer()
        for node in nodes:
            self._walk(node, writer, marks or _Marks())
        writer.flush()
        return tuple(writer.blocks)

    def _walk(self, node: PageElement, writer: _Writer, marks: _Marks) -> None:
        if isinstance(node, Comment):
            self.left_out["comment"] += 1
        elif isinstance(node, NavigableString):
            if type(node) is NavigableString:
                writer.inline.append(Run(str(node), marks.strong, marks.emphasis, marks.href))
        elif isinstance(node, Tag):
            if node.name in NOT_TEXT:
                self.left_out[NOT_TEXT[node.name]] += 1
            else:
                self._walk_tag(node, writer, marks)

    def _walk_tag(self, tag: Tag, writer: _Writer, marks: _Marks) -> None:
        anchor = _attribute(tag, "id") or (_attribute(tag, "name") if tag.name == "a" else "")
        if tag.name == "br":
            writer.inline.append(LineBreak())
        elif tag.name in _HEADINGS:
            writer.flush()
            self._level = _HEADINGS[tag.name]
            self._add_heading(tag, writer, marks, anchor)
        elif tag.name == "button" and _attribute(tag, "aria-controls"):
            writer.flush()
            self._add_heading(tag, writer, marks, anchor, level=self._level + 1)
        elif tag.name in {"ul", "ol", "table", "blockquote"}:
            writer.flush()
            if anchor:
                writer.blocks.append(Anchor(anchor))
            writer.blocks.extend(self._container(tag, marks))
        elif tag.name in _BLOCKS:
            writer.flush()
            if anchor:
                writer.blocks.append(Anchor(anchor))
            for child in tag.children:
                self._walk(child, writer, marks)
            writer.flush()
        else:
            if anchor:
                writer.anchors.append(Anchor(anchor))
            for child in tag.children:
                self._walk(child, writer, _mark(tag, marks))

    def _add_heading(
        self, tag: Tag, writer: _Writer, marks: _Marks, anchor: str, level: int = 0
    ) -> None:
        """The heading; what else stands inside it (a paragraph, a list) follows it."""
        inside = self.read(tag.children, _Marks(href=marks.href))
        words: list[Inline] = []
        rest: list[Block] = []
        for block in inside:
            if isinstance(block, Anchor):
                writer.blocks.append(block)
            elif isinstance(block, Paragraph) and not rest:
                words += [Run(" ")] if words else []
                words += [_plain(piece) for piece in block.inline]
            else:
                rest.append(block)
        inline = trim_inline(words)
        if inline:
            writer.blocks.append(Heading(level or _HEADINGS[tag.name], inline, anchor))
        writer.blocks.extend(rest)

    def _container(self, tag: Tag, marks: _Marks) -> tuple[Block, ...]:
        if tag.name == "table":
            return self._table(tag, marks)
        if tag.name == "blockquote":
            blocks = self.read(tag.children, marks)
            return (Quote(blocks),) if blocks else ()
        if tag.find("button", attrs={"aria-controls": True}) is not None:
            return self._accordion(tag, marks)
        return self._list(tag, marks)

    def _accordion(self, tag: Tag, marks: _Marks) -> tuple[Block, ...]:
        """A list of panels as sections: each button is a heading, its panel follows it."""
        level, blocks = self._level, list[Block]()
        for child in tag.children:
            self._level = level
            nodes = child.children if isinstance(child, Tag) and child.name == "li" else [child]
            blocks += self.read(nodes, marks)
        self._level = level
        return tuple(blocks)

    def _list(self, tag: Tag, marks: _Marks) -> tuple[Block, ...]:
        """The list; text that stands in it outside of any item parts it in two."""
        out: list[Block] = []
        items: list[tuple[Block, ...]] = []
        start = _number(_attribute(tag, "start"))

        def end_list() -> None:
            nonlocal start
            if items:
                out.append(ItemList(tag.name == "ol", start, tuple(items)))
                start += len(items)
                items.clear()

        for child in tag.children:
            if isinstance(child, Tag) and child.name == "li":
                blocks = self.read(child.children, marks)
                anchor = _attribute(child, "id")
                if any(not isinstance(block, Anchor) for block in blocks):
                    items.append((*((Anchor(anchor),) if anchor else ()), *blocks))
                continue
            blocks = self.read([child], marks)
            if blocks and items and all(isinstance(block, ItemList) for block in blocks):
                items[-1] = (*items[-1], *blocks)
            elif blocks:
                end_list()
                out += blocks
        end_list()
        return tuple(out)

    def _table(self, tag: Tag, marks: _Marks) -> tuple[Block, ...]:
        """The table with its caption before it; a cell's blocks stand in one line."""
        out: list[Block] = []
        for caption in tag.find_all("caption"):
            out += self.read(caption.children, _Marks(strong=True, href=marks.href))
        rows = [
            tuple(self._cell(cell, marks) for cell in row.find_all(["th", "td"], recursive=False))
            for row in tag.find_all("tr")
        ]
        rows = [row for row in rows if any(row)]
        if rows:
            width = max(map(len, rows))
            full = [(*row, *((),) * (width - len(row))) for row in rows]
            out.append(Table(full[0], tuple(full[1:])))
        return tuple(out)

    def _cell(self, tag: Tag, marks: _Marks) -> tuple[Inline, ...]:
        words: list[Inline] = []
        for block in leaf_texts(self.read(tag.children, marks)):
            if words and not inline_text(words).rstrip().endswith(tuple(".:;,!?")):
                words.append(Run(";"))
            words += [Run(" "), *block]
        return trim_inline([Run(" ") if isinstance(word, LineBreak) else word for word in words])


def leaf_texts(blocks: Iterable[Block]) -> Iterable[tuple[Inline, ...]]:
    """The inline texts of `blocks` in text order."""
    for block in blocks:
        if isinstance(block, Paragraph | Heading):
            yield block.inline
        elif isinstance(block, ItemList):
            for item in block.items:
                yield from leaf_texts(item)
        elif isinstance(block, Quote):
            yield from leaf_texts(block.blocks)
        elif isinstance(block, Table):
            yield from block.header
            for row in block.rows:
                yield from row


def _mark(tag: Tag, marks: _Marks) -> _Marks:
    """The marks inside `tag`."""
    href = (_attribute(tag, "href") if tag.name == "a" else "") or marks.href
    return _Marks(
        marks.strong or tag.name in {"b", "strong"},
        marks.emphasis or tag.name in {"i", "em"},
        href,
    )


def _plain(piece: Inline) -> Inline:
    """A heading is bold already; a break in it is a space."""
    return Run(piece.text, href=piece.href) if isinstance(piece, Run) else Run(" ")


def _attribute(tag: Tag, name: str) -> str:
    value = tag.get(name)
    return value.strip() if isinstance(value, str) else ""


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else 1
