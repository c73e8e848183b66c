from __future__ import annotations

from tests.unit.translation.sample import (
    by_machine,
    by_person,
    by_reviewer,
    catalog,
    document,
    paragraph,
    paragraphs,
)
from waypost.model.fingerprint import fingerprint
from waypost.model.replacing import replace
from waypost.model.text import Risk, Role, Segment
from waypost.translation.catalog import FUZZY, Catalog, Entry
from waypost.translation.stamp import Stamp, StampKind
from waypost.translation.sync import sync_catalog

P1, P2, P3 = "body/do/p-1", "body/do/p-2", "body/do/p-3"


def pairs(synced: Catalog) -> list[tuple[str, str, str]]:
    return [(entry.address, entry.source, entry.target) for entry in synced.entries]


def former(synced: Catalog) -> list[tuple[str, str, str]]:
    return [(entry.address, entry.source, entry.target) for entry in synced.obsolete]


def test_a_new_document_gets_empty_entries_with_context() -> None:
    segment = paragraph(1, "Pay {fee} by {date}.", Risk.CRITICAL)
    (entry,) = sync_catalog(document(segment), catalog(), {"fee": "$35"}).entries
    assert entry == Entry(
        P1,
        "Pay {fee} by {date}.",
        context=("under “What to do”", "paragraph, critical", "{fee} = $35"),
    )


def test_a_text_without_words_is_no_entry() -> None:
    assert sync_catalog(paragraphs("{fee}", "Pay."), catalog()).entries[0].address == P2


def test_a_moved_text_takes_its_translation_along() -> None:
    entries = (by_reviewer(P1, "One.", "Uno."), by_machine(P2, "Two.", "Dos."))
    synced = sync_catalog(paragraphs("Two.", "New one.", "One."), catalog(*entries))
    assert pairs(synced) == [
        (P1, "Two.", "Dos."),
        (P2, "New one.", ""),
        (P3, "One.", "Uno."),
    ]
    assert synced.entries[2].stamp == entries[0].stamp
    assert synced.obsolete == ()


def test_a_changed_text_keeps_a_persons_words_with_the_former_source_beside_them() -> None:
    entry = by_reviewer(P1, "Pay 30 dollars.", "Pague 30 dólares.")
    synced = sync_catalog(paragraphs("Pay 35 dollars."), catalog(entry))
    (found,) = synced.entries
    assert found.target == entry.target
    assert found.stamp == entry.stamp
    assert found.source == "Pay 35 dollars."
    assert found.previous == "Pay 30 dollars."


def test_words_without_a_stamp_get_one_for_the_source_they_stood_beside() -> None:
    (found,) = sync_catalog(paragraphs("New."), catalog(Entry(P1, "Old.", "Viejo."))).entries
    assert found.stamp == Stamp(StampKind.HUMAN, "", fingerprint("Old."), fingerprint("Viejo."))
    assert found.previous == "Old."


def test_an_edited_machine_text_becomes_a_persons() -> None:
    edited = replace(by_machine(P1, "Pay.", "Paga."), target="Pague.")
    (found,) = sync_catalog(paragraphs("Pay."), catalog(edited)).entries
    assert found.stamp == Stamp(StampKind.HUMAN, "", fingerprint("Pay."), fingerprint("Pague."))
    assert not found.is_fuzzy


def test_a_text_that_a_person_marked_as_unfinished_stays_so() -> None:
    entry = Entry(P1, "Pay.", "Pague.", flags=(FUZZY,))
    (found,) = sync_catalog(paragraphs("Pay."), catalog(entry)).entries
    assert found.is_fuzzy
    assert found.stamp is not None
    assert found.stamp.kind is StampKind.HUMAN


def test_typography_changes_the_source_and_nothing_else() -> None:
    entry = by_reviewer(P1, "Don't pay.", "No pague.")
    (found,) = sync_catalog(paragraphs("Don’t pay."), catalog(entry)).entries
    assert found.source == "Don’t pay."
    assert found.previous == ""
    assert found.stamp == entry.stamp


def test_a_removed_text_waits_as_obsolete_and_comes_back() -> None:
    entries = (by_reviewer(P1, "One.", "Uno."), by_person(P2, "Two.", "Dos."))
    gone = sync_catalog(paragraphs("Two."), catalog(*entries))
    assert pairs(gone) == [(P1, "Two.", "Dos.")]
    assert former(gone) == [(P1, "One.", "Uno.")]
    back = sync_catalog(paragraphs("Two.", "One."), gone)
    assert pairs(back) == [(P1, "Two.", "Dos."), (P2, "One.", "Uno.")]
    assert back.entries[1].stamp == entries[0].stamp
    assert back.obsolete == ()


def test_a_machines_text_goes_with_its_source() -> None:
    synced = sync_catalog(paragraphs("New and other."), catalog(by_machine(P2, "Old.", "Viejo.")))
    assert synced.obsolete == ()


