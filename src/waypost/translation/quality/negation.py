"""A translation says no where its source says no."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from waypost.model.finding import Code, Severity
from waypost.translation.quality.by_language import is_unspaced
from waypost.translation.quality.negation_words import find_strong, find_weak, says_no
from waypost.translation.quality.pair import Pair, PairCheck
from waypost.translation.quality.words import fold, read_words

LOST_NEGATION = Code(
    "T034",
    "A “not” of the source may be lost",
    Severity.WARNING,
    "Without it the sentence says the opposite: “you need not apply” sends people to apply.",
    "Read it beside the source. If the sentence says the same in another way, leave it.",
    'msgid "Do not send money."\nmsgstr "Envíe dinero."',
    'msgid "Do not send money."\nmsgstr "No envíe dinero."',
)


def find_lost_negation(pair: Pair) -> Iterator[str]:
    """One message if the source says no and the translation, or its sentence of it, doesn't."""
    words = read_words(pair.source, pair.syntax)
    if words is None or (said := _find_no(words.text, pair.source_language)) is None:
        return
    weak = find_weak(pair.language)
    target = read_words(pair.target, pair.syntax)
    if weak is None or target is None:
        return
    is_spaced = not is_unspaced(pair.language)
    if says_no(weak, fold(target.text), is_spaced=is_spaced) is None:
        yield f"the source says “{said}”, and nothing in the translation does"


@lru_cache(16_384)
def _find_no(text: str, code: str) -> str | None:
    """The first word of `text` that certainly says no, or None."""
    strong = find_strong(code)
    if strong is None:
        return None
    pattern, idioms = strong
    folded = fold(text)
    if says_no(pattern, folded, is_spaced=True) is None:
        return None
    found = says_no(pattern, idioms.sub(" ", folded), is_spaced=True)
    return found[0].strip() if found else None


CHECK = PairCheck(LOST_NEGATION, is_blocking=False, find=find_lost_negation)
