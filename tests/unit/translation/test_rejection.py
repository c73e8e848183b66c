from __future__ import annotations

import polib
import pytest

from tests.unit.translation.sample import (
    ENGINE,
    by_draft,
    by_machine,
    by_person,
    by_reviewer,
    catalog,
    paragraphs,
)
from waypost.model.policy import DEFAULT_POLICY
from waypost.model.replacing import replace
from waypost.translation.catalog import Entry
from waypost.translation.fill import apply_draft, apply_machine, plan_fill
from waypost.translation.index import index_segments
from waypost.translation.memory import recall_all, remember
from waypost.translation.po_catalog import parse_catalog
from waypost.translation.po_writer import render_catalog
from waypost.translation.rejection import (
    Rejection,
    find_rejected,
    find_rejections,
    find_same,
    gather_rejections,
    is_rejected_by,
    reject,
    render_rejection,
)
from waypost.translation.stamp import StampKind, make_stamp
from waypost.translation.state import resolve_file
from waypost.translation.sync import sync_catalog

P1, P2, P3 = "body/do/p-1", "body/do/p-2", "body/do/p-3"


def test_a_machines_text_goes_and_the_engine_is_not_asked_again() -> None:
    before = catalog(by_machine(P1, "Pay.", "Pegue."), by_machine(P2, "Call.", "Llame."))
    done = reject(before, frozenset({P1}), "means  “stick”\n")
    assert done.addresses == (P1,)
    entry, other = done.catalog.entries
    assert other == before.entries[1]
    assert (entry.target, entry.stamp, entry.flags) == ("", None, ())
    assert entry.comments[1:] == ("reason: means “stick”",)
    source = paragraphs("Pay.", "Call.")
    synced = sync_catalog(source, done.catalog)
    assert plan_fill(source, synced, DEFAULT_POLICY, ENGINE) == ()
    assert plan_fill(source, synced, DEFAULT_POLICY, "argos 2 en_es") == source.segments[:1]


def test_the_same_engine_never_writes_it_another_may_but_not_the_same_words() -> None:
    done = reject(catalog(by_machine(P1, "Pay.", "Pegue.")), frozenset({P1}), "").catalog
    assert apply_machine(done, {P1: "Pegue."}, ENGINE) == done
    assert apply_machine(done, {P1: "Pague."}, ENGINE) == done
    assert apply_machine(done, {P1: "Pegue."}, "other 1 en_es") == done
    (entry,) = apply_machine(done, {P1: "Pague."}, "other 1 en_es").entries
    assert entry.target == "Pague."


def test_for_another_source_the_engine_may_write_again() -> None:
    done = reject(catalog(by_machine(P1, "Pay.", "Pegue.")), frozenset({P1}), "").catalog
    source = paragraphs("Pay now.")
    synced = sync_catalog(source, done)
    assert plan_fill(source, synced, DEFAULT_POLICY, ENGINE) == source.segments
    (entry,) = apply_machine(synced, {P1: "Pegue."}, ENGINE).entries
    assert entry.target == "Pegue."


def test_a_machines_copies_go_with_it_so_that_no_reader_sees_the_words_again() -> None:
    source = paragraphs("Pay.", "Call.", "Pay.")
    before = catalog(
        by_machine(P1, "Pay.", "Pegue."),
        by_machine(P2, "Call.", "Llame."),
        by_machine(P3, "Pay.", "Pegue."),
    )
    done = reject(before, frozenset({P1}), "means “stick”")
    assert done.addresses == (P1, P3)
    assert [each.target for each in done.catalog.entries] == ["", "Llame.", ""]
    assert done.catalog.entries[0].comments == done.catalog.entries[2].comments != ()
    data = render_catalog(done.catalog).encode()
    shown = resolve_file(index_segments(source), data, frozenset())
    assert [each and each.text for each in shown] == [None, "Llame.", None]


def test_other_words_and_the_same_words_for_another_source_stay() -> None:
    before = catalog(
        by_machine(P1, "Pay.", "Pegue."),
        by_machine(P2, "Pay.", "Pague."),
        by_machine(P3, "Glue.", "Pegue."),
    )
    assert reject(before, frozenset({P1}), "").addresses == (P1,)


def test_a_person_who_says_the_same_is_not_rejected_with_a_machine() -> None:
    before = catalog(by_machine(P1, "Pay.", "Pegue."), by_person(P2, "Pay.", "Pegue."))
    assert find_same(before, find_rejected(before, frozenset({P1}))) == before.entries
    done = reject(before, frozenset({P1}), "")
    assert done.addresses == (P1,)
    assert done.catalog.entries[1] == before.entries[1]


def test_a_draft_goes_like_a_machines_text() -> None:
    done = reject(catalog(by_draft(P1, "Pay.", "Pegue.")), frozenset({P1}), "").catalog
    assert done.entries[0].target == ""
    assert apply_draft(done, {P1: "Pague."}, "starter 1 en_es") == done


