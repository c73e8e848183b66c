"""Markdown → blocks with their texts in the segment grammar; the rest is findings."""

from __future__ import annotations

import re
from html import unescape

from markdown_it.token import Token

from waypost.content.anchors import Anchors
from waypost.content.body import Body
from waypost.content.inline_reader import InlineReader
from waypost.content.markdown_codes import (
    CODE_BLOCK,
    DEEP_HEADING,
    FIRST_LEVEL,
    FOOTNOTE,
    HEADING_INSIDE,
    RAW_HTML,
    RULE_LINE,
    UNKNOWN_NOTE,
)
from waypost.content.markdown_parser import markdown_parser
from waypost.content.parsed import suggest
from waypost.content.shown_raw import find_shown_raw
from waypost.model.block import (
    Align,
    Block,
    Figure,
    Heading,
    Inline,
    Item,
    List,
    Note,
    NoteKind,
    Paragraph,
    Quote,
    Table,
)
from waypost.model.finding import Place
from waypost.model.markup import escape_markup

_FOOTNOTE = re.compile(r"\[\^[^\]\s]+\]")
_SILENT_HTML = re.compile(
    r"<!--.*?(?:-->|$)|<(script|style|template)\b.*?(?:</\1\s*>|$)", re.DOTALL | re.IGNORECASE
)
_HTML_BREAK = re.compile(r"<br\s*/?>|</(?:p|li|div|tr|h[1-6]|dt|dd|ul|ol|table)\s*>", re.IGNORECASE)
_HTML_TAG = re.compile(r"<[/!?]?[A-Za-z][^>]*>?")
_ALIGNS = {"left": Align.LEFT, "center": Align.CENTER, "right": Align.RIGHT}


def read_blocks(body: Body) -> tuple[Block[Inline], ...]:
    """All blocks of the body in order."""
    if not body.text.strip():
        return ()
    tokens = markdown_parser().parse(body.text)
    find_shown_raw(body)
    if "[^" in body.text:
        _find_footnotes(body)
    return _Reader(body, tokens).read()


def _find_footnotes(body: Body) -> None:
    for number, line in enumerate(body.lines, body.first_line):
        for match in _FOOTNOTE.finditer(line):
            place = Place(body.path, number, match.start() + 1)
            body.add(FOOTNOTE, place, f"{match.group()} is a footnote")


