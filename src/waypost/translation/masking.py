"""What a translation engine must not touch, hidden behind marks and put back from them.

Facts, link brackets, strong and emphasis, escapes and ICU arguments become marks such as `[0]`
before the engine sees a text. Afterwards each mark must be there exactly once, pairs in order
and with words between them; otherwise the translation doesn't count. No mark survives every
engine, so there are several encodings (measured: `[0]` survives best).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

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


@dataclass(frozen=True, slots=True)
class Encoding:
    """How the n-th mark is written. `glued` marks lose the space before them."""

    name: str
    left: str
    right: str
    glued: bool = False

    def mark(self, number: int) -> str:
        """The mark with this number."""
        return f"{self.left}{number}{self.right}"


BRACKETS = Encoding("brackets", "[", "]")
ENCODINGS: tuple[Encoding, ...] = (
    BRACKETS,
    Encoding("glued brackets", "[", "]", glued=True),
    Encoding("white brackets", "⟦", "⟧"),
    Encoding("angles", "<", ">"),
    Encoding("letters", "X", "X"),
)
"""In the order in which they are tried."""


class Kind(Enum):
    """A mark stands alone, or opens or closes a pair."""

    ALONE = "alone"
    OPEN = "open"
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class Token:
    """What one mark stands for, and whether it had white space beside it in the source."""

    source: str
    kind: Kind
    space_before: bool
    space_after: bool
    opener: int | None = None
    """For a closing mark: the number of the mark that it closes."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """Everything that was hidden in one text; the n-th token is the n-th mark."""

    tokens: tuple[Token, ...]
    encoding: Encoding
    syntax: Syntax
    structure: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Masked:
    """A text that an engine may see, and what its marks stand for."""

    text: str
    tokens: Tokens


@dataclass(frozen=True, slots=True)
class Piece:
    """Literal text (`kind` is None) or a token of the source, as it is written."""

    source: str
    kind: Kind | None
    opener: int | None = None


_MARKUP_TOKEN = re.compile(r"\\[\\*\[\]{}]|\{[a-z0-9_.]+\}|\[|\]\{\d+\}|\*|\n")
_ARGUMENT = re.compile(r"\{\s*\w+\s*(?:,[^{}']*)?\}|\n")
_COMPLEX = re.compile(r"\{\s*\w+\s*,\s*(?:plural|select|selectordinal)\s*,")
_RESERVED = re.compile(r"[*\[\]{}]")
_QUOTING = re.compile(r"''|'(?=[{}])")
_TIGHT = re.compile(r"^\s+([.,;)])")
# From Thai on, most scripts write no space between words, or none that a mark would need.
_SPACED_START = re.compile(r"^(?![\u0e00-\U0010ffff])\w")
_SPACED_END = re.compile(r"(?![\u0e00-\U0010ffff])\w$")
_ONE_SPACE = re.compile(r"(?![\u0e00-\U0010ffff])\w $")


def protect(
    text: str, *, syntax: Syntax = Syntax.MARKUP, encoding: Encoding = BRACKETS
) -> Masked | None:
    """`text` with marks for all that an engine must not touch, or None.

    None if the text doesn't follow its syntax, chooses by plural or select, or holds words that
    look like a mark.
    """
    pieces, structure = split_pieces(text, syntax=syntax), _structure(text, syntax)
    if pieces is None or structure is None:
        return None
    out: list[str] = []
    tokens: list[Token] = []
    for index, piece in enumerate(pieces):
        if piece.kind is None:
            out.append(piece.source)
            continue
        if encoding.glued and piece.kind is Kind.ALONE and out and _ONE_SPACE.search(out[-1]):
            out[-1] = out[-1][:-1]
        out.append(encoding.mark(len(tokens)))
        before = index > 0 and _is_space(pieces[index - 1], -1)
        after = index + 1 < len(pieces) and _is_space(pieces[index + 1], 0)
        tokens.append(Token(piece.source, piece.kind, before, after, piece.opener))
    masked = Masked("".join(out), Tokens(tuple(tokens), encoding, syntax, structure))
    # Words that look like a mark would be taken for one.
    return masked if unprotect(masked.text, masked.tokens) == text else None


def unprotect(result: str, tokens: Tokens) -> str | None:
    """`result` with what its marks stand for, or None if a mark was lost, doubled or moved wrong.

    White space that the engine put inside a pair or before a full stop is mended.
    """
    parts = _mark_pattern(tokens.encoding).split(result)
    literals, numbers = parts[0::2], [int(number) for number in parts[1::2]]
    if sorted(numbers) != list(range(len(tokens.tokens))):
        return None
    if tokens.syntax is Syntax.MARKUP and _RESERVED.search("".join(literals)):
        return None
    order = [tokens.tokens[number] for number in numbers]
    if not _is_nested(order, numbers):
        return None
    _mend_spaces(literals, order)
    text = _put_together(literals, order, tokens.syntax)
    return text if _structure(text, tokens.syntax) == tokens.structure else None


def _is_space(piece: Piece, index: int) -> bool:
    return piece.kind is None and piece.source[index].isspace()


@lru_cache
def _mark_pattern(encoding: Encoding) -> re.Pattern[str]:
    """Finds marks also where the engine put a space inside or took wide brackets."""
    left, right = (
        ("[\\[［【]", "[\\]］】]") if encoding.left == "[" else (encoding.left, encoding.right)
    )
    return re.compile(rf"{left}\s*(\d{{1,4}})\s*{right}", re.IGNORECASE)


def _is_nested(order: Sequence[Token], numbers: Sequence[int]) -> bool:
    """Whether every pair opens before it closes, and no two pairs cross."""
    opened: list[int] = []
    for token, number in zip(order, numbers, strict=True):
        if token.kind is Kind.OPEN:
            opened.append(number)
        elif token.kind is Kind.CLOSE and (not opened or opened.pop() != token.opener):
            return False
    return not opened


def _mend_spaces(literals: list[str], order: Sequence[Token]) -> None:
    """The literals get the white space that the source had beside each token, and no other.

    A text that an engine gave back unchanged stays as it is.
    """
    for index, token in enumerate(order):
        before, after = literals[index], literals[index + 1]
        if token.kind is Kind.OPEN and not token.space_after and after[:1].isspace():
            after = after.lstrip()
            before += " " if _SPACED_END.search(before) else ""
        if token.kind is Kind.CLOSE and not token.space_before and before[-1:].isspace():
            before = before.rstrip()
            after = " " + after if _SPACED_START.search(after) else after
        if token.kind is not Kind.OPEN and not token.space_after:
            after = _TIGHT.sub(r"\1", after)
        if token.space_before and (_SPACED_END.search(before) or (index and not before)):
            before += " "
        if token.space_after and _SPACED_START.search(after):
            after = " " + after
        literals[index], literals[index + 1] = before, after


def _put_together(literals: Sequence[str], order: Sequence[Token], syntax: Syntax) -> str:
    out = [literals[0]]
    for token, literal in zip(order, literals[1:], strict=True):
        out += (token.source, literal)
    text = "".join(out)
    if syntax is Syntax.MESSAGE:
        # ICU reads a straight apostrophe before a brace, or a doubled one, as a quote.
        text = _QUOTING.sub("’", text)
    return text


def split_pieces(text: str, *, syntax: Syntax) -> tuple[Piece, ...] | None:
    """The literal texts and tokens of `text` in order: their sources joined give `text` again."""
    if syntax is Syntax.MESSAGE:
        return _message_pieces(text)
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


def _structure(text: str, syntax: Syntax) -> tuple[tuple[str, int], ...] | None:
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
