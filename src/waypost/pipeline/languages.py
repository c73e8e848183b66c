"""One language of a build: its translations read, its pages measured, filled and written.

Touches the disk: reads PO files and writes pages. `LanguageTask.measure` and `LanguageTask.write`
are two steps, because a page names the languages in which it is published: all languages take the
first step before any takes the second.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from waypost.files.digest import digest_bytes
from waypost.files.scan import Mark
from waypost.model.language import Tier
from waypost.model.site import Level, Output, PageKind, SiteLanguage
from waypost.model.translation import Translation
from waypost.pipeline.cache import Cache, LanguageRecord
from waypost.pipeline.options import TRANSLATIONS
from waypost.pipeline.outputs import save_output
from waypost.pipeline.shelf import PageShelf, SharedTexts
from waypost.site.addresses import INDEX, LANGUAGES, neutral_path, page_path
from waypost.site.chrome import render_alternates
from waypost.site.fill import fill_program
from waypost.site.fixed_page import render_moved
from waypost.site.level import measure_level
from waypost.site.listing_page import make_card, render_index
from waypost.site.locale import Frame, PageLocale
from waypost.site.program import Program
from waypost.site.surroundings import PageRef
from waypost.site.words import words_of
from waypost.translation.index import SegmentIndex
from waypost.translation.state import resolve_file

Own = list[Translation | None]
Published = Mapping[str, tuple[str, ...]]
"""Page → codes of the languages in which it is published, in the order of the settings."""


@dataclass(frozen=True, slots=True)
class ListPages:
    """The pages that list others, ready to be filled, and what they list."""

    programs: tuple[Program, ...]
    card: Program
    """The one page of a language of the card tier."""
    refs: tuple[PageRef, ...]
    aliases: Mapping[str, str]
    """Old address → page."""


@dataclass(frozen=True, slots=True)
class Plan:
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
    lists: Callable[[], ListPages]
    relist: bool
    """Whether the lists may differ from those of the last build."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What the first step of a language tells the others."""

    code: str
    levels: Mapping[str, Level]
    digests: Mapping[str, str]
    """Of the PO files that were read."""


@dataclass(frozen=True, slots=True)
class Written:
    """What the second step of a language leaves behind."""

    code: str
    outputs: Mapping[str, Mark]
    """Every file of the language, whether it was written now or before."""
    filled: int