class _Reader:
    """Walks the tokens of one body once, from first to last."""

    def __init__(self, body: Body, tokens: list[Token]) -> None:
        self._body = body
        self._tokens = tokens
        self._at = 0
        self._inside = 0
        self._inline = InlineReader(body)
        self._anchors = Anchors(body)

    def read(self) -> tuple[Block[Inline], ...]:
        return tuple(self._blocks(""))

    def _next(self) -> Token:
        token = self._tokens[self._at]
        self._at += 1
        return token

    def _line(self, token: Token, fallback: int = 0) -> int:
        return token.map[0] + self._body.first_line if token.map else fallback

    def _blocks(self, end: str) -> list[Block[Inline]]:
        """The blocks up to the token `end`, which is taken too."""
        blocks: list[Block[Inline]] = []
        while self._at < len(self._tokens):
            token = self._next()
            if token.type == end:
                break
            block = self._block(token)
            if block is not None:
                blocks.append(block)
        return blocks

    def _block(self, token: Token) -> Block[Inline] | None:
        match token.type:
            case "paragraph_open":
                return self._paragraph()
            case "heading_open":
                return self._heading(token)
            case "bullet_list_open" | "ordered_list_open":
                return self._list(token)
            case "blockquote_open":
                return self._quote(token)
            case "table_open":
                return self._table()
            case "html_block":
                return self._html(token)
            case "fence" | "code_block":
                return self._code(token)
            case "hr":
                place = Place(self._body.path, self._line(token))
                self._body.add(RULE_LINE, place, "a line across the page stands here")
        return None

    def _leaf(self) -> Inline:
        """The leaf of a block that holds one, whose closing token is taken too."""
        token = self._next()
        self._at += 1
        return self._inline.read(token.children or (), self._line(token))

    def _paragraph(self) -> Block[Inline] | None:
        children = self._tokens[self._at].children or ()
        leaf = self._leaf()
        if len(children) == 1 and children[0].type == "image" and leaf.targets:
            alternative = leaf.text[1 : -len("]{1}")]
            return Figure(leaf.targets[0].href, Inline(alternative, (), leaf.line))
        return Paragraph(leaf) if leaf.text else None

    def _heading(self, token: Token) -> Block[Inline] | None:
        level, line = int(token.tag[1]), self._line(token)
        place = Place(self._body.path, line)
        source = self._tokens[self._at].content
        leaf = self._leaf()
        if not leaf.text:
            return None
        if self._inside:
            self._body.add(HEADING_INSIDE, place, "a heading stands in a list or quotation")
            return Paragraph(leaf)
        if level == 1:
            self._body.add(FIRST_LEVEL, place, "a first-level heading stands in the body")
        elif level > 4:
            self._body.add(DEEP_HEADING, place, f"a heading of level {level} stands here")
        anchor = self._anchors.assign(source, str(token.meta.get("id", "")), line)
        return Heading(min(max(level, 2), 4), anchor, leaf)

    def _list(self, token: Token) -> Block[Inline] | None:
        ordered = token.type == "ordered_list_open"
        start = int(token.attrs.get("start", 1)) if ordered else 1
        items: list[Item[Inline]] = []
        self._inside += 1
        while self._next().type == "list_item_open":
            blocks = self._blocks("list_item_close")
            if blocks:
                items.append(Item(tuple(blocks)))
        self._inside -= 1
        return List(ordered, start, tuple(items)) if items else None

    def _quote(self, token: Token) -> Block[Inline] | None:
        self._inside += 1
        blocks = tuple(self._blocks("blockquote_close"))
        self._inside -= 1
        if not blocks:
            return None
        if "note" in token.meta:
            return Note(self._note_kind(str(token.meta["note"]), self._line(token)), blocks)
        return Quote(blocks)

    def _note_kind(self, word: str, line: int) -> NoteKind:
        known = {kind.value: kind for kind in NoteKind}
        kind = known.get(word.lower())
        if kind is None:
            place = self._body.spot(line, f"[!{word}")
            mend = f"Write [!note] or [!critical].{suggest(word.lower(), known)}"
            self._body.add(UNKNOWN_NOTE, place, f"“{word}” is no kind of note", mend)
            return NoteKind.NOTE
        return kind

    def _table(self) -> Block[Inline]:
        rows: list[tuple[Inline, ...]] = []
        align: tuple[Align, ...] = ()
        while (token := self._next()).type != "table_close":
            if token.type == "tr_open":
                cells, aligns = self._row(self._line(token))
                align = align or aligns
                rows.append(cells)
        return Table(align, rows[0], tuple(rows[1:]))

    def _row(self, line: int) -> tuple[tuple[Inline, ...], tuple[Align, ...]]:
        cells: list[Inline] = []
        aligns: list[Align] = []
        while (token := self._next()).type != "tr_close":
            style = str(token.attrs.get("style", ""))
            aligns.append(_ALIGNS.get(style.removeprefix("text-align:"), Align.NONE))
            inline = self._next()
            self._at += 1
            cells.append(self._inline.read(inline.children or (), line))
        return tuple(cells), tuple(aligns)

    def _html(self, token: Token) -> Block[Inline] | None:
        line = self._line(token)
        if not token.content.lstrip().startswith("</"):
            first = token.content.strip().split("\n")[0]
            tag = re.match(r"<[/!?]*[A-Za-z-]*", first)
            place = self._body.spot(line, first)
            shown = tag.group() + (">" if tag.group()[-1:].isalnum() else "") if tag else "tag"
            self._body.add(RAW_HTML, place, f"the HTML {shown} stands here")
        words = _HTML_BREAK.sub("\n", _SILENT_HTML.sub("", token.content))
        words = unescape(_HTML_TAG.sub(" ", words))
        lines = [" ".join(part.split()) for part in words.split("\n")]
        text = "\n".join(part for part in lines if part)
        return Paragraph(Inline(escape_markup(text), (), line)) if text else None

    def _code(self, token: Token) -> Block[Inline] | None:
        line = self._line(token)
        self._body.add(CODE_BLOCK, Place(self._body.path, line), "a block of code stands here")
        lines = [part.strip() for part in token.content.split("\n") if part.strip()]
        return Paragraph(Inline(escape_markup("\n".join(lines)), (), line)) if lines else None