def test_a_remark_on_a_removed_machine_text_is_kept() -> None:
    entry = replace(by_machine(P3, "Old.", "Viejo."), comments=("Legal says: never again.",))
    synced = sync_catalog(paragraphs("Quite another."), catalog(entry))
    remarks = [each.comments for each in (*synced.entries, *synced.obsolete) if each.comments]
    assert remarks == [("Legal says: never again.",)]


def test_a_persons_former_words_come_back_over_a_machines() -> None:
    now = by_machine(P1, "Pay 35.", "M 35")
    was = by_reviewer(P1, "Pay 30.", "Pague 30.")
    synced = sync_catalog(paragraphs("Pay 30."), catalog(now, obsolete=(was,)))
    assert pairs(synced) == [(P1, "Pay 30.", "Pague 30.")]
    assert synced.obsolete == ()


def test_changed_texts_are_matched_by_order_under_their_heading() -> None:
    entries = (
        by_person(P1, "Bring the form.", "A"),
        by_person(P2, "Bring the fee.", "B"),
        by_person("body/more/p-1", "Read the law.", "C"),
    )
    more = Segment("body/more/p-1", "Read the new law.", Role.PARAGRAPH, Risk.LOW)
    source = document(paragraph(1, "Bring a form."), paragraph(2, "Bring a fee."), more)
    synced = sync_catalog(source, catalog(*entries))
    assert [entry.target for entry in synced.entries] == ["A", "B", "C"]


def test_among_inserted_texts_the_alike_one_gets_the_former_words() -> None:
    entry = by_person(P1, "Bring the form to the office.", "A")
    source = paragraphs("Everything here is free.", "Bring the form to the new office.")
    synced = sync_catalog(source, catalog(entry))
    assert [entry.target for entry in synced.entries] == ["", "A"]


def test_a_field_whose_text_is_new_keeps_its_address() -> None:
    title = Segment("title", "Quite other words", Role.TITLE, Risk.STANDARD)
    entry = by_person("title", "Renew", "Renovar")
    (found,) = sync_catalog(document(title), catalog(entry)).entries
    assert (found.target, found.previous) == ("Renovar", "Renew")


def test_no_two_entries_of_a_file_are_the_same_for_gettext() -> None:
    mine, other = by_person(P1, "Pay.", "A"), by_person(P1, "Pay.", "B")
    synced = sync_catalog(paragraphs("Pay."), catalog(mine, other, obsolete=(other,)))
    assert pairs(synced) == [(P1, "Pay.", "A")]
    assert former(synced) == [(f"{P1}~2", "Pay.", "B")]


def test_remarks_and_other_flags_stay() -> None:
    entry = replace(
        by_person(P1, "Pay.", "Pague."), comments=("Ask.",), flags=("no-wrap",), context=("old",)
    )
    (found,) = sync_catalog(paragraphs("Pay."), catalog(entry)).entries
    assert found.comments == ("Ask.",)
    assert found.flags == ("no-wrap",)
    assert found.context == ("under “What to do”", "paragraph, standard")


def test_an_entry_that_lost_its_address_finds_it_again() -> None:
    assert pairs(sync_catalog(paragraphs("Pay."), catalog(Entry("", "Pay.", "Pague.")))) == [
        (P1, "Pay.", "Pague.")
    ]


def test_a_file_that_is_up_to_date_stays_as_it_is() -> None:
    source = paragraphs("One.", "Two.")
    synced = sync_catalog(source, catalog(by_machine(P1, "One.", "Uno.")))
    assert sync_catalog(source, synced) == synced


def test_a_review_of_the_same_words_stays_where_a_merge_has_left_them_twice() -> None:
    there, moved = by_person(P1, "One.", "Uno."), by_reviewer(P2, "One.", "Uno.")
    synced = sync_catalog(paragraphs("One."), catalog(there, moved))
    assert synced.entries[0].stamp == moved.stamp
    assert synced.obsolete == ()
    assert sync_catalog(paragraphs("One."), synced) == synced


def test_a_review_of_other_words_or_for_another_source_is_none_of_these() -> None:
    there = by_person(P1, "One.", "Uno.")
    for other in (by_reviewer(P2, "One.", "Un."), by_reviewer(P2, "Won.", "Uno.")):
        synced = sync_catalog(paragraphs("One."), catalog(there, other))
        assert synced.entries[0].stamp == there.stamp
        assert former(synced) == [(P2, other.source, other.target)]


def test_words_marked_as_unfinished_take_no_review() -> None:
    there = replace(by_person(P1, "One.", "Uno."), flags=(FUZZY,))
    moved = by_reviewer(P2, "One.", "Uno.")
    synced = sync_catalog(paragraphs("One."), catalog(there, moved))
    assert (synced.entries[0].stamp, synced.entries[0].is_fuzzy) == (there.stamp, True)
