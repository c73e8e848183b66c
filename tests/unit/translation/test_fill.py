from __future__ import annotations

import pytest

from tests.unit.translation.sample import (
    ENGINE,
    by_draft,
    by_machine,
    by_person,
    by_reviewer,
    catalog,
    document,
    paragraph,
    paragraphs,
)
from waypost.model.policy import DEFAULT_POLICY
from waypost.model.replacing import replace
from waypost.model.text import Risk, Role, Segment
from waypost.translation.catalog import FUZZY, Entry
from waypost.translation.fill import apply_draft, apply_machine, plan_fill
from waypost.translation.memory import recall_all, remember
from waypost.translation.stamp import StampKind, make_stamp

P1, P2 = "body/do/p-1", "body/do/p-2"
ANA = frozenset({"ana"})


def is_planned(entry: Entry, risk: Risk = Risk.STANDARD) -> bool:
    source = document(paragraph(1, "Pay 35."))
    source = document(replace(source.segments[0], risk=risk))
    return plan_fill(source, catalog(entry), DEFAULT_POLICY) == source.segments


@pytest.mark.parametrize(
    ("entry", "planned"),
    [
        (Entry(P1, "Pay 35."), True),
        (by_machine(P1, "Pay 35.", "M"), False),
        (by_machine(P1, "Pay 30.", "M"), True),
        (by_draft(P1, "Pay 35.", "D"), False),
        (by_draft(P1, "Pay 30.", "D"), True),
        (by_person(P1, "Pay 35.", "H"), False),
        (by_reviewer(P1, "Pay 35.", "R"), False),
        (by_person(P1, "Pay 30.", "H"), True),
        (by_reviewer(P1, "Pay 30.", "R"), True),
        (Entry(P1, "Pay 35.", "H", flags=(FUZZY,)), False),
        (by_machine(P1, "Pay 35.", "M {lost}"), True),
        (by_person(P1, "Pay 35.", "H {lost}"), False),
    ],
)
def test_what_is_missing_or_stale_is_planned(entry: Entry, planned: bool) -> None:
    assert is_planned(replace(entry, source="Pay 35.")) is planned


def test_a_persons_stale_words_stay_where_readers_would_not_see_the_machines() -> None:
    stale = replace(by_reviewer(P1, "Pay 30.", "R"), source="Pay 35.")
    assert not is_planned(stale, Risk.CRITICAL)
    assert is_planned(stale, Risk.LOW)
    assert is_planned(Entry(P1, "Pay 35."), Risk.CRITICAL)


def test_a_text_without_words_is_not_planned() -> None:
    assert plan_fill(paragraphs("{fee}"), catalog(), DEFAULT_POLICY) == ()


def test_a_machines_text_is_fuzzy_and_stamped() -> None:
    (found,) = apply_machine(catalog(Entry(P1, "Pay.")), {P1: "Pague."}, ENGINE).entries
    assert found == by_machine(P1, "Pay.", "Pague.")


def test_a_draft_is_fuzzy_and_stamped() -> None:
    found = apply_draft(catalog(Entry(P1, "Pay.")), {P1: "Pague."}, "starter 1 en_es").entries
    assert found == (by_draft(P1, "Pay.", "Pague."),)


@pytest.mark.parametrize(
    "entry",
    [
        by_person(P1, "Pay.", "H"),
        by_reviewer(P1, "Pay.", "R"),
        Entry(P1, "Pay.", "H"),
        Entry(P1, "Pay.", "H", flags=(FUZZY,)),
        replace(by_machine(P1, "Pay.", "M"), target="Edited"),
    ],
)
def test_a_persons_current_words_are_never_written_over(entry: Entry) -> None:
    assert apply_machine(catalog(entry), {P1: "machine"}, ENGINE) == catalog(entry)


def test_stale_words_give_way_and_stay_beside_the_machines() -> None:
    stale = replace(by_reviewer(P1, "Pay 30.", "R"), source="Pay 35.", previous="Pay 30.")
    filled = apply_machine(catalog(stale), {P1: "M"}, ENGINE)
    assert filled.entries == (by_machine(P1, "Pay 35.", "M"),)
    assert filled.obsolete == (by_reviewer(P1, "Pay 30.", "R"),)


def test_a_stale_machine_text_leaves_nothing_behind() -> None:
    stale = replace(by_machine(P1, "Pay 30.", "old"), source="Pay 35.")
    filled = apply_machine(catalog(stale), {P1: "M"}, ENGINE)
    assert filled == catalog(by_machine(P1, "Pay 35.", "M"))


@pytest.mark.parametrize("text", ["", "  "])
def test_an_empty_result_changes_nothing(text: str) -> None:
    empty = catalog(Entry(P1, "Pay."))
    assert apply_machine(empty, {P1: text, P2: "M"}, ENGINE) == empty


def test_memory_gives_the_same_text_in_the_same_role_with_its_stamp() -> None:
    known = paragraphs("Pay here.")
    review = by_reviewer(P1, "Pay here.", "Pague aquí.")
    memory = remember([(known, catalog(review))], ANA)
    wanted = document(
        paragraph(2, "Pay  here."),
        Segment("title", "Pay here.", Role.TITLE, Risk.STANDARD),
        paragraph(3, "Pay there."),
    )
    empty = catalog(*[Entry(each.address, each.source) for each in wanted.segments])
    filled, unknown = recall_all(empty, wanted.segments, memory)
    assert [each.address for each in unknown] == ["title", "body/do/p-3"]
    assert filled.entries[0] == replace(review, address=P2, source="Pay  here.")


def test_memory_knows_what_counts_most_and_nothing_stale_or_flawed() -> None:
    source = paragraphs("Pay.", "Pay.", "Call.", "Pay {fee}.")
    memory = remember(
        [
            (
                source,
                catalog(
                    by_machine(P1, "Pay.", "M"),
                    by_person(P2, "Pay.", "H"),
                    replace(by_reviewer("body/do/p-3", "Ring.", "R"), source="Call."),
                    by_reviewer("body/do/p-4", "Pay {fee}.", "without"),
                ),
            )
        ],
        ANA,
    )
    assert [offer.target for offer in memory.offers.values()] == ["H"]


def test_memory_makes_a_stamp_for_words_that_have_none() -> None:
    memory = remember([(paragraphs("Pay."), catalog(Entry(P1, "Pay.", "H")))], ANA)
    (offer,) = memory.offers.values()
    assert offer.stamp == make_stamp(StampKind.HUMAN, "", "Pay.", "H")
