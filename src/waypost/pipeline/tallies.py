"""The texts of a document counted by state, fast: a build does it for every page and language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from waypost.model.tally import MISSING, STALE, STATES, Tally
from waypost.model.text import Document, Risk
from waypost.model.translation import Freshness, Origin, Translation
from waypost.site.known import Weights
from waypost.translation.index import SegmentIndex

Sizes = tuple[tuple[int, int] | None, ...]
"""Source words and risk of each segment; None for one that has no words to translate."""

_PLACES: Final = {id(origin): STATES.index(origin.value) for origin in Origin}
_STALE, _MISSING = STATES.index(STALE), STATES.index(MISSING)
_ENGINE = re.compile(rb"\n# mt: (?! *src=)([^ \n]+(?: +(?!src=)[^ \n]+)?)")
_ACTIVE = b'\nmsgctxt "'


def measure_sizes(document: Document, index: SegmentIndex, most: Risk = Risk.CRITICAL) -> Sizes:
    """What counts of each segment, the same in every language; no risk counts above `most`."""
    return tuple(
        None
        if index.wordless[at] is not None
        else (len(segment.source.split()), int(min(segment.risk, most)))
        for at, segment in enumerate(document.segments)
    )


def count_texts(
    sizes: Sizes, found: Sequence[Translation | None], weights: tuple[Weights, Weights]
) -> Tally:
    """The tally of a document; `found` is aligned to `sizes`, `weights` are the policy's."""
    texts, words = [0] * len(STATES), [0] * len(STATES)
    source_texts = source_words = 0
    current, stale = weights
    fresh = Freshness.CURRENT
    for size, translation in zip(sizes, found, strict=True):
        if size is None:
            continue
        count, risk = size
        if translation is None:
            place, shown = _MISSING, 0
        elif translation.freshness is fresh:
            origin = id(translation.origin)
            place, shown = _PLACES[origin], current[origin][risk]
        else:
            place, shown = _STALE, stale[id(translation.origin)][risk]
        texts[place] += 1
        words[place] += count
        if not shown:
            source_texts += 1
            source_words += count
    return Tally(tuple(texts), tuple(words), source_texts, source_words)


def find_engines(data: bytes) -> tuple[str, ...]:
    """Name and version of every engine that stamped an active entry of the PO file, sorted."""
    found = set(_ENGINE.findall(data, 0, max(data.rfind(_ACTIVE), 0)))
    return tuple(sorted(b" ".join(one.split()).decode("utf-8", "replace") for one in found))
