"""What a search knows of a page, and the words that residents use for it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

import msgspec


class SearchField(StrEnum):
    """A part of a page whose words count alike."""

    TITLE = "title"
    NAMES = "names"
    """What else the page is called: `also_known_as`, and the keywords of `search.yml`."""
    SUMMARY = "summary"
    HEADINGS = "headings"
    BODY = "body"
    FOREIGN = "foreign"
    """Names in the source language, by which a page is known in every language."""


class SearchText(msgspec.Struct, frozen=True):
    """Plain text of one part of a page, as it is published."""

    field: SearchField
    language: str
    """The code of the language in which it stands."""
    text: str


class SearchPage(msgspec.Struct, frozen=True):
    """A page as it is found in one language."""

    id: str
    topic: str
    """Its first topic, or "": pages of a topic stand together in the index."""
    title: str
    title_language: str
    """The code of the language of title and summary: the source's where they aren't published."""
    summary: str
    texts: tuple[SearchText, ...]
    page_language: str = ""
    """The code of the language of most of the page, where it isn't the title's: it leads to a page
    that isn't translated yet. Else ""."""


class Synonym(msgspec.Struct, frozen=True):
    """Words that are meant when other words are asked for."""

    words: tuple[str, ...]
    """What people type."""
    means: tuple[str, ...]
    """What pages say instead."""
    is_two_way: bool
    """Whether each of all these words finds pages that say another of them."""


class SearchWords(msgspec.Struct, frozen=True):
    """The words that editors gave for one language, in `search.yml`."""

    keywords: Mapping[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    """Of each page, by its id."""
    synonyms: tuple[Synonym, ...] = ()
    best_bets: Mapping[str, str] = msgspec.field(default_factory=dict)
    """The page that stands first, by what is asked."""
    foreign_keywords: Mapping[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    """Of each page in the source language, where that is another: they count less."""
    foreign_synonyms: tuple[Synonym, ...] = ()
    """Of the source language, where that is another."""


class ExtraTerm(NamedTuple):
    """A word that somebody added to a page, or that was made from its words."""

    page: int
    """The position of the page among those that were given."""
    form: str
    """Folded; several words are joined by a space. `~` stands before a confusable spelling, `=`
    before a whole query with a best bet."""
    field: SearchField
    factor: float
    """How many times it counts as if it stood in that field."""
