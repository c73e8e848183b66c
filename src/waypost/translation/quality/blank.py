"""A translation says something where its source does."""

from __future__ import annotations

from collections.abc import Iterator

from waypost.model.finding import Code, Severity
from waypost.translation.quality.pair import Pair, PairCheck
from waypost.translation.quality.words import read_words
from waypost.translation.soundness import has_letter

BLANK = Code(
    "T020",
    "A translation says nothing",
    Severity.WARNING,
    "There is no letter in it, though the source has words; the reader would see a gap.",
    "Translate the text, or leave msgstr empty: then the source text stands there, marked.",
    'msgid "Call us."\nmsgstr "…"',
    'msgid "Call us."\nmsgstr "Llámenos."',
)


def find_blank(pair: Pair) -> Iterator[str]:
    """One message if only signs are left of a source that has words."""
    target = read_words(pair.target, pair.syntax)
    if target is None or has_letter(target.text):
        return
    source = read_words(pair.source, pair.syntax)
    if source is not None and has_letter(source.text):
        yield "there is no letter in the translation"


CHECK = PairCheck(BLANK, is_blocking=True, find=find_blank)
