"""Hints: a text much like one that a person has translated, shown to who translates next.

    #. near: “Bring your photo ID.” → “Traiga su identificación con foto.” (84 %)

A hint is never a translation: it stands in a comment and is read by people only. `waypost sync`
writes hints beside texts that need a person. One that stands stays while its pair does, so that
another translation elsewhere doesn't change files that have nothing to do with it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from waypost.model.fingerprint import fingerprint
from waypost.model.replacing import replace
from waypost.model.text import Document, Risk, Segment, Syntax
from waypost.translation.catalog import Catalog, Entry
from waypost.translation.origin import is_persons, judge_entry
from waypost.translation.soundness import expect_placeables, is_sound

PREFIX = "near: "
ENOUGH = 70.0
"""Per cent of likeness below which a pair helps nobody."""
_MOST_SHOWN = 160
_MOST_COMPARED = 60
"""Of the texts that share the rarest words: more would cost time and find nothing nearer."""
_WORD = re.compile(r"\w+")
_NOBODY: frozenset[str] = frozenset()


class Near(msgspec.Struct, frozen=True):
    """A source text that a person has translated, its translation, and how alike it is in %."""

    source: str
    target: str
    percent: int


class NearIndex(msgspec.Struct, frozen=True):
    """What people have translated into one language, to be searched by likeness."""

    pairs: Sequence[tuple[str, str]]
    by_word: Mapping[str, Sequence[int]]
    shown: frozenset[str] = msgspec.field(default=frozenset())
    """Each pair as a hint shows it, without the per cent."""

    def find(self, source: str) -> Near | None:
        """The most alike source text, not the same one; the first of several."""
        from rapidfuzz import fuzz, process

        if not self.pairs:
            return None
        choices = {position: self.pairs[position][0] for position in self._candidates(source)}
        mark = fingerprint(source)
        found = process.extract(
            source, choices, scorer=fuzz.ratio, score_cutoff=ENOUGH, limit=_MOST_COMPARED
        )
        others = [one for one in found if fingerprint(one[0]) != mark]
        if not others:
            return None
        best = min(others, key=lambda one: (-one[1], one[2]))
        return Near(*self.pairs[best[2]], int(best[1]))

    def _candidates(self, source: str) -> list[int]:
        """Texts of about the length that share words with `source`, by its rarest words first."""
        words = [word for word in _words(source) if word in self.by_word]
        words.sort(key=lambda word: (len(self.by_word[word]), word))
        shortest, longest = _lengths(len(source))
        found: dict[int, None] = {}
        for word in words:
            for position in self.by_word[word]:
                if shortest <= len(self.pairs[position][0]) <= longest:
                    found.setdefault(position)
                    if len(found) >= _MOST_COMPARED:
                        return list(found)
        return list(found)


def index_near(catalogs: Iterable[tuple[Document, Catalog]]) -> NearIndex:
    """The index of what people wrote in synced catalogues and that is current and sound."""
    pairs: dict[tuple[str, str], None] = {}
    for document, catalog in catalogs:
        segments = {segment.address: segment for segment in document.segments}
        for entry in catalog.entries:
            segment = segments.get(entry.address)
            if segment is not None and _is_example(segment, entry):
                pairs.setdefault((" ".join(entry.source.split()), " ".join(entry.target.split())))
    by_word: dict[str, list[int]] = defaultdict(list)
    for position, (source, _) in enumerate(pairs):
        for word in _words(source):
            by_word[word].append(position)
    shown = frozenset(_show(source, target) for source, target in pairs)
    return NearIndex(tuple(pairs), by_word, shown)


def refresh_hints(document: Document, catalog: Catalog, index: NearIndex) -> Catalog:
    """The synced catalogue with a hint beside each text that needs a person, where one is near.

    A hint that stands is kept while its pair is still somewhere in the language.
    """
    segments = {segment.address: segment for segment in document.segments}
    entries = tuple(
        _refresh(segments.get(entry.address), entry, index) for entry in catalog.entries
    )
    return catalog if entries == catalog.entries else replace(catalog, entries=entries)


def drop_hints(document: Document, catalog: Catalog) -> Catalog:
    """The catalogue without hints beside texts that need no person any longer."""
    segments = {segment.address: segment for segment in document.segments}
    entries = tuple(
        entry
        if find_hint(entry.context) is None or needs_person(segments.get(entry.address), entry)
        else _with_hint(entry, None)
        for entry in catalog.entries
    )
    return catalog if entries == catalog.entries else replace(catalog, entries=entries)


def find_hint(context: Sequence[str]) -> str | None:
    """The hint among what a translator is told, or None."""
    return next((line for line in context if line.startswith(PREFIX)), None)


def render_hint(near: Near) -> str:
    """The line of a hint."""
    return f"{_show(near.source, near.target)} ({near.percent} %)"


def needs_person(segment: Segment | None, entry: Entry) -> bool:
    """Whether a text is missing, a person's for an older source, or nobody's at critical risk."""
    if segment is None:
        return False
    if not entry.target.strip():
        return True
    if is_persons(entry):
        return judge_entry(entry, _NOBODY)[1] != fingerprint(segment.source)
    return segment.risk is Risk.CRITICAL


def _refresh(segment: Segment | None, entry: Entry, index: NearIndex) -> Entry:
    stands = find_hint(entry.context)
    if segment is None or segment.syntax is not Syntax.MARKUP or not needs_person(segment, entry):
        return entry if stands is None else _with_hint(entry, None)
    if stands is not None and stands.rpartition(" (")[0] in index.shown:
        return entry
    near = index.find(segment.source)
    if near is None and stands is None:
        return entry
    return _with_hint(entry, near)


def _with_hint(entry: Entry, near: Near | None) -> Entry:
    others = tuple(line for line in entry.context if not line.startswith(PREFIX))
    return replace(entry, context=others if near is None else (*others, render_hint(near)))


def _is_example(segment: Segment, entry: Entry) -> bool:
    """Whether a person's words for the text may be shown as an example."""
    if segment.syntax is not Syntax.MARKUP or entry.is_fuzzy or not is_persons(entry):
        return False
    if judge_entry(entry, _NOBODY)[1] != fingerprint(segment.source):
        return False
    return is_sound(entry.target, expect_placeables(segment.source, segment.syntax), segment.syntax)


def _show(source: str, target: str) -> str:
    return f"{PREFIX}“{_shorten(source)}” → “{_shorten(target)}”"


def _shorten(text: str) -> str:
    return text if len(text) <= _MOST_SHOWN else f"{text[: _MOST_SHOWN - 1].rstrip()}…"


def _lengths(length: int) -> tuple[float, float]:
    """The lengths beyond which no text can be alike enough (2·short / (short + long))."""
    share = ENOUGH / (200 - ENOUGH)
    return length * share, length / share


def _words(text: str) -> list[str]:
    return list(dict.fromkeys(_WORD.findall(text.casefold())))
