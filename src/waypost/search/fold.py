"""Text as it is compared: `search.js` does the same by the rules in an index's manifest.

Shaped text is NFKC, in lower case, with digits of every script as 0–9 and without apostrophes and
what is never seen. Its key besides lacks the marks and spellings in which writers differ.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from waypost.search.letters import list_digits

# Signs that stand inside a word and that writers leave out, or swap for one another: apostrophes
# in all their forms, the middle dot of Catalan, the stress and question marks that Armenian sets
# over a vowel, geresh and gershayim, tatweel.
INNER = "'`·ʹ-ˋ՚-՞׳״ـ‘’‛‧′Ꞌꞌ"
# What is never seen (Default_Ignorable_Code_Point of Unicode), but for U+200B: it parts words of
# Khmer and Thai.
UNSEEN = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200c-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
# Marks of Latin, Greek, Cyrillic, Hebrew, Arabic and Syriac writing; the nukta of Indic scripts.
# Vowel signs of Hindi or Khmer, the tones of Thai and the voicing of kana are letters to readers.
MARKS = (
    "\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u064b-\u065f\u0670\u06d6-\u06ed\u0730-\u074a"
    "\u20d0-\u20ff\u093c\u09bc\u0a3c\u0abc\u0b3c\u0cbc"
)
# Groups of letters that are written as the first of the group; letters that are written as two.
ALIKE = (
    "dđðɗɖ eɛəǝ iıɨ oøɔ nŋɲ lł hħ tŧ bɓ kƙ yƴ vʋ gɣ uʉ σς гґғ кқ нң оө уүұ хҳһ чҷ аә "
    "اٱ يىیېۍێ كک گګ هةہۃەھ وۆ כך מם נן פף צץ ंँ"
)
TWO = "ßss æae œoe þth װוו ױוי ײיי"
# Ranges that are written as others: katakana as hiragana; letters of Amharic that sound alike.
SHIFTS = (
    ("ァ", 86, "ぁ"), ("ሐ", 8, "ሀ"), ("ኀ", 8, "ሀ"), ("ኸ", 7, "ሀ"), ("ሠ", 8, "ሰ"),
    ("ዐ", 7, "አ"), ("ፀ", 7, "ጸ"),
)  # fmt: skip
# A nasal before a consonant of its own kind, which Hindi also writes as a dot.
NASAL = ("[ङञणनम]्(?=[क-घच-झट-ढत-धप-भ])", "ं")
_NASAL = re.compile(NASAL[0])
# Acronyms in Hebrew have a gershayim before the last letter, typed as a quotation mark. One that
# opens a quotation goes, too: the space before it stays.
_HEBREW_QUOTE = re.compile('"+(?=[א-ת])')


_DOTTED = re.compile("i\u0307+")
_ASCII = str.maketrans("", "", "'`")


def _expand(ranges: str) -> set[int]:
    """The code points of a character class: characters, and ranges with a hyphen."""
    found = re.findall("(.)-(.)|(.)", ranges)
    return {
        code
        for first, last, single in found
        for code in range(ord(first or single), ord(last or single) + 1)
    }


_KEY = {ord(letter): group[0] for group in ALIKE.split() for letter in group[1:]}
_KEY |= {ord(pair[0]): pair[1:] for pair in TWO.split()}
_KEY |= {ord(a) + step: chr(ord(b) + step) for a, size, b in SHIFTS for step in range(size)}
_KEY |= dict.fromkeys(_expand(MARKS), "")
# What shaped text has instead of a character. A text has few of them: each is replaced by itself.
_SHAPES = {chr(code): digit for code, digit in list_digits().items()}
_SHAPES |= {chr(code): "" for code in _expand(INNER + UNSEEN)}


def shape_text(text: str) -> str:
    """The text in lower case with its marks, digits as 0–9, without signs inside words."""
    if text.isascii():
        return text.lower().translate(_ASCII)
    # NFKC would turn this accent, typed for an apostrophe, into a space and a mark.
    text = text.replace("´", "'").replace("\u200b", " ")
    shaped = unicodedata.normalize("NFKC", text).lower()
    for sign in _SHAPES.keys() & set(shaped):
        shaped = shaped.replace(sign, _SHAPES[sign])
    if "\u0307" in shaped:
        shaped = _DOTTED.sub("i", shaped)
    if '"' in shaped:
        shaped = _HEBREW_QUOTE.sub("", shaped)
    return unicodedata.normalize("NFC", shaped)


def fold_text(text: str) -> str:
    """The key of a text: equal for spellings that residents take for the same.

    fold_text(fold_text(x)) == fold_text(x) == fold_text(shape_text(x)).
    """
    return _fold_shaped(shape_text(text))


@lru_cache(1 << 16)
def fold_word(word: str) -> str:
    """The key of a word that `shape_text` has shaped; remembered, for words recur."""
    return _fold_shaped(word)


def fold_words(words: Sequence[str]) -> list[str]:
    """The key of each of many words, which are folded at once: they hold no line breaks."""
    joined = "\n".join(words)
    if joined.isascii():
        return list(words)
    return _fold_shaped(joined).split("\n")


def _fold_shaped(shaped: str) -> str:
    if shaped.isascii():
        return shaped
    folded = unicodedata.normalize("NFKD", shaped).translate(_KEY)
    if "्" in folded:
        folded = _NASAL.sub(NASAL[1], folded)
    if '"' in folded:
        folded = _HEBREW_QUOTE.sub("", folded)
    return unicodedata.normalize("NFC", folded)
