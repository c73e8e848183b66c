"""Titles, names and keywords that lead elsewhere are found, and reasons that aren't needed."""

from __future__ import annotations

from collections.abc import Sequence

from tests.unit.search.sample_pages import PAGES
from waypost.model.replacing import replace
from waypost.model.search import SearchWords
from waypost.search.audit import Loss, Probe, ProbeKind, find_idle_reasons, find_losses, list_probes

WORDS = SearchWords(
    keywords={"food-help": ("EBT", "Food"), "rent-help": ("ebt", "rent"), "gone": ("x",)},
    best_bets={"Rent": "renew-license"},
)
PROBES = list_probes(PAGES, WORDS, "en")


def _find(query: str) -> Sequence[str]:
    known = {
        "Get help to buy food": ("food-help", "rent-help"),
        "food stamps": ("rent-help", "food-help"),
        "Get help with your rent": ("rent-help",),
        "EBT": ("rent-help",),
        "rent": ("renew-license",),
        "Food": ("food-help",),
    }
    return known.get(query, ())


def test_every_title_name_and_keyword_is_tried_once() -> None:
    said = {(each.text, each.kind, each.pages) for each in PROBES}
    assert ("Get help to buy food", ProbeKind.TITLE, ("food-help",)) in said
    assert ("food stamps", ProbeKind.NAME, ("food-help",)) in said
    assert ("EBT", ProbeKind.KEYWORD, ("food-help", "rent-help")) in said
    assert len(PROBES) == 7


def test_a_best_bet_decides_what_comes_first() -> None:
    assert next(each.pages for each in PROBES if each.text == "rent") == ("renew-license",)


def test_what_finds_nothing_or_another_page_is_lost() -> None:
    losses = {each.probe.text: each.found for each in find_losses(PROBES, _find, {})}
    assert losses == {
        "food stamps": ("rent-help", "food-help"),
        "Renew your driver’s license": (),
    }


def test_a_name_among_the_first_three_is_only_behind() -> None:
    behind = {each.probe.text: each.is_behind for each in find_losses(PROBES, _find, {})}
    assert behind == {"food stamps": True, "Renew your driver’s license": False}
    title = Loss(Probe("Rent", ProbeKind.TITLE, ("rent-help",)), ("food-help", "rent-help"))
    assert not title.is_behind


def test_what_is_explained_is_no_loss_in_any_letters() -> None:
    losses = find_losses(PROBES, _find, {"FOOD Stamps": "Both are right."})
    assert [each.probe.text for each in losses] == ["Renew your driver’s license"]


def test_a_reason_that_nothing_needs_is_told() -> None:
    explained = {"food stamps": "needed", "EBT": "found", "nothing": "no page has it"}
    assert find_idle_reasons(PROBES, _find, explained) == ("EBT", "nothing")


def test_a_title_in_another_language_is_not_tried() -> None:
    pages = [replace(PAGES[0], title_language="es")]
    assert [each.kind for each in list_probes(pages, SearchWords(), "en")] == [ProbeKind.NAME]
