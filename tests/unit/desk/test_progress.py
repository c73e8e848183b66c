"""How many words are left, and what to do next."""

from __future__ import annotations

import pytest

from tests.unit.desk.made import BLOCKING, make_document, make_language, make_text
from waypost.desk.progress import Coverage, count_text, cover, plan_work, tiers_within
from waypost.model.language import Tier
from waypost.model.text import Risk, Role
from waypost.model.translation import Freshness, Origin

_C = Risk.CRITICAL


def test_words_are_counted_by_what_is_left_to_do() -> None:
    assert count_text(make_text(origin=None)) == Coverage(4, missing=4)
    assert count_text(make_text(origin=None, unusable="x")) == Coverage(4, missing=4)
    assert count_text(make_text(origin=Origin.MACHINE)) == Coverage(4, noted=4)
    assert count_text(make_text(origin=Origin.HUMAN)) == Coverage(4)
    assert count_text(make_text(origin=Origin.HUMAN, risk=_C)) == Coverage(4, unreviewed=4)
    assert count_text(make_text(origin=Origin.REVIEWED, risk=_C)) == Coverage(4)
    stale = make_text(origin=Origin.REVIEWED, risk=_C, freshness=Freshness.STALE)
    assert count_text(stale) == Coverage(4, stale=4)


def test_all_is_done_only_if_nothing_is_left() -> None:
    assert Coverage(1000, missing=1).percent == 99
    assert Coverage(1000, noted=1).percent == 99
    assert Coverage(1000).percent == 100
    assert Coverage().percent == 100


def test_a_tier_is_covered_by_what_it_promises() -> None:
    language = make_language(
        make_document("interface", make_text("one", origin=None)),
        make_document("phrases", make_text("one two", origin=None)),
        make_document(
            "guides/renew",
            make_text("one two three", origin=None, address="title", role=Role.TITLE),
            make_text("one two three four", origin=None, address="summary", role=Role.SUMMARY),
            make_text("one two three four five", origin=None),
        ),
        make_document("guides/shelter", make_text("six words " * 3, origin=None), is_crisis=True),
    )
    assert cover(language, Tier.CARD).left == 1
    assert cover(language, Tier.CORE).left == 1 + 2 + 3 + 4 + 6
    assert cover(language, Tier.FULL).left == 1 + 2 + 3 + 4 + 5 + 6


@pytest.mark.parametrize(
    ("tier", "passed"),
    [
        (Tier.CARD, (Tier.CARD,)),
        (Tier.CORE, (Tier.CARD, Tier.CORE)),
        (Tier.FULL, (Tier.CARD, Tier.CORE, Tier.FULL)),
    ],
)
def test_a_tier_holds_the_smaller_ones(tier: Tier, passed: tuple[Tier, ...]) -> None:
    assert tiers_within(tier) == passed


def test_phrases_come_first_then_what_is_critical_then_the_rest() -> None:
    language = make_language(
        make_document("guides/long", make_text("a b c d e", risk=_C), make_text("a b")),
        make_document("guides/short", make_text("a", risk=_C)),
        make_document("guides/crisis", make_text("a b c d e f", risk=_C), is_crisis=True),
        make_document("phrases", make_text(risk=_C), make_text()),
        make_document("guides/done", make_text(origin=Origin.HUMAN)),
    )
    plan = plan_work(language)
    assert [(task.document.name, task.texts) for task in plan.phrases] == [("phrases", 2)]
    names = [task.document.name for task in plan.critical]
    assert names == ["guides/crisis", "guides/short", "guides/long"]
    assert [(task.document.name, task.words) for task in plan.rest] == [("guides/long", 2)]


def test_what_the_tier_promises_comes_before_other_texts() -> None:
    language = make_language(
        make_document("guides/a", make_text("a")),
        make_document("topics", make_text("a b c")),
        tier=Tier.CORE,
    )
    assert [task.document.name for task in plan_work(language).rest] == ["topics", "guides/a"]


def test_what_is_read_most_comes_before_what_is_nearly_done() -> None:
    language = make_language(
        make_document("guides/a", make_text("a"), make_text("a", risk=_C), views=3),
        make_document("guides/b", make_text("a b"), make_text("a b", risk=_C), views=900),
    )
    plan = plan_work(language)
    assert [task.document.name for task in plan.critical] == ["guides/b", "guides/a"]
    assert [task.document.name for task in plan.rest] == ["guides/b", "guides/a"]


def test_a_forbidden_text_needs_work_even_if_it_is_reviewed() -> None:
    text = make_text(origin=Origin.REVIEWED, doubts=(BLOCKING,))
    assert text.needs_work
    assert not make_text(origin=Origin.REVIEWED).needs_work
