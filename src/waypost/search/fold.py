"""Text as it is compared: `search.js` has the same function, and a test holds them to it.

Both take one way: NFKD, lower case, what stands inside words and isn't spoken away, digits of every
script as 0–9; then, for the key, marks and spellings that differ between writers; then NFC.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Signs that stand inside a word and that writers leave out, or swap for one another: apostrophes
# in all their forms, the middle dot of Catalan, the stress and question marks that Armenian sets
# over a vowel, geresh and gershayim, tatweel; and all that is never seen (Default_Ignorable).
# U+200B isn't among them: it parts words of Khmer and Thai.
INNER = (
    "'`·ʹ-ʿˈ-ˋ՚-՞׳״ـߺ‘’‛‧′‵Ꞌꞌ"
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200c-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
# Accents that NFKD would turn into a space and a mark, and that are typed for an apostrophe.
_ACCENTS = str.maketrans({"´": "'", "᾽": "'", "᾿": "'", "\u1ffd": "'", "\u200b": " "})

# Marks of Latin, Greek, Cyrillic, Arabic, Hebrew and Syriac writing; the nukta of Indic scripts.
# Vowel signs of Hindi or Khmer, the tones of Thai and the voicing of kana are letters to readers.
MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a"
    "\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0711\u0730-\u074a"
    "\u08d3-\u08ff\u093c\u09bc\u0a3c\u0abc\u0b3c\u0cbc\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff"
    "\ufe20-\ufe2f"
)
# Each word: a letter, and what it is written as.
SPELLINGS = (
    "ßss æae œoe øo đd łl þth ðd ıi ħh ŧt ŋn ɓb ɗd ɖd ƙk ɛe ɔo əe ǝe ƴy ʋv ɣg ɲn ɨi ʉu ςσ "
    "ґг ғг қк ңн өо үу ұу ҳх һх ҷч әа "
    "ٱا ىي یي ېي ۍي ێي کك ګگ ةه ہه ۃه ەه ۆو ךכ םמ ןנ ףפ ץצ װוו ױוי ײיי ँं"
)
# Ranges that are written as others: katakana as hiragana; letters of Amharic that sound alike.
SHIFTS = (
    ("ァ", "ヶ", "ぁ"), ("ሐ", "ሗ", "ሀ"), ("ኀ", "ኇ", "ሀ"), ("ኸ", "ኾ", "ሀ"), ("ሠ", "ሧ", "ሰ"),
    ("ዐ", "ዖ", "አ"), ("ፀ", "ፆ", "ጸ"),
)  # fmt: skip
# A nasal before a consonant of its own kind, which Hindi also writes as a dot.
_NASAL = re.compile("[ङञणनम]्(?=[क-घच-झट-ढत-धप-भ])")
# Acronyms in Hebrew have a gershayim before the last letter, typed as a quotation mark.
_HEBREW_QUOTE = re.compile('([א-ת])"(?=[א-ת])')


def _expand(ranges: str) -> set[int]:
    """The code points of a character class: characters, and ranges with a hyphen."""
    found = re.findall("(.)-(.)|(.)", ranges)
    return {
        code
        for first, last, single in found
        for code in range(ord(first or single), ord(last or single) + 1)
    }


class _Written(dict[int, str]):
    """A table for `str.translate` that learns the digits of a script when they occur."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        digit = unicodedata.decimal(character, None)
        self[code] = character if digit is None else str(digit)
        return self[code]


_SURFACE = _Written(dict.fromkeys(_expand(INNER), ""))
_KEY = _Written(_SURFACE)
_KEY.update(dict.fromkeys(_expand(MARKS), ""))
_KEY.update({ord(pair[0]): pair[1:] for pair in SPELLINGS.split()})
_KEY.update(
    {
        code: chr(ord(to) + code - ord(first))
        for first, last, to in SHIFTS
        for code in range(ord(first), ord(last) + 1)
    }
)
_ASCII = str.maketrans("", "", "'`")


def _decompose(text: str) -> str:
    return unicodedata.normalize("NFKD", text.translate(_ACCENTS)).lower()


def shape_text(text: str) -> str:
    """The text in lower case with its marks, digits as 0–9, without signs inside words."""
    if text.isascii():
        return text.lower().translate(_ASCII)
    shaped = _decompose(text).translate(_SURFACE).replace("i\u0307", "i")
    return _HEBREW_QUOTE.sub(r"\1", unicodedata.normalize("NFC", shaped))


def fold_text(text: str) -> str:
    """The key of a text: equal for spellings that residents take for the same.

    fold_text(fold_text(x)) == fold_text(x) == fold_text(shape_text(x)).
    """
    if text.isascii():
        return text.lower().translate(_ASCII)
    folded = unicodedata.normalize("NFC", _decompose(text).translate(_KEY))
    return _HEBREW_QUOTE.sub(r"\1", _NASAL.sub("ं", folded))


@lru_cache(1 << 16)
def fold_word(word: str) -> str:
    """The key of a word, remembered: words recur."""
    return fold_text(word)
