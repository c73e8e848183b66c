"""How far a language has come towards what its tier promises, and what to do next."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce

import msgspec

from waypost.desk.values import INTERFACE, PHRASES, DeskDocument, DeskLanguage, DeskText, State
from waypost.model.language import Tier
from waypost.model.policy import Decision
from waypost.model.text import Role

_Rank = tuple[bool, int, int]
_PAGES = ("guides/", "journeys/")


class Coverage(msgspec.Struct, frozen=True):
    """Source words of some texts, by what is left to do with them."""

    words: int = 0
    missing: int = 0
    """Not translated, or so that it can't stand in a page."""
    stale: int = 0
    """Not shown, since the source has changed."""
    unreviewed: int = 0
    """Translated, and not shown until somebody has reviewed it."""
    noted: int = 0
    """Shown, with a note that nobody has checked it."""

    @property
    def left(self) -> int:
        """The words that readers still see in the source language."""
        return self.missing + self.stale + self.unreviewed

    @property
    def shown(self) -> int:
        """The words that readers see in their language, checked or noted."""
        return self.words - self.left

    @property
    def to_check(self) -> int:
        """The words that wait for a person's eye."""
        return self.left + self.noted

    @property
    def percent(self) -> int:
        """How much is shown without a note; 100 only if nothing is left."""
        return 100 if not self.words else (self.words - self.to_check) * 100 // self.words


def count_text(text: DeskText) -> Coverage:
    """The words of one text."""
    words = text.unit.words
    if text.decision is Decision.SHOWN:
        return Coverage(words)
    if text.decision is Decision.NOTED:
        return Coverage(words, noted=words)
    if text.state in {State.MISSING, State.UNUSABLE}:
        return Coverage(words, missing=words)
    if text.state is State.STALE:
        return Coverage(words, stale=words)
    return Coverage(words, unreviewed=words)


def add_up(parts: Iterable[Coverage]) -> Coverage:
    """The sums."""
    return reduce(_add, parts, Coverage())


def _add(one: Coverage, other: Coverage) -> Coverage:
    return Coverage(
        one.words + other.words,
        one.missing + other.missing,
        one.stale + other.stale,
        one.unreviewed + other.unreviewed,
        one.noted + other.noted,
    )


def is_promised(tier: Tier, document: DeskDocument, text: DeskText) -> bool:
    """Whether a language of the tier promises the text to its readers.

    The core is home, help, guides for a crisis and those that most people read: interface, phrases,
    topics, contacts, alerts and plain pages whole; of other guides what names them in lists.
    """
    if tier is Tier.FULL:
        return True
    if tier is Tier.CARD:
        return document.name == INTERFACE
    if document.is_crisis or document.is_top or not document.name.startswith(_PAGES):
        return True
    return text.unit.role is Role.TITLE or text.unit.address == "summary"


def cover(language: DeskLanguage, tier: Tier) -> Coverage:
    """What is left of the tier's promise in the language."""
    return add_up(
        count_text(text) for document, text in language.texts if is_promised(tier, document, text)
    )


def tiers_within(tier: Tier) -> tuple[Tier, ...]:
    """The tiers that a language passes on its way: a full one is a card and a core before."""
    order = (Tier.CARD, Tier.CORE, Tier.FULL)
    return order[: order.index(tier) + 1]


class Task(msgspec.Struct, frozen=True):
    """Texts of one document to look at, of one urgency."""

    document: DeskDocument
    texts: int
    words: int


class Plan(msgspec.Struct, frozen=True):
    """What to do next in a language: phrases, then what is critical, then the rest."""

    phrases: tuple[Task, ...]
    critical: tuple[Task, ...]
    rest: tuple[Task, ...]


def plan_work(language: DeskLanguage) -> Plan:
    """The tasks, each list in the order in which to do them.

    Guides for a crisis come before other critical texts, what the tier promises before the rest;
    then what is read most; then what is nearly done, so that pages become whole one after another.
    """
    phrases: list[Task] = []
    critical: list[tuple[_Rank, Task]] = []
    rest: list[tuple[_Rank, Task]] = []
    for document in language.documents:
        open_texts = [text for text in document.texts if text.needs_work]
        urgent = [text for text in open_texts if text.is_critical]
        others = [text for text in open_texts if not text.is_critical]
        if document.name == PHRASES:
            if open_texts:
                phrases.append(_make_task(document, open_texts))
            continue
        if urgent:
            task = _make_task(document, urgent)
            critical.append(((not document.is_crisis, -document.views, task.words), task))
        if others:
            task = _make_task(document, others)
            promised = any(is_promised(language.tier, document, text) for text in others)
            rest.append(((not promised, -document.views, task.words), task))
    return Plan(tuple(phrases), _in_order(critical), _in_order(rest))


def _make_task(document: DeskDocument, texts: list[DeskText]) -> Task:
    return Task(document, len(texts), sum(text.unit.words for text in texts))


def _in_order(tasks: list[tuple[_Rank, Task]]) -> tuple[Task, ...]:
    return tuple(task for _, task in sorted(tasks, key=lambda pair: pair[0]))
