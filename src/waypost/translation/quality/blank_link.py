"""A link in a translation has words to press."""

from __future__ import annotations

from collections.abc import Iterator

from waypost.model.finding import Code, Severity
from waypost.model.text import Role
from waypost.translation.quality.pair import Pair, PairCheck
from waypost.translation.quality.words import read_words

BLANK_LINK = Code(
    "T027",
    "A link has lost its words",
    Severity.WARNING,
    "There is nothing to press, and a screen reader says nothing.",
    "Put the words of the link between its brackets.",
    'msgid "Read [how to apply]{1}."\nmsgstr "Lea cómo solicitar []{1}."',
    'msgid "Read [how to apply]{1}."\nmsgstr "Lea [cómo solicitar]{1}."',
)


def find_blank_link(pair: Pair) -> Iterator[str]:
    """One message if a link is empty that has words in the source."""
    target = read_words(pair.target, pair.syntax)
    if target is None or not target.has_blank_link or pair.role is Role.ALT:
        return
    source = read_words(pair.source, pair.syntax)
    if source is not None and not source.has_blank_link:
        yield "nothing stands between the brackets of a link"


CHECK = PairCheck(BLANK_LINK, is_blocking=True, find=find_blank_link)
