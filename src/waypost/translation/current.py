"""The usual catalogue read in one pass: written by Waypost, each text current at its address.

A build takes every text of every language through here, so it is one loop with few calls. Anything
unusual gives None, and `state.resolve` looks closer; both agree wherever this one answers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from hashlib import blake2b
from unicodedata import is_normalized

from waypost.model.fingerprint import ODD_SIGNS, hash_text
from waypost.model.marks import UNSAFE_SIGNS, find_shape
from waypost.model.text import Syntax
from waypost.model.translation import Freshness, Origin, Translation
from waypost.model.whole_texts import WholeTexts
from waypost.translation.complete import Entries, join_lines, match_entries, read_entries
from waypost.translation.index import SegmentIndex
from waypost.translation.origin import ORIGINS
from waypost.translation.po_reader import find_obsolete
from waypost.translation.po_syntax import STRING_LINES
from waypost.translation.soundness import has_letter, is_sound

_HEADER_END = b'"\n\n'
_CHARSET = b"charset=UTF-8\\n"
_MOST_HEADER = 600
_ENTRY = re.compile(
    r"(?:# (mt|draft|reviewed|human): (?:(\S[^\n]*) )?src=([0-9a-f]{12}) tgt=([0-9a-f]{12})\n)?"
    r"(?:#\.[^\n]*\n)*"
    r"(#, fuzzy\n)?"
    r'msgctxt "([^\n\\]*)"\n'
    rf'msgid "{STRING_LINES}"\n'
    rf'msgstr "({STRING_LINES})"\n\n?'
)
# Without any of these a text is its own folded text, and has no marks.
_SPECIAL = re.compile(rf"[{ODD_SIGNS}\\*\[\]{{}}{UNSAFE_SIGNS}]")
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
    origin = ORIGINS.get(kind[2:]) if kind[:2] == "# " else None
    if origin is None or by[-17:] != f" tgt={hash_text(target)}" or by[-33:-29] != "src=":
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
) -> Sequence[Translation | None] | None:
    """A translation (or None) for each segment, in the document's order; None to look closer."""
    entries = open_current(data) if index.wanted is not None else None
    complete = None if entries is None else match_current(index, entries, reviewers)
    if complete is not None:
        return complete
    start = _find_start(data)
    try:
        head, text = data[:start].decode("utf-8"), data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return _read_entries(index, text, len(head), find_obsolete(text), reviewers) if start else None


def open_current(data: bytes) -> Entries | None:
    """The entries of the usual file, before its document is known; None to look closer."""
    start = _find_start(data)
    entries = read_entries(data, start) if start else None
    if entries is None:
        return None
    try:
        rest = data[entries.end :].decode("utf-8") if len(data) > entries.end + 1 else ""
    except UnicodeDecodeError:
        return None
    return None if rest[: find_obsolete(rest)].strip("\n") else entries


def match_current(
    index: SegmentIndex, entries: Entries, reviewers: AbstractSet[str]
) -> WholeTexts | None:
    """What `read_current` gives for the file of the entries, where they are all that is wanted."""
    if index.wanted is None:
        return None
    return match_entries(index.wanted, entries, reviewers)


def _find_start(data: bytes) -> int:
    """Where the entries of a file in UTF-8 begin; 0 where it is none, or has an unusual head."""
    start = data.find(_HEADER_END, 0, _MOST_HEADER)
    if start < 0 or data.find(_CHARSET, 0, start) < 0 or b"\r" in data:
        return 0
    return start + len(_HEADER_END)


def _read_entries(
    index: SegmentIndex, text: str, at: int, end: int, reviewers: AbstractSet[str]
) -> list[Translation | None] | None:
    found = list(index.wordless)
    by_address, fingerprints = index.by_address, index.fingerprints
    while (entry := _ENTRY.match(text, at, end)) is not None:
        at = entry.end()
        kind, by, made_for, stamped, fuzzy, address, target = entry.groups()
        if kind is None:
            if target:
                return None
            continue
        if "\\" in target or '"' in target:
            target = join_lines(target.encode()).decode()
        position = by_address.get(address)
        if (
            position is None
            or found[position] is not None
            or fingerprints[position] != made_for
            or not has_letter(target)
        ):
            return None
        if not _can_stand(target, stamped, index, position):
            return None
        origin = ORIGINS[kind]
        if fuzzy and origin in _PERSONS:
            return None
        if origin is Origin.REVIEWED and (by or "").partition(" ")[0] not in reviewers:
            origin = Origin.HUMAN
        found[position] = Translation(target, origin, Freshness.CURRENT)
    if text[at:end].strip("\n"):
        return None
    for position, translation in enumerate(found):
        if translation is None and len(index.by_fingerprint[fingerprints[position]]) > 1:
            # The same source may have a translation at another address.
            return None
    return found


def _can_stand(target: str, stamped: str, index: SegmentIndex, position: int) -> bool:
    """Whether the text is the one that was stamped, and sound; at once for most."""
    shape, syntax = index.shapes[position], index.syntaxes[position]
    if shape is None or (syntax is Syntax.MESSAGE and "'" in target):
        is_sound_here = is_sound(target, index.expected[position], syntax)
        return is_sound_here and hash_text(target) == stamped
    if _SPECIAL.search(target) is not None:
        return find_shape(target) == shape and hash_text(target) == stamped
    if shape:
        return False
    if (
        "  " in target
        or target[0] == " "
        or target[-1] == " "
        or not (target.isascii() or is_normalized("NFC", target))
    ):
        return hash_text(target) == stamped
    return blake2b(target.encode("utf-8"), digest_size=6).hexdigest() == stamped
