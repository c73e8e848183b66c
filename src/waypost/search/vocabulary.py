"""All forms of an index, in the order in which they stand, and how words become forms."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, chain, compress
from operator import ne, sub

import msgspec

from waypost.locales.registry import find_language
from waypost.search.fold import fold_word, fold_words
from waypost.search.payload import as_units, has_astral, sort_as_scripts_do
from waypost.search.rules import Rules, rules_for
from waypost.search.tokens import form_word


class Scheme(msgspec.Struct, frozen=True):
    """How words of one index become forms and keys."""

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

    def name_forms(self, words: Collection[str]) -> dict[str, str]:
        """The form of each word."""
        forms = dict(zip(words, words, strict=True))
        if not self.rules.keeps_marks:
            others = [word for word in words if not word.isascii() and word[0] not in "~="]
            forms.update(zip(others, fold_words(others), strict=True))
        return forms

    def key(self, form: str) -> str:
        """What a form is looked up by."""
        if not self.rules.keeps_marks or form[0] in "~=":
            return form
        return fold_word(form)

    def name_keys(self, forms: Sequence[str]) -> Sequence[str]:
        """The key of each form."""
        if not self.rules.keeps_marks:
            return forms
        keys = zip(forms, fold_words(forms), strict=True)
        return [form if form[0] in "~=" else key for form, key in keys]


class Vocabulary(msgspec.Struct, frozen=True):
    """The forms of an index in the order of their keys, and each key once."""

    forms: list[str]
    form_keys: list[str]
    """The key of each form; empty where every form is its own key."""
    keys: list[str]
    starts: list[int]
    """Of each key, the position of its first form; at the end, how many forms there are.

    Empty where every form is its own key.
    """

    @classmethod
    def of(cls, forms: Iterable[str], scheme: Scheme) -> Vocabulary:
        """The vocabulary of these forms."""
        ordered = sort_as_scripts_do(forms)
        if not scheme.rules.keeps_marks:
            return cls._from(ordered, [])
        key_of = dict(zip(ordered, scheme.name_keys(ordered), strict=True))
        units = key_of
        if has_astral("".join(key_of.values())):
            units = {form: as_units(key) for form, key in key_of.items()}
        ordered.sort(key=units.__getitem__)
        return cls._from(ordered, [key_of[form] for form in ordered])

    @classmethod
    def changed(
        cls, forms: list[str], form_keys: list[str], moved: Iterable[str], scheme: Scheme
    ) -> Vocabulary:
        """The vocabulary after some forms came or went: those that stood go, all others come."""
        forms, form_keys = list(forms), list(form_keys)
        for form in moved:
            key = scheme.key(form)
            own = form_keys or forms
            at = bisect_left(own, as_units(key), key=as_units)
            while own[at : at + 1] == [key] and as_units(forms[at]) < as_units(form):
                at += 1
            if forms[at : at + 1] == [form]:
                del forms[at]
                del form_keys[at : at + 1]
            else:
                forms.insert(at, form)
                if scheme.rules.keeps_marks:
                    form_keys.insert(at, key)
        return cls._from(forms, form_keys)

    @classmethod
    def _from(cls, forms: list[str], form_keys: list[str]) -> Vocabulary:
        if not form_keys:
            return cls(forms, [], forms, [])
        is_first = map(ne, form_keys, chain((None,), form_keys))
        starts = [*compress(range(len(forms)), is_first)]
        return cls(forms, form_keys, [form_keys[at] for at in starts], [*starts, len(forms)])

    def span(self, keys: range) -> slice:
        """Where the forms of a range of keys stand."""
        if not self.starts:
            return slice(keys.start, keys.stop)
        return slice(self.starts[keys.start], self.starts[keys.stop])

    def name_groups(self, names: Mapping[str, str]) -> list[str]:
        """The group of each form, where `names` holds those that aren't the form's own key."""
        return [*map(names.get, self.forms, self.form_keys or self.forms)]

    def shared_keys(self) -> Iterator[str]:
        """The keys of more than one form."""
        if self.starts:
            counts = map(sub, self.starts[1:], self.starts)
            yield from compress(self.keys, map((1).__lt__, counts))

    def add_up(self, sizes: list[int]) -> list[int]:
        """The size of each key, from the sizes of the forms."""
        if not self.starts:
            return sizes
        ends = [0, *accumulate(sizes)]
        until = [ends[start] for start in self.starts]
        return [*map(sub, until[1:], until)]
