"""Words in the letters that a resident has on the keyboard: Latin, or the language's other script.

ICU's transliterations come first; where they write for scholars, its tables of the Board on
Geographic Names or of the United Nations (Russian щ → shch). Arabic, Persian, Urdu and Hebrew write
few vowels, and those tables are broken for them in ICU (الإسكان → lإskاn): here stand the letters
that people write in chats. Skeletons of confusables drop the vowels in which spellings differ.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache

from waypost.search.confusables import parse_pairs
from waypost.search.fold import fold_words, shape_text
from waypost.search.rules import Rules
from waypost.search.spellings import Spellings

_SPELLED_FOR_MAPS = {
    "ru": "Russian-Latin/BGN", "uk": "Ukrainian-Latin/BGN", "be": "Belarusian-Latin/BGN",
    "bg": "Bulgarian-Latin/BGN", "mk": "Macedonian-Latin/BGN", "sr": "Serbian-Latin/BGN",
    "kk": "Kazakh-Latin/BGN", "ky": "Kirghiz-Latin/BGN", "mn": "Mongolian-Latin/BGN",
    "am": "Amharic-Latin/BGN", "hy": "Armenian-Latin/BGN", "ka": "Georgian-Latin/BGN",
    "el": "Greek-Latin/UNGEGN",
}  # fmt: skip

_ARABIC = dict(
    parse_pairs(
        "ا>a ب>b ت>t ث>th ج>j ح>h خ>kh د>d ذ>dh ر>r ز>z س>s ش>sh ص>s ض>d ط>t ظ>z ع>a غ>gh ف>f "
        "ق>q ك>k ل>l م>m ن>n ه>h و>w ي>y ء> پ>p چ>ch ژ>zh گ>g ٹ>t ڈ>d ڑ>r ں>n ے>e ڤ>v ځ>dz څ>ts "
        "ړ>r ږ>g ښ>sh ڼ>n"
    )
)
_PERSIAN = _ARABIC | dict(parse_pairs("ث>s ذ>z ض>z ظ>z و>v ق>gh ي>i"))
_HEBREW = dict(
    parse_pairs(
        "א>a ב>b ג>g ד>d ה>h ו>o ז>z ח>ch ט>t י>i כ>k ל>l מ>m נ>n ס>s ע>a פ>p צ>tz ק>k ר>r ש>sh ת>t"
    )
)
# The article, and the ending that is spoken as a vowel.
_ARTICLE = re.compile("^[وب]?ال(?=...)")
_FINAL_H = re.compile("(?<=..)ه$")
_BY_LETTER = {
    "ar": _ARABIC, "arz": _ARABIC, "ary": _ARABIC, "acm": _ARABIC, "apc": _ARABIC, "aeb": _ARABIC,
    "ps": _ARABIC, "ckb": _ARABIC, "fa": _PERSIAN, "prs": _PERSIAN, "haz": _PERSIAN,
    "ur": _PERSIAN, "pnb": _PERSIAN, "sd": _PERSIAN, "he": _HEBREW, "yi": _HEBREW,
}  # fmt: skip

_INDIC = frozenset({"hi", "mr", "gu", "pa", "bn", "as", "or", "bho", "mai"})
# Without a transliteration that a reader would know: for Thai and Burmese ICU's is a scholar's, and
# of Cantonese it knows the Mandarin sounds.
_NONE = frozenset({"th", "lo", "km", "my", "shn", "ksw", "yue"})

# Shorter runs are mostly particles.
_KANA = re.compile("[ァ-ヺー]{2,}|[ぁ-ゖー]{3,}")
_NOT_LETTERS = re.compile("[^a-z0-9\\n]+")
_LATIN = re.compile("[a-z0-9]+")
# The a that Indic letters have and that isn't spoken: at the end, and between two syllables.
_VOWEL, _CONSONANT = "[aāiīuūeēoō]", "[b-df-hj-np-tv-zñṅṇṭḍśṣṛṁḷ]h?"
_SILENT_END = re.compile(f"(?<=..)(?<!{_VOWEL})a$")
_SILENT_INSIDE = re.compile(f"({_VOWEL}{_CONSONANT})a(?={_CONSONANT}{_VOWEL})")

_OTHER_SCRIPT = {
    "zh-Hans": "Hans-Hant", "zh-Hant": "Hant-Hans", "zh": "Hans-Hant", "yue": "Hant-Hans",
    "yue-Hant": "Hant-Hans", "yue-Hans": "Hans-Hant", "uz": "uz_Latn-uz_Cyrl",
    "uz-Latn": "uz_Latn-uz_Cyrl", "uz-Cyrl": "uz_Cyrl-uz_Latn",
}  # fmt: skip


@cache
def _transliterate(name: str) -> Callable[[str], str]:
    import icu

    return icu.Transliterator.createInstance(name).transliterate


def other_script(text: str, code: str) -> str:
    """The text in the language's other script (traditional for simplified …); "" if it has none.

    Also "" where nothing would change.
    """
    name = _OTHER_SCRIPT.get(code)
    if name is None:
        return ""
    other = _transliterate(name)(text)
    return "" if other == text else other


def list_latin(text: str, words: Sequence[str], rules: Rules) -> list[str]:
    """The words of a text that aren't in Latin letters, as residents spell them in these.

    `words` are as `split_words` gives them for the text.
    """
    language = rules.code.partition("-")[0]
    if language in _NONE:
        return []
    # ICU knows no readings of kanji: it would give them Chinese sounds.
    words = _KANA.findall(shape_text(text)) if language == "ja" else words
    return _speller(language).list_of(words)


class _Speller(Spellings):
    """Latin spellings of words, folded; none for a word in Latin letters or a number."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language

    def has_spelling(self, key: str) -> bool:
        """Whether the word is written in other letters."""
        return not _LATIN.fullmatch(key)

    def spell(self, words: Sequence[str], keys: Sequence[str]) -> Iterable[str]:
        """Each word in letters from a to z."""
        spelled = self._spell(words, keys)
        lower = _transliterate_lines("Latin-ASCII; Lower", spelled)
        return _NOT_LETTERS.sub("", "\n".join(fold_words(lower))).split("\n")

    def _spell(self, words: Sequence[str], keys: Sequence[str]) -> list[str]:
        language = self._language
        letters = _BY_LETTER.get(language)
        if letters is not None:
            return [_spell_letters(key, letters) for key in keys]
        name = _SPELLED_FOR_MAPS.get(language, "Any-Latin")
        spelled = _transliterate_lines(name, words)
        if language in _INDIC:
            spelled = [_SILENT_INSIDE.sub(r"\1", _SILENT_END.sub("", each)) for each in spelled]
            spelled = [each.replace("c", "ch").replace("chh", "ch") for each in spelled]
            spelled = [each.replace("ś", "sh").replace("ṣ", "sh") for each in spelled]
        return spelled


_speller = cache(_Speller)


def _transliterate_lines(name: str, words: Sequence[str]) -> list[str]:
    """Words in other letters; ICU is asked once."""
    # Each word stands between line breaks, whichever words are asked for with it.
    return _transliterate(name)("\n".join(("", *words, ""))).split("\n")[1:-1]


def _spell_letters(key: str, letters: Mapping[str, str]) -> str:
    """The letters of Arabic or Hebrew writing, one by one; without the article."""
    if letters is not _HEBREW:
        key = _FINAL_H.sub("a" if letters is _ARABIC else "e", _ARTICLE.sub("", key))
    return "".join(letters.get(letter, letter) for letter in key)
