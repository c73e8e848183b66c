"""The little words of each language: by them a page, or a word left untranslated, is known.

Written for Waypost from grammars: articles, pronouns, prepositions, auxiliaries. Languages that
alone use a script need none. Touches the disk: reads function_words.json once.
"""

from __future__ import annotations

import json
from functools import cache, lru_cache
from pathlib import Path

from waypost.translation.quality.by_language import name_variants

_FILE = Path(__file__).with_name("function_words.json")


@cache
def _load_lists() -> dict[str, frozenset[str]]:
    """Code → its little words."""
    lists: dict[str, str] = json.loads(_FILE.read_text(encoding="utf-8"))
    return {code: frozenset(words.split()) for code, words in lists.items()}


@lru_cache(256)
def function_words(code: str) -> frozenset[str]:
    """The little words of the language; none where no list is kept."""
    lists = _load_lists()
    return next((lists[name] for name in name_variants(code) if name in lists), frozenset())


def listed_languages() -> tuple[str, ...]:
    """The codes of the languages with a list."""
    return tuple(_load_lists())
