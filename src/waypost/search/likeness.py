"""Which forms of an index a typed word is like, and how much that counts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType

import msgspec

from waypost.search.grouping import name_groups
from waypost.search.vocabulary import Scheme

_SHORTEST_TYPO = 4
"""Letters from which on a word may differ by one edit."""
_SHORTEST_PREFIX = 2
_LATIN = re.compile("[a-z\u00e0-\u024f]")


class Likeness(StrEnum):
    """How a typed word is like a form, in words for an editor."""

    EXACT = "the same word"
    MARKS = "other accents"
    GROUP = "another form of it"
    PREFIX = "begins so"
    EDIT = "one letter off"
    TRIMMED = "the same beginning"


WEIGHTS: Mapping[Likeness, float] = MappingProxyType(
    {
        Likeness.EXACT: 1,
        Likeness.MARKS: 0.9,
        Likeness.GROUP: 0.8,
        Likeness.PREFIX: 0.7,
        Likeness.EDIT: 0.45,
        Likeness.TRIMMED: 0.4,
    }
)


class Like(msgspec.Struct, frozen=True):
    """A form of the index that a typed word is like."""

    form: str
    likeness: Likeness

    @property
    def weight(self) -> float:
        """Between 0 and 1."""
        return WEIGHTS[self.likeness]


class Lexicon:
    """The forms of an index, to be asked by word."""

    def __init__(self, words: Iterable[str], scheme: Scheme) -> None:
        """`words` have their marks, as `split_words` gives them."""
        self._scheme = scheme
        self._words = frozenset(words)
        self._groups = _group_words(self._words, scheme)
        self.forms = frozenset(self._groups)
        self._members: dict[str, list[str]] = defaultdict(list)
        self._keys: dict[str, list[str]] = defaultdict(list)
        for form, group in sorted(self._groups.items()):
            self._members[group].append(form)
            if " " not in form:
                self._keys[scheme.key(form)].append(form)

    def list_group(self, word: str) -> tuple[str, ...]:
        """The forms that are forms of the word, it included where the index has it."""
        form = self._scheme.form(word)
        if form not in self._groups:
            # What a group is called depends on its members.
            groups = _group_words((*self._words, word), self._scheme)
            return tuple(sorted(each for each in self.forms if groups[each] == groups[form]))
        group = self._groups[form]
        return tuple(self._members.get(group, ()))

    def find_like(self, word: str, *, is_last: bool) -> tuple[Like, ...]:
        """The forms that the typed word is like, each once, by its best likeness.

        Its beginning counts where it is the last word, which may not be finished, or where nothing
        else is like it; a typo where no form is the same word.
        """
        form = self._scheme.form(word)
        key = self._scheme.key(form)
        same = [Like(form, Likeness.EXACT)] if form in self.forms else []
        same += [Like(each, Likeness.MARKS) for each in self._keys.get(key, ())]
        same += [Like(each, Likeness.GROUP) for each in self.list_group(word)]
        found = list(same)
        if is_last or not found:
            found += [Like(each, Likeness.PREFIX) for each in self._list_longer(key)]
        if not same:
            found += [Like(each, Likeness.EDIT) for each in self._list_near(key)]
        if not found:
            found += [Like(each, Likeness.TRIMMED) for each in self._list_trimmed(key)]
        return _keep_best(found)

    def _list_longer(self, key: str) -> list[str]:
        if len(key) < _SHORTEST_PREFIX and key.isascii():
            return []
        return self._forms_of(each for each in self._keys if each.startswith(key) and each != key)

    def _list_near(self, key: str) -> list[str]:
        from rapidfuzz.distance import OSA

        if len(key) < _SHORTEST_TYPO:
            return []
        near = (
            each
            for each in self._keys
            if abs(len(each) - len(key)) <= 1 and OSA.distance(each, key, score_cutoff=1) == 1
        )
        return self._forms_of(near)

    def _list_trimmed(self, key: str) -> list[str]:
        for end in range(len(key) - 1, max(_SHORTEST_TYPO, (len(key) + 1) // 2) - 1, -1):
            found = self._forms_of(each for each in self._keys if each.startswith(key[:end]))
            if found:
                return found
        return []

    def _forms_of(self, keys: Iterable[str]) -> list[str]:
        return [form for key in sorted(keys) for form in self._keys[key]]


def _group_words(words: Iterable[str], scheme: Scheme) -> dict[str, str]:
    """The group of each form, as the index has it: several words are a group of their own.

    Words in Latin letters among those of another script are forms of the source's words.
    """
    plain: list[str] = []
    latin: list[str] = []
    groups: dict[str, str] = {}
    is_mixed = scheme.latin_rules is not scheme.rules
    for word in words:
        if " " in word:
            groups[scheme.form(word)] = f" {scheme.form(word)}"
        else:
            (latin if is_mixed and _LATIN.match(word) else plain).append(word)
    groups.update(name_groups(latin, scheme.latin_rules))
    groups.update(name_groups(plain, scheme.rules))
    return groups


def _keep_best(found: Sequence[Like]) -> tuple[Like, ...]:
    best: dict[str, Like] = {}
    for each in found:
        if each.form not in best or each.weight > best[each.form].weight:
            best[each.form] = each
    return tuple(best.values())
