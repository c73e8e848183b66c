"""Names with an underscore, as forms and files have, stand in a translation as in its source."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from waypost.model.finding import Code, Severity
from waypost.translation.quality.pair import Pair, PairCheck
from waypost.translation.quality.words import read_words

IDENTIFIERS = Code(
    "T028",
    "A name with underscores was changed",
    Severity.WARNING,
    "Whoever types it or looks for it finds nothing; some engines turn each underscore into a "
    "space.",
    "Write it exactly as in the source.",
    'msgid "Open my_form.pdf."\nmsgstr "Abra mi formulario.pdf."',
    'msgid "Open my_form.pdf."\nmsgstr "Abra my_form.pdf."',
)

_NAME = re.compile(r"\w*_\w*")


def find_identifiers(pair: Pair) -> Iterator[str]:
    """Each name with an underscore that isn't in the translation as often."""
    if "_" not in pair.source and "_" not in pair.target:
        return
    source, target = (read_words(text, pair.syntax) for text in (pair.source, pair.target))
    if source is None or target is None:
        return
    ours, theirs = Counter(_NAME.findall(source.text)), Counter(_NAME.findall(target.text))
    for name in (ours - theirs).elements():
        yield f"“{name}” of the source is missing"
    for name in (theirs - ours).elements():
        yield f"“{name}” isn't in the source"


CHECK = PairCheck(IDENTIFIERS, is_blocking=True, find=find_identifiers)
