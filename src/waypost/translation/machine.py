"""A machine's translation of segments, whole or not at all.

A text that an engine can't see as it is goes through marks (`masking`); if they don't come back,
through other marks, then in the pieces between them. What is still faulty is None: no
translation, and the caller says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from waypost.model.text import Syntax
from waypost.translation.engines.output import find_fault
from waypost.translation.engines.protocol import Engine
from waypost.translation.masking import (
    ENCODINGS,
    Encoding,
    Masked,
    Piece,
    protect,
    split_pieces,
    unprotect,
)

_Say = Callable[[Sequence[str]], list[str]]

# Translated on their own, these turn a sentence into its opposite.
_FRAGILE = frozenset(
    (
        "not",
        "no",
        "never",
        "only",
        "none",
        "nor",
        "neither",
        "don't",
        "doesn't",
        "cannot",
        "can't",
        "won't",
        "do",
        "does",
        "must",
        "without",
        "unless",
        "except",
        "if",
    )
)


def translate_segments(
    engine: Engine,
    texts: Sequence[str],
    source: str,
    target: str,
    *,
    syntax: Syntax = Syntax.MARKUP,
) -> list[str | None]:
    """One translation for each text, or None where the engine's can't be trusted.

    Every translation has the placeables, links and numbers of its source, each exactly once.
    ICU messages with plural or select are None, unless the engine keeps them by itself.
    Raises Failure if the engine isn't there or doesn't answer.
    """
    if engine.keeps_markup:
        return list(engine.translate(texts, source, target))
    lines = {text: _lines_of(text, syntax) for text in dict.fromkeys(texts)}
    units = dict.fromkeys(line for parts in lines.values() for line in parts if line.strip())

    def say(batch: Sequence[str]) -> list[str]:
        return engine.translate(batch, source, target)

    done = _translate_units(say, tuple(units), target, syntax)
    return [_join_lines(lines[text], done) for text in texts]


def _lines_of(text: str, syntax: Syntax) -> tuple[str, ...]:
    """The lines of `text` if each one stands on its own; else the whole as one."""
    parts = tuple(text.split("\n"))
    if all(split_pieces(part, syntax=syntax) is not None for part in parts):
        return parts
    return (text,)


def _join_lines(lines: Sequence[str], done: Mapping[str, str]) -> str | None:
    """The translated lines, or None if one is missing or there is nothing to translate."""
    if not any(line.strip() for line in lines):
        return None
    out: list[str] = []
    for line in lines:
        if not line.strip():
            out.append(line)
        elif line in done:
            out.append(done[line])
        else:
            return None
    return "\n".join(out)


def _translate_units(
    say: _Say, units: Sequence[str], target: str, syntax: Syntax
) -> dict[str, str]:
    """Unit → translation, for those that came out right in one of the ways."""
    done = {unit: unit for unit in units if not _has_words(unit, syntax)}
    for encoding in ENCODINGS:
        todo = [unit for unit in units if unit not in done]
        done |= _translate_masked(say, todo, target, syntax, encoding)
        # Without marks, another encoding sends the same text again.
        units = [unit for unit in units if unit in done or _has_marks(unit, syntax)]
    todo = [unit for unit in units if unit not in done]
    return done | _translate_pieces(say, todo, target, syntax)


def _translate_masked(
    say: _Say, units: Iterable[str], target: str, syntax: Syntax, encoding: Encoding
) -> dict[str, str]:
    masks: dict[str, Masked] = {}
    for unit in units:
        masked = protect(unit, syntax=syntax, encoding=encoding)
        if masked is not None:
            masks[unit] = masked
    if not masks:
        return {}
    results = say([masked.text.strip() for masked in masks.values()])
    done: dict[str, str] = {}
    for (unit, masked), result in zip(masks.items(), results, strict=True):
        text = unprotect(_framed(masked.text, result), masked.tokens)
        if (
            text is not None
            and find_fault(_words(unit, syntax), _words(text, syntax), target) is None
        ):
            done[unit] = text
    return done


def _translate_pieces(
    say: _Say, units: Sequence[str], target: str, syntax: Syntax
) -> dict[str, str]:
    """Unit → its tokens as they are, with each text between them translated on its own."""
    split = {unit: split_pieces(unit, syntax=syntax) or () for unit in units}
    split = {unit: pieces for unit, pieces in split.items() if not _is_fragile(pieces)}
    sources = dict.fromkeys(
        piece.source.strip() for pieces in split.values() for piece in pieces if _is_said(piece)
    )
    if not sources:
        return {}
    said: dict[str, str] = {}
    for text, sentence in zip(sources, say(tuple(sources)), strict=True):
        result = _like_a_piece(text, sentence)
        reserved = syntax is Syntax.MARKUP and set(result) & set("\\*[]{}")
        if not reserved and find_fault(text, result, target) is None:
            said[text] = result
    done: dict[str, str] = {}
    for unit, pieces in split.items():
        if pieces and all(piece.source.strip() in said for piece in pieces if _is_said(piece)):
            text = "".join(
                _framed(piece.source, said[piece.source.strip()])
                if _is_said(piece)
                else piece.source
                for piece in pieces
            )
            if split_pieces(text, syntax=syntax) is not None:
                done[unit] = text
    return done


def _is_fragile(pieces: Sequence[Piece]) -> bool:
    """Whether a piece is so short that it says nothing, or its opposite, on its own."""
    words = (piece.source.lower().split() for piece in pieces if _is_said(piece))
    return any(set(of_piece) <= _FRAGILE for of_piece in words)


def _is_said(piece: Piece) -> bool:
    """Whether the engine must see the piece: literal text with a letter."""
    return piece.kind is None and any(char.isalpha() for char in piece.source)


def _has_words(unit: str, syntax: Syntax) -> bool:
    pieces = split_pieces(unit, syntax=syntax)
    return pieces is None or any(_is_said(piece) for piece in pieces)


def _has_marks(unit: str, syntax: Syntax) -> bool:
    pieces = split_pieces(unit, syntax=syntax)
    return pieces is not None and any(piece.kind is not None for piece in pieces)


def _words(text: str, syntax: Syntax) -> str:
    """The literal text alone: what the checks compare."""
    pieces = split_pieces(text, syntax=syntax) or ()
    return "".join(piece.source if piece.kind is None else " " for piece in pieces)


def _framed(source: str, result: str) -> str:
    """`result` with the white space that `source` begins and ends with."""
    start = len(source) - len(source.lstrip())
    end = len(source.rstrip())
    return source[:start] + result.strip() + source[end:]


def _like_a_piece(source: str, result: str) -> str:
    """`result` without the capital and full stop that engines give to what isn't a sentence."""
    result = result.strip()
    if not source.endswith((".", "。", "।", "။", "።", "۔")):
        result = result.rstrip(".。।။።۔")
    if source[:1].islower() and result[:1].isupper() and not result[1:2].isupper():
        result = result[:1].lower() + result[1:]
    return result
