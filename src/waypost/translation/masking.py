"""What a translation engine must not touch, hidden behind marks and put back from them.

Facts, link brackets, strong and emphasis, escapes and ICU arguments become marks such as `[0]`
before the engine sees a text, and so do addresses, codes, amounts and the names that a glossary
keeps (`literals`). Afterwards each mark must be there exactly once, pairs in order and with words
between them; otherwise the translation doesn't count.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from waypost.model.text import Syntax
from waypost.translation.encodings import SPACED_BRACKETS, Encoding, mark_pattern
from waypost.translation.pieces import Hide, Kind, Piece, find_structure, split_pieces


class Token(msgspec.Struct, frozen=True):
    """What one mark stands for, and whether it had white space beside it in the source."""

    source: str
    kind: Kind
    space_before: bool
    space_after: bool
    opener: int | None = None
    """For a closing mark: the number of the mark that it closes."""
    is_word: bool = False
    """Hidden words that stand on their own in the source: no letter may grow together with them."""


class Tokens(msgspec.Struct, frozen=True):
    """Everything that was hidden in one text; the n-th token is the n-th mark."""

    tokens: tuple[Token, ...]
    encoding: Encoding
    syntax: Syntax
    structure: tuple[tuple[str, int], ...]
    cuts_number: bool = False
    """Whether a mark stands between two digits in the source already."""


class Masked(msgspec.Struct, frozen=True):
    """A text that an engine may see, and what its marks stand for."""

    text: str
    tokens: Tokens


_RESERVED = re.compile(r"[*\[\]{}]")
_QUOTING = re.compile(r"''|'(?=[{}])")
_TIGHT = re.compile(r"^\s+([.,;)])")
# From Thai on, most scripts write no space between words, or none that a mark would need.
_SPACED_START = re.compile(r"^(?![\u0e00-\U0010ffff])\w")
_SPACED_END = re.compile(r"(?![\u0e00-\U0010ffff])\w$")
_ONE_SPACE = re.compile(r"(?![\u0e00-\U0010ffff])\w $")


def protect(
    text: str,
    *,
    syntax: Syntax = Syntax.MARKUP,
    encoding: Encoding = SPACED_BRACKETS,
    hide: Hide | None = None,
) -> Masked | None:
    """`text` with marks for all that an engine must not touch, or None.

    None if the text doesn't follow its syntax, chooses by plural or select, or holds words that
    look like a mark.
    """
    pieces, structure = split_pieces(text, syntax=syntax, hide=hide), find_structure(text, syntax)
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
        mark = encoding.mark(len(tokens))
        before = index > 0 and _is_space(pieces[index - 1], -1)
        after = index + 1 < len(pieces) and _is_space(pieces[index + 1], 0)
        if encoding.spaced and piece.kind is Kind.OPEN and not after:
            mark += " "
        if encoding.spaced and piece.kind is Kind.CLOSE and not before:
            mark = f" {mark}"
        out.append(mark)
        is_word = piece.kind is Kind.ALONE and piece.source[0].isalnum()
        is_word = is_word and not (
            (index > 0 and _ends_as_word(pieces[index - 1].source))
            or (index + 1 < len(pieces) and _begins_as_word(pieces[index + 1].source))
        )
        tokens.append(Token(piece.source, piece.kind, before, after, piece.opener, is_word))
    cuts = any(
        _cuts_number(pieces[at - 1].source, pieces[at + 1].source)
        for at in range(1, len(pieces) - 1)
        if pieces[at].kind is not None
    )
    masked = Masked("".join(out), Tokens(tuple(tokens), encoding, syntax, structure, cuts))
    # Words that look like a mark would be taken for one.
    whole = "".join(piece.source for piece in pieces)
    return masked if unprotect(masked.text, masked.tokens) == whole else None


def unprotect(result: str, tokens: Tokens) -> str | None:
    """`result` with what its marks stand for, or None if a mark was lost, doubled or moved wrong.

    White space that the engine put inside a pair or before a full stop is mended.
    """
    parts = mark_pattern(tokens.encoding).split(result)
    literals, numbers = parts[0::2], [int(number) for number in parts[1::2]]
    if sorted(numbers) != list(range(len(tokens.tokens))):
        return None
    if tokens.syntax is Syntax.MARKUP and _RESERVED.search("".join(literals)):
        return None
    order = [tokens.tokens[number] for number in numbers]
    if not _is_nested(order, numbers):
        return None
    if any(map(_cuts_number, literals, literals[1:])) and not tokens.cuts_number:
        return None
    _mend_spaces(literals, order)
    if any(
        token.is_word and (_ends_as_word(before) or _begins_as_word(after))
        for token, before, after in zip(order, literals, literals[1:], strict=False)
    ):
        return None
    text = _put_together(literals, order, tokens.syntax)
    return text if find_structure(text, tokens.syntax) == tokens.structure else None


def _is_space(piece: Piece, index: int) -> bool:
    return piece.kind is None and piece.source[index].isspace()


def _cuts_number(before: str, after: str) -> bool:
    return before.rstrip()[-1:].isdigit() and after.lstrip()[:1].isdigit()


def _ends_as_word(text: str) -> bool:
    return _SPACED_END.search(text) is not None


def _begins_as_word(text: str) -> bool:
    return _SPACED_START.search(text) is not None


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
