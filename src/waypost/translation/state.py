"""What a catalogue says of each segment of a document: state is origin × current or stale."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from waypost.model.marks import find_shape
from waypost.model.text import Syntax
from waypost.model.translation import Freshness, Origin, Translation
from waypost.translation.catalog import FUZZY
from waypost.translation.current import read_current, read_stamp
from waypost.translation.index import SegmentIndex
from waypost.translation.notes import read_notes
from waypost.translation.origin import Words, judge_words
from waypost.translation.po_reader import RawEntry, read_targets
from waypost.translation.soundness import has_letter, is_sound

_WEIGHT = {Origin.REVIEWED: 3, Origin.HUMAN: 2, Origin.DRAFT: 1, Origin.MACHINE: 0}

_Judged = tuple[str, str, Origin, str]
"""Address, translation, its origin, the fingerprint of the source that it was made for."""


def resolve_file(
    index: SegmentIndex, data: bytes, reviewers: AbstractSet[str]
) -> Sequence[Translation | None]:
    """What `resolve` gives for the PO file `data`, at once where all its texts are current."""
    found = read_current(index, data, reviewers)
    return resolve(index, read_targets(data), reviewers) if found is None else found


def resolve(
    index: SegmentIndex, entries: Sequence[RawEntry], reviewers: AbstractSet[str]
) -> list[Translation | None]:
    """One translation (or None) for each segment, in the document's order.

    An entry counts for the segment at its address if it was made for that source; else for a
    segment anywhere with that source, so that moving a paragraph makes nothing stale; else it is
    the stale translation of the segment at its address. What can't stand in a page (lost
    placeables, broken markup) is None.
    """
    judged = [_judge(entry, reviewers) for entry in entries if entry[2] and entry[3].strip()]
    found = list(index.wordless)
    left = [each for each in judged if not _take_at_address(each, index, found)]
    if left or None in found:
        _take_elsewhere(judged, left, index, found)
        for each in left:
            _take_stale(each, index, found)
    return found


def _judge(entry: RawEntry, reviewers: AbstractSet[str]) -> _Judged:
    comments, address, source, target = entry
    quick = read_stamp(comments, target, reviewers)
    if quick is not None:
        return address, target, *quick
    notes = read_notes(comments.split("\n"), target)
    words = Words(source, target, notes.stamp, FUZZY in notes.flags, notes.previous)
    origin, made_for = judge_words(words, reviewers)
    return address, target, origin, made_for


def _take_at_address(judged: _Judged, index: SegmentIndex, found: list[Translation | None]) -> bool:
    """Whether the entry was made for the source that stands at its address now."""
    address, target, origin, made_for = judged
    position = index.by_address.get(address)
    if position is None or index.fingerprints[position] != made_for:
        return False
    _offer(position, target, origin, Freshness.CURRENT, index, found)
    return True


def _take_elsewhere(
    judged: Sequence[_Judged],
    left: Sequence[_Judged],
    index: SegmentIndex,
    found: list[Translation | None],
) -> None:
    """Fill what is empty with entries made for the same source at another address.

    One that moved may serve in any role; one that still stands at its place only in its own.
    """
    moved = {each[0] for each in left}
    empty = {position for position, each in enumerate(found) if each is None}
    for address, target, origin, made_for in judged:
        for position in index.by_fingerprint.get(made_for, ()):
            own = index.by_address.get(address)
            same_role = own is not None and index.roles[own] is index.roles[position]
            if position in empty and (address in moved or same_role):
                _offer(position, target, origin, Freshness.CURRENT, index, found)


def _take_stale(judged: _Judged, index: SegmentIndex, found: list[Translation | None]) -> None:
    """The entry is the former translation of what stands at its address, if nothing better is."""
    address, target, origin, made_for = judged
    position = index.by_address.get(address)
    if position is None or index.fingerprints[position] == made_for:
        return
    _offer(position, target, origin, Freshness.STALE, index, found)


def _offer(
    position: int,
    target: str,
    origin: Origin,
    freshness: Freshness,
    index: SegmentIndex,
    found: list[Translation | None],
) -> None:
    """Put a translation where there is none, or one of less weight and no fresher."""
    there = found[position]
    if there is not None:
        fresher = there.freshness is Freshness.CURRENT and freshness is Freshness.STALE
        if fresher or _WEIGHT[there.origin] >= _WEIGHT[origin]:
            return
    if not has_letter(target):
        return
    shape, syntax = index.shapes[position], index.syntaxes[position]
    has_same_marks = syntax is Syntax.MARKUP and find_shape(target) == shape
    if has_same_marks or is_sound(target, index.expected[position], syntax):
        found[position] = Translation(target, origin, freshness)
