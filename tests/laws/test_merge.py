"""Two people and a machine work on copies of a catalogue: merged, no person's word is lost.

And what one of them has changed alone stands as it was left.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tests.laws.catalogs import documents
from waypost.model.policy import DEFAULT_POLICY
from waypost.model.replacing import replace
from waypost.model.text import Document
from waypost.translation.catalog import FUZZY, Catalog, Entry
from waypost.translation.fill import apply_machine, plan_fill
from waypost.translation.merge import merge_catalogs
from waypost.translation.origin import is_persons
from waypost.translation.po_catalog import parse_catalog
from waypost.translation.po_writer import render_catalog
from waypost.translation.review import accept
from waypost.translation.sync import sync_catalog

REVIEWERS = frozenset({"ana", "ben"})
steps = st.lists(
    st.tuples(
        st.sampled_from(["write", "write", "unfinished", "clear", "review", "machine", "source"]),
        st.integers(0, 5),
        documents(),
    ),
    max_size=5,
)


@dataclass
class Side:
    """A copy of the catalogue on a branch, and the document there."""

    name: str
    document: Document
    catalog: Catalog
    gone: set[str] = field(default_factory=set)
    """Words that somebody here has written over or cleared on purpose."""

    def go(self, step: tuple[str, int, Document], number: int) -> None:
        what, at, document = step
        entries = list(self.catalog.entries)
        if what == "source":
            self.document = document
            self.catalog = sync_catalog(document, self.catalog)
        elif what == "machine":
            self.catalog = sync_catalog(self.document, self.catalog)
            wanted = plan_fill(self.document, self.catalog, DEFAULT_POLICY)
            results = {s.address: f"m{number}{self.name}{_facts(s.source)}" for s in wanted}
            self.catalog = apply_machine(self.catalog, results, "argos 1.12.1 en_es")
        elif entries:
            at %= len(entries)
            entry = entries[at]
            if what == "review":
                handle = "ana" if self.name == "a" else "ben"
                day = date(2026, 11, number + 1)
                self.catalog = accept(self.catalog, {entry.address}, handle, day).catalog
                return
            text = "" if what == "clear" else f"h{number}{self.name}{_facts(entry.source)}"
            flags = (FUZZY,) if what == "unfinished" else ()
            self.gone.add(entry.target)
            entries[at] = replace(entry, target=text, flags=flags)
            self.catalog = replace(self.catalog, entries=tuple(entries))


def _facts(source: str) -> str:
    return " {fee}" if "{fee}" in source else ""


def _words(catalog: Catalog) -> set[str]:
    return {e.target for e in (*catalog.entries, *catalog.obsolete) if is_persons(e)}


def _all_words(catalog: Catalog) -> set[str]:
    return {entry.target for entry in (*catalog.entries, *catalog.obsolete)}


@st.composite
def branches(draw: st.DrawFn) -> tuple[Catalog, Side, Side]:
    """A catalogue with some history, and two branches of it."""
    document = draw(documents())
    base = Side("0", document, sync_catalog(document, Catalog("es")))
    for number, step in enumerate(draw(steps)):
        base.go(step, number)
    ours, theirs = (Side(name, base.document, base.catalog) for name in ("a", "b"))
    for side in (ours, theirs):
        for number, step in enumerate(draw(steps)):
            side.go(step, number)
    return base.catalog, ours, theirs


@given(branches())
def test_no_word_of_a_person_is_lost(drawn: tuple[Catalog, Side, Side]) -> None:
    base, ours, theirs = drawn
    merged = merge_catalogs(base, ours.catalog, theirs.catalog, REVIEWERS).catalog
    there = _all_words(merged)
    new = (_words(ours.catalog) | _words(theirs.catalog)) - _words(base)
    assert new <= there
    kept = _words(base) & _all_words(ours.catalog) & _all_words(theirs.catalog)
    assert kept <= there
    for document in (ours.document, theirs.document):
        assert new | kept <= _all_words(sync_catalog(document, merged))


@given(branches())
def test_who_changed_a_text_alone_finds_it_as_it_was_left(
    drawn: tuple[Catalog, Side, Side],
) -> None:
    base, ours, _ = drawn
    for merged in (
        merge_catalogs(base, ours.catalog, base, REVIEWERS),
        merge_catalogs(base, base, ours.catalog, REVIEWERS),
        merge_catalogs(base, ours.catalog, ours.catalog, REVIEWERS),
    ):
        assert merged.conflicts == ()
        document = ours.document
        assert [_shown(e) for e in sync_catalog(document, merged.catalog).entries] == [
            _shown(e) for e in sync_catalog(document, ours.catalog).entries
        ]


def _shown(entry: Entry) -> tuple[object, ...]:
    return (entry.address, entry.source, entry.target, entry.stamp, entry.is_fuzzy)


@given(branches())
def test_only_who_wrote_the_same_text_conflicts(drawn: tuple[Catalog, Side, Side]) -> None:
    base, ours, theirs = drawn
    merged = merge_catalogs(base, ours.catalog, theirs.catalog, REVIEWERS)
    new = [_words(side.catalog) - _words(base) for side in (ours, theirs)]
    for conflict in merged.conflicts:
        assert {conflict.kept, conflict.former} <= _all_words(merged.catalog)
        assert conflict.kept != conflict.former
    if not (new[0] and new[1]) and not (ours.gone and theirs.gone):
        shared = _words(ours.catalog) & _words(theirs.catalog)
        assert all(c.kept in shared or c.former in shared for c in merged.conflicts)


@given(branches())
def test_what_is_merged_is_a_catalogue_that_every_tool_takes(
    drawn: tuple[Catalog, Side, Side],
) -> None:
    base, ours, theirs = drawn
    merged = merge_catalogs(base, ours.catalog, theirs.catalog, REVIEWERS).catalog
    pairs = [(e.address, e.source) for e in (*merged.entries, *merged.obsolete)]
    assert len(pairs) == len(set(pairs))
    reading = parse_catalog(render_catalog(merged).encode())
    assert reading.is_whole
    assert render_catalog(reading.catalog) == render_catalog(merged)


@given(branches())
def test_merging_again_changes_nothing(drawn: tuple[Catalog, Side, Side]) -> None:
    base, ours, theirs = drawn
    merged = merge_catalogs(base, ours.catalog, theirs.catalog, REVIEWERS).catalog
    synced = sync_catalog(theirs.document, merged)
    again = merge_catalogs(theirs.catalog, synced, theirs.catalog, REVIEWERS)
    assert again.conflicts == ()
    assert [_shown(e) for e in again.catalog.entries] == [_shown(e) for e in synced.entries]
