"""Corrections from other tools in the catalogue: a person's words, and nothing of hers lost.

A reviewed text that is current gives way only where that is asked for; so does a text that somebody
edited after the export. What gives way stays as an obsolete pair. A correction that was made for an
older source is kept beside that source, never shown as current. A source counts as an older one
only where the catalogue knows it: otherwise somebody has changed it in the file.
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from enum import StrEnum

import msgspec

from waypost.model.correction import Correction, text_mark
from waypost.model.fingerprint import fingerprint
from waypost.model.replacing import replace
from waypost.model.text import Document, Segment, Syntax
from waypost.model.translation import Origin
from waypost.translation.catalog import FUZZY, Catalog, Entry, home_address, with_former
from waypost.translation.former import retire_entry
from waypost.translation.origin import is_persons, judge_entry
from waypost.translation.quality.pair import Defect
from waypost.translation.soundness import (
    Flaw,
    FlawKind,
    expect_placeables,
    find_flaws,
    has_letter,
    is_sound,
)
from waypost.translation.stamp import Stamp, StampKind, make_stamp
from waypost.translation.suspects import Examiner, normal_text

_LONGEST_NOTE = 2_000
_JOINERS = "\u200c\u200d"


class Outcome(StrEnum):
    """What became of a correction."""

    TAKEN = "taken"
    ACCEPTED = "accepted"
    """The text stood there already, or stands there now, and has got a reviewer's stamp."""
    UNCHANGED = "unchanged"
    KEPT = "kept"
    """As a stale pair: the source has changed since."""
    REVIEWED = "reviewed"
    """Not taken: a reviewed text stands there."""
    EDITED = "edited"
    """Not taken: somebody has edited the text since."""
    BROKEN = "broken"
    """Not taken: it can't stand in a page."""
    UNKNOWN = "unknown"
    """Not taken: there is no such text."""
    FAULTY = "faulty"
    """Not taken: a check finds what no text may have."""
    MISPLACED = "misplaced"
    """Not taken: it is the translation of another text."""
    UNTRANSLATED = "untranslated"
    """Not taken: it is the source itself."""
    OTHER_SOURCE = "other source"
    """Not taken: nobody knows the source that it is said to translate."""
    NOT_VOUCHED = "not vouched"
    """Nothing to take, and the review in the file is for another text."""


class Answer(msgspec.Struct, frozen=True):
    """What became of a correction, and why it can't stand in a page if it can't."""

    outcome: Outcome
    flaws: tuple[Flaw, ...] = ()
    defects: tuple[Defect, ...] = ()
    """What the checks say of a text that is taken, or isn't for it."""
    owner: str = ""
    """Whose translation a misplaced text is."""
    moved_to: str = ""
    """The address at which a text was taken in, where that isn't the correction's own."""


class Terms(msgspec.Struct, frozen=True):
    """On which terms corrections are taken in."""

    reviewers: AbstractSet[str]
    """The handles whose stamps count in the language."""
    day: date
    may_replace: bool = False
    """Whether a reviewed text, or one that was edited since, gives way."""
    handle: str = ""
    """The reviewer who stands by what the files say is reviewed; "" for nobody."""
    examiner: Examiner = msgspec.field(default_factory=Examiner)
    """What each new text is held against."""


class Corrected(msgspec.Struct, frozen=True):
    """The catalogue with what was taken in, and an answer to each correction in order."""

    catalog: Catalog
    answers: tuple[Answer, ...]


def take_corrections(
    document: Document, catalog: Catalog, corrections: Sequence[Correction], terms: Terms
) -> Corrected:
    """The synced catalogue with the corrections; taking the same ones again changes nothing."""
    intake = _Intake(document, catalog, terms)
    answers = tuple([intake.take(each) for each in corrections])
    entries = tuple(intake.entries.values())
    if entries == catalog.entries and not intake.former:
        return Corrected(catalog, answers)
    changed = replace(catalog, entries=entries)
    return Corrected(with_former(changed, (*catalog.obsolete, *intake.former)), answers)


