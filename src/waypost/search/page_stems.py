"""The stems of what names each page, by which a page that says a phrase is found among many.

A preview asks after each save that brings an acronym, and nearly all pages are those of the last.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from sys import intern

from waypost.model.search import SearchField, SearchPage
from waypost.search.grouping import stem_words
from waypost.search.rules import rules_for
from waypost.search.tokens import split_words

ListTexts = Callable[[SearchPage], Iterable[tuple[SearchField, str, str]]]
"""What names a page: field, text and the code of its language."""


class PageStems:
    """The stems of the pages of one language that were asked for last."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[SearchPage, Mapping[str, frozenset[str]]]] = {}

    def read(self, page: SearchPage, list_texts: ListTexts) -> Mapping[str, frozenset[str]]:
        """The stems of all words that name the page, by the code of the language of a text."""
        known = self._known.get(page.id)
        if known is None or known[0] is not page:
            known = self._known[page.id] = (page, _stem_texts(list_texts(page)))
        return known[1]


def _stem_texts(texts: Iterable[tuple[SearchField, str, str]]) -> dict[str, frozenset[str]]:
    by_code: dict[str, list[str]] = {}
    for _, text, code in texts:
        by_code.setdefault(code, []).append(text)
    stems: dict[str, frozenset[str]] = {}
    for code, own in by_code.items():
        rules = rules_for(code)
        words = split_words("\n".join(own), rules)
        # One text for the same stem of all pages.
        stems[code] = frozenset(map(intern, stem_words(words, rules)))
    return stems
