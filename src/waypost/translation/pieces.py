"""A text taken apart into literal words and tokens: the tokens are what no engine may touch."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import Enum

import msgspec

from waypost.model.markup import (
    Anchor,
    MarkupError,
    Styled,
    parse_markup,
    placeables,
    plain_text,
    walk_nodes,
)
from waypost.model.text import Syntax


class Kind(Enum):
    """A token stands alone, or opens or closes a pair."""

    ALONE = "alone"
    OPEN = "open"
    CLOSE = "close"


class Piece(msgspec.Struct, frozen=True):
    """Literal text (`kind` is None) or a token of the source, as it is written."""

    source: str
    kind: Kind | None
    opener: int | None = None
    """For a closing token: the number of the token that it closes."""


class Span(msgspec.Struct, frozen=True):
    """Literal words that an engine must not see, and what stands for them afterwards."""

    start: int
    end: int
    becomes: str | None = None
    """Other words in their place; None for the words themselves."""


Hide = Callable[[str], Sequence[Span]]
"""The spans of a literal text to hide: in order, none overlapping another."""

_MARKUP_TOKEN = re.compile(r"\\[\\*\[\]{}]|\{[a-z0-9_.]+\}|\[|\]\{\d+\}|\*|\n")
_ARGUMENT = re.compile(r"\{\s*\w+\s*(?:,[^{}']*)?\}|\n")
_COMPLEX = re.compile(r"\{\s*\w+\s*,\s*(?:plural|select|selectordinal)\s*,")


def split_pieces(
    text: str, *, syntax: Syntax = Syntax.MARKUP, hide: Hide | None = None
) -> tuple[Piece, ...] | None:
    """The literal texts and tokens of `text` in order: their sources joined give `text` again.

    What `hide` finds in the literal texts are tokens that stand alone (where it puts other words
    in their place, the pieces give these). None for a text that breaks its syntax or chooses by
    plural or select.
    """
    pieces = _message_pieces(text) if syntax is Syntax.MESSAGE else _markup_pieces(text)
    if pieces is None or hide is None:
        return pieces
    return tuple(_hide_literals(pieces, hide))


def _markup_pieces(text: str) -> tuple[Piece, ...] | None:
    try:
        parse_markup(text)
    except MarkupError:
        return None
    pieces: list[Piece] = []
    stack: list[tuple[str, int]] = []
    count = at = 0
    while found := _MARKUP_TOKEN.search(text, at):
        if found.start() > at:
            pieces.append(Piece(text[at : found.start()], None))
        source, opener = found.group(), None
        if source == "*":
            inside = next((mark for mark, _ in reversed(stack) if mark != "["), None)
            source = inside or ("**" if text.startswith("**", found.start()) else "*")
            kind = Kind.CLOSE if inside else Kind.OPEN
        else:
            kind = {"[": Kind.OPEN, "]": Kind.CLOSE}.get(source[0], Kind.ALONE)
        if kind is Kind.OPEN:
            stack.append((source, count))
        elif kind is Kind.CLOSE:
            opener = stack.pop()[1]
        pieces.append(Piece(source, kind, opener))
        count += 1
        at = found.start() + len(source)
    return (*pieces, Piece(text[at:], None)) if at < len(text) else tuple(pieces)


def _message_pieces(text: str) -> tuple[Piece, ...] | None:
    """The pieces of an ICU message with simple arguments only."""
    if _COMPLEX.search(text) or "''" in text or "'{" in text or "'}" in text:
        return None
    pieces: list[Piece] = []
    at = 0
    for found in _ARGUMENT.finditer(text):
        if found.start() > at:
            pieces.append(Piece(text[at : found.start()], None))
        pieces.append(Piece(found.group(), Kind.ALONE))
        at = found.end()
    if at < len(text):
        pieces.append(Piece(text[at:], None))
    if any(piece.kind is None and ("{" in piece.source or "}" in piece.source) for piece in pieces):
        return None
    return tuple(pieces)


def _hide_literals(pieces: Sequence[Piece], hide: Hide) -> Iterator[Piece]:
    """`pieces` with the hidden spans as tokens; the numbers of openers count these too."""
    numbers: list[int] = []
    count = 0
    for piece in pieces:
        if piece.kind is not None:
            numbers.append(count)
            count += 1
            opener = None if piece.opener is None else numbers[piece.opener]
            yield Piece(piece.source, piece.kind, opener)
            continue
        at = 0
        for span in hide(piece.source):
            if span.start > at:
                yield Piece(piece.source[at : span.start], None)
            words = piece.source[span.start : span.end]
            yield Piece(words if span.becomes is None else span.becomes, Kind.ALONE)
            count += 1
            at = span.end
        if at < len(piece.source):
            yield Piece(piece.source[at:], None)


def find_structure(text: str, syntax: Syntax) -> tuple[tuple[str, int], ...] | None:
    """How often each placeable and style stands in `text`; None if it breaks its syntax."""
    if syntax is Syntax.MESSAGE:
        pieces = _message_pieces(text)
        if pieces is None:
            return None
        return _counted(piece.source for piece in pieces if piece.kind is not None)
    try:
        nodes = parse_markup(text)
    except MarkupError:
        return None
    pairs = [node for node in walk_nodes(nodes) if isinstance(node, Styled | Anchor)]
    styles = (pair.style.value for pair in pairs if isinstance(pair, Styled))
    blanks = ("blank" for pair in pairs if not plain_text(pair.children).strip())
    return _counted((*placeables(nodes), *styles, *blanks, *text.count("\n") * "\n"))


def _counted(names: Iterable[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(Counter(names).items()))


def is_said(piece: Piece) -> bool:
    """Whether the engine must see the piece: literal text with a letter."""
    return piece.kind is None and any(char.isalpha() for char in piece.source)


def drop_pairs(pieces: Iterable[Piece]) -> str:
    """The text without strong, emphasis and links: their words stay, and all that stands alone."""
    return "".join(piece.source for piece in pieces if piece.kind in {None, Kind.ALONE})


def find_words(text: str, syntax: Syntax, hide: Hide | None = None) -> str:
    """The literal text alone, a space where a token stands."""
    pieces = split_pieces(text, syntax=syntax, hide=hide) or ()
    return "".join(piece.source if piece.kind is None else " " for piece in pieces)
