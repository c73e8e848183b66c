"""How well a search answers what people type, measured against a site's judgements."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec

from waypost.model.judgement import Floor, Judgement, Judgements

TOP = 3
Find = Callable[[str], Sequence[str]]
"""A search: the ids of the pages that it finds, best first."""


class Verdict(msgspec.Struct, frozen=True):
    """What a search gave for one judgement."""

    judgement: Judgement
    found: tuple[str, ...]
    """The ids of the first pages, best first."""
    rank: int
    """Of the first right page, from 1; 0 where none is among those found."""


class Score(msgspec.Struct, frozen=True):
    """How many of a language's judgements a search got right."""

    language: str
    floor: Floor
    verdicts: tuple[Verdict, ...]

    @property
    def first(self) -> int:
        """Right in the first place."""
        return sum(each.rank == 1 for each in self.verdicts)

    @property
    def top_three(self) -> int:
        """Right among the first three."""
        return sum(0 < each.rank <= TOP for each in self.verdicts)

    @property
    def misses(self) -> tuple[Verdict, ...]:
        """The verdicts without a right page among the first three."""
        return tuple(each for each in self.verdicts if not 0 < each.rank <= TOP)

    @property
    def behind(self) -> tuple[Verdict, ...]:
        """The verdicts with a right page in sight, but not first."""
        return tuple(each for each in self.verdicts if 1 < each.rank <= TOP)

    @property
    def is_first_too_low(self) -> bool:
        """Whether fewer are right in the first place than the site asks for."""
        return 100 * self.first < self.floor.first * len(self.verdicts)

    @property
    def is_below_floor(self) -> bool:
        """Whether fewer are right than the site asks for."""
        is_low = 100 * self.top_three < self.floor.top_three * len(self.verdicts)
        return is_low or self.is_first_too_low


def judge(judgements: Judgements, find: Find, limit: int = 10) -> Score:
    """The score of the search `find` over the judgements; `limit` pages of each answer count."""
    verdicts: list[Verdict] = []
    for each in judgements.judgements:
        pages = tuple(find(each.query))[:limit]
        ranks = (number for number, page in enumerate(pages, 1) if page in each.pages)
        verdicts.append(Verdict(each, pages, next(ranks, 0)))
    return Score(judgements.language, judgements.floor, tuple(verdicts))
