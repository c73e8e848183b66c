"""Where the terms of a glossary stand in a text: as words, whatever their endings.

A word is found with a few letters more or less at its end (licencia, licencias), in languages that
put the article or a pronoun before it also behind those; in languages that write no spaces a term
is found anywhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from waypost.model.glossary import Glossary, Term, TermRule
from waypost.translation.quality.by_language import is_one_of, is_unspaced
from waypost.translation.quality.pair import Pair
from waypost.translation.quality.words import fold, tokens
from waypost.translation.terms import find_terms

_WITH_PREFIXES = frozenset({
    "ar", "he", "fa", "ur", "ps", "ckb", "am", "ti", "sw", "zu", "rw", "mg", "fil", "ilo", "ceb",
})  # fmt: skip
_LONG_ENDINGS = frozenset({
    "tr", "az", "uz", "kk", "ky", "mn", "fi", "et", "hu", "ko", "so", "om", "am", "ti", "ta", "te",
    "ml", "kn", "ka", "eu", "sw", "qu",
})  # fmt: skip


# The last glossaries that were asked for: to hash one takes longer than to look into it.
_LAST: dict[int, tuple[Glossary, dict[str, tuple[Term, ...]]]] = {}
_MOST_GLOSSARIES, _MOST_TEXTS = 64, 20_000


def terms_in(pair: Pair, rule: TermRule) -> Iterator[Term]:
    """The terms with this rule that the source has."""
    if not pair.glossary.terms:
        return
    known = _LAST.get(id(pair.glossary))
    if known is None or known[0] is not pair.glossary:
        if len(_LAST) >= _MOST_GLOSSARIES:
            _LAST.clear()
        known = _LAST[id(pair.glossary)] = (pair.glossary, {})
    if len(known[1]) > _MOST_TEXTS:
        known[1].clear()
    terms = known[1].get(pair.source)
    if terms is None:
        found = (one.term for one in find_terms(pair.source, pair.glossary))
        terms = known[1][pair.source] = tuple(dict.fromkeys(found))
    yield from (term for term in terms if term.rule is rule)


def holds(text: str, variant: str, code: str) -> bool:
    """Whether `text` has the variant, with whatever ending the language gives it."""
    folded, wanted = fold(text), fold(variant)
    if not wanted or is_unspaced(code):
        return wanted in folded
    words, parts = _words(text), _words(variant)
    if not parts:
        return wanted in folded
    return any(
        all(_is_form(word, part, code) for word, part in zip(words[at:], parts, strict=False))
        for at in range(len(words) - len(parts) + 1)
    )


def holds_exactly(text: str, variant: str, code: str) -> bool:
    """Whether `text` has the very words of the variant, capitals and accents apart."""
    if is_unspaced(code):
        return fold(variant) in fold(text)
    words, parts = _words(text), _words(variant)
    count = len(parts)
    if not count:
        return bool(variant.strip()) and fold(variant) in fold(text)
    return any(
        all(
            word == part or word in {f"{part}s", f"{part}es"}
            for word, part in zip(words[at : at + count], parts, strict=True)
        )
        for at in range(len(words) - count + 1)
    )


@lru_cache(16_384)
def _words(text: str) -> tuple[str, ...]:
    return tuple(part for word in tokens(fold(text)) for part in word.split("'") if part)


def _is_form(word: str, wanted: str, code: str) -> bool:
    """Whether one is the other with another ending, or behind a prefix of the language."""
    if word == wanted:
        return True
    if len(wanted) < 3:
        return False
    if is_one_of(code, _WITH_PREFIXES) and wanted in word:
        return True
    spare = 8 if is_one_of(code, _LONG_ENDINGS) else 3
    stem = wanted[: max(3, len(wanted) - (1 if len(wanted) < 6 else 2))]
    return word.startswith(stem) and len(word) <= len(wanted) + spare
