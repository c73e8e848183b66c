"""Terms of a glossary found in a text, whatever its spaces, apostrophes, hyphens and capitals."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

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
_PLACEABLE = r"\{[^{}]*\}"


@dataclass(frozen=True, slots=True)
class Found:
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
    nothing in the id of a fact.
    """
    pattern = _source_pattern(glossary)
    if pattern is None:
        return ()
    return tuple(
        Found(glossary.terms[int(found.lastgroup[1:])], found.start(), found.end())
        for found in pattern.finditer(text)
        if found.lastgroup is not None
    )


@lru_cache(maxsize=64)
def _source_pattern(glossary: Glossary) -> re.Pattern[str] | None:
    order = sorted(
        range(len(glossary.terms)), key=lambda n: len(glossary.terms[n].source), reverse=True
    )
    if not order:
        return None
    parts = [f"(?P<t{n}>{_source_form(glossary.terms[n])})" for n in order]
    return re.compile("|".join((_PLACEABLE, *parts)))


def _source_form(term: Term) -> str:
    text = term.source
    plural = "" if term.rule is TermRule.KEPT or not text[-1:].isalpha() else "(?:e?s)?"
    body = _written(text) + plural
    body = body if _is_acronym(text) else f"(?i:{body})"
    return _bounded(body, text)


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
