"""The texts of one language in a build: PO files read, each once, only those that are needed.

Touches the disk: reads PO files.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

import msgspec

from waypost.files.digest import digest_bytes
from waypost.files.inside import require_inside
from waypost.model.language import Tier
from waypost.model.site import SiteLanguage
from waypost.model.translation import Translation
from waypost.pipeline.cache import LanguageRecord
from waypost.pipeline.options import TRANSLATIONS
from waypost.pipeline.plan import Plan
from waypost.pipeline.tallies import find_engines
from waypost.site.locale import PageLocale
from waypost.site.words import interface_document, words_of
from waypost.translation.current import match_current
from waypost.translation.index import SegmentIndex
from waypost.translation.state import resolve_file

Own = Sequence[Translation | None]
SharedTranslations = Mapping[str, Mapping[str, Translation | None]]
"""Document → address → translation."""
Titles = Mapping[str, tuple[Translation | None, Translation | None]]
"""Page → title and summary."""


def open_language(plan: Plan, offered: SiteLanguage) -> LanguageTexts:
    """The texts of a language, none of them read yet."""
    prefix = f"{TRANSLATIONS}/{offered.language.code}/"
    dirty = set(plan.recompiled)
    # Where all pages are new anyway, as in a first build, nothing is to be looked for.
    is_first = len(dirty) == len(plan.shelf.ids)
    changed = {path for path in plan.changed if path.startswith(prefix)} if not is_first else ()
    if changed:
        shelf = plan.shelf
        dirty |= {page for page in shelf.ids if f"{prefix}{shelf.document(page)}.po" in changed}
    return LanguageTexts(plan, offered, dirty)


class LanguageTexts(msgspec.Struct, frozen=True):
    """A language's translations as they are asked for."""

    plan: Plan
    offered: SiteLanguage
    dirty: AbstractSet[str]
    """Pages whose program or own PO file is new."""
    digests: dict[str, str] = msgspec.field(default_factory=dict)
    """Of the PO files that were read, by path."""
    engines: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    """Those that the PO files which were read name, by document."""
    _own: dict[str, Own] = msgspec.field(default_factory=dict)

    @property
    def code(self) -> str:
        """The language's code."""
        return self.offered.language.code

    @property
    def is_source(self) -> bool:
        """Whether nothing is translated here."""
        return self.code == self.plan.frame.identity.source.code

    @property
    def pages(self) -> tuple[str, ...]:
        """The pages that have an address in the language."""
        return () if self.offered.tier is Tier.CARD else self.plan.shelf.ids

    @property
    def sheets(self) -> tuple[str, ...]:
        """The pages that stand beside their source, line by line."""
        if self.is_source:
            return ()
        return tuple(page for page in self.pages if self.plan.shelf.has_sheet(page))

    def is_dirty(self, page: str) -> bool:
        """Whether the page's program or its own PO file is new."""
        return page in self.dirty

    def po_digest(self, page: str) -> str:
        """The digest of the page's own PO file, "" where it has none."""
        path = self._po(self.plan.shelf.document(page))
        file = self.plan.inputs.get(path)
        if self.is_source or file is None:
            return ""
        return self.digests.get(path) or file.digest or f"{file.mtime} {file.size}"

    def read_own(self, page: str) -> Own:
        """The translations of the page's own document, aligned to its segments."""
        if self.is_source:
            return []
        if page not in self._own:
            self._own[page] = self._resolve(self.plan.shelf.document(page))
        return self._own[page]

    def read_titles(self, before: LanguageRecord | None) -> Titles:
        """The translations by which other pages name each page."""
        return {
            page: before.titles[page]
            if before is not None and page in before.titles and not self.is_dirty(page)
            else _pick_titles(self._index(page), self.read_own(page))
            for page in self.pages
        }

    def read_due(self, before: LanguageRecord | None) -> dict[str, dict[str, Translation | None]]:
        """What the calendar of deadlines says of each page that has a date."""
        due: dict[str, dict[str, Translation | None]] = {}
        for page in self.pages if not self.is_source else ():
            addresses = self.plan.shelf.due_texts(page)
            if not addresses:
                continue
            known = before.due.get(page) if before is not None else None
            if known is not None and not self.is_dirty(page) and [*known] == [*addresses]:
                due[page] = known
            else:
                own, index = self.read_own(page), self._index(page)
                due[page] = {each: own[index.by_address[each]] for each in addresses}
        return due

    def read_shared(
        self, before: LanguageRecord | None
    ) -> dict[str, dict[str, Translation | None]]:
        """The translations of the documents that many pages use."""
        shared: dict[str, dict[str, Translation | None]] = {}
        texts = self.plan.shared
        for document in texts.documents if not self.is_source else ():
            unchanged = self._po(document.name) not in self.plan.changed
            if before is not None and unchanged and document.name not in texts.changed:
                known = before.shared.get(document.name)
                if known is not None:
                    shared[document.name] = known
                    continue
            found = self._resolve(document.name)
            shared[document.name] = {
                segment.address: translation
                for segment, translation in zip(document.segments, found, strict=True)
                if translation is not None
            }
        return shared

    def read_words(self) -> Mapping[str, Translation]:
        """The interface words, and nothing else."""
        document = interface_document()
        found = zip(document.segments, self._resolve(document.name), strict=True)
        return words_of(self.code, {segment.address: each for segment, each in found})

    def make_locale(
        self, shared: SharedTranslations, titles: Titles, due: SharedTranslations
    ) -> PageLocale:
        """The language ready to be filled in."""
        others: dict[tuple[str, str], Translation | None] = {
            (document, address): translation
            for document, texts in shared.items()
            for address, translation in texts.items()
        }
        for page, (title, summary) in titles.items():
            document = self.plan.shelf.document(page)
            others[document, "title"] = title
            others[document, "summary"] = summary
        for page, texts in due.items():
            document = self.plan.shelf.document(page)
            others.update(((document, address), each) for address, each in texts.items())
        words = words_of(self.code, shared.get("interface", {}))
        phrases = shared.get("phrases", {})
        return PageLocale(self.offered.language, self.plan.frame, words, phrases, others)

    def _po(self, document: str) -> str:
        return f"{TRANSLATIONS}/{self.code}/{document}.po"

    def _index(self, page: str) -> SegmentIndex:
        document = self.plan.shelf.document(page)
        return self.plan.shared.indexes.get(document) or self.plan.shelf.index(document)

    def _resolve(self, document: str) -> Own:
        plan, path = self.plan, self._po(document)
        index = plan.shared.indexes.get(document) or plan.shelf.index(document)
        reviewers = plan.reviewers.get(self.code, frozenset())
        known = plan.ahead.get(path)
        found = match_current(index, known.entries, reviewers) if known is not None else None
        if known is not None and found is not None:
            self.digests[path], self.engines[document] = known.digest, known.engines
            return found
        try:
            if plan.has_links:
                require_inside(plan.root, *path.split("/", 1))
            with open(f"{plan.root}/{path}", "rb", buffering=0) as stream:
                data = stream.read()
        except OSError:
            self.engines[document] = ()
            return list(index.wordless)
        self.digests[path] = digest_bytes(data)
        self.engines[document] = find_engines(data)
        return resolve_file(index, data, reviewers)


def _pick_titles(index: SegmentIndex, own: Own) -> tuple[Translation | None, Translation | None]:
    """The translations of title and summary, for pages that name this one."""
    title, summary = (index.by_address.get(name, -1) for name in ("title", "summary"))
    return (
        own[title] if own and title >= 0 else None,
        own[summary] if own and summary >= 0 else None,
    )
