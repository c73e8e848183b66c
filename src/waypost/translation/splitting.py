"""Texts translated in the pieces between their markup: the last way, for want of a better one."""

from __future__ import annotations

from collections.abc import Sequence

from waypost.model.text import Syntax
from waypost.translation.attempts import framed
from waypost.translation.emphasis import is_fragile
from waypost.translation.job import Job
from waypost.translation.literals import Depth, hide_literals
from waypost.translation.pieces import Piece, find_structure, is_said, split_pieces
from waypost.translation.way import Translated, Way

_STOPS = ".。।።။።۔"


def translate_pieces(job: Job, units: Sequence[str]) -> dict[str, Translated]:
    """Unit → its tokens as they are, with each text between them translated on its own.

    A unit is left out if one of its pieces is so short that it says nothing on its own.
    """
    hide = hide_literals(job.glossary, Depth.FIRM)
    split = {unit: split_pieces(unit, syntax=job.syntax, hide=hide) or () for unit in units}
    split = {
        unit: pieces
        for unit, pieces in split.items()
        if any(piece.kind is not None for piece in pieces) and not _has_fragile(pieces, job.source)
    }
    sources = dict.fromkeys(
        piece.source.strip() for pieces in split.values() for piece in pieces if is_said(piece)
    )
    said: dict[str, str] = {}
    for text, sentence in zip(sources, job.say(tuple(sources)), strict=True):
        result = _like_a_piece(text, sentence)
        reserved = job.syntax is Syntax.MARKUP and set(result) & set("\\*[]{}")
        if not reserved and not job.find_fault(text, result):
            said[text] = result
    done: dict[str, Translated] = {}
    for unit, pieces in split.items():
        if all(piece.source.strip() in said for piece in pieces if is_said(piece)):
            text = "".join(
                framed(piece.source, said[piece.source.strip()]) if is_said(piece) else piece.source
                for piece in pieces
            )
            is_whole = find_structure(text, job.syntax) == find_structure(unit, job.syntax)
            if is_whole and not job.find_fault(unit, text):
                done[unit] = Translated(text, Way.SPLIT)
    return done


def _has_fragile(pieces: Sequence[Piece], language: str) -> bool:
    return any(is_fragile(piece.source, language) for piece in pieces if is_said(piece))


def _like_a_piece(source: str, result: str) -> str:
    """`result` without the capital and full stop that engines give to what isn't a sentence."""
    result = result.strip()
    if not source.endswith(tuple(_STOPS)):
        result = result.rstrip(_STOPS)
    if source[:1].islower() and result[:1].isupper() and not result[1:2].isupper():
        result = result[:1].lower() + result[1:]
    return result
