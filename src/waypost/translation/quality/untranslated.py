"""A translation leaves no words of its source behind, names apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby

from waypost.model.finding import Code, Severity
from waypost.translation.quality.by_language import is_unspaced, script_of
from waypost.translation.quality.function_words import function_words
from waypost.translation.quality.pair import Pair, PairCheck
from waypost.translation.quality.words import fold, read_words, tokens

UNTRANSLATED = Code(
    "T033",
    "Words of the source were left behind",
    Severity.WARNING,
    "The reader meets words of a language that they don't read, in the middle of the sentence.",
    "Translate them. Names of programmes and places may stay: put them into the glossary as kept.",
    'msgid "Bring it to the office."\nmsgstr "Tráigalo to the office."',
    'msgid "Bring it to the office."\nmsgstr "Tráigalo a la oficina."',
)

_QUOTED = re.compile(r"[“\"«„「『][^”\"»“」』]{1,80}[”\"»“」』]|\([^()]{1,80}\)")
_ADDRESS = re.compile(r"\w[._/@:]+\w")
_LATIN_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
_RUN = 4
"""So many words of the source in a row, in small letters, are no chance between two languages."""


def find_untranslated(pair: Pair) -> Iterator[str]:
    """One message with the words of the source that stand in the translation."""
    source, target = (read_words(text, pair.syntax) for text in (pair.source, pair.target))
    if source is None or target is None or pair.language == pair.source_language:
        return
    if source.text == target.text:
        words = [word for word in tokens(source.text) if word[:1].islower()]
        if len(words) > 2 and any(_is_telling(word, pair) for word in words):
            yield "the text is still that of the source"
        return
    left = _find_left(pair, source.text, target.text)
    if left:
        yield f"“{' '.join(left)}” was left as in the source"


def _find_left(pair: Pair, source: str, target: str) -> Sequence[str]:
    is_latin = script_of(pair.language) == "Latn"
    if not is_latin and _LATIN_WORD.search(target) is None:
        return ()
    telling = _telling_words(pair.source_language, pair.language)
    if is_latin and telling.isdisjoint(tokens(target)):
        return ()
    kept = frozenset(tokens(fold(" ".join(term.source for term in pair.glossary.terms))))
    shown = " ".join(
        "." if _ADDRESS.search(word) else word for word in _QUOTED.sub(" . ", target).split()
    )
    words = _LATIN_WORD.findall(shown) if is_unspaced(pair.language) else tokens(shown)
    ours = frozenset(tokens(source.lower()))

    def is_left(at: int) -> bool:
        word = words[at]
        return (
            word[:1].islower()
            and word.isascii()
            and word.lower() in ours
            and (not is_latin or len(word) > 1)
            and fold(word) not in kept
            and not _is_in_name(words, at)
        )

    runs = [
        [words[at] for at in run] for left, run in groupby(range(len(words)), key=is_left) if left
    ]
    best = max(runs, key=lambda run: _weight(run, pair, is_latin=is_latin), default=[])
    return best if _weight(best, pair, is_latin=is_latin) >= 1 else ()


def _weight(run: Sequence[str], pair: Pair, *, is_latin: bool) -> float:
    """1 and more for words that can't be the language's own: a run, or one little word of two."""
    if not run:
        return 0.0
    telling = sum(_is_telling(word, pair) for word in run)
    if is_latin:
        return len(run) / 10 + max(telling / 2, len(run) / _RUN if telling else 0.0)
    return len(run) / 10 + max(len(run) / 3, telling / 2 if len(run) > 1 else 0.0)


def _is_in_name(words: Sequence[str], at: int) -> bool:
    """Whether a little word joins two names: Department of Motor Vehicles."""
    before = words[at - 1][:1] if at else ""
    after = words[at + 1][:1] if at + 1 < len(words) else ""
    return before.isupper() and after.isupper()


def _is_telling(word: str, pair: Pair) -> bool:
    return word.lower() in _telling_words(pair.source_language, pair.language)


@lru_cache(256)
def _telling_words(source: str, target: str) -> frozenset[str]:
    """Little words of the source's language that the other hasn't got: the, your, with."""
    words = frozenset(word for word in function_words(source) if len(word) > 1)
    return words - function_words(target) - _SHARED


# Words that other languages have too, though their lists don't.
_SHARED = frozenset({
    "me", "no", "an", "he", "as", "is", "so", "do", "man", "over", "in", "on", "at", "or", "all",
    "may", "most", "am", "also", "if",
})  # fmt: skip

CHECK = PairCheck(UNTRANSLATED, is_blocking=False, find=find_untranslated)
