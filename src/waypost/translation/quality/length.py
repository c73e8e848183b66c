"""A translation is about as long as its language needs for a text of that length."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from math import log, sqrt

from waypost.model.finding import Code, Severity
from waypost.translation.quality.by_language import find_entry, script_of
from waypost.translation.quality.pair import Pair, PairCheck
from waypost.translation.quality.scripts import LATIN, count_letters
from waypost.translation.quality.words import read_words

LENGTH = Code(
    "T032",
    "A translation is much shorter or longer than its language needs",
    Severity.WARNING,
    "Something may be missing from it, or have been added to it.",
    "Read it beside the source to its end.",
    'msgid "Bring your photo ID, proof of address and the fee to any office."\n'
    'msgstr "Traiga su identificación."',
    'msgid "Bring your photo ID, proof of address and the fee to any office."\n'
    'msgstr "Traiga a cualquier oficina su identificación, prueba de domicilio y la tarifa."',
)

# Signs for each hundred of English: medians over the sentences of 62 aligned news documents
# (NTREX-128, Microsoft), measured by scripts/bench-checks --ratios.
_PER_HUNDRED = {
    "en": 100, "am": 67, "ar": 92, "bn": 98, "de": 118, "es": 115, "fa": 98, "fi": 108, "fil": 118,
    "fr": 118, "he": 81, "hi": 105, "hy": 106, "ja": 46, "km": 113, "ko": 52, "my": 126, "pa": 101,
    "pl": 112, "pt": 113, "ru": 110, "so": 118, "sw": 109, "th": 96, "tr": 107, "uk": 105,
    "vi": 109, "zh": 34,
}  # fmt: skip
# How much wider their spread is than that of Spanish, from the same sentences.
_WIDTH = {
    "zh": 1.7, "ko": 1.45, "ja": 1.4, "km": 1.4, "my": 1.35, "am": 1.25, "ru": 1.2, "uk": 1.15,
    "pl": 1.2, "th": 1.2, "hy": 1.15, "ar": 1.15,
}  # fmt: skip
_OF_SCRIPT = {
    "Hans": 34,
    "Hant": 33,
    "Jpan": 50,
    "Hang": 52,
    "Kore": 52,
    "Ethi": 68,
    "Hebr": 80,
    "Arab": 90,
}
_UNMEASURED = 1.4
"""A language whose usual length nobody has measured gets more room."""
_DENSE = 0.6
"""Scripts with a sign for each syllable or word need fewer of them."""
_FEWEST = 40
"""Shorter sources say too little: a label has many ways."""


def find_length(pair: Pair) -> Iterator[str]:
    """One message if the length is far from what is usual for the two languages."""
    source, target = (read_words(text, pair.syntax) for text in (pair.source, pair.target))
    if source is None or target is None or len(source.text) < _FEWEST:
        return
    usual = _usual(pair.source_language, pair.language)
    length = len(target.text)
    if usual < _DENSE:
        # Names keep their letters, which take more of them than characters do.
        length -= count_letters(target.text, LATIN) // 2
    times = length / (len(source.text) * usual)
    spread = _spread(len(source.text)) * _width(pair.language)
    if times <= 0 or abs(log(times)) <= spread:
        return
    what = "shorter" if times < 1 else "longer"
    yield f"it is much {what} than usual: {len(target.text)} signs for {len(source.text)}"


def _spread(length: int) -> float:
    """How far the logarithm of the ratio may be from the usual: less for longer texts."""
    return 0.2 + 3 / sqrt(length)


@lru_cache(256)
def _width(code: str) -> float:
    own = find_entry(_WIDTH, code)
    if own is not None:
        return own
    return 1.0 if find_entry(_PER_HUNDRED, code) is not None else _UNMEASURED


@lru_cache(1024)
def _usual(source: str, target: str) -> float:
    return _per_hundred(target) / _per_hundred(source)


def _per_hundred(code: str) -> float:
    own = find_entry(_PER_HUNDRED, code)
    return own if own is not None else _OF_SCRIPT.get(script_of(code), 108)


CHECK = PairCheck(LENGTH, is_blocking=False, find=find_length)
