"""What a reviewer has vouched for on her branch is still there after a merge."""

from __future__ import annotations

from tests.unit.translation.sample import by_machine, by_person, by_reviewer, catalog, paragraphs
from waypost.translation.catalog import Entry
from waypost.translation.merge import merge_catalogs
from waypost.translation.sync import sync_catalog

_P1, _P2, _P3, _P4 = (f"body/do/p-{number}" for number in range(1, 5))


def test_a_review_of_a_machines_text_outlives_that_both_sides_have_moved_it() -> None:
    base = catalog(by_machine(_P1, "Two.", "Dos."), by_machine(_P2, "Three.", "Tres."))
    ours = catalog(
        by_person(_P1, "One.", "Uno."),
        by_machine(_P2, "Two.", "Dos."),
        by_machine(_P3, "Four.", "Cuatro."),
        by_machine(_P4, "Five.", "Cinco."),
    )
    theirs = catalog(
        by_reviewer(_P1, "Two.", "Dos."),
        Entry(_P2, "Five."),
        by_person(_P3, "Three.", "Tres, digo."),
    )
    for sides in ((ours, theirs), (theirs, ours)):
        merged = merge_catalogs(base, *sides, frozenset({"ana"})).catalog
        synced = sync_catalog(paragraphs("One.", "Two.", "Four.", "Five."), merged)
        assert synced.entries[1].target == "Dos."
        assert synced.entries[1].stamp == theirs.entries[0].stamp


def test_a_former_text_that_nobody_has_read_needs_no_second_copy() -> None:
    base = catalog(by_machine(_P1, "One.", "Uno."))
    merged = merge_catalogs(base, base, base, frozenset()).catalog
    assert (merged.entries, merged.obsolete) == (base.entries, ())
