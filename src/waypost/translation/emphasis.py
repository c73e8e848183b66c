"""Words that turn a sentence into its opposite, and what follows for the marks around them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType

from waypost.translation.pieces import Kind, Piece


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_FRAGILE: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "en": _words(
            "not no never only none nor neither don't doesn't didn't isn't aren't cannot can't "
            "won't mustn't shouldn't do does must may without unless except if and or all any at "
            "least most"
        ),
        "es": _words(
            "no ni nunca jamás solo sólo solamente ningún ninguna ninguno sin nada nadie tampoco "
            "salvo excepto menos debe puede si y o todos todas cada al más"
        ),
        "pt": _words(
            "não nem nunca jamais só somente apenas nenhum nenhuma sem nada ninguém tampouco salvo "
            "exceto menos deve pode se e ou todos todas cada mais"
        ),
        "fr": _words(
            "ne pas ni jamais seulement aucun aucune sans rien personne sauf moins doit peut si et "
            "ou tous toutes chaque au plus n'est"
        ),
        "de": _words(
            "nicht nie niemals nur kein keine keinen keiner keinem ohne nichts niemand außer weder "
            "noch muss darf kann wenn und oder alle jede jeder jedes mindestens höchstens"
        ),
    }
)
"""Translated on its own each says nothing, or the opposite."""


def is_fragile(words: str, language: str) -> bool:
    """Whether nothing but fragile words stands here; also where there is no word at all.

    In a language without a list a single word counts as fragile.
    """
    plain = {word.strip(".,;:!?¿¡“”\"'").replace("’", "'") for word in words.lower().split()}
    known = _FRAGILE.get(language.partition("-")[0])
    return plain <= known if known is not None else len(words.split()) <= 1


def find_emphasis(pieces: Sequence[Piece], language: str) -> tuple[str, ...]:
    """The fragile words that strong or emphasis stands around, in order."""
    return tuple(
        dict.fromkeys(
            inside.source.strip()
            for opening, inside in pairwise(pieces)
            if opening.kind is Kind.OPEN
            and opening.source.startswith("*")
            and inside.kind is None
            and inside.source.strip()
            and is_fragile(inside.source, language)
        )
    )
