"""What every language needs to know of a document's segments, computed once for all of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

import msgspec

from waypost.model.fingerprint import fingerprint
from waypost.model.marks import find_shape
from waypost.model.markup import MarkupError, Words, parse_markup, placeables, walk_nodes
from waypost.model.text import Document, Role, Syntax
from waypost.model.translation import Freshness, Origin, Translation
from waypost.translation.complete import Wanted, want_all
from waypost.translation.soundness import expect_placeables, find_sign, is_simple_message

# A name that `find_shape` doesn't tell from another.
_ODD_ARGUMENT = re.compile(r"\{(?![a-z0-9_.]+\})")


class SegmentIndex(msgspec.Struct, frozen=True):
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
    looks = [_look_at(each.source, each.syntax) for each in segments]
    shapes = tuple([look.shape for look in looks])
    wordless = tuple([look.wordless for look in looks])
    return SegmentIndex(
        sources=tuple([each.source for each in segments]),
        fingerprints=fingerprints,
        syntaxes=syntaxes,
        roles=tuple([each.role for each in segments]),
        expected=tuple([look.expected for look in looks]),
        shapes=shapes,
        wordless=wordless,
        by_address={address: position for position, address in enumerate(addresses)},
        by_fingerprint=by_fingerprint,
        wanted=want_all(segments, fingerprints, shapes, wordless),
    )


class _Look(NamedTuple):
    """What a source text alone says; as `SegmentIndex` has it of each."""

    expected: tuple[str, ...] | None
    shape: list[str] | None
    wordless: Translation | None


@lru_cache(maxsize=8192)
def _look_at(source: str, syntax: Syntax) -> _Look:
    if syntax is Syntax.MESSAGE:
        return _Look(expect_placeables(source, syntax), _find_message_shape(source), None)
    # Every process that fills pages looks at every text of the site, so each is parsed but once.
    try:
        nodes = parse_markup(source)
    except MarkupError:
        return _Look(None, None, None)
    texts = (node.text for node in walk_nodes(nodes) if isinstance(node, Words))
    has_words = any(sign.isalpha() for text in texts for sign in text)
    return _Look(
        expected=placeables(nodes),
        shape=find_shape(source) if find_sign(source) is None else None,
        wordless=None if has_words else Translation(source, Origin.REVIEWED, Freshness.CURRENT),
    )


def _find_message_shape(source: str) -> list[str] | None:
    """Two messages of plain words with the same arguments in the same order are equally sound."""
    is_plain = is_simple_message(source) and _ODD_ARGUMENT.search(source) is None
    return find_shape(source) if is_plain else None
