"""Words of a text, and how hard an English text is to read."""

from __future__ import annotations

import re
from functools import cache, lru_cache

import icu

from waypost.locales.icu_locale import choose_text_locale
from waypost.locales.sentences import slice_at_boundaries, split_sentences

# Below this rule status of ICU stand spaces and punctuation (UBRK_WORD_NONE_LIMIT).
_FIRST_WORD_STATUS = 100

_VOWELS = re.compile(r"[aeiouy]+")
_NOT_LETTERS = re.compile(r"[^a-z]")

# An e that is written and not spoken: "make", "makes", "asked", "safely".
_SILENT = (
    re.compile(r"[^aeiouy](?<![^aeiouylr]l)e$"),
    re.compile(r"[^aeiouycgszx](?<![cs]h)(?<![^aeiouylr]l)es$"),
    re.compile(r"[^aeiouytd](?<![^aeiouylr]l)ed$"),
    re.compile(r"[^aeiouy](?<![^aeiouylr]l)e(?=(?:ly|less|ful|ments?|ness)$)"),
    re.compile(r"(?:q|[aeo]g|ng)ue$"),  # unique, league, tongue
)

# Vowels that stand together and are spoken apart.
_APART = (
    re.compile(r"[^aeioucgst]i(?:a|o(?!n)|u)"),  # material, period, radio; not social
    re.compile(r"[^aeiouct]i(?:en[ct]|et)"),  # client, society; not patient
    re.compile(r"[^aeiou]ier"),
    re.compile(r"[ct]iat"),  # negotiate
    re.compile(r"[^aeiouqg]u(?:al|at|ous|el|et|in)"),  # annual, continuous, fuel; not quality
    re.compile(r"[^aeiou]eo(?!us|p)"),  # video; not people
    re.compile(r"(?:^|[^aeiou])reat"),  # create
    re.compile(r"[^aeiou]eum$"),  # museum
    re.compile(r"[aeiouy]ing$"),  # paying, seeing
    re.compile(r"[aeo]y[aeo](?!s?$)"),  # employer
)
_IRREGULAR = {
    "area": 3, "areas": 3, "beyond": 2, "building": 2, "buildings": 2, "business": 2,
    "businesses": 3, "carrier": 3, "everyone": 3, "every": 2, "everything": 3, "fruit": 1,
    "great": 1, "greater": 2, "idea": 3, "ideas": 3, "medicaid": 3, "ruin": 2, "sometimes": 2,
    "someone": 2, "something": 2, "somewhere": 2, "suit": 1, "lawsuit": 2, "tried": 1,
    "wednesday": 2, "lawyer": 2, "theater": 3, "whereas": 2, "react": 2, "being": 2, "mayor": 2,
    "treat": 1, "treatment": 2, "therefore": 2, "lived": 1, "hundred": 2,
    "science": 2, "quiet": 2, "senior": 2, "seniors": 2, "junior": 2, "household": 2,
    "households": 2, "fluid": 2, "society": 4, "buyer": 2, "buyers": 2,
}  # fmt: skip


_WORD_EN = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")


@cache
def _breaker(code: str) -> icu.BreakIterator:
    return icu.BreakIterator.createWordInstance(choose_text_locale(code))


def split_words(text: str, code: str) -> list[str]:
    """The words and numbers, without spaces and signs; ICU knows where Khmer or Thai words end."""
    if not text:
        return []
    breaker = _breaker(code)
    breaker.setText(text)
    boundaries: list[int] = []
    is_word: list[bool] = []
    while (boundary := breaker.nextBoundary()) != -1:
        boundaries.append(boundary)
        is_word.append(breaker.getRuleStatus() >= _FIRST_WORD_STATUS)
    parts = slice_at_boundaries(text, boundaries)
    return [part for part, counts in zip(parts, is_word, strict=True) if counts]


def count_words(text: str, code: str) -> int:
    """How many words and numbers the text has."""
    return len(split_words(text, code))


@lru_cache(20_000)
def count_syllables_en(word: str) -> int:
    """The syllables of an English word, at least one; a number counts as one.

    A rule of thumb: groups of vowels, less the silent e, more where vowels are spoken apart. An
    amount or a date is no harder for being long, and stands in digits.
    """
    letters = _NOT_LETTERS.sub("", word.casefold())
    if letters in _IRREGULAR:
        return _IRREGULAR[letters]
    groups = len(_VOWELS.findall(letters))
    groups -= sum(1 for silent in _SILENT if silent.search(letters))
    groups += sum(1 for apart in _APART if apart.search(letters))
    return max(1, groups)


def reading_grade_en(text: str) -> float:
    """The school grade of the United States that an English text needs; 0 for no words.

    Flesch–Kincaid: 0.39 × words per sentence + 11.8 × syllables per word − 15.59 (Kincaid et al.,
    Derivation of New Readability Formulas for Navy Enlisted Personnel, 1975). Never below 0. Short
    texts say little: judge a page, not a label.
    """
    # English words need no dictionary to be told apart; ICU would take ten times as long.
    sentences = [_WORD_EN.findall(sentence) for sentence in split_sentences(text, "en")]
    words = [word for sentence in sentences for word in sentence]
    if not words:
        return 0.0
    syllables = sum(map(count_syllables_en, words))
    per_sentence = len(words) / sum(1 for sentence in sentences if sentence)
    grade = 0.39 * per_sentence + 11.8 * syllables / len(words) - 15.59
    return max(0.0, round(grade, 1))
