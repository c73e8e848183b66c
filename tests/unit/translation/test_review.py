from __future__ import annotations

from datetime import date
from time import process_time

import pytest

from tests.unit.translation.sample import (
    by_machine,
    by_person,
    by_reviewer,
    catalog,
    paragraphs,
    raw,
)
from waypost.model.replacing import replace
from waypost.model.translation import Freshness, Origin
from waypost.translation.catalog import FUZZY, Entry
from waypost.translation.index import index_segments
from waypost.translation.review import StateCount, accept, count_states
from waypost.translation.reviewers import Reviewer, parse_reviewers
from waypost.translation.state import resolve

P1, P2, P3 = "body/do/p-1", "body/do/p-2", "body/do/p-3"
DAY = date(2026, 11, 21)
NONE: frozenset[str] = frozenset()


def test_a_named_text_gets_the_stamp_and_is_fuzzy_no_longer() -> None:
    before = catalog(by_machine(P1, "Pay.", "Pague."), by_machine(P2, "Call.", "Llame."))
    accepted = accept(before, {P1}, "ana", DAY)
    assert accepted.addresses == (P1,)
    assert accepted.catalog.entries == (by_reviewer(P1, "Pay.", "Pague."), before.entries[1])


def test_without_addresses_all_current_texts_get_it_and_no_stale_one() -> None:
    stale = replace(by_person(P2, "Pay 30.", "Pague 30."), source="Pay 35.", previous="Pay 30.")
    before = catalog(by_person(P1, "Pay.", "Pague."), stale, Entry(P3, "Call."))
    assert accept(before, NONE, "ana", DAY).addresses == (P1,)


def test_a_stale_text_that_is_named_is_right_for_the_source_beside_it() -> None:
    stale = replace(by_person(P1, "Pay 30.", "Pague."), source="Pay 35.", previous="Pay 30.")
    (entry,) = accept(catalog(stale), {P1}, "ana", DAY).catalog.entries
    assert entry == by_reviewer(P1, "Pay 35.", "Pague.")


def test_a_stamp_of_the_same_person_keeps_its_date() -> None:
    before = catalog(by_reviewer(P1, "Pay.", "Pague."))
    accepted = accept(before, NONE, "ana", date(2027, 1, 1))
    assert (accepted.catalog, accepted.addresses) == (before, ())


def test_an_accepted_text_is_reviewed() -> None:
    before = catalog(Entry(P1, "Pay.", "Pague.", flags=(FUZZY,)))
    entries = accept(before, NONE, "ana", DAY).catalog.entries
    (found,) = resolve(index_segments(paragraphs("Pay.")), raw(*entries), {"ana"})
    assert found is not None
    assert (found.origin, found.freshness) == (Origin.REVIEWED, Freshness.CURRENT)


def test_states_are_counted_in_segments_and_words() -> None:
    source = paragraphs("Pay here.", "Call us now.", "Wait.", "Go.")
    entries = (
        by_machine(P1, "Pay here.", "M"),
        by_reviewer(P2, "Call us now.", "R"),
        replace(by_person(P3, "Hold.", "H"), source="Wait."),
    )
    found = resolve(index_segments(source), raw(*entries), {"ana"})
    assert count_states(source, found) == (
        StateCount((Origin.REVIEWED, Freshness.CURRENT), 1, 3),
        StateCount((Origin.HUMAN, Freshness.STALE), 1, 1),
        StateCount((Origin.MACHINE, Freshness.CURRENT), 1, 2),
        StateCount(None, 1, 1),
    )


def test_reviewers_vouch_for_their_languages_only() -> None:
    read = parse_reviewers(
        b"- handle: ana\n  name: Ana Ruiz\n  languages: [es, pt-BR]\n"
        b"- handle: so-team\n  role: Somali desk\n  languages: so\n"
    )
    assert read.findings == ()
    assert read.reviewers.people == (
        Reviewer("ana", "Ana Ruiz", ("es", "pt-BR")),
        Reviewer("so-team", "Somali desk", ("so",)),
    )
    assert read.reviewers.handles_for("es") == {"ana"}
    assert read.reviewers.handles_for("so") == {"so-team"}
    assert read.reviewers.handles_for("fr") == frozenset()


def test_the_doubles_of_a_long_list_are_counted_in_one_pass() -> None:
    people = tuple(f"- {{handle: h{number}, languages: [es]}}\n" for number in range(2_000))
    begun = process_time()
    read = parse_reviewers("".join((*people, people[7])).encode())
    assert process_time() - begun < 4
    assert [one.message for one in read.findings] == ["the handle “h7” stands twice"]


def test_a_name_hides_no_control_sign() -> None:
    read = parse_reviewers(b'- {handle: ana, name: "A\\u202ena", languages: [es]}\n')
    assert [one.message for one in read.findings] == [
        "the invisible sign U+202E stands in the name of “ana”"
    ]
    assert read.reviewers.people == (Reviewer("ana", "ana", ("es",)),)


@pytest.mark.parametrize("data", [b"", b"# nobody yet\n", b"[]\n"])
def test_an_empty_list_is_nobody(data: bytes) -> None:
    read = parse_reviewers(data)
    assert (read.reviewers.people, read.findings) == ((), ())


@pytest.mark.parametrize(
    ("data", "line", "message"),
    [
        (b"- ana\n", 1, "this should have a handle, a name and languages"),
        (b"ana: es\n", 1, "this should be a list of people"),
        (b"- handle: ana\n", 1, "“ana” has no languages"),
        (b"- name: Ana\n  languages: [es]\n", 1, "a handle is one word of letters, digits, . _ -"),
        (
            b"- handle: ana\n  language: es\n  languages: [es]\n",
            2,
            "there is no field “language” for a reviewer",
        ),
        (b"- handle: [\n", 2, "this is no YAML: expected the node content"),
        (b"- \xff\n", 1, "this is no YAML in UTF-8"),
        (b"- {handle: a, languages: [es]}\n" * 2, 1, "the handle “a” stands twice"),
        (b"- " + b"[" * 3000 + b"]" * 3000, 1, "lists stand too deep within one another"),
    ],
)
def test_a_broken_list_is_said_with_its_place(data: bytes, line: int, message: str) -> None:
    (finding, *_) = parse_reviewers(data).findings
    assert finding.code == "T018"
    assert finding.place.line == line
    assert finding.message.startswith(message)
