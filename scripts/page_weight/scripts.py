"""Texts in the letters of each script, as long and as repetitive as real ones. Touches the disk.

A pseudo translation is in Latin letters for most languages, which weigh less than three bytes
each. So the content's texts are written anew: each letter of the source becomes one of the
script's, so that words and letters recur as often as they do in a language; a word of a script
without spaces becomes one or two signs.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from hashlib import blake2b
from pathlib import Path

import polib

_NAMES = {
    "Arab": "ARABIC LETTER",
    "Armn": "ARMENIAN SMALL",
    "Beng": "BENGALI LETTER",
    "Cyrl": "CYRILLIC SMALL",
    "Deva": "DEVANAGARI LETTER",
    "Ethi": "ETHIOPIC SYLLABLE",
    "Geor": "GEORGIAN LETTER",
    "Grek": "GREEK SMALL",
    "Gujr": "GUJARATI LETTER",
    "Guru": "GURMUKHI LETTER",
    "Hebr": "HEBREW LETTER",
    "Khmr": "KHMER LETTER",
    "Knda": "KANNADA LETTER",
    "Kore": "HANGUL SYLLABLE",
    "Laoo": "LAO LETTER",
    "Mlym": "MALAYALAM LETTER",
    "Mong": "MONGOLIAN LETTER",
    "Mymr": "MYANMAR LETTER",
    "Orya": "ORIYA LETTER",
    "Sinh": "SINHALA LETTER",
    "Syrc": "SYRIAC LETTER",
    "Taml": "TAMIL LETTER",
    "Telu": "TELUGU LETTER",
    "Thai": "THAI CHARACTER",
    "Tibt": "TIBETAN LETTER",
}
_MESSAGES = frozenset({"phrases.po", "site.po", "interface.po"})
"""Files with a syntax of their own in the texts."""
_SIGNS = frozenset({"Hans", "Hant", "Jpan"})
_BY_FREQUENCY = "etaoinsrhldcumfpgwybvkxjqz"
_WORD = re.compile(r"(\{[^{}]*\}|\\.|https?://\S+)|([A-Za-z]+)")
_SIGNS_IN_USE = 1500
_LAST = 0x1800
"""The last code point that is looked at for letters, but for Hangul, which stands far behind."""


@cache
def _letters(script: str) -> str:
    start, end = (0xAC00, 0xD7A4) if script == "Kore" else (0x370, _LAST)
    named = (chr(code) for code in range(start, end))
    step = 380 if script == "Kore" else 1
    found = [each for each in named if unicodedata.name(each, "").startswith(_NAMES[script])]
    return "".join(found[::step][: len(_BY_FREQUENCY)])


def spell(text: str, script: str) -> str:
    """The text in the script's letters; placeholders, escapes and addresses as they are."""

    def write(match: re.Match[str]) -> str:
        if match[1]:
            return match[1]
        word = match[2].lower()
        if script in _SIGNS:
            seed = int.from_bytes(blake2b(word.encode(), digest_size=4).digest())
            count = 1 if len(word) < 4 else 2
            return "".join(
                chr(0x4E00 + seed // _SIGNS_IN_USE**at % _SIGNS_IN_USE) for at in range(count)
            )
        letters = _letters(script)
        spelled = (letters[_BY_FREQUENCY.index(each) % len(letters)] for each in word)
        return "".join(spelled)

    spelled = _WORD.sub(write, text)
    return spelled.replace(" ", "") if script in _SIGNS else spelled


def write_in_script(folder: Path, script: str) -> None:
    """The texts of a language's content are in its script, if Latin letters aren't."""
    if script not in _NAMES and script not in _SIGNS:
        return
    for path in sorted(folder.rglob("*.po")):
        if path.name in _MESSAGES:
            continue
        file = polib.pofile(str(path), wrapwidth=0)
        for entry in file:
            if entry.msgid and not entry.obsolete:
                entry.msgstr = spell(entry.msgid, script)
                entry.flags = []
                entry.tcomment = ""
        file.save()
