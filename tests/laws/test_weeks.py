"""Months of work by editors, engines and reviewers on branches: nothing is lost or misjudged.

No words of a person go, no stale critical text is published, changes of different entries never
conflict, and every state is what a plain record of who did what says. `weeks_office` holds what is
done and what must be true; `scripts/bench-weeks` lives through many more weeks.
"""

from __future__ import annotations

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from tests.laws.weeks_calendar import EDITS, GUIDES, PEOPLE, live_through
from tests.laws.weeks_office import REVIEWERS, STYLES, Office

_guides = st.sampled_from(GUIDES)
_people = st.sampled_from(PEOPLE)
_reviewers = st.sampled_from(REVIEWERS)
_places = st.integers(0, 200)


class Weeks(RuleBasedStateMachine):
    """What people and programs do, in any order; the office looks after each step."""

    def __init__(self) -> None:
        super().__init__()
        self.office = Office()

    @rule(guide=_guides, what=st.sampled_from(EDITS), at=_places)
    def edit(self, guide: str, what: str, at: int) -> None:
        self.office.edit(guide, what, at)

    @rule(who=_people, guide=_guides, at=_places, style=st.sampled_from(STYLES))
    def write(self, who: str, guide: str, at: int, style: str) -> None:
        self.office.write(who, guide, at, style)

    @rule(who=_people, guide=_guides, at=_places)
    def clear(self, who: str, guide: str, at: int) -> None:
        self.office.clear(who, guide, at)

    @rule(who=_people, guide=_guides, at=_places)
    def save(self, who: str, guide: str, at: int) -> None:
        self.office.save(who, guide, at)

    @rule(who=_reviewers, guide=_guides, at=_places)
    def accept(self, who: str, guide: str, at: int) -> None:
        self.office.accept(who, guide, at)

    @rule(who=_reviewers, guide=_guides, at=_places)
    def reject(self, who: str, guide: str, at: int) -> None:
        self.office.reject(who, guide, at)

    @rule(who=_reviewers)
    def merge(self, who: str) -> None:
        self.office.merge(who)

    @rule(who=_reviewers)
    def follow(self, who: str) -> None:
        self.office.follow(who)

    @rule()
    def sync(self) -> None:
        self.office.sync(self.office.main)

    @rule()
    def translate(self) -> None:
        self.office.translate()

    @rule()
    def another_week(self) -> None:
        self.office.another_week()


Weeks.TestCase.settings = settings(max_examples=25, stateful_step_count=25)
TestWeeks = Weeks.TestCase


# In 0 a rejected text has moved before a merge, in 6 a stale one is rejected, in 287 both sides of
# a merge have followed a renamed heading, and one has a new sentence below it. In 97 several
# sentences have moved on both sides, by different numbers.
@pytest.mark.parametrize("seed", [*range(7), 97, 287])
def test_twenty_weeks(seed: int) -> None:
    assert live_through(seed, 20) >= 60
