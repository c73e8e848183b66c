"""The usual catalogue read in one pass: written by Waypost, each text current at its address.

A build takes every text of every language through here, so it is one loop with few calls. Anything
unusual gives None, and `state.resolve` looks closer; both agree wherever this one answers.
"""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet

from waypost.model.fingerprint import fingerprint
from waypost.model.translation import Freshness, Origin, Translation
from waypost.translation.index import SegmentIndex
from waypost.translation.po_reader import find_obsolete
from waypost.translation.po_syntax import BARE_QUOTE, unescape_string
from waypost.translation.soundness import find_shape

_HEADER_END = '"\n\n'
_CHARSET = "charset=UTF-8\\n"
_MOST_HEADER = 600
_ENTRY = re.compile(
    r"# (mt|draft|reviewed|human): ([^\n]*)\n"
    r"(?:#\.[^\n]*\n)*(#, fuzzy\n)?"
    r'msgctxt "([^"\\\n]*)"\nmsgid "[^\n]*"\n(?:"[^\n]*"\n)*'
    r'msgstr "([^\n]*)"\n((?:"[^\n]*"\n)*)\n?'
    # Not translated yet: no stamp, no text.
    r'|(?:#\.[^\n]*\n)*msgctxt "[^"\\\n]*"\nmsgid "[^\n]*"\n(?:"[^\n]*"\n)*msgstr ""\n(?:\n|\Z)'
    r"|([^\n]|\n)"
)
_ORIGINS = {
    "mt": Origin.MACHINE,
    "draft": Origin.DRAFT,
    "reviewed": Origin.REVIEWED,
    "human": Origin.HUMAN,
}


def read_current(
    index: SegmentIndex, data: bytes, reviewers: AbstractSet[str]
) -> list[Translation | None] | None:
    """A translation (or None) for each segment, in the document's order; None to look closer."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    start = text.find(_HEADER_END, 0, _MOST_HEADER)
    if start < 0 or text.find(_CHARSET, 0, start) < 0 or "\r" in text:
        return None
    found = list(index.wordless)
    by_address, fingerprints, shapes = index.by_address, index.fingerprints, index.shapes
    entries = _ENTRY.findall(text, start + len(_HEADER_END), find_obsolete(text))
    for kind, stamp, fuzzy, address, first, more, junk in entries:
        if not kind:
            if junk:
                return None
            continue
        target = first
        if more or "\\" in first or '"' in first:
            lines = [first, *[line[1:-1] for line in more.split("\n")[:-1]]]
            if any(BARE_QUOTE.search(line) for line in lines):
                return None
            target = "".join([unescape_string(line) for line in lines])
        if not target.strip():
            return None
        position = by_address.get(address)
        if (
            position is None
            or found[position] is not None
            or find_shape(target) != shapes[position]
            or stamp[-33:] != f"src={fingerprints[position]} tgt={fingerprint(target)}"
        ):
            return None
        origin = _ORIGINS[kind]
        if origin is Origin.REVIEWED and stamp.partition(" ")[0] not in reviewers:
            origin = Origin.HUMAN
        if fuzzy and origin in {Origin.HUMAN, Origin.REVIEWED}:
            return None
        found[position] = Translation(target, origin, Freshness.CURRENT)
    for position, translation in enumerate(found):
        if translation is None and len(index.by_fingerprint[fingerprints[position]]) > 1:
            # The same source may have a translation at another address.
            return None
    return found