@dataclass(slots=True)
class LanguageTask:
    """The work on one language; what it reads in the first step is kept for the second."""

    plan: Plan
    offered: SiteLanguage
    before: LanguageRecord | None = None
    """As of the last build."""
    record: LanguageRecord | None = None
    locale: PageLocale | None = None
    fresh: bool = False
    """What pages take from elsewhere differs from the last build."""
    own: dict[str, Own] = field(default_factory=dict)
    digests: dict[str, str] = field(default_factory=dict)

    @property
    def code(self) -> str:
        """The language's code."""
        return self.offered.language.code

    @property
    def is_source(self) -> bool:
        """Whether nothing is translated here."""
        return self.code == self.plan.frame.identity.source.code

    def measure(self) -> Measured:
        """The level of every page in this language."""
        plan = self.plan
        before = None if plan.everything else plan.cache.load_language(self.code)
        self.before = before
        shared = self._read_shared(before)
        pages = plan.shelf.ids if self.offered.tier is not Tier.CARD else ()
        titles = {
            page: before.titles[page]
            if before is not None and page in before.levels and not self._is_dirty(page)
            else _pick_titles(self._index(page), self._read_own(page))
            for page in pages
        }
        digest = digest_bytes(msgspec.msgpack.encode((shared, titles)))
        self.fresh = before is None or before.digest != digest
        self.locale = self._find_locale(shared, titles, digest)
        # Phrases and titles decide levels too, wherever they are used.
        levels = {
            page: before.levels[page]
            if before is not None
            and page in before.levels
            and not self.fresh
            and not self._is_dirty(page)
            else measure_level(plan.shelf.page(page).program, self.locale, self._read_own(page))
            for page in pages
        }
        lists = before.lists if before is not None else ()
        self.record = LanguageRecord(shared, titles, levels, digest, lists)
        return Measured(self.code, levels, self.digests)

    def _find_locale(
        self,
        shared: Mapping[str, Mapping[str, Translation | None]],
        titles: Mapping[str, tuple[Translation | None, Translation | None]],
        digest: str,
    ) -> PageLocale:
        made_from = f"{self.plan.made_from} {digest}"
        known = self.plan.locales.get(self.code)
        if known is not None and known[0] == made_from:
            return known[1]
        locale = self._make_locale(shared, titles)
        self.plan.locales[self.code] = (made_from, locale)
        return locale

    def _is_dirty(self, page: str) -> bool:
        return page in self.plan.recompiled or self._po(self.plan.shelf.document(page)) in (
            self.plan.changed
        )

    def _po(self, document: str) -> str:
        return f"{TRANSLATIONS}/{self.code}/{document}.po"

    def _read_shared(
        self, before: LanguageRecord | None
    ) -> dict[str, dict[str, Translation | None]]:
        shared: dict[str, dict[str, Translation | None]] = {}
        if self.is_source:
            return shared
        texts = self.plan.shared
        for document in texts.documents:
            unchanged = self._po(document.name) not in self.plan.changed
            if before is not None and unchanged and document.name not in texts.changed:
                known = before.shared.get(document.name)
                if known is not None:
                    shared[document.name] = known
                    continue
            found = self._resolve(document.name)
            segments = document.segments
            shared[document.name] = {
                segment.address: translation
                for segment, translation in zip(segments, found, strict=True)
                if translation is not None
            }
        return shared

    def _read_own(self, page: str) -> Own:
        if self.is_source:
            return []
        if page not in self.own:
            self.own[page] = self._resolve(self.plan.shelf.document(page))
        return self.own[page]

    def _index(self, page: str) -> SegmentIndex:
        document = self.plan.shelf.document(page)
        return self.plan.shared.indexes.get(document) or self.plan.shelf.index(document)

    def _resolve(self, document: str) -> Own:
        plan, path = self.plan, self._po(document)
        index = plan.shared.indexes.get(document) or plan.shelf.index(document)
        try:
            with open(f"{plan.root}/{path}", "rb", buffering=0) as stream:
                data = stream.read()
        except OSError:
            return list(index.wordless)
        self.digests[path] = digest_bytes(data)
        return resolve_file(index, data, plan.reviewers.get(self.code, frozenset()))

    def _make_locale(
        self,
        shared: Mapping[str, Mapping[str, Translation | None]],
        titles: Mapping[str, tuple[Translation | None, Translation | None]],
    ) -> PageLocale:
        others: dict[tuple[str, str], Translation | None] = {
            (document, address): translation
            for document, texts in shared.items()
            for address, translation in texts.items()
        }
        for page, (title, summary) in titles.items():
            document = self.plan.shelf.document(page)
            others[document, "title"] = title
            others[document, "summary"] = summary
        words = words_of(self.code, shared.get("interface", {}))
        return PageLocale(
            self.offered.language, self.plan.frame, words, shared.get("phrases", {}), others
        )

    def write(self, published: Published) -> Written:
        """The marks of the language's files, those that had to be made anew among them."""
        assert self.record is not None
        assert self.locale is not None
        plan, outputs, filled = self.plan, dict[str, Mark](), 0
        for page, level in self.record.levels.items():
            path = page_path(self.code, page)
            same = plan.published.get(page) == published.get(page) and path in plan.outputs
            if same and not (plan.everything or self.fresh or self._is_dirty(page)):
                outputs[path] = plan.outputs[path]
                continue
            program = plan.shelf.page(page).program
            whole = fill_program(program, self.locale, self._read_own(page))
            codes = published.get(page, ()) if level is not Level.STUB else ()
            data = whole.finish(self._alternates(page, codes))
            outputs[path] = save_output(plan.site, Output(path, data))
            filled += 1
        if self._must_relist():
            lists = self._write_lists()
            filled += len(lists)
        else:
            lists = {path: plan.outputs[path] for path in self.record.lists}
        self.record = msgspec.structs.replace(self.record, lists=tuple(lists))
        if self.record != self.before:
            plan.cache.save_language(self.code, self.record)
        return Written(self.code, {**outputs, **lists}, filled)

    def _must_relist(self) -> bool:
        assert self.record is not None
        before = self.before
        return (
            self.plan.relist
            or self.fresh
            or before is None
            or before.levels != self.record.levels
            or any(path not in self.plan.outputs for path in self.record.lists)
        )

    def _write_lists(self) -> dict[str, Mark]:
        assert self.locale is not None
        plan, outputs, identity = self.plan, dict[str, Mark](), self.plan.frame.identity
        is_card = self.offered.tier is Tier.CARD
        programs = (plan.lists().card,) if is_card else plan.lists().programs
        everywhere = tuple(one.language.code for one in identity.languages)
        codes = tuple(one.language.code for one in identity.languages if one.tier is not Tier.CARD)
        for program in programs:
            extras = self._extras(program.kind)
            filled = fill_program(program, self.locale, (), extras)
            path = page_path(self.code, program.id)
            alternates = self._alternates(program.id, codes if program.id else everywhere)
            data = filled.finish(alternates)
            outputs[path] = save_output(plan.site, Output(path, data))
        for alias, page in plan.lists().aliases.items() if not is_card else ():
            path = page_path(self.code, alias)
            data = render_moved(self.locale, page, alias=alias)
            outputs[path] = save_output(plan.site, Output(path, data))
        return outputs

    def _extras(self, kind: PageKind) -> Mapping[str, str]:
        """What only this language can say on the page: the A–Z in the order of its letters."""
        assert self.locale is not None
        assert self.record is not None
        if kind is not PageKind.INDEX:
            return {}
        refs = self.plan.lists().refs
        levels = self.record.levels
        cards = [make_card(ref, self.locale, levels.get(ref.id, Level.STUB)) for ref in refs]
        return render_index(cards, self.locale)

    def _alternates(self, page: str, codes: tuple[str, ...]) -> str:
        base = self.plan.frame.identity.url
        neutral = base + neutral_path(page).removesuffix("index.html")
        if page in {INDEX, LANGUAGES}:
            neutral = ""
        return render_alternates(base, page, codes, neutral)


def _pick_titles(index: SegmentIndex, own: Own) -> tuple[Translation | None, Translation | None]:
    """The translations of title and summary, for pages that name this one."""
    title, summary = (index.by_address.get(name, -1) for name in ("title", "summary"))
    return (
        own[title] if own and title >= 0 else None,
        own[summary] if own and summary >= 0 else None,
    )


def join_levels(measured: Iterable[Measured]) -> Published:
    """In which languages each page is published."""
    published: dict[str, tuple[str, ...]] = {}
    for each in measured:
        for page, level in each.levels.items():
            if level is not Level.STUB:
                published[page] = (*published.get(page, ()), each.code)
    return published
