"""What a build has to do, and what its steps tell one another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from functools import cache as cache_call
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

import msgspec

from waypost.files.scan import Mark
from waypost.model.site import Level
from waypost.model.tally import Exempted
from waypost.pipeline.cache import Cache
from waypost.pipeline.shelf import PageShelf, SharedTexts
from waypost.pipeline.state import InputFile
from waypost.site.locale import Frame, PageLocale
from waypost.site.program import Program
from waypost.site.surroundings import PageRef
from waypost.translation.complete import Entries

T = TypeVar("T")

Published = Mapping[str, tuple[str, ...]]
"""Page → codes of the languages in which it is published, in the order of the settings."""


class Later(Generic[T]):
    """A value made when it is first asked for; another process is given it ready-made."""

    def __init__(self, make: Callable[[], T]) -> None:
        self._make = cache_call(make)

    def __call__(self) -> T:
        """The value."""
        return self._make()

    def __reduce__(self) -> tuple[Callable[[T], Later[T]], tuple[T]]:
        """How another process comes by it."""
        return _hold, (self(),)


def _hold(value: T) -> Later[T]:
    return Later(lambda: value)


class ReadFile(NamedTuple):
    """A PO file that was read before it was known what it must hold."""

    digest: str
    engines: tuple[str, ...]
    entries: Entries


class ListPages(msgspec.Struct, frozen=True):
    """The pages that list others, ready to be filled, and what they list."""

    programs: tuple[Program, ...]
    card: Program
    """The one page of a language of the card tier."""
    refs: tuple[PageRef, ...]
    aliases: Mapping[str, PageRef]
    """Old address → page."""


class TranslationsPage(msgspec.Struct, frozen=True):
    """The page about translations, ready to be filled, and the pages that it may name."""

    program: Program
    refs: tuple[PageRef, ...]


class Plan(msgspec.Struct, frozen=True):
    """What a build has to do, the same for all languages."""

    root: Path
    site: str
    cache: Cache
    frame: Frame
    shared: SharedTexts
    shelf: PageShelf
    changed: AbstractSet[str]
    """Paths of inputs that are new, gone or different."""
    recompiled: AbstractSet[str]
    """Pages whose program isn't the one that was filled last."""
    everything: bool
    """Fill every page: there is no last build, or what all pages share is new."""
    reviewers: Mapping[str, frozenset[str]]
    """Language → handles that may stamp."""
    published: Published
    """As of the last build."""
    outputs: Mapping[str, Mark]
    """As of the last build."""
    made_from: str
    """Digest of what all pages share in every language."""
    locales: dict[str, tuple[str, PageLocale]]
    """Language → what its locale was made from, and the locale: kept while a preview runs."""
    lists: Later[ListPages]
    relist: bool
    """Whether the lists may differ from those of the last build."""
    translations: Later[TranslationsPage]
    people: Mapping[str, tuple[str, ...]]
    """Language → shown names of who may stamp."""
    exempted: tuple[Exempted, ...]
    inputs: Mapping[str, InputFile]
    """All files that the site is made from, by path; those read in this build may lack a digest."""
    has_links: bool = True
    """Whether each file must be looked at before it is opened, since links stand among them."""
    searches: bool = False
    """Whether the index of each language is made with its pages."""
    ahead: Mapping[str, ReadFile] = msgspec.field(default_factory=dict)
    """PO files of the language at hand that are read already, by path."""


class Measured(msgspec.Struct, frozen=True):
    """What the first step of a language tells the others."""

    code: str
    levels: Mapping[str, Level]
    digests: Mapping[str, str]
    """Of the PO files that were read."""


class Searched(msgspec.Struct, frozen=True):
    """What a language's search index leaves behind."""

    code: str
    outputs: Mapping[str, Mark]
    """Every file of the index, whether it was written now or before."""
    pages: int
    """Those in it; 0 where it stands as it was."""
    seconds: float


class Written(msgspec.Struct, frozen=True):
    """What the second step of a language leaves behind."""

    code: str
    outputs: Mapping[str, Mark]
    """Every file of the language, whether it was written now or before."""
    filled: int
    searched: Searched | None = None
    """None where the language has no index, or where it isn't made with the pages."""


def join_levels(measured: Iterable[Measured]) -> Published:
    """In which languages each page is published."""
    published: dict[str, tuple[str, ...]] = {}
    for each in measured:
        for page, level in each.levels.items():
            if level is not Level.STUB:
                published[page] = (*published.get(page, ()), each.code)
    return published
