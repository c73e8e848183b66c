"""A translation isn't many times as long as its source."""

from __future__ import annotations

from collections.abc import Iterator

from waypost.model.finding import Code, Severity
from waypost.translation.quality.pair import Pair, PairCheck
from waypost.translation.quality.words import read_words

OVERLONG = Code(
    "T025",
    "A translation is many times as long as its source",
    Severity.WARNING,
    "What the source doesn't say was invented, or another text was pasted here.",
    "Read it beside the source and take out what isn't in it.",
    'msgid "Help"\n'
    'msgstr "Ayuda para todas las personas que viven en la ciudad y necesitan saber dónde pueden '
    'pedir una copia de su acta de nacimiento"',
    'msgid "Help"\nmsgstr "Ayuda"',
)

_MOST_TIMES, _SLACK = 4, 60


def find_overlong(pair: Pair) -> Iterator[str]:
    """One message if the text is more than four times as long, and sixty signs."""
    if len(pair.target) <= _MOST_TIMES * len(pair.source) + _SLACK:
        return
    source, target = (read_words(text, pair.syntax) for text in (pair.source, pair.target))
    if source is None or target is None:
        return
    if len(target.text) > _MOST_TIMES * len(source.text) + _SLACK:
        yield f"the source has {len(source.text)} signs, the translation {len(target.text)}"


CHECK = PairCheck(OVERLONG, is_blocking=True, find=find_overlong)
