"""No word stands twice in a row by mistake."""

from __future__ import annotations

import re
from collections.abc import Iterator

from waypost.model.finding import Code, Severity
from waypost.translation.quality.by_language import (
    find_entry,
    is_one_of,
    script_of,
)
from waypost.translation.quality.function_words import function_words
from waypost.translation.quality.pair import Pair, PairCheck
from waypost.translation.quality.words import read_words

DOUBLED_WORD = Code(
    "T037",
    "A word stands twice",
    Severity.WARNING,
    "A slip of the hand or of the engine; the reader stumbles.",
    "Take one of the two out.",
    'msgid "Go to the office."\nmsgstr "Vaya a la la oficina."',
    'msgid "Go to the office."\nmsgstr "Vaya a la oficina."',
)

_TWICE = re.compile(
    r"(?<![^\s(\[“\"«¿¡])([^\W\d_][^\s.,;:!?()。،؟।॥፣።]*)\s+\1(?![^\s.,;:!?)\]”\"»。،؟।॥፣።])"
)
_CHUNK = {
    "Hans": re.compile(r"([㐀-鿿]{3,12})\1"),
    "Hant": re.compile(r"([㐀-鿿]{3,12})\1"),
    "Jpan": re.compile(r"([ぁ-ヿ㐀-鿿]{3,12})\1"),
    "Thai": re.compile(r"([ก-๛]{5,24})\1"),
    "Laoo": re.compile(r"([ກ-ໟ]{5,24})\1"),
    "Khmr": re.compile(r"([ក-៓]{5,24})\u200b?\1"),
    "Mymr": re.compile(r"([က-႟]{6,24})\1"),
}
# Words that a language doubles on purpose.
# Words that a language doubles on purpose.
_RIGHT = {
    "en": "that had is",
    "es": "nos muy",
    "pt": "muito nos se",
    "fr": "nous vous",
    "de": "die der das sie was wir dass",
    "nl": "die dat zij van je",
    "it": "via man poco piano",
    "pl": "co",
    "sv": "att",
    "da": "det der",
    "nb": "at",
    "ru": "что как",
    "uk": "що",
    "hu": "hogy",
    "ar": "إن بي سي يو شيئا شيئًا رويدا رويدًا خطوة يدا وجها",
    "fa": "بی چند کم تک یک آرام گاه دسته",
    "he": "לאט מעט אט שלב",
    "hi": "धीरे अलग साथ बार कभी जगह घर छोटे बड़े रोज़ अपने दिन तरह जल्दी एक कौन क्या",
    "ne": "बिस्तारै फरक पटक कहिले साना ठूला आफ्नो एक के को",
    "pa": "ਵੱਖ ਅਲਗ ਅਲੱਗ ਹੌਲੀ ਵਾਰ ਕਦੇ ਨਾਲ ਛੋਟੇ ਆਪਣੇ",
    "ur": "الگ ساتھ کبھی بار آہستہ جگہ اپنے کیا",
    "ps": "بېل ورو لږ",
    "tr": "yavaş zaman adım tek sık bol az uzun ayrı teker diken",
    "az": "yavaş tez-tez az ayrı bir",
    "am": "እኩል ዋና ቀስ ትንሽ አንድ የተለያዩ ከፍተኛ ጊዜ ሌላ ቶሎ",
    "ti": "ቀስ ንኡሽ ሓደ",
    "so": "dheer arki kala kasta yar mid laba mar inta sida iyo in deg tartiib fiican",
    "om": "suuta adda tokko",
    "fil": "mas araw isa dahan sari unti gabi iba paulit kanya paunti taun",
    "ko": "하나 조금 한",
    "hy": "մեկ",
    "ht": "piti anpil tou dousman menm vit ti chak li nan",
    "hmn": "sib ib zoo me ntau luv tsawg",
    "vi": (
        "mãi khăng còn đi năm luôn dần thường xa từ nho đều rất lâu thỉnh sáng chiều tối ngày "
        "người nhà nơi chuyên ai lần hay hằng mỗi xanh đỏ toàn tiêu báo chầm từng hơi"
    ),
    "sw": (
        "huo kweli vile ile reja sana pole mbali haraka kila papo yale wale ule zile hao hivyo "
        "moja vivyo sasa mara sawa"
    ),
}
# Languages that double any word to say very, each, many: only little words are doubled by mistake.
_DOUBLING = frozenset({
    "id", "ms", "ilo", "ceb", "bn", "as", "mr", "gu", "ta", "te", "kn", "ml", "si", "ha", "yo",
    "ig", "zu", "rw", "mg", "sm", "mi", "haw", "or", "doi", "th", "lo", "km", "my",
})  # fmt: skip


def find_doubled_words(pair: Pair) -> Iterator[str]:
    """One message with the word that stands twice, unless the source or the language does so."""
    target = read_words(pair.target, pair.syntax)
    if target is None:
        return
    found = _find_doubled(target.text, pair.language)
    if found is None:
        return
    source = read_words(pair.source, pair.syntax)
    if source is not None and _TWICE.search(source.text) is None:
        yield f"“{found}” stands twice"


def _find_doubled(text: str, code: str) -> str | None:
    chunk = _CHUNK[script_of(code)].search(text) if script_of(code) in _CHUNK else None
    if chunk is not None:
        return chunk[1]
    doubled = (found[1] for found in _TWICE.finditer(text))
    return next((word for word in doubled if not _is_right(word, code)), None)


def _is_right(word: str, code: str) -> bool:
    if is_one_of(code, _DOUBLING):
        is_name = word.isascii() and (script_of(code) != "Latn" or word[:1].isupper())
        return not is_name and word not in function_words(code)
    return word.lower() in (find_entry(_RIGHT, code) or "").split()


CHECK = PairCheck(DOUBLED_WORD, is_blocking=False, find=find_doubled_words)
