"""What every language needs to know of a document's segments, computed once for all of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from waypost.model.fingerprint import fingerprint
from waypost.model.text import Document, Role, Syntax
from waypost.model.translation import Freshness, Origin, Translation
from waypost.translation.complete import Wanted, want_all
from waypost.translation.soundness import (
    expect_placeables,
    find_flaws,
    find_shape,
    has_words,
    is_simple_message,
)

# A name that `find_shape` doesn't tell from another.
_ODD_ARGUMENT = re.compile(r"\{(?![a-z0-9_.]+\})")


@dataclass(frozen=True, slots=True)
class SegmentIndex:
    """A document's segments by address and by source; each tuple is in the document's order."""

    sources: tuple[str, ...]
    fingerprints: tuple[str, ...]
    syntaxes: tuple[Syntax, ...]
    roles: tuple[Role, ...]
    expected: tuple[tuple[str, ...] | None, ...]
    """What a translation must hold (`expect_placeables`)."""
    shapes: tuple[list[str] | None, ...]
    """The marks of each source text; None where they prove nothing."""
    wordless: tuple[Translation | None, ...]
    """The text itself where there is nothing to translate: right in every language."""
    by_address: Mapping[str, int]
    by_fingerprint: Mapping[str, tuple[int, ...]]
    wanted: Wanted | None
    """What a complete catalogue holds; None where that takes a closer look."""


def index_segments(document: Document) -> SegmentIndex:
    """The index of a document's segments."""
    segments = document.segments
    fingerprints = tuple([fingerprint(each.source) for each in segments])
    by_fingerprint: dict[str, tuple[int, ...]] = {}
    for position, mark in enumerate(fingerprints):
        by_fingerprint[mark] = (*by_fingerprint.get(mark, ()), position)
    addresses = [each.address for each in segments]
    syntaxes = tuple([each.syntax for each in segments])
    shapes = tuple([_shape_of(each.source, each.syntax) for each in segments])
    wordless = tuple([_stands_for_itself(each.source, each.syntax) for each in segments])
    return SegmentIndex(
        sources=tuple([each.source for each in segments]),
        fingerprints=fingerprints,
        syntaxes=syntaxes,
        roles=tuple([each.role for each in segments]),
        expected=tuple([expect_placeables(each.source, each.syntax) for each in segments]),
        shapes=shapes,
        wordless=wordless,
        by_address={address: position for position, address in enumerate(addresses)},
        by_fingerprint=by_fingerprint,
        wanted=want_all(segments, fingerprints, shapes, wordless),
    )


def _shape_of(source: str, syntax: Syntax) -> list[str] | None:
    if syntax is Syntax.MESSAGE:
        # Two messages of plain words with the same arguments in the same order are equally sound.
        is_plain = is_simple_message(source) and _ODD_ARGUMENT.search(source) is None
        return find_shape(source) if is_plain else None
    return None if find_flaws(source, None, syntax) else find_shape(source)


def _stands_for_itself(source: str, syntax: Syntax) -> Translation | None:
    if has_words(source, syntax):
        return None
    return Translation(source, Origin.REVIEWED, Freshness.CURRENT)
