"""A translation brings no HTML of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from waypost.model.finding import Code, Severity
from waypost.translation.quality.pair import Pair, PairCheck
from waypost.translation.quality.words import read_words

UNSAFE_HTML = Code(
    "T023",
    "There is HTML in a translation",
    Severity.WARNING,
    "Waypost shows it as plain letters, so the reader sees tags; another program that reads the "
    "file may run what is in them.",
    "Take the tags out, and write letters instead of codes such as &amp;eacute;.",
    'msgid "Pay."\nmsgstr "Pague <b>ya</b>."',
    'msgid "Pay."\nmsgstr "Pague **ya**."',
)

_LIKELY = re.compile(r"[<&:＜]")
_TAG = re.compile(
    r"</?[a-z!][^<>]{0,60}>?|<\?|＜/?(?:script|iframe)|&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,31}\d?);"
    r"|(?:javascript|vbscript|data:text/html)\s*:|\bon(?:click|error|load|mouseover)\s*=",
    re.IGNORECASE,
)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


def find_html(pair: Pair) -> Iterator[str]:
    """Each piece of HTML that the source hasn't got as often."""
    if _LIKELY.search(pair.target) is None and _CONTROL.search(pair.target) is None:
        return
    source, target = (read_words(text, pair.syntax) for text in (pair.source, pair.target))
    if source is None or target is None:
        return
    left = [_name(one) for one in _TAG.findall(source.everything)]
    for found in _TAG.findall(target.everything):
        if _name(found) in left:
            left.remove(_name(found))
        else:
            yield f"“{found.strip()}” isn't in the source"
    for sign in sorted(set(_CONTROL.findall(target.everything))):
        if sign not in source.everything:
            yield f"the control sign U+{ord(sign):04X} isn't in the source"


def _name(tag: str) -> str:
    """What of a tag must be the same: its name, not its spaces or the words after it."""
    found = re.match(r"[^\s>]+", tag)
    return found[0].lower() if found else tag.lower()


CHECK = PairCheck(UNSAFE_HTML, is_blocking=True, find=find_html)
