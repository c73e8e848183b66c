"""Sentences in 17 languages, broken by rule: what must block blocks, and no right one does.

The sentences were drafted for these tests and reviewed by nobody.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.checks.broken import Case, break_pages, break_texts
from scripts.checks.pairs import Page, load_sentences
from waypost.translation.quality.judge import judge, judge_page
from waypost.translation.quality.scripts import find_script

_FILE = Path(__file__).parents[3] / "cases" / "translations" / "sentences.json"
_SEED = 20261121


@pytest.fixture(scope="module")
def pages() -> tuple[Page, ...]:
    return load_sentences(_FILE)


@pytest.fixture(scope="module")
def cases(pages: tuple[Page, ...]) -> tuple[Case, ...]:
    return (*break_texts(pages, _SEED, per_kind=2), *break_pages(pages, _SEED, per_kind=1))


def test_the_set_is_large_enough(cases: tuple[Case, ...]) -> None:
    assert len(cases) >= 150
    assert len({case.language for case in cases}) >= 12
    assert len({find_script(case.right[0].target) for case in cases}) >= 6
    assert len({case.kind for case in cases}) >= 25


def test_what_must_block_blocks(cases: tuple[Case, ...]) -> None:
    chosen = [case for case in cases if case.is_blocking]
    missed = [
        (case.kind, case.language, case.wrong[0].target) for case in chosen if not case.is_seen
    ]
    assert len(missed) <= 0.02 * len(chosen), missed


def test_most_other_mistakes_are_warned_of(cases: tuple[Case, ...]) -> None:
    chosen = [case for case in cases if not case.is_blocking]
    assert sum(case.is_seen for case in chosen) >= 0.7 * len(chosen)
    for kind in {case.kind for case in chosen}:
        seen = [case.is_seen for case in chosen if case.kind == kind]
        assert sum(seen) >= 0.5 * len(seen), kind


def test_each_mistake_is_called_by_its_name(cases: tuple[Case, ...]) -> None:
    seen = [case for case in cases if case.is_seen]
    assert sum(case.is_named for case in seen) >= 0.9 * len(seen)


def test_no_right_sentence_is_doubted(pages: tuple[Page, ...]) -> None:
    found = {
        (page.language, pair.target): [f"{one.code.id} {one.message}" for one in judge(pair)]
        for page in pages
        for pair in page.pairs
    }
    assert {text: defects for text, defects in found.items() if defects} == {}
    assert [page.language for page in pages if judge_page(page.pairs)] == []
