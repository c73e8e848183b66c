"""A text as runs of words and protected codes, as tools for translators show it, and back.

In `Pay **{fee}** [here]{1}` the words are the translator's; the fact, the marks of strong text and
the link are codes that she moves but can't break. Words stand without the escapes that a PO file
has. A text with a plural stays one run: its branches are words, and each language has its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum

import msgspec

from waypost.locales.message_quotes import find_flat_nodes, quote_literal, unquote_literal
from waypost.locales.message_syntax import Literal
from waypost.model.markup import (
    FactRef,
    MarkupError,
    Node,
    Style,
    Styled,
    Words,
    escape_markup,
    parse_markup,
)
from waypost.model.text import Syntax


class Writing(StrEnum):
    """How the words of a unit become its text again."""

    MARKUP = "markup"
    MESSAGE = "message"
    RAW = "raw"
    """As they stand: a plural, or a text whose marks can't be told."""


class Point(msgspec.Struct, frozen=True):
    """A code without words: a fact's or a parameter's place. `data` is what the text has there."""

    data: str


class Pair(msgspec.Struct, frozen=True):
    """A code around words: strong, emphasised or linked."""

    start: str
    end: str
    pieces: tuple[Piece, ...]


Piece = str | Point | Pair


def choose_writing(syntax: Syntax, texts: Sequence[str]) -> Writing:
    """How a unit with these texts (source, translation) is written."""
    if syntax is Syntax.MESSAGE:
        flat = all(find_flat_nodes(text) is not None for text in texts)
        return Writing.MESSAGE if flat else Writing.RAW
    try:
        for text in texts:
            parse_markup(text)
    except MarkupError:
        return Writing.RAW
    return Writing.MARKUP


def divide_text(text: str, writing: Writing) -> tuple[Piece, ...]:
    """The pieces of a text for which `choose_writing` has chosen this writing."""
    if writing is Writing.MARKUP:
        return tuple(_divide_nodes(parse_markup(text)))
    nodes = find_flat_nodes(text) if writing is Writing.MESSAGE else None
    if nodes is None:
        return (text,) if text else ()
    return tuple(
        unquote_literal(text[node.start : node.end])
        if isinstance(node, Literal)
        else Point(text[node.start : node.end])
        for node in nodes
    )


def _divide_nodes(nodes: Sequence[Node]) -> Iterator[Piece]:
    for node in nodes:
        if isinstance(node, Words):
            yield node.text
        elif isinstance(node, FactRef):
            yield Point(f"{{{node.id}}}")
        elif isinstance(node, Styled):
            yield Pair(node.style.value, node.style.value, tuple(_divide_nodes(node.children)))
        else:
            yield Pair("[", f"]{{{node.number}}}", tuple(_divide_nodes(node.children)))


def join_pieces(pieces: Sequence[Piece], writing: Writing) -> str:
    """The text of the pieces; whether it can stand in a page is for others to say."""
    parts: list[str] = []
    for piece in _merge_words(pieces):
        if isinstance(piece, str):
            parts.append(write_words(piece, writing))
        elif isinstance(piece, Point):
            parts.append(piece.data)
        else:
            parts += [piece.start, join_pieces(piece.pieces, writing), piece.end]
    return "".join(parts)


def _merge_words(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces with neighbouring words as one: how they are quoted depends on what follows."""
    words: list[str] = []
    for piece in pieces:
        if isinstance(piece, str):
            words.append(piece)
            continue
        if words:
            yield "".join(words)
            words.clear()
        yield piece
    if words:
        yield "".join(words)


def write_words(words: str, writing: Writing) -> str:
    """A run of words with the escapes that the text's grammar asks for."""
    if writing is Writing.MARKUP:
        return escape_markup(words)
    return quote_literal(words) if writing is Writing.MESSAGE else words


def is_strong(pair: Pair) -> bool:
    """Whether the words within are strong."""
    return pair.start == Style.STRONG.value


def is_link(pair: Pair) -> bool:
    """Whether the words within are a link or an image's description."""
    return pair.start == "["
