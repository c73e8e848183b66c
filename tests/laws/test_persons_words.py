"""Whatever is synced, translated and edited, in any order: a person's words are never lost.

And no text is shown as current, or at critical risk, beside a source that it wasn't made for.
"""

from __future__ import annotations

import io
from datetime import date

import polib
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from tests.laws.catalogs import documents
from waypost.model.fingerprint import fingerprint
from waypost.model.policy import DEFAULT_POLICY
from waypost.model.replacing import replace
from waypost.model.text import Document, Risk, Segment
from waypost.model.translation import Freshness, Origin
from waypost.translation.catalog import FUZZY, Catalog, Entry
from waypost.translation.fill import apply_machine, plan_fill
from waypost.translation.index import index_segments
from waypost.translation.memory import recall_all, remember
from waypost.translation.po_catalog import parse_catalog
from waypost.translation.po_reader import read_targets
from waypost.translation.po_writer import render_catalog
from waypost.translation.review import accept
from waypost.translation.state import resolve
from waypost.translation.sync import sync_catalog

_REVIEWERS = frozenset({"ana"})
_numbers = st.integers(0, 4)


class Desk(RuleBasedStateMachine):
    """A document, its catalogue, and a record of who wrote what for which source."""

    def __init__(self) -> None:
        super().__init__()
        self.document = Document("guides/x", "content/guides/x.md", ())
        self.catalog = Catalog("es")
        self.written = 0
        self.owned: set[str] = set()
        """Words of persons, but for those that a person herself has replaced."""
        self.made_for: dict[str, str] = {}
        """The fingerprint of the source that each text was made for."""

    def _write(self, kind: str, source: str) -> str:
        self.written += 1
        text = f"{kind}{self.written}" + (" {fee}" if "{fee}" in source else "")
        self.made_for[text] = fingerprint(source)
        return text

    @initialize(document=documents())
    def begin(self, document: Document) -> None:
        self.document = document
        self.sync()

    @rule(document=documents())
    def another_source(self, document: Document) -> None:
        self.document = document

    @rule(at=_numbers, text=st.sampled_from(["Call us now.", "Bring your ID, please.", "New."]))
    def one_text_of_the_source_changes(self, at: int, text: str) -> None:
        if segments := list(self.document.segments):
            at %= len(segments)
            segments[at] = replace(segments[at], source=text)
            self.document = replace(self.document, segments=tuple(segments))

    @rule()
    def typography_of_the_source_changes(self) -> None:
        changed = [replace(s, source=s.source.replace(" ", "  ")) for s in self.document.segments]
        self.document = replace(self.document, segments=tuple(changed))

    @rule(at=_numbers)
    def a_text_of_the_source_goes(self, at: int) -> None:
        if segments := list(self.document.segments):
            del segments[at % len(segments)]
            self.document = replace(self.document, segments=_number_again(segments))

    @rule()
    def sync(self) -> None:
        self.catalog = sync_catalog(self.document, self.catalog)
        assert sync_catalog(self.document, self.catalog) == self.catalog
        # A person's text beside its own source is not the same as a machine's in its place.
        assert [entry.address for entry in self.catalog.entries] == [
            segment.address for segment in self.document.segments
        ]

    @rule()
    def machine(self) -> None:
        self.sync()
        before = {entry.address: entry.target for entry in self.catalog.entries}
        wanted = plan_fill(self.document, self.catalog, DEFAULT_POLICY)
        results = {each.address: self._write("m", each.source) for each in wanted}
        self.catalog = apply_machine(self.catalog, results, "argos 1.12.1 en_es")
        for entry in self.catalog.entries:
            assert entry.target == results.get(entry.address, before[entry.address])
        assert plan_fill(self.document, self.catalog, DEFAULT_POLICY) == ()

    @rule()
    def machine_everywhere(self) -> None:
        """A careless caller offers a text for every address, synced or not."""
        results = {e.address: self._write("m", e.source) for e in self.catalog.entries}
        current = {
            entry.address: entry.target
            for entry in self.catalog.entries
            if entry.target in self.owned
            and self.made_for[entry.target] == fingerprint(entry.source)
        }
        self.catalog = apply_machine(self.catalog, results, "argos 1.12.1 en_es")
        now = {entry.address: entry.target for entry in self.catalog.entries}
        assert current.items() <= now.items()

    @rule(at=_numbers, text=st.sampled_from(["Call us now.", "Pay {fee} here."]))
    def a_persons_text_becomes_stale(self, at: int, text: str) -> None:
        self.sync()
        self.person(at=at, unfinished=False)
        self.one_text_of_the_source_changes(at=at, text=text)
        self.machine()

    @rule()
    def memory(self) -> None:
        self.sync()
        known = remember([(self.document, self.catalog)], _REVIEWERS)
        wanted = plan_fill(self.document, self.catalog, DEFAULT_POLICY)
        self.catalog, _ = recall_all(self.catalog, wanted, known)

    @rule(at=_numbers, unfinished=st.booleans())
    def person(self, at: int, unfinished: bool) -> None:
        """A person writes with some tool, which knows nothing of stamps."""
        if entries := list(self.catalog.entries):
            at %= len(entries)
            entry = entries[at]
            text = self._write("h", entry.source)
            flags = (FUZZY,) if unfinished else ()
            entries[at] = replace(entry, target=text, flags=flags)
            self.catalog = replace(self.catalog, entries=tuple(entries))
            self.owned.add(text)
            self._forget_unless_there(entry.target)

    @rule(at=_numbers)
    def person_clears(self, at: int) -> None:
        if entries := list(self.catalog.entries):
            at %= len(entries)
            former = entries[at].target
            entries[at] = replace(entries[at], target="")
            self.catalog = replace(self.catalog, entries=tuple(entries))
            self._forget_unless_there(former)

    @rule(at=_numbers)
    def reviewer(self, at: int) -> None:
        """She reads the text beside the source that stands there, and says that it is right."""
        self.sync()
        if entries := self.catalog.entries:
            entry = entries[at % len(entries)]
            self.catalog = accept(self.catalog, {entry.address}, "ana", date(2026, 11, 21)).catalog
            if entry.target:
                self.owned.add(entry.target)
                self.made_for[entry.target] = fingerprint(entry.source)

    @rule(width=st.sampled_from([0, 20]), end=st.sampled_from(["\n", "\r\n"]))
    def another_tool_saves_the_file(self, width: int, end: str) -> None:
        file = polib.pofile(render_catalog(self.catalog))
        file.wrapwidth = width
        out = io.StringIO(str(file).replace("\n", end))
        reading = parse_catalog(out.getvalue().encode())
        assert reading.is_whole
        self.catalog = reading.catalog

    @invariant()
    def no_words_of_a_person_are_lost(self) -> None:
        there = {entry.target for entry in (*self.catalog.entries, *self.catalog.obsolete)}
        assert self.owned <= there

    @invariant()
    def gettext_takes_the_file(self) -> None:
        """It refuses one in which an address and source stand twice, obsolete entries included."""
        pairs = [(e.address, e.source) for e in (*self.catalog.entries, *self.catalog.obsolete)]
        assert len(pairs) == len(set(pairs))

    @invariant()
    def nothing_stands_for_a_source_that_it_was_not_made_for(self) -> None:
        raw = read_targets(render_catalog(self.catalog).encode())
        found = resolve(index_segments(self.document), raw, _REVIEWERS)
        for segment, translation in zip(self.document.segments, found, strict=True):
            if translation is None:
                continue
            is_right = self.made_for[translation.text] == fingerprint(segment.source)
            assert is_right or translation.freshness is Freshness.STALE
            shown = DEFAULT_POLICY.decide(segment.risk, translation)
            if shown is not None and segment.risk is Risk.CRITICAL:
                assert is_right
                assert translation.origin is Origin.REVIEWED

    def _forget_unless_there(self, text: str) -> None:
        """The person has replaced this text where it stood; elsewhere it may stand still."""
        entries: tuple[Entry, ...] = (*self.catalog.entries, *self.catalog.obsolete)
        if text not in {entry.target for entry in entries}:
            self.owned.discard(text)


def _number_again(segments: list[Segment]) -> tuple[Segment, ...]:
    """Segments with addresses counted from 1, as extraction gives them."""
    counts: dict[str, int] = {}
    numbered: list[Segment] = []
    for segment in segments:
        stem, dash, _ = segment.address.rpartition("-")
        counts[stem] = counts.get(stem, 0) + 1
        address = f"{stem}-{counts[stem]}" if dash else segment.address
        numbered.append(replace(segment, address=address))
    return tuple(numbered)


Desk.TestCase.settings = settings(max_examples=80, stateful_step_count=20)
TestDesk = Desk.TestCase
