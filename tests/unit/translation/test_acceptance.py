from __future__ import annotations

from tests.unit.translation.sample import by_machine, by_person, by_reviewer, catalog
from waypost.model.replacing import replace
from waypost.translation.acceptance import Plan, Stale, Wish, plan_accept, read_since
from waypost.translation.catalog import Entry
from waypost.translation.rejection import reject

P1, P2, P3 = "body/do/p-1", "body/do/p-2", "body/do/p-3"
STALE = replace(by_person(P1, "Pay 30.", "Pague."), source="Pay 35.", previous="Pay 30.")


def test_what_is_current_is_meant_and_what_she_has_stamped_is_left() -> None:
    before = catalog(
        by_reviewer(P1, "Pay.", "Pague."), by_machine(P2, "Call.", "Llame."), Entry(P3, "Go.")
    )
    assert plan_accept(before, Wish("ana")).addresses == (P2,)
    assert plan_accept(before, Wish("ben")).addresses == (P1, P2)
    assert plan_accept(before, Wish("ana", addresses={P3})).addresses == ()


def test_a_stale_text_is_passed_by_until_it_is_said_to_be_right() -> None:
    before = catalog(STALE, by_person(P2, "Call.", "Llame."))
    stale = (Stale(P1, "Pay 30.", "Pay 35.", "Pague."),)
    assert plan_accept(before, Wish("ana")) == Plan(before, (P2,), stale, ())
    assert plan_accept(before, Wish("ana", addresses={P1})).addresses == ()
    assert plan_accept(before, Wish("ana", still_right=True)).addresses == (P1, P2)
    assert plan_accept(before, Wish("ana", still_right=True)).stale == stale


def test_a_former_text_that_a_machines_has_replaced_comes_back_when_it_is_right() -> None:
    former = replace(by_person(P1, "Pay 30.", "Pague."))
    before = replace(catalog(by_machine(P1, "Pay 35.", "Pegue.")), obsolete=(former,))
    assert plan_accept(before, Wish("ana", still_right=True)).addresses == (P1,)
    assert plan_accept(before, Wish("ana", still_right=True)).catalog == before, "it must be named"
    found = plan_accept(before, Wish("ana", addresses={P1}, still_right=True))
    assert found.catalog == catalog(STALE)
    assert (found.addresses, found.stale[0].former) == ((P1,), "Pay 30.")
    rejected = reject(catalog(former), frozenset({P1}), "").catalog.obsolete
    kept = replace(before, obsolete=rejected)
    found = plan_accept(kept, Wish("ana", addresses={P1}, still_right=True))
    assert found.catalog.entries == kept.entries


def test_since_a_version_only_what_is_new_is_meant() -> None:
    mine, machine = by_person(P1, "Pay.", "Pague."), by_machine(P2, "Call.", "Llame.")
    since = read_since(catalog(mine, machine))
    now = catalog(mine, machine, by_person(P3, "Go.", "Vaya."))
    assert plan_accept(now, Wish("ana", since=since)).addresses == (P3,)
    finished = catalog(mine, replace(machine, flags=()))
    assert plan_accept(finished, Wish("ana", since=since, machine_too=False)).addresses == (P2,)
    assert plan_accept(now, Wish("ana", since=read_since(None))).addresses == (P1, P2, P3)


def test_a_machines_text_is_passed_by_where_she_has_not_named_the_document() -> None:
    before = catalog(by_machine(P1, "Pay.", "Pague."), by_person(P2, "Call.", "Llame."))
    found = plan_accept(before, Wish("ana", machine_too=False))
    assert (found.addresses, found.machine) == ((P2,), (P1,))
