"""Sentences of a text, by ICU's rules and ours about abbreviations.

The law: the sentences put together are the text, every character, white space included.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

import icu

from waypost.locales.abbreviations import BINDING, CONTINUING, HOURS, OPEN, ORDINALS, STARTERS
from waypost.locales.icu_locale import choose_text_locale

# Brackets and quotation marks that may stand before a word or behind a point.
_OPENING = "([{\"'“‘«„¿¡*_"
_CLOSING = ")]}\"'”’»*_"

_LAST_TOKEN = re.compile(r"(\S+)\s*\Z")
_NUMBERED = re.compile(r"\s*[(]?(?:\d{1,3}|[A-Za-z]|[ivx]{1,4})[.)]+\s*\Z")
_ORDINAL = re.compile(r"(?:\A|\W)\d{1,2}\.\s+\Z")
_INITIAL = re.compile(r"[^\W\d_]\.")
_NUMBER_SIGN = frozenset({"no.", "nr.", "nro.", "núm."})


@cache
def _breaker(code: str) -> icu.BreakIterator:
    return icu.BreakIterator.createSentenceInstance(choose_text_locale(code))


def slice_at_boundaries(text: str, boundaries: Iterable[int]) -> list[str]:
    """The parts of a text between ICU's boundaries, which count in units of UTF-16."""
    if text.isascii() or max(text) <= "\uffff":
        ends = list(boundaries)
        return [text[start:end] for start, end in zip([0, *ends], ends, strict=False)]
    units = text.encode("utf-16-le", "surrogatepass")
    ends = [2 * boundary for boundary in boundaries]
    return [
        units[start:end].decode("utf-16-le", "surrogatepass")
        for start, end in zip([0, *ends], ends, strict=False)
    ]


def split_sentences(text: str, code: str) -> list[str]:
    """The sentences, each with the white space behind it; none for an empty text."""
    if not text:
        return []
    breaker = _breaker(code)
    breaker.setText(text)
    boundaries = list(iter(breaker.nextBoundary, -1))
    language = code.split("-", maxsplit=1)[0]
    sentences: list[str] = []
    for part in slice_at_boundaries(text, boundaries):
        if sentences and _goes_on(sentences[-1], part, language):
            sentences[-1] += part
        else:
            sentences.append(part)
    return sentences


def _goes_on(sentence: str, following: str, language: str) -> bool:
    """Whether what looks like the end of a sentence is only the point of an abbreviation."""
    if "\n" in sentence[len(sentence.rstrip()) :]:
        return False
    if _NUMBERED.fullmatch(sentence):
        return True
    found = _LAST_TOKEN.search(sentence)
    token = found.group(1).lstrip(_OPENING) if found else ""
    if not token.rstrip(_CLOSING).endswith("."):
        return False
    if language in ORDINALS and _ORDINAL.search(sentence):
        return True
    return _is_point_of_abbreviation(token.casefold(), token, following, language)


def _is_point_of_abbreviation(folded: str, token: str, following: str, language: str) -> bool:
    first = _find_first_word(following)
    if folded in _NUMBER_SIGN and following.lstrip(_OPENING + "#")[:1].isdigit():
        return True
    if folded in BINDING.get(language, BINDING["en"]):
        return True
    if folded in HOURS:
        return first in CONTINUING
    starters = STARTERS.get(language)
    if starters is None:
        return bool(_INITIAL.fullmatch(token)) and token[0].isupper()
    is_open = folded in OPEN.get(language, frozenset()) or (
        bool(_INITIAL.fullmatch(token)) and token[0].isupper()
    )
    return is_open and first not in starters


def _find_first_word(text: str) -> str:
    """The first word, in lower case, with a curly apostrophe made straight; "" for none."""
    words = text.split(maxsplit=1)
    if not words:
        return ""
    return words[0].strip(_OPENING + _CLOSING + ".,:;!?").replace("’", "'").casefold()
