"""Weeks in the life of an office, drawn from a seed: the same seed gives the same weeks."""

from __future__ import annotations

import random
from collections.abc import Callable

from tests.laws.weeks_office import REVIEWERS, STYLES, Office

GUIDES = ("a", "b")
PEOPLE = (*REVIEWERS, "editor")
EDITS = (
    "reword",
    "typo",
    "typography",
    "move",
    "delete",
    "add",
    "copy",
    "bring back",
    "rename heading",
    "fee",
    "title",
)
_SHARES = {
    "edit": 26,
    "write": 24,
    "accept": 15,
    "merge": 8,
    "translate": 7,
    "sync": 6,
    "follow": 5,
    "reject": 8,
    "clear": 4,
    "save": 2,
}
"""How often each thing is done, in a hundred."""


class SeedError(AssertionError):
    """What is broken, with the seed and the steps that show it."""


def live_through(seed: int, weeks: int) -> int:
    """How many steps the office took in these weeks; a SeedError where something was not true."""
    chance = random.Random(seed)
    office = Office()
    steps: list[str] = []
    for _ in range(weeks):
        for _ in range(chance.randint(3, 9)):
            name, step = _draw(chance, office)
            steps.append(name)
            try:
                step()
            except AssertionError as error:
                raise SeedError(f"seed {seed}, step {len(steps)}, {name}: {error}") from error
        office.another_week()
    return len(steps)


def _draw(chance: random.Random, office: Office) -> tuple[str, Callable[[], None]]:
    at, guide = chance.randrange(1000), chance.choice(GUIDES)
    who, reviewer = chance.choice(PEOPLE), chance.choice(REVIEWERS)
    what, style = chance.choice(EDITS), chance.choice(STYLES)
    every = chance.randrange(3) == 0
    (name,) = chance.choices(tuple(_SHARES), tuple(_SHARES.values()))
    steps: dict[str, Callable[[], None]] = {
        "edit": lambda: office.edit(guide, what, at),
        "write": lambda: office.write(who, guide, at, style),
        "accept": lambda: office.accept(reviewer, guide, 0 if every else at),
        "merge": lambda: office.merge(reviewer),
        "translate": office.translate,
        "sync": lambda: office.sync(office.main),
        "follow": lambda: office.follow(reviewer),
        "reject": lambda: office.reject(reviewer, guide, at),
        "clear": lambda: office.clear(who, guide, at),
        "save": lambda: office.save(who, guide, at),
    }
    return f"{name} {guide} {who} {reviewer} {what} {style} {at}", steps[name]
