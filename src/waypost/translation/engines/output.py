"""Whether an engine's text may be written: what a machine gets dangerously wrong.

A fault of a machine's text blocks it: the reader gets the source instead. These are certain
signs only; doubts about style are for the checks that a person answers.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from functools import lru_cache

from waypost.locales.registry import find_language

_NUMBER = re.compile(r"\d+(?:[.,:\u00a0\u202f]\d+)*")
_SEPARATOR = re.compile(r"[.,:\u00a0\u202f](?=\d)")
# What may begin anywhere is bounded in length, so that a text is read in time that grows with it.
_ADDRESS = re.compile(
    r"https?://[^\s<>\])}]+|www\.[^\s<>\])}]+"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+"
    r"|\b(?:[a-z0-9-]{1,63}\.){1,10}(?:com|org|net|gov|edu|info|example)\b(?:/[^\s<>\])}]*)?",
    re.IGNORECASE,
)
_TAG = re.compile(r"</?[a-z!]|&(?:#\d+|#x[0-9a-f]+|\w+);|javascript:", re.IGNORECASE)
_LOOP = re.compile(r"(\w.{1,60}?)(?:[\W_]{0,20}\1){3}", re.DOTALL)
_LETTER_LOOP = re.compile(r"(\w)\1{5,}")
_MOST_TIMES, _SLACK = 4, 60


def find_fault(source: str, result: str, target: str) -> str | None:
    """Why `result` can't stand as the translation of `source`, or None.

    One word: blank, digits, addresses, currency, unsafe, underscores, repetition, length, script.
    Both are plain text: placeables and markup are taken out or still masked.
    """
    for name, is_faulty in _FAULTS:
        if is_faulty(source, result, target):
            return name
    return None


def _numbers(text: str) -> Counter[str]:
    """The numbers as their digits: `1,250` and `1.250` are equal, `18` and `81` aren't."""
    plain = "".join(_latin_digit(char) for char in text)
    return Counter(_SEPARATOR.sub("", found) for found in _NUMBER.findall(plain))


def _latin_digit(char: str) -> str:
    if char.isascii() or not char.isdecimal():
        return char
    return str(unicodedata.decimal(char))


def _signs(text: str, category: str) -> set[str]:
    """The characters of a Unicode category."""
    return {char for char in text if unicodedata.category(char) == category}


def _addresses(text: str) -> Counter[str]:
    """Web and mail addresses, without the punctuation of the sentence after them."""
    return Counter(found.rstrip(".,;:!?") for found in _ADDRESS.findall(text))


def _is_loop(text: str) -> bool:
    return bool(_LOOP.search(text) or _LETTER_LOOP.search(text))


def _is_other_script(text: str, target: str) -> bool:
    """Whether most letters are Latin where the language isn't, or the other way round.

    Names and programmes keep their letters, so up to a dozen foreign ones prove nothing.
    """
    letters = [char for char in text if char.isalpha()]
    latin = sum(_is_latin(char) for char in letters)
    if _is_written_in_latin(target):
        return len(letters) - latin > max(3, latin)
    return latin > max(12, 2 * (len(letters) - latin))


@lru_cache
def _is_written_in_latin(code: str) -> bool:
    language = find_language(code)
    return language is None or language.script == "Latn"


@lru_cache(maxsize=4096)
def _is_latin(char: str) -> bool:
    return char.isascii() or unicodedata.name(char, "").startswith("LATIN")


# In the order of what they say about the text: the first that holds is its name.
_FAULTS: tuple[tuple[str, Callable[[str, str, str], bool]], ...] = (
    ("blank", lambda _source, result, _: not result.strip()),
    ("digits", lambda source, result, _: _numbers(source) != _numbers(result)),
    ("addresses", lambda source, result, _: _addresses(source) != _addresses(result)),
    ("currency", lambda source, result, _: not _signs(result, "Sc") <= _signs(source, "Sc")),
    ("unsafe", lambda source, result, _: not _signs(result, "Cc") <= _signs(source, "Cc")),
    ("unsafe", lambda source, result, _: len(_TAG.findall(result)) > len(_TAG.findall(source))),
    ("underscores", lambda source, result, _: source.count("_") != result.count("_")),
    ("repetition", lambda source, result, _: _is_loop(result) and not _is_loop(source)),
    ("length", lambda source, result, _: len(result) > _MOST_TIMES * len(source) + _SLACK),
    ("script", lambda _, result, target: _is_other_script(result, target)),
)
