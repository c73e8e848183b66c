"""Acronyms that a text explains: `Supplemental Nutrition Assistance Program (SNAP)`.

After A. S. Schwartz and M. A. Hearst, “A simple algorithm for identifying abbreviation definitions
in biomedical text” (2003), but that each letter of the acronym must begin a word: texts for
everyone explain no others, and so hardly anything is taken for an acronym that is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from waypost.model.search import SearchPage, Synonym

Explained = tuple[tuple[str, str], ...]
"""Each acronym, and what it stands for."""

_BRACKETS = re.compile(r"[(（]([^()（）]{2,80})[)）]")
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_SHORT = re.compile(r"[^\W\d_](?:\.?[^\W\d_]){1,7}\.?")
_END = re.compile(r"[.!?:;,()（）\n]")
_MOST_SKIPPED = 2
"""Small words in a row that have no letter in the acronym: the Department *of the* Treasury."""
_LONGEST_SKIPPED = 4
_FARTHEST = 200
"""Letters before the brackets that are looked at."""


def find_acronyms(text: str) -> Iterator[tuple[str, str]]:
    """Each (short, long) that the text explains: `long (SHORT)` and `SHORT (long)`."""
    for match in _BRACKETS.finditer(text):
        at = match.start()
        inner, before = match.group(1).strip(), text[max(0, at - _FARTHEST) : at].rstrip()
        if _is_short(inner):
            words = _WORD.findall(_END.split(before)[-1])
            long = _match(_letters(inner), words)
            if long:
                yield inner, " ".join(words[-long:])
            continue
        short = before.rpartition(" ")[2]
        if _is_short(short):
            words = _WORD.findall(inner)
            if _match(_letters(short), words) == len(words):
                yield short, inner


def explain_acronyms(page: SearchPage) -> Explained:
    """All that the texts of a page explain."""
    texts = (each.text for each in page.texts if "(" in each.text or "（" in each.text)
    return tuple(chain.from_iterable(map(find_acronyms, texts)))


def list_acronyms(pages: Iterable[SearchPage]) -> tuple[Synonym, ...]:
    """Every acronym that the pages explain and what it stands for, each for the other; sorted."""
    return join_acronyms(map(explain_acronyms, pages))


def join_acronyms(explained: Iterable[Explained]) -> tuple[Synonym, ...]:
    """The same, from what each page explains.

    One that stands for several things on one site is left out: it says nothing certain.
    """
    known: dict[str, dict[str, str]] = {}
    for short, long in chain.from_iterable(explained):
        known.setdefault(short, {}).setdefault(long.casefold(), long)
    return tuple(
        Synonym((short,), tuple(longs.values()), is_two_way=True)
        for short, longs in sorted(known.items())
        if len(longs) == 1
    )


def _is_short(text: str) -> bool:
    """Whether it is 2 to 8 letters, mostly capitals: SNAP, U.S., DoD."""
    if not _SHORT.fullmatch(text):
        return False
    letters = _letters(text)
    capitals = sum(map(str.isupper, letters))
    return capitals >= 2 and capitals * 2 > len(letters)


def _letters(text: str) -> str:
    return "".join(filter(str.isalpha, text))


def _match(letters: str, words: list[str]) -> int:
    """How many of the last words the letters stand for, each the first of a word; 0 if none."""
    start = _find_start(letters.casefold(), words, len(words), 0)
    return 0 if start is None else len(words) - start


def _find_start(letters: str, words: list[str], end: int, skipped: int) -> int | None:
    """The first of the words before `end` that the letters stand for.

    Small words without a capital are left out, as *de* is in Departamento de Vehículos (DV), unless
    the letters need them.
    """
    if not letters:
        return end
    if not end:
        return None
    word, start = words[end - 1], None
    is_small = len(word) <= _LONGEST_SKIPPED and word.islower() and end < len(words)
    if is_small and skipped < _MOST_SKIPPED:
        start = _find_start(letters, words, end - 1, skipped + 1)
    if start is None and word.casefold().startswith(letters[-1]):
        start = _find_start(letters[:-1], words, end - 1, 0)
    return start
