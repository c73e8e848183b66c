"""Two versions of a catalogue and the one that both were made from, as one catalogue.

Entries are matched by what they translate, then by address, never by line. A change of one side
counts; where both have changed an entry, a person's words outweigh a machine's, words for the
source as it stands outweigh those for another, and a reviewed text outweighs one that isn't. What
gives way stays as an obsolete entry: nothing that a person wrote on either side is lost. A
rejection that stands on either side stands in the result, since many tools drop comments, and keeps
a machine's text away.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet

import msgspec

from waypost.model.fingerprint import fingerprint, fold_text
from waypost.model.replacing import replace
from waypost.model.text import Risk, Role, Segment
from waypost.model.translation import Origin
from waypost.translation.catalog import FUZZY, Catalog, Entry, home_address, with_former
from waypost.translation.former import retire_entry, stamp_words
from waypost.translation.matching import match_entries
from waypost.translation.origin import is_persons, judge_entry
from waypost.translation.rejection import (
    Rejection,
    find_rejection_lines,
    find_rejections,
    gather_rejections,
    is_rejected,
)
from waypost.translation.stamp import StampKind
from waypost.translation.structure import merge_structure

_NOBODY: frozenset[str] = frozenset()


class Conflict(msgspec.Struct, frozen=True):
    """Two people have written different words for one text; both are kept."""

    address: str
    kept: str
    """The words that stand now."""
    former: str
    """The words of the other, in an obsolete entry at this address."""


class Dispute(msgspec.Struct, frozen=True):
    """One has rejected a text that another has meanwhile made her own: it stands, with the line."""

    address: str
    text: str


class Merged(msgspec.Struct, frozen=True):
    """One catalogue made of two, and where people must decide."""

    catalog: Catalog
    conflicts: tuple[Conflict, ...]
    disputes: tuple[Dispute, ...] = ()


def merge_catalogs(
    base: Catalog, ours: Catalog, theirs: Catalog, reviewers: AbstractSet[str]
) -> Merged:
    """The catalogue with the changes of both sides since `base`.

    Changes of different entries never conflict. `reviewers` are the handles that may stamp in
    this language.
    """
    frames = merge_structure(base.entries, ours.entries, theirs.entries)
    segments = [Segment(each.address, each.source, Role.FIELD, Risk.LOW) for each in frames]
    sides = [_Side(segments, catalog) for catalog in (base, ours, theirs)]
    merger = _Merger(reviewers)
    entries = tuple(
        [
            merger.merge(frame, *[side.found.get(position) for side in sides])
            for position, frame in enumerate(frames)
        ]
    )
    former = [*sides[1].left, *sides[2].left, *merger.former]
    # A rejection counts in the whole document: its source may have moved on the other side.
    rejections = gather_rejections(Catalog("", entries, tuple(former)))
    entries = tuple([_keep_away(entry, rejections) for entry in entries])
    catalog = Catalog(
        ours.language or theirs.language,
        entries,
        (),
        _unite(base.comments, ours.comments, theirs.comments),
    )
    whole = with_former(catalog, _clean(former, entries))
    return Merged(whole, tuple(merger.conflicts), tuple(merger.disputes))


class _Side:
    """The entries of one version on the frames of the result, and what no frame needs."""

    def __init__(self, segments: Sequence[Segment], catalog: Catalog) -> None:
        match = match_entries(segments, catalog)
        self.found: Mapping[int, Entry] = {
            position: stamp_words(entry) for position, entry in match.found.items()
        }
        self.left = [
            retire_entry(each.entry)
            for each in match.left
            if each.is_persons or each.entry.comments
        ]


class _Merger:
    """One entry made of up to three, with all that gives way."""

    def __init__(self, reviewers: AbstractSet[str]) -> None:
        self.former: list[Entry] = []
        self.conflicts: list[Conflict] = []
        self.disputes: list[Dispute] = []
        self._reviewers = reviewers

    def merge(
        self, frame: Entry, base: Entry | None, ours: Entry | None, theirs: Entry | None
    ) -> Entry:
        """The entry at the place of `frame`."""
        chosen = self._choose(frame, base, ours, theirs)
        empty = Entry(frame.address, frame.source)
        sides = [each or empty for each in (base, ours, theirs)]
        flags = _unite(*[_other_flags(each) for each in sides])
        comments = _unite_comments(*[each.comments for each in sides])
        words = chosen or empty
        if _is_disputed(words, *sides):
            self.disputes.append(Dispute(frame.address, words.target))
        merged = replace(
            empty,
            target=words.target,
            stamp=words.stamp,
            flags=(FUZZY, *flags) if words.is_fuzzy else flags,
            comments=comments,
            context=frame.context,
        )
        return replace(merged, previous=_find_previous(merged, words))

    def _choose(
        self, frame: Entry, base: Entry | None, ours: Entry | None, theirs: Entry | None
    ) -> Entry | None:
        """The entry whose words stand in the result."""
        if _says(ours) == _says(theirs):
            return self._heavier(frame, ours, theirs)
        if _says(ours) == _says(base):
            return theirs
        if _says(theirs) == _says(base):
            return ours
        chosen = self._heavier(frame, ours, theirs)
        other = theirs if chosen is ours else ours
        if chosen is None or other is None or _are_same_words(chosen, other):
            return chosen
        if is_persons(other):
            self.former.append(retire_entry(other))
            is_tie = self._weigh(frame, chosen)[:5] == self._weigh(frame, other)[:5]
            if is_tie and _made_for(chosen) == _made_for(other):
                self.conflicts.append(Conflict(frame.address, chosen.target, other.target))
        return chosen

    def _heavier(self, frame: Entry, ours: Entry | None, theirs: Entry | None) -> Entry | None:
        if ours is None or theirs is None:
            return ours or theirs
        return theirs if self._weigh(frame, theirs) > self._weigh(frame, ours) else ours

    def _weigh(self, frame: Entry, entry: Entry) -> tuple[bool, bool, bool, bool, bool, str]:
        """A person's; for the source as it stands; reviewed; finished; any; the later review."""
        if not entry.target.strip():
            return (False, False, False, False, False, "")
        origin, made_for = judge_entry(entry, self._reviewers)
        is_current = made_for == fingerprint(frame.source)
        is_reviewed = is_current and origin is Origin.REVIEWED
        day = entry.stamp.by.partition(" ")[2] if is_reviewed and entry.stamp is not None else ""
        return (is_persons(entry), is_current, is_reviewed, not entry.is_fuzzy, True, day)


