"""Acronyms that a text explains: `Supplemental Nutrition Assistance Program (SNAP)`.

After A. S. Schwartz and M. A. Hearst, “A simple algorithm for identifying abbreviation definitions
in biomedical text” (2003), but that each letter of the acronym must begin a word: texts for
everyone explain no others, and so hardly anything is taken for an acronym that is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from waypost.model.search import SearchPage, Synonym

_BRACKETS = re.compile(r"[(（]([^()（）]{2,80})[)）]")
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_SHORT = re.compile(r"[^\W\d_](?:\.?[^\W\d_]){1,7}\.?")
_END = re.compile(r"[.!?:;,()（）\n]")
_MOST_SKIPPED = 2
"""Small words in a row that have no letter in the acronym: the Department *of the* Treasury."""
_LONGEST_SKIPPED = 4


def find_acronyms(text: str) -> Iterator[tuple[str, str]]:
    """Each (short, long) that the text explains: `long (SHORT)` and `SHORT (long)`."""
    for match in _BRACKETS.finditer(text):
        inner, before = match.group(1).strip(), text[: match.start()].rstrip()
        if _is_short(inner):
            words = _WORD.findall(_END.split(before[-200:])[-1])
            long = _match(_letters(inner), words)
            if long:
                yield inner, " ".join(words[-long:])
            continue
        words = _WORD.findall(inner)
        short = before[-20:].rpartition(" ")[2]
        if _is_short(short) and _match(_letters(short), words) == len(words):
            yield short, inner


def list_acronyms(pages: Iterable[SearchPage]) -> tuple[Synonym, ...]:
    """Every acronym that the pages explain and what it stands for, each for the other; sorted.

    One that stands for several things on one site is left out: it says nothing certain.
    """
    known: dict[str, dict[str, str]] = {}
    for page in pages:
        for text in page.texts:
            if "(" in text.text or "（" in text.text:
                for short, long in find_acronyms(text.text):
                    known.setdefault(short, {}).setdefault(long.casefold(), long)
    return tuple(
        Synonym((short,), tuple(longs.values()), is_two_way=True)
        for short, longs in sorted(known.items())
        if len(longs) == 1
    )


def _is_short(text: str) -> bool:
    """Whether it is 2 to 8 letters, mostly capitals: SNAP, U.S., DoD."""
    letters = _letters(text)
    capitals = sum(letter.isupper() for letter in letters)
    return bool(_SHORT.fullmatch(text)) and capitals >= 2 and capitals * 2 > len(letters)


def _letters(text: str) -> str:
    return "".join(sign for sign in text if sign.isalpha())


def _match(letters: str, words: list[str]) -> int:
    """How many of the last words the letters stand for, each the first of a word; 0 if none."""
    at, skipped, left = len(words) - 1, 0, letters.casefold()
    last = len(words) - 1
    while left and at >= 0:
        if words[at].casefold().startswith(left[-1]):
            left, skipped = left[:-1], 0
        elif len(words[at]) > _LONGEST_SKIPPED or skipped == _MOST_SKIPPED or at == last:
            return 0
        else:
            skipped += 1
        at -= 1
    return 0 if left else last - at