class _Intake(msgspec.Struct):
    document: Document
    catalog: Catalog
    terms: Terms
    entries: dict[str, Entry] = msgspec.field(default_factory=dict)
    """By address, in the catalogue's order."""
    former: list[Entry] = msgspec.field(default_factory=list)
    known: set[str] = msgspec.field(default_factory=set)
    """The fingerprints of all sources that the catalogue has, or had."""
    segments: dict[str, Segment] = msgspec.field(default_factory=dict)
    by_source: dict[str, list[Segment]] = msgspec.field(default_factory=dict)
    """By the marks of their source (`_mark_source`)."""

    def __post_init__(self) -> None:
        self.entries = {entry.address: entry for entry in self.catalog.entries}
        self.segments = {
            each.address: each for each in self.document.segments if each.address in self.entries
        }
        for each in self.segments.values():
            for mark in _mark_source(each.source, each.syntax):
                self.by_source.setdefault(mark, []).append(each)
        for entry in (*self.catalog.entries, *self.catalog.obsolete):
            stamped = {entry.stamp.source} if entry.stamp is not None else set[str]()
            self.known |= stamped
            for source in filter(None, (entry.source, entry.previous)):
                self.known |= {fingerprint(source)}

    def take(self, correction: Correction) -> Answer:
        """The answer to a correction; what is taken stands in `entries` and `former`."""
        segment = self._find_segment(correction)
        if segment is not None:
            answer = self._take_current(correction, segment)
        elif correction.address in self.segments:
            segment = self.segments[correction.address]
            answer = self._keep_stale(correction, segment)
        else:
            return Answer(Outcome.UNKNOWN)
        if answer.outcome in REFUSALS:
            return answer
        if correction.note.strip():
            self._add_note(correction, segment.address)
        is_written = answer.outcome is not Outcome.UNCHANGED or bool(correction.note.strip())
        if is_written and segment.address != correction.address:
            return replace(answer, moved_to=segment.address)
        return answer

    def _find_segment(self, correction: Correction) -> Segment | None:
        """The text with the correction's source: at its address, else where it has moved."""
        found = [
            segment
            for syntax in Syntax
            for mark in _mark_source(correction.source, syntax)
            for segment in self.by_source.get(mark, ())
            if segment.syntax is syntax
        ]
        at_home = (segment for segment in found if segment.address == correction.address)
        return next(at_home, found[0] if found else None)

    def _take_current(self, correction: Correction, segment: Segment) -> Answer:
        entry = self.entries[segment.address]
        target = correction.target
        if not target.strip():
            return Answer(Outcome.UNCHANGED)
        is_there = _says_same(target, entry.target, segment.syntax)
        if is_there or correction.is_as_given:
            return self._accept_as_is(correction, entry, is_there=is_there)
        refused = self._find_fault(segment.source, target, segment)
        if refused is not None:
            return refused
        refusal = self._find_refusal(correction, entry, segment)
        if refusal is not None:
            return Answer(refusal)
        defects = self.terms.examiner.find_defects(segment.source, target, segment)
        if any(defect.is_blocking for defect in defects):
            return Answer(Outcome.FAULTY, defects=defects)
        if fingerprint(target) == fingerprint(entry.target):
            # Only quotation marks or dashes: whose words these are doesn't change by it.
            entry = replace(entry, target=target)
        else:
            if is_persons(entry):
                self.former.append(replace(retire_entry(entry), comments=()))
            entry = _make_human(entry, target, make_stamp(_HUMAN, "", segment.source, target))
        self.entries[segment.address] = entry
        if correction.is_final and self.terms.handle:
            return replace(self._stamp(entry), defects=defects)
        return Answer(Outcome.TAKEN, defects=defects)

    def _find_fault(self, source: str, target: str, segment: Segment) -> Answer | None:
        """Why the text isn't meant for the source, or can't stand in its place."""
        examiner = self.terms.examiner
        owner = examiner.find_owner(self.document.name, source, target, segment)
        if owner is not None:
            return Answer(Outcome.MISPLACED, owner=owner.name)
        if flaws := _find_flaws(target, source, segment.syntax):
            return Answer(Outcome.BROKEN, flaws)
        is_source = examiner.is_source(source, target, segment)
        return Answer(Outcome.UNTRANSLATED) if is_source else None

    def _accept_as_is(self, correction: Correction, entry: Entry, *, is_there: bool) -> Answer:
        """The answer to a text that its writer hasn't changed, or that stands there already."""
        if not (correction.is_final and self.terms.handle):
            return Answer(Outcome.UNCHANGED)
        if not is_there and entry.target.strip():
            return Answer(Outcome.NOT_VOUCHED)
        if not is_there:
            # The text served from another place; a review is for this one.
            stamp = make_stamp(_HUMAN, "", entry.source, correction.target)
            entry = _make_human(entry, correction.target, stamp)
        origin, made_for = judge_entry(entry, self.terms.reviewers)
        if made_for != fingerprint(entry.source):
            return Answer(Outcome.NOT_VOUCHED)
        return Answer(Outcome.UNCHANGED) if origin is Origin.REVIEWED else self._stamp(entry)

    def _stamp(self, entry: Entry) -> Answer:
        by = f"{self.terms.handle} {self.terms.day.isoformat()}"
        stamp = make_stamp(StampKind.REVIEWED, by, entry.source, entry.target)
        self.entries[entry.address] = _make_human(entry, entry.target, stamp)
        return Answer(Outcome.ACCEPTED)

    def _find_refusal(
        self, correction: Correction, entry: Entry, segment: Segment
    ) -> Outcome | None:
        if self.terms.may_replace or not is_persons(entry):
            return None
        expected = expect_placeables(segment.source, segment.syntax)
        origin, made_for = judge_entry(entry, self.terms.reviewers)
        is_current = made_for == fingerprint(entry.source)
        if not is_current or not is_sound(entry.target, expected, segment.syntax):
            return None
        if origin is Origin.REVIEWED:
            return Outcome.REVIEWED
        given = {entry.target, normal_text(entry.target, segment.syntax)}
        was_edited = correction.mark and correction.mark not in set(map(text_mark, given))
        return Outcome.EDITED if was_edited else None

    def _keep_stale(self, correction: Correction, segment: Segment) -> Answer:
        entry = self.entries[segment.address]
        target = correction.target
        is_there = _says_same(target, entry.target, segment.syntax)
        if not target.strip() or is_there or correction.is_as_given:
            is_claim = correction.is_final and bool(self.terms.handle)
            return Answer(Outcome.NOT_VOUCHED if is_claim else Outcome.UNCHANGED)
        if self.known.isdisjoint(_mark_source(correction.source, segment.syntax)):
            return Answer(Outcome.OTHER_SOURCE)
        refused = self._find_fault(correction.source, target, segment)
        if refused is not None:
            return refused
        defects = self.terms.examiner.find_defects(correction.source, target, segment)
        if any(defect.is_blocking for defect in defects):
            return Answer(Outcome.FAULTY, defects=defects)
        stamp = make_stamp(_HUMAN, "", correction.source, target)
        if not entry.target.strip():
            stale = _make_human(entry, target, stamp)
            self.entries[segment.address] = replace(stale, previous=correction.source)
            return Answer(Outcome.KEPT, defects=defects)
        pair = Entry(segment.address, correction.source, target, stamp)
        if not self._is_kept(pair):
            self.former.append(pair)
        return Answer(Outcome.KEPT, defects=defects)

    def _is_kept(self, pair: Entry) -> bool:
        return any(
            home_address(one) == pair.address
            and one.target == pair.target
            and one.stamp is not None
            and pair.stamp is not None
            and one.stamp.source == pair.stamp.source
            for one in (*self.catalog.obsolete, *self.former)
        )

    def _add_note(self, correction: Correction, address: str) -> None:
        """The note as a comment that can't be taken for a stamp, once."""
        who = f" by {_one_line(correction.by)}" if correction.by.strip() else ""
        comment = f"note{who}: {_one_line(correction.note)}"
        entry = self.entries[address]
        if comment not in entry.comments:
            self.entries[address] = replace(entry, comments=(*entry.comments, comment))


