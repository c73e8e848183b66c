"""Titles, other names and keywords that don't find their own page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum

import msgspec

from waypost.model.search import SearchField, SearchPage, SearchWords
from waypost.search.fold import fold_text
from waypost.search.judgements import TOP, Find


class ProbeKind(StrEnum):
    """Where a text stands that should find its page."""

    TITLE = "title"
    NAME = "other name"
    KEYWORD = "keyword"


class Probe(msgspec.Struct, frozen=True):
    """A text by which a page should be found."""

    text: str
    kind: ProbeKind
    pages: tuple[str, ...]
    """The ids of the pages that have it; any of them may come first."""


class Loss(msgspec.Struct, frozen=True):
    """A text that finds nothing, or another page first."""

    probe: Probe
    found: tuple[str, ...]
    """The ids of the first pages found."""

    @property
    def is_behind(self) -> bool:
        """Whether its page stands at least among the first three, and no title is meant.

        Many guides are about money or work: the words lead to several, and all can be seen.
        """
        is_title = self.probe.kind is ProbeKind.TITLE
        return not is_title and not set(self.found).isdisjoint(self.probe.pages)


def list_probes(
    pages: Sequence[SearchPage], words: SearchWords, language: str
) -> tuple[Probe, ...]:
    """Every title, other name and keyword of the language; one that several pages have, once."""
    texts: dict[str, tuple[str, ProbeKind, dict[str, None]]] = {}

    def add(text: str, kind: ProbeKind, page: str) -> None:
        if key := fold_text(text).strip():
            texts.setdefault(key, (text, kind, {}))[2][page] = None

    known = {page.id for page in pages}
    for page in pages:
        if page.title_language == language:
            add(page.title, ProbeKind.TITLE, page.id)
        for each in page.texts:
            if each.field is SearchField.NAMES and each.language == language:
                add(each.text, ProbeKind.NAME, page.id)
    for page_id, keywords in words.keywords.items():
        for keyword in keywords if page_id in known else ():
            add(keyword, ProbeKind.KEYWORD, page_id)
    for query, page_id in words.best_bets.items():
        if (key := fold_text(query).strip()) in texts and page_id in known:
            text, kind, _ = texts[key]
            texts[key] = (text, kind, {page_id: None})
    return tuple(Probe(text, kind, tuple(ids)) for text, kind, ids in texts.values())


def find_losses(
    probes: Sequence[Probe], find: Find, explained: Mapping[str, str]
) -> tuple[Loss, ...]:
    """The texts whose own page isn't found first, without those that the site explains."""
    known = {fold_text(text).strip() for text in explained}
    losses: list[Loss] = []
    for probe in probes:
        found = tuple(find(probe.text))[:TOP]
        is_found = bool(found) and found[0] in probe.pages
        if not is_found and fold_text(probe.text).strip() not in known:
            losses.append(Loss(probe, found))
    return tuple(losses)


def find_idle_reasons(
    probes: Sequence[Probe], find: Find, explained: Mapping[str, str]
) -> tuple[str, ...]:
    """Explained texts that need no reason: their own page comes first, or no page has them."""
    losses = find_losses(probes, find, {})
    needed = {fold_text(each.probe.text).strip() for each in losses}
    return tuple(text for text in explained if fold_text(text).strip() not in needed)
