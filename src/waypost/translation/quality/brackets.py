"""A translation closes each bracket and quotation that it opens, where its source does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from waypost.model.finding import Code, Severity
from waypost.translation.quality.by_language import is_unspaced
from waypost.translation.quality.pair import Pair, PairCheck
from waypost.translation.quality.words import read_words, tokens

BRACKETS = Code(
    "T040",
    "A bracket or a quotation mark stands alone",
    Severity.WARNING,
    "An engine that closes a quotation with a bracket, or never, has mostly lost a word as well; "
    "and nobody can tell what belongs to the quotation.",
    "Open and close each as the source does, with the marks of the language. Read the words in "
    "between.",
    'msgid "Say “Somali” or “Spanish”."\nmsgstr "Diga “somalí) o el español."',
    'msgid "Say “Somali” or “Spanish”."\nmsgstr "Diga “somalí” o “español”."',
)

_ROUND = str.maketrans("（）［］", "()[]")
_OPENER_OF = {")": "(", "]": "[", "」": "「", "』": "『", "》": "《", "】": "【"}
_OPENERS = frozenset(_OPENER_OF.values())
# Which mark opens and which closes differs from language to language: „…“, ”…”, »…«.
_QUOTES = re.compile('["“”„‟＂〝〞]')
_GUILLEMETS = re.compile("[«»]")
# An item's letter, a face, inches and seconds have a mark that closes nothing.
_ITEM = re.compile(r"(?<![^\W_])(?:[^\W\d_]|\d{1,3}|[ivx]{1,4})\)")
_FACE = re.compile(r"(?<!\w)[:;=8]['-]?[()]")
_INCHES = re.compile(r"(?<=\d)[\"”]")
# The dash of an abbreviation in Hebrew, and two apostrophes for a quotation mark.
_WITHIN_WORD = re.compile(r"(?<=[^\W\d_])[\"“”„](?=[^\W\d_])")
_TWICE = re.compile(r"''|’’|‘‘|``|´´")
_ANY_QUOTE = re.compile('["“”„‟＂〝〞«»「」『』]')
_AT_AN_END = re.compile(rf"\A\W?{_ANY_QUOTE.pattern}|{_ANY_QUOTE.pattern}[\s.!?。,—–-]*\Z")
_ADDED = re.compile(r"(?<=\s)[(（][^()（）]*[)）]")
_SHORT = 4


def find_unpaired(pair: Pair) -> Iterator[str]:
    """One message if a mark stands alone in the translation, and none does in the source.

    People may quote over several texts: then one begins or ends with the mark, or has this one.
    """
    source, target, alone = _compare(pair)
    ours, theirs = len(_ANY_QUOTE.findall(source)), len(_ANY_QUOTE.findall(target))
    is_within = ours == 0 or (ours, theirs) == (2, 1) or _AT_AN_END.search(target) is not None
    if alone and (alone in "()[]【】" or not is_within):
        yield f"“{alone}” has no counterpart"


def find_unlike(pair: Pair) -> Iterator[str]:
    """One message for any mark alone, or for brackets that the source of a short text lacks."""
    source, target, alone = _compare(pair)
    if alone:
        yield f"“{alone}” has no counterpart"
    elif "(" not in source and len(tokens(target)) <= _SHORT and not is_unspaced(pair.language):
        yield from (f"“{found[0]}” isn't in the source" for found in _ADDED.finditer(target))


def _compare(pair: Pair) -> tuple[str, str, str]:
    """The words of both, and the mark that stands alone in the translation only; "" for none."""
    source, target = (read_words(text, pair.syntax) for text in (pair.source, pair.target))
    if source is None or target is None:
        return "", "", ""
    alone = find_alone(target.text)
    return source.text, target.text, "" if alone and find_alone(source.text) else alone


@lru_cache(16_384)
def find_alone(text: str) -> str:
    """The first bracket or quotation mark that has no counterpart; "" if there is none."""
    text = _TWICE.sub('"', _FACE.sub("", text.translate(_ROUND)))
    return _find_alone_bracket(text) or _find_alone_quote(text)


def _find_alone_bracket(text: str) -> str:
    items = {found.end() - 1 for found in _ITEM.finditer(text)}
    opened: list[str] = []
    for at, sign in enumerate(text):
        if sign in _OPENERS:
            opened.append(sign)
        elif (opening := _OPENER_OF.get(sign)) is not None:
            if opening in opened:
                opened.remove(opening)
            elif at not in items:
                return sign
    return opened[0] if opened else ""


def _find_alone_quote(text: str) -> str:
    for marks in (_GUILLEMETS, _QUOTES):
        found = marks.findall(text)
        if len(found) % 2 and not (marks is _QUOTES and _is_explained(text)):
            return str(found[-1])
    return ""


def _is_explained(text: str) -> bool:
    """Whether the marks are paired but for those that are inches or part of a word."""
    plain = _WITHIN_WORD.sub("", text)
    counts = (len(_QUOTES.findall(one)) for one in (plain, _INCHES.sub("", plain)))
    return any(count % 2 == 0 for count in counts)


CHECK = PairCheck(BRACKETS, is_blocking=False, find=find_unpaired, refuses_engines=True)
ADDED = PairCheck(BRACKETS, is_blocking=False, find=find_unlike, refuses_engines=True)
"""Of an engine's text only: people explain a name in brackets, and know where a quotation began."""
