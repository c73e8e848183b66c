"""The texts of a document counted by state, fast: a build does it for every page and language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from waypost.model.tally import MISSING, STALE, STATES, Tally
from waypost.model.text import Document, Risk
from waypost.model.translation import Freshness, Origin, Translation
from waypost.model.whole_texts import WholeTexts
from waypost.site.known import Weights
from waypost.translation.index import SegmentIndex


class Sizes(NamedTuple):
    """What counts of a document's segments, the same in every language."""

    each: tuple[tuple[int, int] | None, ...]
    """Source words and risk of each; None for one that has no words to translate."""
    counted: tuple[int, ...]
    """The places of the others."""
    by_risk: tuple[tuple[int, int], ...]
    """How many texts and source words those are at low, standard and critical risk."""


_PLACES: Final = {id(origin): STATES.index(origin.value) for origin in Origin}
_STALE, _MISSING = STATES.index(STALE), STATES.index(MISSING)
_ENGINE = re.compile(rb"\n# mt: (?! *src=)([^ \n]+(?: +(?!src=)[^ \n]+)?)")
_ACTIVE = b'\nmsgctxt "'


def measure_sizes(document: Document, index: SegmentIndex, most: Risk = Risk.CRITICAL) -> Sizes:
    """What counts of each segment; no risk counts above `most`."""
    each = tuple(
        None
        if index.wordless[at] is not None
        else (len(segment.source.split()), int(min(segment.risk, most)))
        for at, segment in enumerate(document.segments)
    )
    counted = [size for size in each if size is not None]
    words = [[count for count, at in counted if at == risk] for risk in Risk]
    return Sizes(
        each,
        tuple(at for at, size in enumerate(each) if size is not None),
        tuple((len(counts), sum(counts)) for counts in words),
    )


def count_texts(
    sizes: Sizes, found: Sequence[Translation | None], weights: tuple[Weights, Weights]
) -> Tally:
    """The tally of a document; `found` is aligned to its segments, `weights` are the policy's."""
    if isinstance(found, WholeTexts) and found.origin is not None:
        return _count_alike(sizes, found.origin, weights)
    return _count_each(sizes, found, weights)


def _count_alike(sizes: Sizes, origin: Origin, weights: tuple[Weights, Weights]) -> Tally:
    """The tally where every text is current, and all are of one origin."""
    place, row = _PLACES[id(origin)], weights[0][id(origin)]
    texts, words = [0] * len(STATES), [0] * len(STATES)
    texts[place] = sum(number for number, _ in sizes.by_risk)
    words[place] = sum(count for _, count in sizes.by_risk)
    hidden = [size for size, shown in zip(sizes.by_risk, row, strict=True) if not shown]
    return Tally(
        tuple(texts),
        tuple(words),
        sum(number for number, _ in hidden),
        sum(count for _, count in hidden),
    )


def _count_each(
    sizes: Sizes, found: Sequence[Translation | None], weights: tuple[Weights, Weights]
) -> Tally:
    texts, words = [0] * len(STATES), [0] * len(STATES)
    source_texts = source_words = 0
    current, stale = weights
    fresh = Freshness.CURRENT
    for size, translation in zip(sizes.each, found, strict=True):
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
