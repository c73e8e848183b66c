"""Words of Arabic, Hebrew and Amharic without what is written on them: article, "and", "of".

Nobody asks for "and to the disabled" (وللمعاقين): the word alone is a word of the index, too. Only
prefixes that hardly begin a word of their own are taken; ب alone would make energy (طاقة) of a
card (بطاقة).
"""

from __future__ import annotations

import re

from waypost.search.rules import Kind

# The prefixes of light10 (Larkey, Ballesteros, Connell, Light Stemming for Arabic Information
# Retrieval, 2007), with لل; at least three letters stay, four behind و alone.
_ARABIC = re.compile("^(?:[وف]?(?:ال|بال|كال|لل)(?=...)|و(?=....))")
# The article, alone or behind a conjunction or preposition; at least three letters stay.
_HEBREW = re.compile("^(?:ו?[שכמ]?ה(?=...)|ו(?=....)|ו?[בל](?=.....))")
# "Of", "in", "to", "from", "about" and "like" of Amharic; at least three letters stay.
_ETHIOPIC = re.compile("^(?:እንደ|ስለ|የ|በ|ለ|ከ)(?=...)")
_PREFIXES = {Kind.ARABIC: _ARABIC, Kind.HEBREW: _HEBREW, Kind.ETHIOPIC: _ETHIOPIC}

# Endings of number and possession, in folded Arabic; not the ي that makes عربي (Arabic) no عربة.
_ARABIC_ENDING = re.compile("(?<=...)(?:ات|ون|ين|ها|هم|هن|كم|نا|ه)$")


def trim_prefix(key: str, kind: Kind) -> str:
    """A folded word without its prefix; whole where it has none."""
    prefix = _PREFIXES.get(kind)
    return prefix.sub("", key) if prefix else key


def trim_arabic(key: str) -> str:
    """A folded Arabic word without prefix and one ending: what its forms have in common."""
    return _ARABIC_ENDING.sub("", trim_prefix(key, Kind.ARABIC))
