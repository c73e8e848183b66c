"""No invisible sign stands where the language needs none."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from waypost.model.finding import Code, Severity
from waypost.translation.quality.by_language import script_of
from waypost.translation.quality.pair import Pair, PairCheck

INVISIBLE = Code(
    "T038",
    "An invisible sign stands in a word",
    Severity.WARNING,
    "Search doesn't find the word, screen readers spell it; mostly it came with a paste.",
    "Delete the sign: write the word anew.",
    'msgstr "li\u200bcencia"  (a zero-width space between i and c)',
    'msgstr "licencia"',
)

_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2060-\u2069\u3164\ufe00-\ufe0e"
    "\uffa0\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_SPACES_OF_WORDS = frozenset({"Thai", "Laoo", "Khmr", "Mymr", "Tibt", "Jpan"})
_JOINERS = frozenset({
    "Arab", "Deva", "Beng", "Guru", "Gujr", "Orya", "Taml", "Telu", "Knda", "Mlym", "Sinh", "Mymr",
    "Khmr", "Syrc", "Mong", "Nkoo", "Adlm", "Rohg",
})  # fmt: skip
_RIGHT_TO_LEFT = frozenset({"Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm", "Rohg"})


def find_invisible(pair: Pair) -> Iterator[str]:
    """Each invisible sign that neither the script of the language nor the source needs."""
    if pair.target.isascii():
        return
    script = script_of(pair.language)
    for sign in sorted(set(_INVISIBLE.findall(pair.target))):
        if not _is_needed(sign, script, pair.target) and sign not in pair.source:
            name = unicodedata.name(sign, "").lower() or "no name"
            yield f"the invisible sign U+{ord(sign):04X} ({name}) stands in the text"


def _is_needed(sign: str, script: str, text: str) -> bool:
    if sign in "\u200b\u2060":
        return script in _SPACES_OF_WORDS
    if sign in "\u200c\u200d":
        # A joiner makes one sign of several emoji too.
        return script in _JOINERS or any(ord(other) > 0x1F000 for other in text)
    if sign in "\u061c\u200e\u200f" or "\u2066" <= sign <= "\u2069":
        return script in _RIGHT_TO_LEFT
    return False


CHECK = PairCheck(INVISIBLE, is_blocking=False, find=find_invisible)
