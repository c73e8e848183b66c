"""Which entry of a catalogue belongs to which segment after the source has moved and changed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from difflib import SequenceMatcher

import msgspec

from waypost.model.fingerprint import fingerprint
from waypost.model.text import Segment
from waypost.translation.catalog import Catalog, Entry, home_address
from waypost.translation.origin import is_persons, judge_entry
from waypost.translation.rejection import is_former_rejected

_Grouping = Callable[[str], str]
_ALIKE = 0.5
_NUMBER = re.compile(r"\d+")


class Candidate(msgspec.Struct, frozen=True):
    """An entry that may belong to a segment, with what it is matched by."""

    entry: Entry
    is_obsolete: bool
    is_persons: bool
    made_for: str
    """The fingerprint of the source that its words were made for."""
    beside: str
    """The fingerprint of the source that it stands beside."""


class Match(msgspec.Struct):
    """Segments with their entries (None for a new text), and the entries that nothing needs."""

    found: dict[int, Entry] = msgspec.field(default_factory=dict)
    """By the position of the segment."""
    left: list[Candidate] = msgspec.field(default_factory=list)


def match_entries(segments: Sequence[Segment], catalog: Catalog) -> Match:
    """Every segment with the entry that says most about it.

    A person's words for exactly this source come first, wherever they stand and even from among
    the obsolete (but for those that were rejected); then a machine's; then an entry that stands
    beside this source; then what is left under the same heading, in order; then what is left at
    the same address.
    """
    pool = [_make_candidate(entry, is_obsolete=False) for entry in catalog.entries]
    former = [_make_candidate(entry, is_obsolete=True) for entry in catalog.obsolete]
    marks = [fingerprint(segment.source) for segment in segments]
    matcher = _Matcher(segments, marks)
    matcher.take((c for c in pool if c.is_persons), by_words=True)
    matcher.take(
        (c for c in former if c.is_persons and not is_former_rejected(c.entry)), by_words=True
    )
    matcher.take((c for c in pool if c.entry.target), by_words=True)
    matcher.take(pool, by_words=False)
    matcher.take_in_order(pool)
    matcher.take_at_address(pool)
    matcher.match.left = [c for c in (*former, *pool) if id(c) not in matcher.used]
    return matcher.match


def _make_candidate(entry: Entry, *, is_obsolete: bool) -> Candidate:
    beside = fingerprint(entry.source)
    made_for = judge_entry(entry, frozenset())[1] if entry.target.strip() else ""
    return Candidate(entry, is_obsolete, is_persons(entry), made_for, beside)


class _Matcher:
    def __init__(self, segments: Sequence[Segment], marks: Sequence[str]) -> None:
        self.match = Match()
        self.used: set[int] = set()
        self._segments = segments
        self._marks = marks

    def take(self, candidates: Iterable[Candidate], *, by_words: bool) -> None:
        """Match equal fingerprints: at the same address first, then in order."""
        waiting: dict[str, list[Candidate]] = defaultdict(list)
        for each in candidates:
            if id(each) not in self.used:
                waiting[each.made_for if by_words else each.beside].append(each)
        waiting.pop("", None)
        for at_home in (True, False):
            for position in self._open():
                same = waiting.get(self._marks[position], [])
                address = self._segments[position].address
                fit = next(
                    (c for c in same if not at_home or home_address(c.entry) == address),
                    None,
                )
                if fit is not None:
                    same.remove(fit)
                    self._assign(position, fit)

    def take_in_order(self, pool: Sequence[Candidate]) -> None:
        """Match what is left of one kind under one heading, if as many texts as entries are left.

        Else those that are alike, whatever their kind, keeping the order.
        """
        for group_of in (_kind_group, _heading_group):
            positions, entries = self._left_by(group_of, pool)
            for group, open_positions in positions.items():
                candidates = entries.get(group, [])
                if group_of is _kind_group and len(candidates) == len(open_positions):
                    pairs = list(zip(open_positions, candidates, strict=True))
                else:
                    pairs = self._alike(open_positions, candidates)
                for position, candidate in pairs:
                    self._assign(position, candidate)

    def take_at_address(self, pool: Sequence[Candidate]) -> None:
        """Match what is left at the same address."""
        left = {c.entry.address: c for c in reversed(pool) if id(c) not in self.used}
        for position in self._open():
            candidate = left.get(self._segments[position].address)
            if candidate is not None:
                self._assign(position, candidate)

    def _left_by(
        self, group_of: _Grouping, pool: Sequence[Candidate]
    ) -> tuple[dict[str, list[int]], dict[str, list[Candidate]]]:
        positions: dict[str, list[int]] = defaultdict(list)
        for position in self._open():
            positions[group_of(self._segments[position].address)].append(position)
        entries: dict[str, list[Candidate]] = defaultdict(list)
        for candidate in pool:
            if id(candidate) not in self.used and candidate.entry.address:
                entries[group_of(candidate.entry.address)].append(candidate)
        return positions, entries

    def _alike(
        self, positions: Sequence[int], candidates: Sequence[Candidate]
    ) -> list[tuple[int, Candidate]]:
        pairs: list[tuple[int, Candidate]] = []
        start = 0
        for position in positions:
            words = self._segments[position].source.split()
            for index in range(start, len(candidates)):
                other = candidates[index].entry.source.split()
                if SequenceMatcher(None, words, other, autojunk=False).ratio() >= _ALIKE:
                    pairs.append((position, candidates[index]))
                    start = index + 1
                    break
        return pairs

    def _open(self) -> list[int]:
        return [p for p in range(len(self._segments)) if p not in self.match.found]

    def _assign(self, position: int, candidate: Candidate) -> None:
        self.match.found[position] = candidate.entry
        self.used.add(id(candidate))


def _kind_group(address: str) -> str:
    """The address without its numbers: `body/do/p-#`, `need/#/text`."""
    stem, _, last = address.rpartition("/")
    if address.startswith("body/"):
        return f"{stem}/{_NUMBER.sub('#', last)}"
    return _NUMBER.sub("#", address)


def _heading_group(address: str) -> str:
    """What stands under one heading, or in one field."""
    if address.startswith("body/"):
        return address.rpartition("/")[0]
    return address.partition("/")[0]
