"""What a client must know to fold words of one index: rules for the letters that stand in it.

A resident loads only what her language needs. A rule replaces what a regular expression of
JavaScript finds; they are applied in their order to a shaped text whose marks are parted from
their letters (NFKD).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable
from functools import lru_cache

from waypost.search.fold import ALIKE, MARKS, NASAL, SHIFTS, TWO

Rules = tuple[tuple[str, str], ...]
"""Regular expressions, each with what stands instead of a match.

A number above 9 instead says how far down in Unicode the characters stand that replace it.
"""

_EVERYWHERE = frozenset({0x03, 0x20})
"""Where marks stand that any letter may bear: pages of 256 characters."""


def list_rules(keys: Iterable[str]) -> Rules:
    """The rules by which every spelling of one of the `keys` becomes that key."""
    return _list_for(frozenset("".join(keys)))


@lru_cache(maxsize=64)
def _list_for(signs: frozenset[str]) -> Rules:
    """The rules for keys of these characters: an edit hardly ever brings another one."""
    letters = set(unicodedata.normalize("NFKD", "".join(signs)))
    rules = [(f"[{_list_marks(letters)}]", "")]
    for first, *others in map(list, ALIKE.split()):
        if first in letters:
            rules.append((f"[{''.join(others)}]" if others[1:] else others[0], first))
    rules += [(pair[0], pair[1:]) for pair in TWO.split() if letters.issuperset(pair[1:])]
    for first, size, other in SHIFTS:
        steps = ord(first) - ord(other)
        if letters.isdisjoint(map(chr, range(ord(other), ord(other) + size))):
            continue
        if steps > 9:
            rules.append((f"[{first}-{chr(ord(first) + size - 1)}]", str(steps)))
        else:
            rules += [(chr(ord(first) + at), chr(ord(other) + at)) for at in range(size)]
    if NASAL[1] in letters:
        rules.append(NASAL)
    return tuple(rules)


def _list_marks(letters: Collection[str]) -> str:
    """The ranges of marks that stand near one of the letters in Unicode."""
    pages = {ord(letter) >> 8 for letter in letters} | _EVERYWHERE
    return "".join(each for each in re.findall(".-.|.", MARKS) if ord(each[0]) >> 8 in pages)
