from __future__ import annotations

import pytest

from tests.unit.translation.sample import (
    by_draft,
    by_machine,
    by_person,
    by_reviewer,
    document,
    paragraph,
    paragraphs,
    phrase,
    raw,
)
from waypost.model.replacing import replace
from waypost.model.text import Document, Risk, Role, Segment
from waypost.model.translation import Freshness, Origin, Translation
from waypost.translation.catalog import FUZZY, Entry
from waypost.translation.index import index_segments
from waypost.translation.notes import read_notes
from waypost.translation.stamp import StampKind, make_stamp, render_stamp
from waypost.translation.state import resolve

CURRENT, STALE = Freshness.CURRENT, Freshness.STALE
ADDRESS = "body/do/p-1"


def states(source: Document, *entries: Entry) -> list[Translation | None]:
    return resolve(index_segments(source), raw(*entries), frozenset({"ana"}))


def state(source: str, *entries: Entry) -> tuple[Origin, Freshness] | None:
    (found,) = states(paragraphs(source), *entries)
    return None if found is None else (found.origin, found.freshness)


@pytest.mark.parametrize(
    ("entry", "origin"),
    [
        (by_machine(ADDRESS, "Pay.", "Pague."), Origin.MACHINE),
        (by_draft(ADDRESS, "Pay.", "Pague."), Origin.DRAFT),
        (by_person(ADDRESS, "Pay.", "Pague."), Origin.HUMAN),
        (by_reviewer(ADDRESS, "Pay.", "Pague."), Origin.REVIEWED),
        (by_reviewer(ADDRESS, "Pay.", "Pague.", "stranger"), Origin.HUMAN),
        (Entry(ADDRESS, "Pay.", "Pague."), Origin.HUMAN),
        (Entry(ADDRESS, "Pay.", "Pague.", flags=(FUZZY,)), Origin.DRAFT),
        (replace(by_reviewer(ADDRESS, "Pay.", "Pague."), flags=(FUZZY,)), Origin.DRAFT),
    ],
)
def test_an_origin_is_what_the_stamp_proves(entry: Entry, origin: Origin) -> None:
    assert state("Pay.", entry) == (origin, CURRENT)


@pytest.mark.parametrize("make", [by_machine, by_draft, by_person, by_reviewer])
def test_an_edited_text_is_a_persons_and_current(make: object) -> None:
    assert callable(make)
    entry = replace(make(ADDRESS, "Pay.", "Pague."), target="Pague ya.")
    edited = replace(entry, flags=())
    assert state("Pay.", edited) == (Origin.HUMAN, CURRENT)


def test_a_machines_flag_that_an_editor_left_behind_says_nothing() -> None:
    edited = replace(by_machine(ADDRESS, "Pay.", "Pague."), target="Pague ya.")
    assert edited.is_fuzzy
    assert state("Pay.", edited) == (Origin.HUMAN, CURRENT)


@pytest.mark.parametrize(
    ("entry", "origin"),
    [
        (by_machine(ADDRESS, "Pay.", "Pague."), Origin.MACHINE),
        (by_person(ADDRESS, "Pay.", "Pague."), Origin.HUMAN),
        (by_reviewer(ADDRESS, "Pay.", "Pague."), Origin.REVIEWED),
        (Entry(ADDRESS, "Pay.", "Pague."), Origin.HUMAN),
    ],
)
def test_a_changed_source_makes_it_stale_before_and_after_sync(
    entry: Entry, origin: Origin
) -> None:
    assert state("Pay now.", entry) == (origin, STALE)
    if entry.stamp is not None:
        assert state("Pay now.", replace(entry, source="Pay now.")) == (origin, STALE)


def test_a_text_that_msgmerge_guessed_is_of_the_former_source() -> None:
    guess = Entry(ADDRESS, "Pay now.", "Pague.", flags=(FUZZY,), previous="Pay.")
    assert state("Pay now.", guess) == (Origin.DRAFT, STALE)


def test_typography_makes_nothing_stale() -> None:
    entry = by_reviewer(ADDRESS, "Don't  pay - wait.", "No pague.")
    assert state("Don’t pay – wait.", entry) == (Origin.REVIEWED, CURRENT)


def test_a_paragraph_that_moved_is_current_before_sync() -> None:
    entries = (
        by_reviewer("body/do/p-1", "One.", "Uno."),
        by_machine("body/do/p-2", "Two.", "Dos."),
    )
    found = states(paragraphs("New.", "One.", "Two."), *entries)
    assert [each and (each.text, each.freshness) for each in found] == [
        ("Uno.", STALE),
        ("Uno.", CURRENT),
        ("Dos.", CURRENT),
    ]


def test_the_same_words_are_reused_only_in_the_same_role() -> None:
    title = Segment("title", "Renew", Role.TITLE, paragraph(1, "").risk)
    again = replace(title, address="name")
    source = document(title, paragraph(1, "Renew"), again)
    found = states(source, by_person("title", "Renew", "Renovación"))
    assert [each and each.text for each in found] == ["Renovación", None, "Renovación"]


def test_an_entry_without_address_is_found_by_its_source() -> None:
    assert state("Pay.", Entry("", "Pay.", "Pague.")) == (Origin.HUMAN, CURRENT)


def test_of_two_entries_the_one_of_more_weight_counts() -> None:
    machine, review = by_machine(ADDRESS, "Pay.", "A"), by_reviewer(ADDRESS, "Pay.", "B")
    assert state("Pay.", machine, review) == (Origin.REVIEWED, CURRENT)
    assert state("Pay.", review, machine) == (Origin.REVIEWED, CURRENT)


