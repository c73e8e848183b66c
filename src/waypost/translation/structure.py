"""Which entries a merged catalogue has, in which order: addresses, sources and context."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import product

from waypost.model.fingerprint import fold_text
from waypost.translation.catalog import Entry


def merge_structure(
    base: Sequence[Entry], ours: Sequence[Entry], theirs: Sequence[Entry]
) -> tuple[Entry, ...]:
    """The frames of the result: entries whose words don't count yet.

    An address that one side has taken away is gone; one that a side has added stands behind the
    one that it follows there. The source at an address is that of the side that has changed it;
    where both have, that of `theirs`, the branch that is merged in, unless the source stood twice
    by that. What this makes of a guide that both sides have reordered, `waypost sync` puts right by
    the guide itself.
    """
    if _frame(ours) == _frame(base):
        return _once(theirs)
    if _frame(theirs) in (_frame(base), _frame(ours)):
        return _once(ours)
    former, our, their = (_by_address(each) for each in (base, ours, theirs))
    frames = [
        _choose(address, former, our, their)
        for address in _order(former, our, their)
        if address not in former or (address in our and address in their)
    ]
    return _part_copies(frames, our, their)


def _part_copies(
    frames: Sequence[Entry], ours: Mapping[str, Entry], theirs: Mapping[str, Entry]
) -> tuple[Entry, ...]:
    """The frames, with a source that stands more often than on either side replaced.

    A sentence that one side has put in front moves the next ones to other addresses. Taken from
    both addresses one would leave a copy of its words, which a sync could only give to the new
    sentence.
    """
    known = _count(ours.values()) | _count(theirs.values())
    found = _count(frames)
    parted = list(frames)
    spare = found - known
    doubled = [at for at, each in enumerate(frames) if fold_text(each.source) in spare]
    for position, side in product(doubled, (ours, theirs)):
        mark = fold_text(parted[position].source)
        if found[mark] > known[mark]:
            for at, entry in _find_way(parted, position, side, known - found).items():
                parted[at] = entry
            found = _count(parted)
    return tuple(parted)


def _find_way(
    frames: Sequence[Entry], start: int, side: Mapping[str, Entry], missing: Counter[str]
) -> dict[int, Entry]:
    """What one side has instead, from `start` on until one of the missing sources; else nothing.

    What it has there may stand at another address already: then that one has to follow.
    """
    way: dict[int, Entry] = {}
    at: int | None = start
    while at is not None:
        frame = frames[at]
        entry = side.get(frame.address or f"\0{frame.source}", frame)
        mark = fold_text(entry.source)
        if mark == fold_text(frame.source):
            return {}
        way[at] = entry
        if missing[mark]:
            return way
        others = (n for n, each in enumerate(frames) if n not in way)
        at = next((n for n in others if fold_text(frames[n].source) == mark), None)
    return {}


def _count(entries: Iterable[Entry]) -> Counter[str]:
    """How often each source stands there."""
    return Counter([fold_text(entry.source) for entry in entries])


def _frame(entries: Sequence[Entry]) -> list[tuple[str, str]]:
    return [(entry.address, fold_text(entry.source)) for entry in entries]


def _once(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    return tuple(_by_address(entries).values())


def _by_address(entries: Sequence[Entry]) -> dict[str, Entry]:
    """The entries by address; where a tool has dropped that, by source."""
    found: dict[str, Entry] = {}
    for entry in entries:
        found.setdefault(entry.address or f"\0{entry.source}", entry)
    return found


def _choose(
    address: str,
    base: Mapping[str, Entry],
    ours: Mapping[str, Entry],
    theirs: Mapping[str, Entry],
) -> Entry:
    our, their = ours.get(address), theirs.get(address)
    if our is None:
        return theirs[address]
    if their is None:
        return our
    former = base.get(address)
    same = former is not None and fold_text(their.source) == fold_text(former.source)
    return our if same else their


def _order(
    base: Mapping[str, Entry], ours: Mapping[str, Entry], theirs: Mapping[str, Entry]
) -> list[str]:
    """The addresses in the order of `theirs`, with what only `ours` has behind what it follows."""
    order = list(theirs)
    previous: str | None = None
    for address in ours:
        if address not in theirs and address not in base:
            order.insert(0 if previous is None else order.index(previous) + 1, address)
        if address in order:
            previous = address
    return order
