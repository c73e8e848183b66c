"""One slip of the finger in a word: a letter too much, too few, wrong, or two in the wrong order.

Place, kind and letter are drawn with the same chance each, the word's first place included.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from random import Random

_TRIES = 30
_JAMO = (0x1100, 0x11FF)


def misspell(word: str, alphabet: Sequence[str], random: Random) -> str | None:
    """The word with one slip; None where thirty draws gave none that can be written.

    A Korean syllable is two or three letters: the slip is in one of those, and what comes out is
    whole syllables.
    """
    letters = list(word)
    if _is_hangul(word):
        letters = list(unicodedata.normalize("NFD", word))
        alphabet = sorted(set(unicodedata.normalize("NFD", "".join(alphabet))))
    slip = random.choice((_insert, _delete, _replace, _swap))
    for _ in range(_TRIES):
        slipped = unicodedata.normalize("NFC", "".join(slip(letters, alphabet, random)))
        if slipped.casefold() != word.casefold() and _can_be_written(slipped):
            return slipped
    return None


def replace_sign(word: str, alphabet: Sequence[str], random: Random) -> str | None:
    """The word with one wrong sign, of those that the language's texts use."""
    slipped = "".join(_replace(list(word), alphabet, random))
    return None if slipped == word else slipped


def _is_hangul(word: str) -> bool:
    return all(0xAC00 <= ord(each) < 0xD7A4 for each in word)


def _can_be_written(word: str) -> bool:
    return (
        bool(word)
        and unicodedata.category(word[0])[0] == "L"
        and not any(_JAMO[0] <= ord(each) <= _JAMO[1] for each in word)
    )


def _insert(letters: list[str], alphabet: Sequence[str], random: Random) -> list[str]:
    place = random.randrange(len(letters) + 1)
    return [*letters[:place], random.choice(alphabet), *letters[place:]]


def _delete(letters: list[str], _: Sequence[str], random: Random) -> list[str]:
    place = random.randrange(len(letters))
    return [*letters[:place], *letters[place + 1 :]]


def _replace(letters: list[str], alphabet: Sequence[str], random: Random) -> list[str]:
    place = random.randrange(len(letters))
    return [*letters[:place], random.choice(alphabet), *letters[place + 1 :]]


def _swap(letters: list[str], _: Sequence[str], random: Random) -> list[str]:
    place = random.randrange(len(letters) - 1)
    return [*letters[:place], letters[place + 1], letters[place], *letters[place + 2 :]]