def test_a_current_text_outweighs_a_stale_review() -> None:
    review, machine = by_reviewer(ADDRESS, "Pay.", "A"), by_machine(ADDRESS, "Pay now.", "B")
    assert state("Pay now.", review, machine) == (Origin.MACHINE, CURRENT)
    assert state("Pay now.", machine, review) == (Origin.MACHINE, CURRENT)


@pytest.mark.parametrize(
    "target",
    [
        "Pague.",
        "Pague {fee} y {fee}.",
        "Pague {tarifa}.",
        "Pague **{fee}.",
        "Pague {fee}.\u202e",
        "Pague {fee}.\x02",
        "Pague {fee} \ufffd.",
        "Pague {fee",
        "Pague {fee}. [x]{1}",
    ],
)
def test_what_can_not_stand_in_a_page_is_none(target: str) -> None:
    assert state("Pay {fee}.", by_reviewer(ADDRESS, "Pay {fee}.", target)) is None


@pytest.mark.parametrize(
    "target", ["Pague {fee}.", "**{fee}**", "\\*{fee}", "\u200fادفع {fee}\u200f", "{fee} می‌خواهم"]
)
def test_what_keeps_its_placeables_stands(target: str) -> None:
    entry = by_reviewer(ADDRESS, "Pay {fee}.", target)
    assert state("Pay {fee}.", entry) == (Origin.REVIEWED, CURRENT)


def test_a_link_may_move_but_not_go() -> None:
    source = "[Apply]{1} or [call]{2}."
    good = by_person(ADDRESS, source, "[Llame]{2} o [pida]{1}.")
    lost = by_person(ADDRESS, source, "[Llame]{2} o pida.")
    assert state(source, good) == (Origin.HUMAN, CURRENT)
    assert state(source, lost) is None


@pytest.mark.parametrize(
    ("source", "target", "stands"),
    [
        ("You are {age} or older.", "Tiene {age} años o más.", True),
        ("You are {age} or older.", "Tiene {edad} años o más.", False),
        ("You are {age} or older.", "Tiene años o más.", False),
        ("You are {age} or older.", "Tiene {age años.", False),
        ("Don't wait.", "No espere: it's late.", True),
        (
            "{n, plural, one {# child} other {# children}}",
            "{n, plural, one {# niño} other {# niños}}",
            True,
        ),
        (
            "{n, plural, one {# child} other {# children}}",
            "{m, plural, one {# niño} other {# niños}}",
            False,
        ),
        ("{n, plural, other {x}}", "{n, plural, other {niños}", False),
    ],
)
def test_a_message_keeps_its_parameters(source: str, target: str, stands: bool) -> None:
    (found,) = states(document(phrase("age", source)), by_reviewer("age", source, target))
    assert (found is not None) is stands


@pytest.mark.parametrize("source", ["{fee}", "**{fee}** – [{fee}]{1}", "18–24", "—"])
def test_a_text_without_words_stands_for_itself(source: str) -> None:
    (found,) = states(paragraphs(source))
    assert found == Translation(source, Origin.REVIEWED, CURRENT)


@pytest.mark.parametrize("target", ["", " ", "\n"])
def test_an_empty_translation_is_none(target: str) -> None:
    assert state("Pay.", Entry(ADDRESS, "Pay.", target)) is None


def test_a_stamp_beside_remarks_and_context_counts_too() -> None:
    entry = by_reviewer(ADDRESS, "Pay.", "Pague.")
    entry = replace(entry, comments=("See src=the law.", "Ask."), context=("paragraph, low",))
    assert state("Pay.", entry) == (Origin.REVIEWED, CURRENT)


def test_a_remark_above_a_stamp_never_hides_that_a_text_is_unfinished() -> None:
    segment = Segment("who/1/text", "Pay.", Role.FIELD, Risk.CRITICAL)
    index = index_segments(Document("guides/x", "x.md", (segment,)))
    stamp = render_stamp(make_stamp(StampKind.REVIEWED, "maria 2026-11-21", "Pay.", "Pague."))
    comments = f"# draft: please recheck\n# {stamp}\n#. field, critical\n#, fuzzy\n"
    entries = [(comments, "who/1/text", "Pay.", "Pague.")]
    (found,) = resolve(index, entries, frozenset({"maria"}))
    assert found is not None
    assert found.origin is Origin.DRAFT


def test_a_remark_is_never_joined_with_a_stamp() -> None:
    stamp = make_stamp(StampKind.REVIEWED, "maria 2026-11-21", "Pay.", "Pague.")
    notes = read_notes(["# draft: please recheck", f"# {render_stamp(stamp)}"], "Pague.")
    assert notes.stamp == stamp
    assert notes.comments == ("draft: please recheck",)


@pytest.mark.parametrize("nothing", ["\u200b", ".", "—", "42"])
def test_a_text_without_a_letter_is_no_translation(nothing: str) -> None:
    segment = Segment("who/1/text", "Pay.", Role.FIELD, Risk.STANDARD)
    index = index_segments(Document("guides/x", "x.md", (segment,)))
    stamp = render_stamp(make_stamp(StampKind.REVIEWED, "maria 2026-11-21", "Pay.", nothing))
    entries = [(f"# {stamp}\n", "who/1/text", "Pay.", nothing)]
    assert resolve(index, entries, frozenset({"maria"})) == [None]