REFUSALS = frozenset(
    {
        Outcome.REVIEWED,
        Outcome.EDITED,
        Outcome.BROKEN,
        Outcome.UNKNOWN,
        Outcome.FAULTY,
        Outcome.MISPLACED,
        Outcome.UNTRANSLATED,
        Outcome.OTHER_SOURCE,
    }
)
"""Nothing is written of such a correction, not even its note."""
_HUMAN = StampKind.HUMAN


def _mark_source(source: str, syntax: Syntax) -> set[str]:
    """What equal sources have in common: as it stands, and with other escapes."""
    return {fingerprint(source), fingerprint(normal_text(source, syntax))}


def _says_same(one: str, other: str, syntax: Syntax) -> bool:
    return one == other or normal_text(one, syntax) == normal_text(other, syntax)


def _find_flaws(target: str, source: str, syntax: Syntax) -> tuple[Flaw, ...]:
    flaws = find_flaws(target, expect_placeables(source, syntax), syntax)
    if not flaws and not has_letter(target):
        return (Flaw(FlawKind.LOST, "every word"),)
    return flaws


def _make_human(entry: Entry, target: str, stamp: Stamp) -> Entry:
    flags = tuple(flag for flag in entry.flags if flag != FUZZY)
    return replace(entry, target=target, stamp=stamp, flags=flags, previous="")


def _one_line(text: str) -> str:
    words = " ".join(text.split())[:_LONGEST_NOTE]
    return "".join(sign for sign in words if sign.isprintable() or sign in _JOINERS)
