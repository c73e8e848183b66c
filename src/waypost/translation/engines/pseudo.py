"""Pseudo translation: text 40 % longer in accents or in a script of its own, markup untouched.

It needs no model and no network, gives the same text every time, and shows what a layout does
with longer words, other letters and the other direction.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from waypost.locales.registry import find_language
from waypost.model.language import Direction

_LATIN = str.maketrans(
    {
        **dict(zip("bcdfghjklmnpqrstvwxz", "ƀçđƒğħĵķļɱñþqŕšţṽŵẋž", strict=True)),
        **dict(zip("BCDFGHJKLMNPQRSTVWXZ", "ƁÇĐƑĞĦĴĶĻṀÑÞQŔŠŢṼŴẊŽ", strict=True)),
        **dict(zip("aeiouy", ("áà", "éè", "íì", "óò", "úù", "ýÿ"), strict=True)),
        **dict(zip("AEIOUY", ("Áà", "Éè", "Íì", "Óò", "Úù", "Ýÿ"), strict=True)),
        "t": "ţŧ",  # vowels alone make an English text a third longer, and this the two fifths
        "T": "Ţŧ",
    }
)
_LETTERS = "bcdfghjklmnpqrstvwxz"


def _alphabet(consonants: str, vowels: Sequence[str]) -> dict[int, str]:
    """Each letter of both cases to letters of a script without cases; vowels become two."""
    letters = dict(zip(_LETTERS, consonants, strict=True)) | dict(
        zip("aeiouy", vowels, strict=True)
    )
    return str.maketrans(letters | {key.upper(): value for key, value in letters.items()})


_ARABIC = _alphabet("بثدفغهجكلمنپقرسطڤوخز", ("ىا", "هي", "يى", "وا", "عو", "ئي")) | str.maketrans(
    {",": "،", ";": "؛", "?": "؟", "t": "طت", "T": "طت"}
)
_HEBREW = _alphabet("בקדפגהחכלמנפצרסטוושז", ("אע", "הא", "יי", "וא", "עו", "יע")) | str.maketrans(
    {"t": "טת", "T": "טת"}
)
_KHMER = _alphabet("បកដផគហចខលមនពធរសតវថឆយ", ("អា", "អេ", "អី", "អោ", "អូ", "អើ"))

# Never changed: escapes, {facts}, {n} of links, addresses; brackets and stars map to themselves.
_KEPT = re.compile(r"(\\[\\*\[\]{}]|\{[^{}]*\}|https?://[^\s\]]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)")
_CHOICE = re.compile(r"\{\s*\w+\s*,\s*(?:plural|select|selectordinal)\s*,")
_CHOICE_KEY = re.compile(r"\s*(?:offset:\s*\d+\s*)?(?:=\d+|\w+)?\s*")
_QUOTED = re.compile(r"'[{}#|][^']*'?")
_LITERAL = re.compile(r"[^{}']+|'")


class PseudoEngine:
    """Translates into accented Latin; into Arabic, Hebrew or Khmer letters for such languages."""

    name = "pseudo"
    version = "3"
    keeps_markup = True

    def stamp(self, source: str, target: str) -> str:
        """`pseudo 3 en_es`."""
        return f"{self.name} {self.version} {source}_{target}"

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[str]:
        """One pseudo text for each text; its placeables, markup and numbers are the same."""
        if source == target:
            return list(texts)
        letters = _letters_of(target)
        return [_pseudo_text(text, letters) for text in texts]

    def close(self) -> None:
        """Nothing is held open."""


@lru_cache
def _letters_of(code: str) -> str:
    """The script to write in: Khmr for Khmer, Arab and Hebr right to left, else Latn."""
    language = find_language(code)
    if language is None:
        return "Latn"
    if language.script in {"Hebr", "Khmr"}:
        return language.script
    return "Latn" if language.direction is Direction.LTR else "Arab"


# Fifty languages ask for the same texts one after another, and most share a script.
@lru_cache(maxsize=65536)
def _pseudo_text(text: str, letters: str) -> str:
    table = {"Latn": _LATIN, "Arab": _ARABIC, "Hebr": _HEBREW, "Khmr": _KHMER}[letters]
    if _CHOICE.search(text):
        return _pseudo_message(text, table)
    parts = _KEPT.split(text)
    parts[0::2] = [part.translate(table) for part in parts[0::2]]
    return "".join(parts)


def _pseudo_message(text: str, table: dict[int, str]) -> str:
    """An ICU message with plural or select: only what a reader sees is changed."""
    out: list[str] = []
    at = 0
    while at < len(text):
        at = _copy_message(text, at, table, out)
        if at < len(text):  # an unmatched brace: no valid message, kept as it is
            out.append(text[at])
            at += 1
    return "".join(out)


def _copy_message(text: str, at: int, table: dict[int, str], out: list[str]) -> int:
    """Copies literal text and arguments from `at` on; gives where it stopped: end or `}`."""
    while at < len(text) and text[at] != "}":
        if choice := _CHOICE.match(text, at):
            out.append(choice.group())
            at = _copy_branches(text, choice.end(), table, out)
            continue
        kept = _KEPT.match(text, at) or _QUOTED.match(text, at)
        literal = None if kept else _LITERAL.match(text, at)
        if literal:
            parts = _KEPT.split(literal.group())
            parts[0::2] = [part.translate(table) for part in parts[0::2]]
            out.append("".join(parts))
            at = literal.end()
        else:
            out.append(kept.group() if kept else text[at])
            at = kept.end() if kept else at + 1
    return at


def _copy_branches(text: str, at: int, table: dict[int, str], out: list[str]) -> int:
    """Copies `one {…} other {…}}`: keys as they are, branches as messages; gives the end."""
    while at < len(text):
        key = _CHOICE_KEY.match(text, at)
        if key is not None and key.end() > at:
            out.append(key.group())
            at = key.end()
        char = text[at : at + 1]
        out.append(char)
        at += 1
        if char != "{":
            return at
        at = _copy_message(text, at, table, out)
        out.append(text[at : at + 1])
        at += 1
    return at
