"""The words of a text as its reader sees them, without markup: what most checks look at."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

import msgspec

from waypost.locales.message_syntax import Literal, Node, parse_nodes, walk_arguments
from waypost.model.markup import Anchor, FactRef, parse_markup, plain_text, walk_nodes
from waypost.model.markup import Words as Literals
from waypost.model.text import Syntax

VALUE = "\ufffc"
"""Stands where a fact's or a parameter's value will stand: no letter, digit, space or point."""

_MARKED = re.compile(r"[\\*\[\]{}]")
_LATIN_DIGITS = {
    code: str(unicodedata.decimal(chr(code)))
    for code in range(0x660, 0x1E95A)
    if chr(code).isdecimal()
}
# Many write the Burmese letter wa as the digit that looks like it.
_WA = re.compile(r"(?<!\d)\u1040(?=[\u1000-\u103f])(?!\d)|(?<=[\u1000-\u103f])\u1040(?!\d)")
_FOREIGN_DIGIT = re.compile(f"[{''.join(map(chr, _LATIN_DIGITS))}]")


class Words(msgspec.Struct, frozen=True):
    """The words of one text."""

    text: str
    """What a reader sees; of a message with plurals the general branch."""
    everything: str
    """All words, those of every branch."""
    has_blank_link: bool = False
    """Whether a link has no words."""


@lru_cache(16_384)
def read_words(text: str, syntax: Syntax) -> Words | None:
    """The words of `text`, or None where it breaks its syntax."""
    try:
        if syntax is Syntax.MESSAGE:
            return _read_message(text)
        if _MARKED.search(text) is None:
            return Words(text, text)
        nodes = parse_markup(text)
    except ValueError:
        return None
    parts: list[str] = []
    for node in walk_nodes(nodes):
        if isinstance(node, Literals):
            parts.append(node.text)
        elif isinstance(node, FactRef):
            parts.append(VALUE)
    words = "".join(parts)
    links = (node for node in walk_nodes(nodes) if isinstance(node, Anchor))
    return Words(words, words, any(not plain_text(link.children).strip() for link in links))


def _read_message(text: str) -> Words:
    if "{" not in text and "'" not in text:
        return Words(text, text)
    nodes = parse_nodes(text)
    general = _join_general(text, nodes, in_plural=False)
    branches = [branch for argument in walk_arguments(nodes) for branch in argument.branches]
    parts = [_join_general(text, branch.nodes, in_plural=True) for branch in branches]
    return Words(general, "\n".join([general, *parts]))


def _join_general(text: str, nodes: Sequence[Node], *, in_plural: bool) -> str:
    """The literals, with the branch `other` of each argument, and a sign for each value."""
    parts: list[str] = []
    for node in nodes:
        if isinstance(node, Literal):
            literal = text[node.start : node.end].replace("'", "’")
            parts.append(literal.replace("#", VALUE) if in_plural else literal)
            continue
        general = next((one for one in node.branches if one.selector == "other"), None)
        if general is None:
            parts.append(VALUE)
        else:
            parts.append(_join_general(text, general.nodes, in_plural=True))
    return "".join(parts)


def with_latin_digits(text: str) -> str:
    """`text` with the digits of every script as 0 to 9."""
    if text.isascii() or _FOREIGN_DIGIT.search(text) is None:
        return text
    return with_letter_wa(text).translate(_LATIN_DIGITS)


def with_letter_wa(text: str) -> str:
    """`text` with the Burmese letter wa where somebody wrote the digit 0 for it."""
    return _WA.sub("ဝ", text) if "\u1040" in text else text


_MARK_OF_LETTERS = re.compile("[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f]")
_TONAL = frozenset({"vi", "yo", "ig", "ee"})
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\u2066-\u2069\ufeff]")


@lru_cache(16_384)
def fold(text: str) -> str:
    """`text` in small letters without accents, vowel points, and invisible signs, for comparing.

    Marks of Indic and other scripts, which spell vowels, stay.
    """
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.casefold())
    plain = _MARK_OF_LETTERS.sub("", plain)
    return _INVISIBLE.sub("", unicodedata.normalize("NFC", plain)).replace("’", "'")


def fold_for(text: str, code: str) -> str:
    """`fold`, but for languages in which an accent makes another word (cho, chớ)."""
    if code.split("-", maxsplit=1)[0] in _TONAL:
        return unicodedata.normalize("NFC", text).casefold().replace("’", "'")
    return fold(text)


_TOKEN = re.compile(
    r"[^\s\d.,;:!?()\[\]{}<>/\\|\"“”„«»‹›…·•–—―*_=+~^%$#@&¿¡।॥۔،؛؟。、，！？；：（）「」『』။၊។៕።፣፤፥፧\ufffc]+"
)


@lru_cache(16_384)
def tokens(text: str) -> tuple[str, ...]:
    """The words of `text` as they stand, combining marks kept, for languages with spaces."""
    return tuple([found.strip("'’‘-") for found in _TOKEN.findall(text)])
