"""Terms of a glossary found in a text, whatever its spaces, apostrophes, hyphens and capitals."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache

import msgspec

from waypost.model.glossary import Glossary, Term, TermRule

_APOSTROPHES = "'’‘ʼʻ`´＇"
_HYPHENS = "-‐‑‒–−"
_QUOTES = '"“”„«»'
_CLASSES = (
    (_APOSTROPHES, f"[{re.escape(_APOSTROPHES)}]"),
    (_HYPHENS, f"[{re.escape(_HYPHENS)}]"),
    (_QUOTES, f"[{re.escape(_QUOTES)}]"),
)
_SPACES = re.compile(r"\s+")
_WORD = re.compile(r"\w+")
_WORD_OR_FACT = re.compile(r"\{[^{}]*\}|(?P<word>\w+)")


class Found(msgspec.Struct, frozen=True):
    """A term, and from where to where it stands in the text."""

    term: Term
    start: int
    end: int


def fold_term(text: str) -> str:
    """The key of a term: equal for what a reader takes for one term."""
    text = unicodedata.normalize("NFC", text)
    for signs, _ in _CLASSES:
        text = re.sub(f"[{re.escape(signs)}]", signs[0], text)
    text = _SPACES.sub(" ", text).strip()
    return text if _is_acronym(text) else text.casefold()


def find_terms(text: str, glossary: Glossary) -> tuple[Found, ...]:
    """The glossary's terms in a source text, in order; of two that overlap, the longer one.

    A plural in s is the same term. An acronym (WIC, SNAP) is found in its capitals only, and
    nothing in the id of a fact. A term with two lines, one of what to write and one of what never
    to write, is found twice at its place.
    """
    if not glossary.terms:
        return ()
    index = _index_terms(glossary)
    hits: list[Found] = []
    at = 0
    for start in sorted({*_find_starts(text, index), *_find_others(text, index)}):
        if start < at:
            continue
        found = _match_at(text, start, index)
        if found:
            hits += found
            at = found[0].end
    return tuple(hits)


class _Index(msgspec.Struct, frozen=True):
    """The terms by the word that they begin with; of one word the longest first."""

    by_word: Mapping[str, tuple[Term, ...]]
    by_sign: Mapping[str, tuple[Term, ...]]
    """Those that begin with a sign, or in a script without spaces, by each form of the sign."""


# The last glossaries that were asked for: to hash a long one takes longer than to look into it.
_LAST: dict[int, tuple[Glossary, _Index]] = {}
_MOST_GLOSSARIES = 64


def _index_terms(glossary: Glossary) -> _Index:
    known = _LAST.get(id(glossary))
    if known is None or known[0] is not glossary:
        if len(_LAST) >= _MOST_GLOSSARIES:
            _LAST.clear()
        known = _LAST[id(glossary)] = (glossary, _make_index(glossary))
    return known[1]


def _make_index(glossary: Glossary) -> _Index:
    by_word: dict[str, list[Term]] = {}
    by_sign: dict[str, list[Term]] = {}
    for term in sorted(glossary.terms, key=lambda one: len(one.source), reverse=True):
        first = _WORD.match(term.source)
        if first is None or _is_unspaced(first[0]):
            for sign in _forms_of(term.source[0]):
                by_sign.setdefault(sign, []).append(term)
        else:
            by_word.setdefault(first[0].casefold(), []).append(term)
    return _Index(
        {word: tuple(terms) for word, terms in by_word.items()},
        {sign: tuple(terms) for sign, terms in by_sign.items()},
    )


def _forms_of(sign: str) -> set[str]:
    """The signs that a term with this first one may begin with in a text."""
    alike = next((signs for signs, _ in _CLASSES if sign in signs), sign)
    return {*alike, sign.lower(), sign.upper()}


def _find_starts(text: str, index: _Index) -> Iterator[int]:
    """Where a word stands that a term begins with; facts are passed over."""
    for found in _WORD_OR_FACT.finditer(text):
        if found.lastgroup == "word" and any(key in index.by_word for key in _keys(found[0])):
            yield found.start()


def _find_others(text: str, index: _Index) -> Iterator[int]:
    for at, sign in enumerate(text if index.by_sign else ""):
        if sign in index.by_sign:
            yield at


def _match_at(text: str, start: int, index: _Index) -> tuple[Found, ...]:
    """The longest term that stands at this place, in each of its lines."""
    word = _WORD.match(text, start)
    keys = _keys(word[0]) if word is not None else ()
    found: list[Found] = []
    signed = index.by_sign.get(text[start], ())
    for terms in (*(index.by_word.get(key, ()) for key in keys), signed):
        for term in terms:
            if found and len(term.source) < len(found[0].term.source):
                break
            match = _pattern(term.source, term.rule).match(text, start)
            if match is not None:
                found.append(Found(term, start, match.end()))
    longest = max((each.end for each in found), default=0)
    return tuple(each for each in found if each.end == longest)


def _keys(word: str) -> tuple[str, ...]:
    """The words that a term may begin with to be found here: the word itself, and its singular."""
    folded = word.casefold()
    if not folded.endswith("s"):
        return (folded,)
    return (folded, folded[:-1], folded[:-2])


@lru_cache(maxsize=16384)
def _pattern(text: str, rule: TermRule) -> re.Pattern[str]:
    plural = "" if rule is TermRule.KEPT or not text[-1:].isalpha() else "(?:e?s)?"
    body = _written(text) + plural
    body = body if _is_acronym(text) else f"(?i:{body})"
    return re.compile(_bounded(body, text))


def _bounded(body: str, text: str) -> str:
    """`body` as whole words, where the script has any."""
    start = r"(?<!\w)" if text[:1].isalnum() and not _is_unspaced(text[:1]) else ""
    end = r"(?!\w)" if text[-1:].isalnum() and not _is_unspaced(text[-1:]) else ""
    return f"{start}{body}{end}"


def _written(text: str) -> str:
    """A pattern for `text` with any spaces, apostrophes, hyphens and quotation marks."""
    out: list[str] = []
    for char in _SPACES.sub(" ", text.strip()):
        sort = next((pattern for signs, pattern in _CLASSES if char in signs), None)
        out.append(r"\s+" if char == " " else sort or re.escape(char))
    return "".join(out)


def _is_acronym(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    return len(letters) > 1 and all(char.isupper() for char in letters)


def _is_unspaced(text: str) -> bool:
    """Whether the script writes no space between words: Thai, Khmer, Burmese, Chinese …"""
    return any(
        "\u0e00" <= char <= "\u0fff"
        or "\u1000" <= char <= "\u109f"
        or "\u1780" <= char <= "\u17ff"
        or "\u3040" <= char <= "\u30ff"
        or "\u3400" <= char <= "\u9fff"
        or char >= "\U00020000"
        for char in text
    )
