"""What a reviewer has vouched for on her branch is still there after a merge."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from tests.unit.translation.sample import by_machine, by_person, by_reviewer, catalog, paragraphs
from waypost.model.replacing import replace
from waypost.translation.catalog import Entry
from waypost.translation.merge import Dispute, merge_catalogs
from waypost.translation.rejection import find_rejections, gather_rejections, reject
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


@pytest.mark.parametrize("make", [by_machine, by_person])
def test_a_new_sentence_gets_no_copy_of_its_neighbours_words(
    make: Callable[[str, str, str], Entry],
) -> None:
    # Both branches have followed a renamed heading; one has put a sentence in front as well.
    base = catalog(make("body/old/p-1", "Pay.", "Pague."))
    ours = catalog(Entry(_P1, "New."), make(_P2, "Pay.", "Pague."))
    theirs = catalog(by_reviewer(_P1, "Pay.", "Pague."))
    for sides in ((ours, theirs), (theirs, ours)):
        merged = merge_catalogs(base, *sides, frozenset({"ana"})).catalog
        synced = sync_catalog(paragraphs("New.", "Pay."), merged)
        assert [entry.target for entry in synced.entries] == ["", "Pague."]
        assert synced.entries[1].stamp == theirs.entries[0].stamp
        assert synced.obsolete == ()


def test_no_sentence_is_doubled_where_each_has_moved_by_another_number() -> None:
    words = {"Pay.": "Pague.", "Call.": "Llame."}
    base = catalog(*[by_person(*each) for each in _lay_out(("Pay.", "Call."), words)])
    theirs = catalog(*[by_person(*each) for each in _lay_out(("Two.", "Pay.", "Call."), words)])
    ours = catalog(
        *[by_person(*each) for each in _lay_out(("One.", "Two.", "Pay.", "Call."), words)]
    )
    ours = replace(ours, entries=(*ours.entries[:3], by_reviewer(_P4, "Call.", "Llame usted.")))
    for sides in ((ours, theirs), (theirs, ours)):
        merged = merge_catalogs(base, *sides, frozenset({"ana"})).catalog
        assert [entry.source for entry in merged.entries] == ["One.", "Two.", "Pay.", "Call."]
        synced = sync_catalog(paragraphs("One.", "Two.", "Pay.", "Call."), merged)
        assert [x.target for x in synced.entries] == ["", "", "Pague.", "Llame usted."]


def _lay_out(sources: tuple[str, ...], words: Mapping[str, str]) -> list[tuple[str, str, str]]:
    places = (_P1, _P2, _P3, _P4)
    return [
        (place, each, words.get(each, "")) for place, each in zip(places, sources, strict=False)
    ]


def test_a_former_text_that_nobody_has_read_needs_no_second_copy() -> None:
    base = catalog(by_machine(_P1, "One.", "Uno."))
    merged = merge_catalogs(base, base, base, frozenset()).catalog
    assert (merged.entries, merged.obsolete) == (base.entries, ())


def test_a_rejection_outlives_a_tool_that_drops_comments_on_one_side() -> None:
    first = catalog(by_machine(_P1, "Pay.", "Pegue."))
    base = reject(first, frozenset({_P1}), "means “stick”").catalog
    mine = by_person(_P1, "Pay.", "Pague.")
    for sides in ((base, catalog(mine)), (catalog(mine), base)):
        (entry,) = merge_catalogs(base, *sides, frozenset()).catalog.entries
        assert entry.target == "Pague."
        assert entry.comments == base.entries[0].comments
    # Where both sides have taken the lines away nobody wants them.
    (entry,) = merge_catalogs(base, catalog(mine), catalog(mine), frozenset()).catalog.entries
    assert entry.comments == ()


def test_a_machines_text_gives_way_to_its_rejection_on_the_other_side() -> None:
    base, ours = catalog(Entry(_P1, "Pay.")), catalog(by_machine(_P1, "Pay.", "Pegue."))
    theirs = reject(ours, frozenset({_P1}), "").catalog
    for sides in ((ours, theirs), (theirs, ours)):
        merged = merge_catalogs(base, *sides, frozenset())
        assert (merged.catalog.entries, merged.disputes) == (theirs.entries, ())


def test_a_rejection_counts_where_its_source_has_moved_on_the_other_side() -> None:
    base = catalog(by_machine(_P1, "Pay.", "Pegue."))
    ours = catalog(Entry(_P1, "New."), by_machine(_P2, "Pay.", "Pegue."))
    theirs = catalog(*reject(base, frozenset({_P1}), "").catalog.entries, Entry(_P2, "Call."))
    for sides in ((ours, theirs), (theirs, ours)):
        merged = merge_catalogs(base, *sides, frozenset()).catalog
        synced = sync_catalog(paragraphs("New.", "Pay.", "Call."), merged)
        assert [entry.target for entry in synced.entries] == ["", "", ""]
        assert gather_rejections(synced) == gather_rejections(theirs)


def test_a_text_that_one_rejects_and_another_accepts_stands_and_is_told_of() -> None:
    base = catalog(by_machine(_P1, "Pay.", "Pegue."))
    ours = catalog(by_reviewer(_P1, "Pay.", "Pegue."))
    theirs = reject(base, frozenset({_P1}), "means “stick”").catalog
    for sides in ((ours, theirs), (theirs, ours)):
        merged = merge_catalogs(base, *sides, frozenset({"ana"}))
        assert merged.disputes == (Dispute(_P1, "Pegue."),)
        (entry,) = merged.catalog.entries
        assert (entry.target, entry.stamp) == ("Pegue.", ours.entries[0].stamp)
        assert len(find_rejections(entry.comments)) == 1
        # Told once: who goes on from the merge has heard of it.
        assert merge_catalogs(base, merged.catalog, merged.catalog, frozenset()).disputes == ()
        later = replace(merged.catalog, comments=("later",))
        assert merge_catalogs(theirs, later, theirs, frozenset()).disputes == ()
