"""No word stands twice in a row by mistake."""

from __future__ import annotations

import re
from collections.abc import Iterator

from waypost.model.finding import Code, Severity
from waypost.translation.quality.by_language import (
    find_entry,
    is_one_of,
    is_unspaced,
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
    "vi": "",
}
# Languages that double words to say very, each, many: only little words are doubled by mistake.
_DOUBLING = frozenset({
    "id", "ms", "fil", "ilo", "ceb", "hi", "ne", "mr", "bn", "as", "pa", "gu", "ur", "ta", "te", "kn",
    "ml", "si", "vi", "so", "sw", "ht", "hmn", "fa", "prs", "tr", "az", "uz", "kk", "ky", "km", "lo", "th",
    "my", "am", "ti", "om", "ha", "yo", "ig", "zu", "rw", "mg", "sm", "mi", "haw", "ko", "hy", "ka", "he", "ar",
    "ku", "ps", "sd", "ug", "mn", "or", "doi",
})  # fmt: skip
_NEVER = {
    "hi": "के की का को में है और से ने कि",
    "bn": "এবং থেকে যে জন্য",
    "ne": "र को छ मा हो पनि",
    "pa": "ਦੇ ਦੀ ਦਾ ਨੂੰ ਵਿੱਚ ਹੈ ਅਤੇ ਤੋਂ ਨੇ ਕਿ",
    "ur": "کے کی کا کو میں ہے اور سے نے کہ",
    "vi": "và là của có không được cho trong với các những để",
}


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
    if is_unspaced(code):
        pattern = _CHUNK.get(script_of(code))
        chunk = pattern.search(text) if pattern else None
        return chunk[1] if chunk else None
    for found in _TWICE.finditer(text):
        word = found[1]
        if word[:1].isupper() and not found[0].isupper() and found.start():
            continue
        if not _is_right(word.lower(), code):
            return word
    return None


def _is_right(word: str, code: str) -> bool:
    if is_one_of(code, _DOUBLING):
        never = find_entry(_NEVER, code)
        mistakes = frozenset(never.split()) if never is not None else function_words(code)
        return word not in mistakes
    return word in (find_entry(_RIGHT, code) or "").split()


CHECK = PairCheck(DOUBLED_WORD, is_blocking=False, find=find_doubled_words)
