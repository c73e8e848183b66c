"""Sentences of a text, by ICU's rules and ours about abbreviations.

The law: the sentences put together are the text, every character, white space included.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise

import icu

from waypost.locales.abbreviations import (
    ALIKE,
    BINDING,
    CONTINUING,
    HOURS,
    OPEN,
    ORDINALS,
    STARTERS,
)
from waypost.locales.icu_locale import choose_text_locale

# Brackets and quotation marks that may stand before a word or behind a point.
_OPENING = "([{\"'“‘«„¿¡*_"
_CLOSING = ")]}\"'”’»*_"

_LAST_TOKEN = re.compile(r"(\S+)\s*\Z")
_NUMBERED = re.compile(r"\s*[(]?(?:\d{1,3}|[A-Za-z]|[ivx]{1,4})[.)]+\s*\Z")
_ORDINAL = re.compile(r"(?:\A|\W)\d{1,2}\.\s+\Z")
_INITIAL = re.compile(r"[^\W\d_]\.")
_NUMBER_SIGN = frozenset(
    {"no.", "nos.", "nr.", "nro.", "núm.", "núms.", "n.", "art.", "arts.", "sec.", "ch.", "fig."}
)
# What ends a sentence and ICU doesn't know: two Ethiopic word marks for one full stop, an Armenian
# full stop typed as a colon, and in Tibetan a stroke with a space after it.
_ENDS = {
    "am": re.compile(r"(?:፡፡|::)[)\]»”\"]*\s*"),
    "ti": re.compile(r"(?:፡፡|::)[)\]»”\"]*\s*"),
    "hy": re.compile(r"(?<=[ա-և]):[)\]»”\"]*\s+(?=[«“\"(]?[Ա-Ֆ])"),
    "bo": re.compile(r"།\s+"),
    "dz": re.compile(r"།\s+"),
}
_OPENED = re.compile(r"[「『（【〔《〈｢]+\Z")
# "And so on" in Khmer is written with the full stop on both sides.
_KHMER_ETC = re.compile(r"ល។\s*")


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
    for part in _move_brackets(slice_at_boundaries(text, boundaries)):
        if sentences and _goes_on(sentences[-1], part, language):
            sentences[-1] += part
        else:
            sentences.append(part)
    ends = _ENDS.get(language)
    if ends is None:
        return sentences
    return [piece for sentence in sentences for piece in _split_after(sentence, ends)]


def _move_brackets(parts: Iterable[str]) -> Iterator[str]:
    """The parts, with a bracket that opens a sentence at its beginning.

    ICU takes any bracket behind a full stop for a closing one; it shows where no space parts them.
    """
    carried = ""
    for part in parts:
        whole = carried + part
        found = _OPENED.search(whole)
        carried = found.group() if found else ""
        if len(whole) > len(carried):
            yield whole[: len(whole) - len(carried)]
    if carried:
        yield carried


def _split_after(text: str, ends: re.Pattern[str]) -> list[str]:
    """The parts of `text`, each with the end that it is closed by."""
    cuts = [0, *(found.end() for found in ends.finditer(text)), len(text)]
    return [text[start:end] for start, end in pairwise(cuts) if end > start]


def _goes_on(sentence: str, following: str, language: str) -> bool:
    """Whether what looks like the end of a sentence is only the point of an abbreviation."""
    if "\n" in sentence[len(sentence.rstrip()) :]:
        return False
    if _NUMBERED.fullmatch(sentence):
        return True
    if language == "km" and sentence.endswith("។") and _KHMER_ETC.fullmatch(following):
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
    if folded in BINDING.get(ALIKE.get(language, language), BINDING["en"]):
        return True
    if folded in HOURS:
        return first in CONTINUING
    is_initial = bool(_INITIAL.fullmatch(token)) and token[0].isupper()
    is_open = folded in OPEN.get(language, frozenset())
    starters = STARTERS.get(language)
    if starters is None:
        return is_initial or (is_open and first[:1].isdigit())
    return (is_initial or is_open) and first not in starters


def _find_first_word(text: str) -> str:
    """The first word, in lower case, with a curly apostrophe made straight; "" for none."""
    words = text.split(maxsplit=1)
    if not words:
        return ""
    return words[0].strip(_OPENING + _CLOSING + ".,:;!?").replace("’", "'").casefold()