def test_a_persons_words_stay_as_a_former_pair_that_syncing_leaves_there() -> None:
    mine = by_person(P1, "Pay.", "Pague.")
    done = reject(catalog(mine), frozenset({P1}), "too formal")
    (former,) = done.catalog.obsolete
    assert (former.address, former.target, former.stamp) == (P1 + "~2", "Pague.", mine.stamp)
    synced = sync_catalog(paragraphs("Pay."), done.catalog)
    assert synced.entries[0].target == ""
    assert [entry.target for entry in synced.obsolete] == ["Pague."]
    again = parse_catalog(render_catalog(synced).encode()).catalog
    assert sync_catalog(paragraphs("Pay."), again) == again == synced


def test_a_rejected_stale_text_waits_beside_the_source_that_it_was_made_for() -> None:
    mine = by_person(P1, "Pay.", "Pague.")
    stale = sync_catalog(paragraphs("Pay at the office."), catalog(mine))
    done = reject(stale, frozenset({P1}), "too short").catalog
    assert [(each.source, each.target) for each in done.entries] == [("Pay at the office.", "")]
    (former,) = done.obsolete
    assert (former.address, former.source, former.target) == (P1, "Pay.", "Pague.")
    assert former.stamp == mine.stamp
    assert sync_catalog(paragraphs("Pay."), done).entries[0].target == ""


def test_a_person_may_write_the_rejected_words_all_the_same() -> None:
    done = reject(catalog(by_machine(P1, "Pay.", "Pague.")), frozenset({P1}), "").catalog
    mine = replace(done, entries=(replace(done.entries[0], target="Pague."),))
    (entry,) = sync_catalog(paragraphs("Pay."), mine).entries
    assert entry.target == "Pague."
    assert entry.stamp == make_stamp(StampKind.HUMAN, "", "Pay.", "Pague.")


def test_a_reviewed_text_of_a_machine_stays_away_once_it_is_rejected() -> None:
    before = catalog(by_reviewer(P1, "Pay.", "Pegue."))
    done = reject(before, frozenset({P1}), "means “stick”").catalog
    assert done.entries[0].comments == done.obsolete[0].comments != ()
    synced = sync_catalog(paragraphs("Pay."), done)
    assert apply_machine(synced, {P1: "Pegue."}, ENGINE) == synced
    assert apply_machine(synced, {P1: "Pague."}, ENGINE).entries[0].target == "Pague."


def test_a_rejection_counts_where_its_source_comes_back_at_another_address() -> None:
    done = reject(catalog(by_machine(P1, "Pay.", "Pegue.")), frozenset({P1}), "").catalog
    moved_on = apply_machine(sync_catalog(paragraphs("Pay now."), done), {P1: "Ya."}, ENGINE)
    source = paragraphs("Pay now.", "Pay.")
    synced = sync_catalog(source, moved_on)
    assert plan_fill(source, synced, DEFAULT_POLICY, ENGINE) == ()
    assert apply_machine(synced, {P2: "Pegue."}, ENGINE) == synced


def test_a_rejection_counts_after_its_entry_has_become_obsolete() -> None:
    done = reject(catalog(by_machine(P1, "Pay.", "Pegue.")), frozenset({P1}), "").catalog
    gone = sync_catalog(paragraphs(), done)
    assert gone.entries == ()
    read = parse_catalog(render_catalog(gone).encode()).catalog
    back = sync_catalog(paragraphs("Call.", "Pay."), read)
    assert apply_machine(back, {P2: "Pegue."}, ENGINE) == back


def test_the_memory_brings_no_rejected_text_back() -> None:
    source = paragraphs("Pay.")
    other = catalog(by_machine(P1, "Pay.", "Pegue."))
    done = reject(other, frozenset({P1}), "").catalog
    memory = remember([(source, other)], frozenset())
    assert recall_all(done, source.segments, memory) == (done, ())


def test_where_there_is_no_text_nothing_is_rejected() -> None:
    before = catalog(Entry(P1, "Pay."))
    assert reject(before, frozenset({P1}), "no") == type(reject(before, frozenset(), ""))(
        before, ()
    )


def test_a_line_that_a_tool_has_wrapped_is_whole_again() -> None:
    line = render_rejection(
        Rejection(f"firefox 1.2.3 {'en_pt ' * 8}2026-01-02", "a" * 12, "b" * 12)
    )
    first, _, second = line.partition(" 2026")
    second = f"2026{second}"
    wrapped = ("a note", first, second, "reason: no")
    assert find_rejections(wrapped) == find_rejections((line,)) != ()
    broken = Entry(P1, "Pay.", comments=("rejected: nothing here", "reason: no"))
    assert find_rejections(broken.comments) == ()
    assert not is_rejected_by(gather_rejections(catalog(broken)), ENGINE, "Pay.")
    file = polib.pofile(render_catalog(catalog(Entry(P1, "Pay.", comments=(line,)))), wrapwidth=40)
    assert parse_catalog(str(file).encode()).catalog.entries[0].comments == (line,)


@pytest.mark.parametrize("by", ["", "argos 1.12.1 en_es 0.1", "a person"])
def test_what_is_rendered_is_found(by: str) -> None:
    rejection = Rejection(by, "0" * 12, "f" * 12)
    assert find_rejections((render_rejection(rejection),)) == (rejection,)
