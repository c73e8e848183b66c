"""All forms of an index: their keys, their groups, and the order in which they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from waypost.locales.registry import find_language
from waypost.search.fold import fold_word
from waypost.search.grouping import name_groups
from waypost.search.payload import as_units, sort_as_scripts_do
from waypost.search.rules import Rules, rules_for
from waypost.search.tokens import form_word

_ADDED: Final = re.compile("[ ~=]")
_LATIN: Final = re.compile("[a-z\u00e0-\u024f]")


@dataclass(frozen=True, slots=True)
class Scheme:
    """How words of one index become forms, keys and groups."""

    rules: Rules
    latin_rules: Rules
    """By which words in Latin letters are grouped."""

    @classmethod
    def of(cls, language: str, source: str) -> Scheme:
        """The scheme of a language of a site that is written in `source`.

        Words in Latin letters among those of another script are names, and words of the source.
        """
        known = find_language(language)
        is_latin = known is None or known.script == "Latn"
        return cls(rules_for(language), rules_for(language if is_latin else source))

    def form(self, word: str) -> str:
        """The word as it stands in a shard."""
        return word if word[0] in "~=" else form_word(word, self.rules)

    def key(self, form: str) -> str:
        """What a form is looked up by."""
        if not self.rules.keeps_marks or form[0] in "~=":
            return form
        return fold_word(form)


def group_words(words: Iterable[str], scheme: Scheme) -> dict[str, str]:
    """The group of each form; what isn't one plain word is a group of its own."""
    plain: list[str] = []
    latin: list[str] = []
    groups: dict[str, str] = {}
    has_latin = scheme.latin_rules is not scheme.rules
    for word in words:
        if _ADDED.search(word):
            form = scheme.form(word)
            groups[form] = f" {form}"
        elif has_latin and _LATIN.match(word):
            latin.append(word)
        else:
            plain.append(word)
    groups.update(name_groups(latin, scheme.latin_rules))
    groups.update(name_groups(plain, scheme.rules))
    return groups


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The forms of an index in the order of their keys, and each key once."""

    forms: list[str]
    keys: list[str]
    starts: list[int]
    """Of each key, the position of its first form; at the end, how many forms there are."""

    @classmethod
    def of(cls, forms: Iterable[str], scheme: Scheme) -> Vocabulary:
        """The vocabulary of these forms."""
        ordered = sort_as_scripts_do(forms)
        if not scheme.rules.keeps_marks:
            return cls(ordered, ordered, list(range(len(ordered) + 1)))
        key_of = {form: as_units(scheme.key(form)) for form in ordered}
        ordered.sort(key=key_of.__getitem__)
        keys: list[str] = []
        starts: list[int] = []
        before = ""
        for at, form in enumerate(ordered):
            if key_of[form] != before:
                before = key_of[form]
                keys.append(scheme.key(form))
                starts.append(at)
        return cls(ordered, keys, [*starts, len(ordered)])

    def list_forms(self, keys: range) -> list[str]:
        """The forms of a range of keys."""
        return self.forms[self.starts[keys.start] : self.starts[keys.stop]]
