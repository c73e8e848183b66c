"""Which languages the measured sites have: 130, and two of each script with every page."""

from __future__ import annotations

from collections.abc import Sequence

from scripts.benchmark.guides import LANGUAGES
from waypost.locales.registry import all_languages, find_language
from waypost.model.language import Language

NUMBER = 130
_EACH = 2
"""Languages of a script that have every page; the others have their card, and their line in the
list of languages that stands on every page."""


def choose_languages(first: Sequence[str]) -> list[Language]:
    """`NUMBER` languages: those that come first, then the benchmark's, then the registry's."""
    codes = dict.fromkeys((*first, *LANGUAGES, *(each.code for each in all_languages())))
    known = [language for code in codes if (language := find_language(code)) is not None]
    return known[:NUMBER]


def choose_filled(languages: Sequence[Language], real: Sequence[str]) -> list[Language]:
    """The languages with every page: English, the really translated ones, two of each script."""
    filled = [each for each in languages if each.code == "en" or each.code in real]
    for language in languages:
        same = [each for each in filled if each.script == language.script]
        if len(same) < _EACH and language not in filled:
            filled.append(language)
    return filled
