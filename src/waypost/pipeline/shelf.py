"""Compiled pages and indexed documents, at hand for every language."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

import msgspec

from waypost.model.finding import Failure
from waypost.model.text import Document, Risk
from waypost.pipeline.cache import Cache, CompiledPage, PageEntry
from waypost.pipeline.tallies import Sizes, measure_sizes
from waypost.translation.index import SegmentIndex, index_segments


class SharedTexts(msgspec.Struct, frozen=True):
    """The documents that many pages use, indexed once for all languages."""

    documents: tuple[Document, ...]
    indexes: Mapping[str, SegmentIndex]
    changed: AbstractSet[str]
    """Names of documents that aren't those of the last build."""
    _sizes: dict[str, Sizes] = msgspec.field(default_factory=dict)

    def sizes(self, document: Document, most: Risk) -> Sizes:
        """What counts of each text of a document, at no more than the risk `most`."""
        sizes = self._sizes.get(document.name)
        if sizes is None:
            index = self.indexes.get(document.name) or index_segments(document)
            sizes = self._sizes[document.name] = measure_sizes(document, index, most)
        return sizes


class LostPage(Failure):
    """The cache has lost a compiled page: all must be compiled again."""


class PageShelf:
    """The pages that can be filled, each loaded from the cache when it is first asked for."""

    def __init__(self, cache: Cache, entries: Mapping[str, PageEntry]) -> None:
        self._cache = cache
        self._entries = {name: entry for name, entry in entries.items() if entry.program}
        self._pages: dict[str, CompiledPage] = {}
        self._indexes: dict[str, SegmentIndex] = {}
        self._sizes: dict[str, Sizes] = {}

    def __reduce__(self) -> tuple[type[PageShelf], tuple[Cache, dict[str, PageEntry]]]:
        """In another process the same pages, of which none is loaded yet."""
        return PageShelf, (self._cache, self._entries)

    @property
    def entries(self) -> Mapping[str, PageEntry]:
        """The entry of each page, in the order of the content."""
        return self._entries

    @property
    def ids(self) -> tuple[str, ...]:
        """The pages' ids, in the order of the content."""
        return tuple(self._entries)

    def has_sheet(self, id: str) -> bool:
        """Whether the page stands beside its source too, line by line."""
        return self._entries[id].has_sheet

    def program(self, id: str) -> str:
        """The digest of the compiled page."""
        return self._entries[id].program

    def topic(self, id: str) -> str:
        """The first topic that the page is listed under, or ""."""
        ref = self._entries[id].ref
        return next(iter(ref.topics), "") if ref is not None else ""

    def document(self, id: str) -> str:
        """The name of the page's document."""
        return self._entries[id].document

    def due_texts(self, id: str) -> tuple[str, ...]:
        """The addresses of the texts that the calendar of deadlines takes from the page."""
        return self._entries[id].due_texts

    def page(self, id: str) -> CompiledPage:
        """The compiled page; LostPage where the cache has it no more."""
        page = self._pages.get(id)
        if page is None:
            page = self._cache.load_page(self._entries[id])
            if page is None:
                raise LostPage(
                    f"The cached page {id} can't be read.", "Run the build again with --clean."
                )
            self._pages[id] = page
        return page

    def index(self, document: str) -> SegmentIndex:
        """The index of a page's document."""
        index = self._indexes.get(document)
        if index is None:
            index = index_segments(self.page(document.partition("/")[2]).document)
            self._indexes[document] = index
        return index

    def sizes(self, id: str) -> Sizes:
        """What counts of each text of the page."""
        sizes = self._sizes.get(id)
        if sizes is None:
            document = self.page(id).document
            sizes = self._sizes[id] = measure_sizes(document, self.index(document.name))
        return sizes
