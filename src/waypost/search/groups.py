"""Which forms stand on one line of a shard, reckoned anew only for words whose company changed.

Whether two words are forms of one depends on the words of their stem alone (`grouping.py`). So
where words come and go, those of the same stems are grouped again, and of no others.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final

import msgspec

from waypost.search.grouping import part_stems, stem_words
from waypost.search.rules import Kind, Rules
from waypost.search.vocabulary import Scheme

_PLAIN: Final = re.compile(r"^[^ ~=\n]+$", re.MULTILINE)
_LATIN: Final = re.compile("[a-z\u00e0-\u024f]")

_Parts = Sequence[tuple[Rules, list[str]]]
"""Words by the rules that group them."""


class Groups(msgspec.Struct, frozen=True):
    """The groups of the forms of an index."""

    names: Mapping[str, str]
    """Of a form, the name of its group; where it isn't here, its own key."""
    stems: Mapping[str, str]
    """Of a word, its stem, in languages that have any."""
    marked: Mapping[str, str]
    """Of a word that isn't written as its form, that form."""


def group_words(forms: Mapping[str, str], scheme: Scheme) -> Groups:
    """The groups of all words of an index, from the form of each."""
    marked = {word: form for word, form in forms.items() if word is not form and word != form}
    parts = _part_words(forms, scheme)
    stems = _stem_words(parts, scheme)
    return Groups(_name_groups(forms, parts, stems, scheme), stems, marked)


def regroup_words(
    former: Groups, came: Iterable[str], gone: Iterable[str], scheme: Scheme
) -> tuple[Groups, set[str]]:
    """The groups after words came and went, as `group_words` gives them, and the forms of which
    they may be others than before.
    """
    added, lost = list(came), list(gone)
    fresh = _stem_words(_part_words(added, scheme), scheme)
    stems = {**former.stems, **fresh}
    marked = {**former.marked, **_list_marked(added, scheme)}
    suspects = set(fresh.values()) | {stems[word] for word in lost if word in stems}
    forms: set[str] = set()
    words: set[str] = set()
    found = -1
    while len(suspects) != found:
        found = len(suspects)
        words |= {word for word, stem in stems.items() if stem in suspects}
        forms = {marked.get(word, word) for word in words}
        # One form may be that of several words, with other stems.
        words |= {word for word, form in marked.items() if form in forms}
        words |= forms & stems.keys()
        suspects |= {stems[word] for word in words if word in stems}
    for word in lost:
        stems.pop(word, None)
        marked.pop(word, None)
    words.difference_update(lost)
    names = dict(former.names)
    for form in forms:
        names.pop(form, None)
    own = scheme.name_forms(words)
    names.update(_name_groups(own, _part_words(own, scheme), stems, scheme))
    return Groups(names, stems, marked), forms


def _name_groups(
    forms: Mapping[str, str], parts: _Parts, stems: Mapping[str, str], scheme: Scheme
) -> dict[str, str]:
    """The groups that aren't named by the form's own key, from the form and the stem of words.

    Where words of one form have different stems, the stem of the last word in order counts.
    """
    groups: dict[str, str] = {}
    for rules, plain in parts:
        own, own_forms = plain, [*map(forms.__getitem__, plain)]
        if len({*own_forms}) < len(own):
            own = sorted(own)
            own_forms = [*map(forms.__getitem__, own)]
        stem_of = dict(zip(own_forms, map(stems.__getitem__, own), strict=True))
        start = len(_sign(rules, scheme))
        groups.update(part_stems(stem_of, rules, start))
    return {form: group for form, group in groups.items() if group != scheme.key(form)}


def _stem_words(parts: _Parts, scheme: Scheme) -> dict[str, str]:
    """The stem of each word that has one. Those of another language are another's stems."""
    stems: dict[str, str] = {}
    for rules, own in parts:
        sign = _sign(rules, scheme)
        found = stem_words(own, rules)
        stems.update(zip(own, map(sign.__add__, found) if sign else found, strict=True))
    return stems


def _part_words(words: Collection[str], scheme: Scheme) -> _Parts:
    """Plain words by the rules that group them, where these have stems."""
    latin: list[str] = []
    plain: list[str] = []
    is_mixed = scheme.latin_rules is not scheme.rules
    is_latin_stemmed = is_mixed and _has_stems(scheme.latin_rules)
    if is_latin_stemmed or _has_stems(scheme.rules):
        plain = _PLAIN.findall("\n".join(words))
    if is_mixed:
        if is_latin_stemmed:
            latin = [word for word in plain if "a" <= word < "\u0250" and _LATIN.match(word)]
        plain = [word for word in plain if not _LATIN.match(word)]
    if not _has_stems(scheme.rules):
        plain = []
    parts = [(scheme.latin_rules, latin), (scheme.rules, plain)]
    return [(rules, own) for rules, own in parts if own]


def _sign(rules: Rules, scheme: Scheme) -> str:
    """What stands before stems of another language."""
    return "" if rules is scheme.rules else " "


def _has_stems(rules: Rules) -> bool:
    return bool(rules.stemmer) or rules.kind is Kind.KOREAN


def _list_marked(words: Iterable[str], scheme: Scheme) -> dict[str, str]:
    pairs = ((word, scheme.form(word)) for word in words if not word.isascii())
    return {word: form for word, form in pairs if form != word}
