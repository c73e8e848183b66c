"""Words beside the source that they were made for: stamped where they stand, or put away."""

from __future__ import annotations

from waypost.model.fingerprint import fingerprint
from waypost.model.replacing import replace
from waypost.translation.catalog import FUZZY, Entry
from waypost.translation.origin import is_persons, judge_entry
from waypost.translation.stamp import Stamp, StampKind

_NOBODY: frozenset[str] = frozenset()


def stamp_words(entry: Entry) -> Entry:
    """The entry with a stamp that says which source its words were made for.

    A person's words that have none, or were edited since, get `human`; a machine's stay fuzzy.
    """
    if not entry.target.strip():
        flags = tuple(flag for flag in entry.flags if flag != FUZZY)
        return replace(entry, stamp=None, flags=flags, previous="")
    if not is_persons(entry):
        others = tuple(flag for flag in entry.flags if flag != FUZZY)
        return replace(entry, flags=(FUZZY, *others), previous="")
    stamp, mark = entry.stamp, fingerprint(entry.target)
    if stamp is not None and stamp.target == mark:
        return entry
    flags = entry.flags
    if stamp is not None and stamp.is_unchecked:
        # The flag belonged to the machine's text, which a person has made her own.
        flags = tuple(flag for flag in flags if flag != FUZZY)
    _, made_for = judge_entry(entry, _NOBODY)
    return replace(entry, stamp=Stamp(StampKind.HUMAN, "", made_for, mark), flags=flags)


def retire_entry(entry: Entry) -> Entry:
    """The entry as an obsolete one, beside the source that its words were made for."""
    stamped = stamp_words(entry)
    former = stamped.previous
    if former and stamped.stamp is not None and fingerprint(former) == stamped.stamp.source:
        stamped = replace(stamped, source=former)
    return replace(stamped, context=(), previous="")
