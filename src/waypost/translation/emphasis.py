"""Words that turn a sentence into its opposite, and what follows for the marks around them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from waypost.translation.pieces import Kind, Piece

FRAGILE = frozenset(
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
        "didn't",
        "isn't",
        "aren't",
        "cannot",
        "can't",
        "won't",
        "mustn't",
        "shouldn't",
        "do",
        "does",
        "must",
        "may",
        "without",
        "unless",
        "except",
        "if",
        "and",
        "or",
        "all",
        "any",
        "at",
        "least",
        "most",
    )
)
"""Translated on its own each says nothing, or the opposite."""


def is_fragile(words: str) -> bool:
    """Whether nothing but fragile words stands here; also where there is no word at all."""
    return {
        word.strip(".,;:!?“”\"'").replace("’", "'") for word in words.lower().split()
    } <= FRAGILE


def find_emphasis(pieces: Sequence[Piece]) -> tuple[str, ...]:
    """The fragile words that strong or emphasis stands around, in order."""
    return tuple(
        dict.fromkeys(
            inside.source.strip()
            for opening, inside in pairwise(pieces)
            if opening.kind is Kind.OPEN
            and opening.source.startswith("*")
            and inside.kind is None
            and inside.source.strip()
            and is_fragile(inside.source)
        )
    )
