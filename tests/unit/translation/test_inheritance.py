from tests.unit.translation.sample import (
    by_draft,
    by_machine,
    by_person,
    by_reviewer,
    catalog,
    paragraphs,
)
from waypost.model.replacing import replace
from waypost.model.text import Document
from waypost.translation.catalog import FUZZY, Catalog, Entry
from waypost.translation.inheritance import inherit, take_over
from waypost.translation.sync import sync_catalog

_HOME = "body/do/p-1"


def _gone(*entries: Entry) -> Catalog:
    """The catalogue of a vanished document as `waypost sync` left it."""
    source = paragraphs(*[entry.source for entry in entries])
    return sync_catalog(source, catalog(*entries))


def _take(source: Document, now: Catalog, *gone: Catalog) -> Catalog:
    done = take_over(source, sync_catalog(source, now), inherit(gone, {"ana"}))
    assert sync_catalog(source, done) == done
    assert take_over(source, done, inherit(gone, {"ana"})) == done
    return done


def test_a_persons_words_come_with_their_stamp() -> None:
    former = by_reviewer(_HOME, "Pay.", "Pague.")
    (entry,) = _take(paragraphs("Pay."), catalog(), _gone(former)).entries
    assert (entry.target, entry.stamp, entry.flags) == ("Pague.", former.stamp, ())


def test_words_follow_their_text_to_another_place_in_the_same_role() -> None:
    gone = _gone(by_person(_HOME, "Pay.", "Pague."))
    first, second = _take(paragraphs("Call.", "Pay."), catalog(), gone).entries
    assert (first.target, second.target) == ("", "Pague.")


def test_words_in_another_role_stay_behind() -> None:
    gone = catalog(replace(by_person("title", "Pay.", "Pagar"), context=("title, standard",)))
    assert _take(paragraphs("Pay."), catalog(), gone).entries[0].target == ""


def test_words_that_a_tool_left_without_a_role_still_have_their_address() -> None:
    gone = catalog(by_person(_HOME, "Pay.", "Pague."))
    assert _take(paragraphs("Pay."), catalog(), gone).entries[0].target == "Pague."
    assert _take(paragraphs("Call.", "Pay."), catalog(), gone).entries[1].target == ""


def test_a_machines_text_gives_way_and_a_persons_does_not() -> None:
    gone = _gone(by_person(_HOME, "Pay.", "Pague."))
    machine = catalog(by_machine(_HOME, "Pay.", "Paga."))
    person = catalog(by_person(_HOME, "Pay.", "Páguelo."))
    assert _take(paragraphs("Pay."), machine, gone).entries[0].target == "Pague."
    assert _take(paragraphs("Pay."), person, gone).entries[0].target == "Páguelo."


def test_reviewed_words_come_before_those_that_nobody_checked() -> None:
    human, reviewed = by_person(_HOME, "Pay.", "Pague."), by_reviewer(_HOME, "Pay.", "Abone.")
    done = _take(paragraphs("Pay."), catalog(), _gone(human), _gone(reviewed))
    assert done.entries[0].target == "Abone."


def test_no_draft_no_stale_words_and_nothing_broken_is_taken_over() -> None:
    unfinished = replace(by_person(_HOME, "Pay.", "Pague."), flags=(FUZZY,))
    stale = replace(by_person(_HOME, "Pay.", "Pague."), source="Pay {fee}.")
    for source, former in (
        ("Pay.", by_machine(_HOME, "Pay.", "Pague.")),
        ("Pay.", by_draft(_HOME, "Pay.", "Pague.")),
        ("Pay.", unfinished),
        ("Pay {fee}.", stale),
        ("Pay {fee}.", by_person(_HOME, "Pay {fee}.", "Pague.")),
    ):
        assert _take(paragraphs(source), catalog(), catalog(former)).entries[0].target == ""
