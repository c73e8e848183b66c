"""All languages filled, each in its two steps, on as many cores as it is worth."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from waypost.pipeline.ahead import LanguageCrew, fill_read
from waypost.pipeline.languages import LanguageWork, measure_language
from waypost.pipeline.plan import Measured, Plan, Published, Written, join_levels
from waypost.pipeline.workers import map_in_two_steps

FEW = 40
"""Fewer pages than this are filled without starting processes; a guide in 50 languages is more."""
FEW_AGAIN = 300
"""The same in a process that goes on: its languages are ready to be filled, a new one's aren't."""
_INDEXED = 10
"""As many pages may be filled while one language's search index is brought up to date."""


def fill_languages(
    plan: Plan,
    crew: LanguageCrew | None,
    jobs: int,
    few: int,
    meanwhile: Callable[[Published], None],
) -> tuple[list[Measured], Published, list[Written]]:
    """What the languages tell in both of their steps, in the order of the settings."""
    languages = plan.frame.identity.languages
    changed = sum(path.endswith(".po") for path in plan.changed)
    pages = len(plan.recompiled) * len(languages) + changed
    if plan.everything:
        pages = len(plan.shelf.ids) * len(languages)
    elif plan.searches and (plan.recompiled or changed):
        pages += _INDEXED * len(languages)
    found: list[tuple[list[Measured], Published]] = []

    def between(measured: Sequence[Measured]) -> Published:
        found.append((list(measured), join_levels(measured)))
        return found[-1][1]

    if crew is not None:
        written = fill_read(crew, plan, between, meanwhile)
        plan.cache.forget_known()
        return *found[-1], written
    written = map_in_two_steps(
        partial(measure_language, plan),
        between,
        LanguageWork.write,
        languages,
        jobs if pages > few else 1,
        meanwhile,
    )
    if jobs > 1 and pages > few:
        plan.cache.forget_known()
    return *found[-1], written
