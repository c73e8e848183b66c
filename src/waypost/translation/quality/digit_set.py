"""A text has one set of digits: its language's own, or those of the rest of the page."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from waypost.model.finding import Code, Severity
from waypost.translation.quality.by_language import script_of
from waypost.translation.quality.pair import Pair, PairCheck
from waypost.translation.quality.scripts import is_zawgyi
from waypost.translation.quality.words import VALUE, read_words, with_letter_wa

DIGIT_SET = Code(
    "T039",
    "Digits of another set",
    Severity.WARNING,
    "Two kinds of digits in one text are hard to read and hard to dial; values of facts come in "
    "the digits 0 to 9.",
    "Write all numbers in the same digits: 0 to 9, as the facts of the page are.",
    'msgid "Call 555-0134."\nmsgstr "Llame al ٥٥٥-٠١٣٤."',
    'msgid "Call 555-0134."\nmsgstr "Llame al 555-0134."',
)

_SETS = {
    "Arab": ("ARABIC-INDIC", "EXTENDED ARABIC-INDIC"),
    "Deva": ("DEVANAGARI",),
    "Beng": ("BENGALI",),
    "Guru": ("GURMUKHI",),
    "Gujr": ("GUJARATI",),
    "Orya": ("ORIYA",),
    "Taml": ("TAMIL",),
    "Telu": ("TELUGU",),
    "Knda": ("KANNADA",),
    "Mlym": ("MALAYALAM",),
    "Thai": ("THAI",),
    "Laoo": ("LAO",),
    "Tibt": ("TIBETAN",),
    "Mymr": ("MYANMAR",),
    "Khmr": ("KHMER",),
    "Jpan": ("FULLWIDTH",),
    "Hans": ("FULLWIDTH",),
    "Hant": ("FULLWIDTH",),
    "Kore": ("FULLWIDTH",),
    "Mong": ("MONGOLIAN",),
    "Nkoo": ("NKO",),
    "Olck": ("OL CHIKI",),
    "Adlm": ("ADLAM",),
    "Cakm": ("CHAKMA",),
    "Hmnp": ("NYIAKENG PUACHUE HMONG",),
    "Rohg": ("HANIFI ROHINGYA",),
}


def find_digit_set(pair: Pair) -> Iterator[str]:
    """One message for digits of no use in the language, or of two sets in one text."""
    if pair.target.isascii():
        return
    target = read_words(pair.target, pair.syntax)
    if target is None or (pair.language == "my" and is_zawgyi(target.text)):
        return
    digits = {sign for sign in set(with_letter_wa(target.text)) if sign.isdecimal()}
    sets = {_set_of(sign) for sign in digits}
    native = sets - {""}
    if not native:
        return
    strange = sorted(native - set(_SETS.get(script_of(pair.language), ())))
    if strange:
        yield f"the digits are {strange[0].lower()} ones"
    elif len(sets) > 1:
        yield "there are digits of two sets"
    elif VALUE in target.text and VALUE in _words_of_source(pair):
        yield "the values beside them are shown in the digits 0 to 9"


def _words_of_source(pair: Pair) -> str:
    source = read_words(pair.source, pair.syntax)
    return source.text if source is not None else ""


@lru_cache(1024)
def _set_of(sign: str) -> str:
    """The name of the digit's set, "" for 0 to 9."""
    return "" if sign.isascii() else unicodedata.name(sign, "").rpartition(" DIGIT ")[0]


CHECK = PairCheck(DIGIT_SET, is_blocking=False, find=find_digit_set)
