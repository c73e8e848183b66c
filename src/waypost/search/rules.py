"""What is particular to a language when its words are searched."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

import msgspec

from waypost.search.confusables import Pairs, find_pairs


class Kind(StrEnum):
    """How a language writes its words; the client reads it from the manifest."""

    SPACE = "space"
    """Spaces stand between words, and an apostrophe within one."""
    ELISION = "elision"
    """Like SPACE, but an apostrophe stands between two words: l'assurance."""
    HAN = "han"
    SEA = "sea"
    """Scripts of Southeast Asia that have no spaces between words."""
    SYLLABLE = "syllable"
    """Spaces stand between syllables."""
    KOREAN = "korean"
    ARABIC = "arabic"
    """Like SPACE, with an article written on its noun."""
    HEBREW = "hebrew"
    ETHIOPIC = "ethiopic"


class Rules(msgspec.Struct, frozen=True):
    """How texts of one language become words."""

    code: str
    kind: Kind
    stemmer: str
    """What groups its words: an algorithm of Snowball, or one of `endings`; "" for nothing."""
    keeps_marks: bool
    """Whether forms of the index keep their marks, which then count as a better match."""
    confusables: Pairs
    """What writers swap: from, to, applied in this order."""


_KINDS = {
    Kind.ELISION: "fr it ca oc ht gcf gcr acf co wa sc eo",
    Kind.HAN: "zh ja yue cmn nan hak wuu cdo gan hsn ryu",
    Kind.SEA: "th km lo my shn ksw kjp mnw nod tts blt",
    Kind.SYLLABLE: "vi hmn mww hnj bo dz",
    Kind.KOREAN: "ko",
    Kind.ARABIC: "ar arz ary acm apc aeb ajp ars",
    Kind.HEBREW: "he",
    Kind.ETHIOPIC: "am",
}
_KIND_OF = {code: kind for kind, codes in _KINDS.items() for code in codes.split()}

_STEMMERS = {
    "ar": "arabic", "hy": "armenian", "eu": "basque", "ca": "catalan", "cs": "czech",
    "da": "danish", "nl": "dutch", "en": "english", "eo": "esperanto", "et": "estonian",
    "fi": "finnish", "fr": "french", "de": "german", "el": "greek", "hi": "hindi",
    "hu": "hungarian", "id": "indonesian", "ga": "irish", "it": "italian", "lt": "lithuanian",
    "ne": "nepali", "no": "norwegian", "nb": "norwegian", "nn": "norwegian", "fa": "persian",
    "pl": "polish", "pt": "portuguese", "ro": "romanian", "ru": "russian", "sr": "serbian",
    "st": "sesotho", "es": "spanish", "sv": "swedish", "ta": "tamil", "tr": "turkish",
    "yi": "yiddish", "hr": "serbian", "bs": "serbian", "ms": "indonesian", "prs": "persian",
    "haz": "persian", "uk": "ukrainian", "so": "somali", "bn": "bengali", "pa": "punjabi",
    "he": "hebrew", "fil": "filipino", "tl": "filipino", "sw": "swahili", "am": "amharic",
    "arz": "arabic", "ary": "arabic", "acm": "arabic", "apc": "arabic", "aeb": "arabic",
}  # fmt: skip

_KEEPS_MARKS = frozenset(
    {
        "vi",
        "fi",
        "sv",
        "da",
        "no",
        "nb",
        "nn",
        "is",
        "fo",
        "et",
        "hu",
        "de",
        "tr",
        "az",
        "tk",
        "crh",
        "se",
    }
)


@cache
def rules_for(code: str) -> Rules:
    """The rules of a language by its BCP 47 code; of any other spaced language, plain ones."""
    language = code.partition("-")[0]
    return Rules(
        code,
        _KIND_OF.get(language, Kind.SPACE),
        _STEMMERS.get(language, ""),
        language in _KEEPS_MARKS,
        find_pairs(language),
    )