def _says(entry: Entry | None) -> tuple[str, object, bool]:
    """What an entry says of its text; equal where nothing was changed."""
    if entry is None or not entry.target.strip():
        return ("", None, False)
    return (entry.target, entry.stamp, entry.is_fuzzy)


def _are_same_words(one: Entry, other: Entry) -> bool:
    return fold_text(one.target) == fold_text(other.target)


def _other_flags(entry: Entry) -> tuple[str, ...]:
    return tuple([flag for flag in entry.flags if flag != FUZZY])


def _unite(base: Iterable[str], ours: Iterable[str], theirs: Iterable[str]) -> tuple[str, ...]:
    """The lines of both sides, without those that one of them has taken away."""
    known, our, their = frozenset(base), tuple(ours), tuple(theirs)
    lines = dict.fromkeys((*our, *their))
    return tuple([line for line in lines if line not in known or (line in our and line in their)])


def _unite_comments(
    base: tuple[str, ...], ours: tuple[str, ...], theirs: tuple[str, ...]
) -> tuple[str, ...]:
    """The comments of both sides; a rejection goes only where both have taken it away."""
    kept = find_rejection_lines(ours) | find_rejection_lines(theirs)
    return _unite([line for line in base if line not in kept], ours, theirs)


def _keep_away(entry: Entry, rejections: AbstractSet[Rejection]) -> Entry:
    """The entry without a machine's words that one side has rejected."""
    if entry.stamp is None or not entry.target.strip() or is_persons(entry):
        return entry
    if not is_rejected(rejections, entry.stamp):
        return entry
    return replace(entry, target="", stamp=None, flags=_other_flags(entry), previous="")


def _is_disputed(words: Entry, base: Entry, ours: Entry, theirs: Entry) -> bool:
    """Whether one side has rejected the person's words that the other has made her own since."""
    if not is_persons(words) or _says(words) in (_says(base), ("", None, False)):
        return False
    known = find_rejections(base.comments)
    mark = (_made_for(words), fingerprint(words.target))
    return any(
        (each.source, each.target) == mark and each not in known
        for side in (ours, theirs)
        if _says(side) != _says(words)
        for each in find_rejections(side.comments)
    )


def _find_previous(entry: Entry, words: Entry) -> str:
    """The source that a person's stale words were made for, if it is known."""
    stamp = entry.stamp
    if stamp is None or not is_persons(entry) or stamp.source == fingerprint(entry.source):
        return ""
    known = (text for text in (words.source, words.previous) if text)
    return next((text for text in known if fingerprint(text) == stamp.source), "")


def _clean(former: Iterable[Entry], entries: Sequence[Entry]) -> list[Entry]:
    """The former pairs, each once, without those that stand in the catalogue as they are.

    One that a person has read doesn't stand where only a machine says the same.
    """
    standing: dict[tuple[str, str], int] = {}
    for entry in entries:
        pair = _pair(entry)
        standing[pair] = max(standing.get(pair, 0), _vouch(entry))
    best: dict[tuple[str, str, str], Entry] = {}
    for each in former:
        if not each.comments and standing.get(_pair(each), -1) >= _vouch(each):
            continue
        key = (home_address(each), each.source, each.target)
        there = best.get(key)
        if there is None:
            best[key] = each
            continue
        comments = tuple(dict.fromkeys((*there.comments, *each.comments)))
        best[key] = replace(each if _is_reviewed(each) else there, comments=comments)
    return list(best.values())


def _vouch(entry: Entry) -> int:
    """What a person says for the words: nothing, that they are hers, that they are right."""
    if not is_persons(entry):
        return 0
    return 2 if _is_reviewed(entry) else 1


def _is_reviewed(entry: Entry) -> bool:
    return entry.stamp is not None and entry.stamp.kind is StampKind.REVIEWED


def _pair(entry: Entry) -> tuple[str, str]:
    """The source that the words were made for, and the words."""
    return (_made_for(entry), fold_text(entry.target))


def _made_for(entry: Entry) -> str:
    """The fingerprint of the source that the words were made for; "" where there are none."""
    return judge_entry(entry, _NOBODY)[1] if entry.target.strip() else ""
