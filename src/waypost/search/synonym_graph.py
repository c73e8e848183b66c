"""Which words people type for which words of pages, also by way of a third."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property, lru_cache

from waypost.model.search import Synonym
from waypost.search.fold import fold_text

SYNONYM = 0.4
"""What a synonym counts beside the word itself: as another name (5 × 0.4) less than the word in a
heading (2.5)."""
_AGAIN = 0.75
"""Of that, for each further step."""
_MOST_STEPS = 3
MOST_WORDS = 200
"""For one meaning, the nearest first: where all stands for all, nothing tells pages apart."""


class SynonymGraph:
    """Steps from what a page says to what people type for it."""

    def __init__(self, synonyms: Iterable[Synonym]) -> None:
        steps: dict[str, dict[str, None]] = {}
        self._said: dict[str, str] = {}
        for synonym in synonyms:
            both = synonym.words + synonym.means
            means = both if synonym.is_two_way else synonym.means
            words = both if synonym.is_two_way else synonym.words
            for mean in means:
                known = steps.setdefault(self._name(mean), {})
                known.update((name, None) for word in words if (name := self._name(word)))
        self._steps = {mean: tuple(words) for mean, words in steps.items()}
        self.words_for = lru_cache(maxsize=None)(self._walk)

    def _name(self, phrase: str) -> str:
        """One spelling for all that are folded alike."""
        return self._said.setdefault(_fold_phrase(phrase), phrase)

    def has(self, meaning: str) -> bool:
        """Whether something is typed for it."""
        return meaning in self._steps

    @property
    def meanings(self) -> tuple[str, ...]:
        """What pages say: all for which something is typed."""
        return tuple(self._steps)

    @cached_property
    def words(self) -> frozenset[str]:
        """All that is typed for something."""
        return frozenset(word for words in self._steps.values() for word in words)

    def find_sources(self, phrases: Iterable[str]) -> set[str]:
        """These phrases, and all meanings that may lead to one of them."""
        folded = map(_fold_phrase, phrases)
        found = {self._said[name] for name in folded if name in self._said}
        for _ in range(_MOST_STEPS):
            found.update(
                [mean for mean, words in self._steps.items() if not found.isdisjoint(words)]
            )
        return found

    def _walk(self, meaning: str) -> tuple[tuple[str, float], ...]:
        """Each word that is typed for the meaning, and what it counts; the nearest first."""
        seen = {meaning}
        found: list[tuple[str, float]] = []
        level, factor = [meaning], SYNONYM
        for _ in range(_MOST_STEPS):
            means, level = level, []
            for mean in means:
                level += [word for word in self._steps.get(mean, ()) if word not in seen]
                seen.update(level)
                if len(found) + len(level) >= MOST_WORDS:
                    break
            found += ((word, factor) for word in level)
            if len(found) >= MOST_WORDS:
                break
            factor *= _AGAIN
        return tuple(found[:MOST_WORDS])


@lru_cache(1 << 14)
def _fold_phrase(phrase: str) -> str:
    """The key of a phrase; remembered, for one acronym more leaves all other phrases."""
    return " ".join(fold_text(phrase).split())
