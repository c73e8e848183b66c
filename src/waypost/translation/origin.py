"""Whose words a translation is, and which source it was made for: what its stamp proves."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

import msgspec

from waypost.model.fingerprint import fingerprint
from waypost.model.translation import Origin
from waypost.translation.catalog import Entry
from waypost.translation.stamp import Stamp, StampKind

ORIGINS: Mapping[str, Origin] = {
    StampKind.MACHINE.value: Origin.MACHINE,
    StampKind.DRAFT.value: Origin.DRAFT,
    StampKind.REVIEWED.value: Origin.REVIEWED,
    StampKind.HUMAN.value: Origin.HUMAN,
}
"""The origin that a stamp's word claims."""


class Words(msgspec.Struct, frozen=True):
    """A translation's words with what stands beside them in the PO file."""

    source: str
    target: str
    stamp: Stamp | None
    is_fuzzy: bool
    previous: str


def judge_words(words: Words, reviewers: AbstractSet[str]) -> tuple[Origin, str]:
    """The origin of a translation, and the fingerprint of the source that it was made for.

    A stamp counts while its target is the text beside it. A text that somebody has edited since,
    or that never had a stamp, is a person's, made for the source it stands beside. Where a person
    or a tool has marked such a text as unfinished (fuzzy), nobody vouches for it: a draft.
    """
    stamp = words.stamp
    edited = stamp is not None and stamp.target != fingerprint(words.target)
    if stamp is not None and not edited:
        origin = ORIGINS[stamp.kind]
        if origin is Origin.REVIEWED and stamp.handle not in reviewers:
            origin = Origin.HUMAN
        unfinished = words.is_fuzzy and not stamp.is_unchecked
        return Origin.DRAFT if unfinished else origin, stamp.source
    if words.is_fuzzy and not (stamp is not None and stamp.is_unchecked):
        made_for = words.source if stamp is not None else words.previous or words.source
        return Origin.DRAFT, fingerprint(made_for)
    # Where a machine's text was edited, fuzzy is only what the machine's stamp left behind.
    return Origin.HUMAN, fingerprint(words.source)


def judge_entry(entry: Entry, reviewers: AbstractSet[str]) -> tuple[Origin, str]:
    """`judge_words` for an entry of a catalogue that has a translation."""
    words = Words(entry.source, entry.target, entry.stamp, entry.is_fuzzy, entry.previous)
    return judge_words(words, reviewers)


def is_persons(entry: Entry) -> bool:
    """Whether a person wrote these words: they are never dropped and never written over."""
    if not entry.target.strip():
        return False
    stamp = entry.stamp
    is_unchecked = stamp is not None and stamp.is_unchecked
    return not (is_unchecked and stamp is not None and stamp.target == fingerprint(entry.target))
