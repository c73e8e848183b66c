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
from waypost.translation.soundness import find_shape, has_letter

_HEADER_END = '"\n\n'
_CHARSET = "charset=UTF-8\\n"
_MOST_HEADER = 600
_LINES = re.compile(r'[^\n]*(?:"\n"[^\n]*)*')
"""What stands between the outer quotes of a string, on one line or several."""
_ORIGINS = {
    "# mt": Origin.MACHINE,
    "# draft": Origin.DRAFT,
    "# reviewed": Origin.REVIEWED,
    "# human": Origin.HUMAN,
}
_PERSONS = frozenset({Origin.HUMAN, Origin.REVIEWED})


def read_stamp(
    comments: str, target: str, reviewers: AbstractSet[str]
) -> tuple[Origin, str] | None:
    """The origin of a text and the fingerprint of the source that it was made for.

    None where the comments aren't just those that Waypost writes, or the text isn't the one that
    was stamped.
    """
    stamp, _, remarks = comments.partition("\n")
    kind, _, by = stamp.partition(": ")
    origin = _ORIGINS.get(kind)
    if origin is None or by[-17:] != f" tgt={fingerprint(target)}" or by[-33:-29] != "src=":
        return None
    if origin is Origin.REVIEWED and by.partition(" ")[0] not in reviewers:
        origin = Origin.HUMAN
    is_fuzzy = remarks[-9:] == "#, fuzzy\n"
    explained = remarks.count("\n#.") + (remarks[:2] == "#.") + is_fuzzy
    if remarks.count("\n") != explained or (is_fuzzy and origin in _PERSONS):
        return None
    return origin, by[-29:-17]


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
    following, *entries = text[start + len(_HEADER_END) : find_obsolete(text)].split('msgctxt "')
    for entry in entries:
        comments = following
        address, has_source, rest = entry.partition('"\nmsgid "')
        source, has_target, rest = rest.partition('"\nmsgstr "')
        target, ends, following = rest.partition('"\n')
        while following[:1] == '"':
            more, ends, following = following.partition('"\n')
            target = f'{target}"\n{more}'
        if (
            not (has_source and has_target and ends)
            or ("\n" in source and _LINES.fullmatch(source) is None)
            or "\\" in address
        ):
            return None
        if "\\" in target or '"' in target:
            lines = target.split('"\n"')
            if any(BARE_QUOTE.search(line) for line in lines):
                return None
            target = "".join([unescape_string(line) for line in lines])
        stamp = comments.lstrip("\n")
        if not target and stamp[:2] in {"", "#."}:
            continue
        position = by_address.get(address)
        if position is None or found[position] is not None or not has_letter(target):
            return None
        judged = read_stamp(stamp, target, reviewers)
        if judged is None or judged[1] != fingerprints[position]:
            return None
        if find_shape(target) != shapes[position]:
            return None
        origin = judged[0]
        found[position] = Translation(target, origin, Freshness.CURRENT)
    if following.strip("\n"):
        return None
    for position, translation in enumerate(found):
        if translation is None and len(index.by_fingerprint[fingerprints[position]]) > 1:
            # The same source may have a translation at another address.
            return None
    return found
