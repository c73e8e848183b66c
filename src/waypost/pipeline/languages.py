"""One language of a build, in two steps: how much of each page is published, then the pages.

A page names the languages in which it is published, so all languages take the first step before
any takes the second.
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from waypost.files.digest import digest_bytes, digest_text
from waypost.files.scan import Mark
from waypost.model.language import Tier
from waypost.model.replacing import replace
from waypost.model.site import Level, Output, PageKind, SiteLanguage
from waypost.model.tally import Coverage
from waypost.pipeline.cache import LanguageRecord
from waypost.pipeline.coverage import cover, join_engines, tally_pages
from waypost.pipeline.language_texts import LanguageTexts, SharedTranslations, Titles, open_language
from waypost.pipeline.outputs import save_output
from waypost.pipeline.plan import Measured, Plan, Published, Searched, Written
from waypost.site.addresses import (
    DEADLINES,
    HOW_TRANSLATED,
    INDEX,
    LANGUAGES,
    SEARCH,
    neutral_path,
    page_path,
    sheet_of,
)
from waypost.site.chrome import NO_EXTRAS, Extras
from waypost.site.deadlines_page import find_untranslated
from waypost.site.fill import fill_program
from waypost.site.fixed_page import render_moved
from waypost.site.index_page import render_index
from waypost.site.language_menu import render_alternates
from waypost.site.languages_page import render_languages
from waypost.site.level import measure_level
from waypost.site.locale import PageLocale
from waypost.site.program import Program
from waypost.site.sheet_fill import fill_sheet
from waypost.site.shown_title import show_title
from waypost.site.translations_page import show_coverage


def measure_language(plan: Plan, offered: SiteLanguage) -> tuple[LanguageWork, Measured]:
    """What is left to do for the language, and the level of each page in it."""
    texts = open_language(plan, offered)
    before = None if plan.everything else plan.cache.load_language(texts.code)
    shared = texts.read_shared(before)
    titles = texts.read_titles(before)
    due = texts.read_due(before)
    if before is not None and shared == before.shared and titles == before.titles:
        digest = before.digest
    else:
        digest = digest_bytes(msgspec.msgpack.encode((shared, titles)))
    fresh = before is None or before.digest != digest
    locale = _find_locale(texts, shared, titles, due, digest)
    # Phrases and titles decide levels too, wherever they are used.
    known = before.levels if before is not None and not fresh else {}
    levels = {
        page: known[page]
        if page in known and not texts.is_dirty(page)
        else measure_level(plan.shelf.page(page).program, locale, texts.read_own(page))
        for page in texts.pages
    }
    lists = before.lists if before is not None else ()
    tallies = tally_pages(texts, before, locale.weights)
    engines = join_engines(texts, before)
    coverage = cover(texts, shared, levels, tallies, engines, locale.weights)
    covered = digest_text(repr(coverage))
    record = LanguageRecord(
        shared, dict(titles), levels, digest, due, lists, tallies, engines, covered
    )
    work = LanguageWork(texts, locale, record, before, fresh, coverage)
    return work, Measured(texts.code, levels, texts.digests)


def show_source(plan: Plan) -> None:
    """What is new stands in the source language before any other language is asked.

    Somebody who writes waits for it; `LanguageWork.write` says later where else it is published.
    """
    identity = plan.frame.identity
    for offered in identity.languages:
        if offered.language.code == identity.source.code:
            measure_language(plan, offered)[0].show()


def _find_locale(
    texts: LanguageTexts,
    shared: SharedTranslations,
    titles: Titles,
    due: SharedTranslations,
    digest: str,
) -> PageLocale:
    made_from = f"{texts.plan.made_from} {digest} {digest_text(repr(due))}"
    known = texts.plan.locales.get(texts.code)
    if known is not None and known[0] == made_from:
        return known[1]
    locale = texts.make_locale(shared, titles, due)
    texts.plan.locales[texts.code] = (made_from, locale)
    return locale


class LanguageWork(msgspec.Struct, frozen=True):
    """A measured language: what its pages are filled with."""

    texts: LanguageTexts
    locale: PageLocale
    record: LanguageRecord
    before: LanguageRecord | None
    """As of the last build."""
    fresh: bool
    """What pages take from elsewhere differs from the last build."""
    coverage: Coverage | None
    """What the page about translations says of the language."""

    def write(self, published: Published) -> Written:
        """The marks of the language's files, those that had to be made anew among them."""
        plan, texts, outputs, filled = self.texts.plan, self.texts, dict[str, Mark](), 0
        for page, level in self.record.levels.items():
            path = page_path(texts.code, page)
            same = plan.published.get(page) == published.get(page) and path in plan.outputs
            if same and not (plan.everything or self.fresh or texts.is_dirty(page)):
                outputs[path] = plan.outputs[path]
                continue
            outputs[path] = self._write_page(page, level, published)
            filled += 1
        sheets, made = self._write_sheets()
        outputs |= sheets
        filled += made
        if self._must_relist():
            lists = self._write_lists()
            filled += len(lists)
        else:
            lists = {path: plan.outputs[path] for path in self.record.lists}
        if self._must_tell(lists):
            lists |= self._write_coverage()
            filled += 1
        record = replace(self.record, lists=tuple(lists))
        if record != self.before:
            plan.cache.save_language(texts.code, record)
        searched = self._search() if plan.searches else None
        index = searched.outputs if searched is not None else {}
        return Written(texts.code, {**outputs, **lists, **index}, filled, searched)

    def _search(self) -> Searched | None:
        from waypost.pipeline.search import make_index

        made = make_index(self.texts, self.locale, self.record.digest)
        return made.save() if made is not None else None

    def show(self) -> None:
        """The pages whose text is new stand in the site, with links as they were until now."""
        for page, level in self.record.levels.items():
            if self.texts.is_dirty(page):
                self._write_page(page, level, self.texts.plan.published)

    def _write_page(self, page: str, level: Level, published: Published) -> Mark:
        plan, texts = self.texts.plan, self.texts
        whole = fill_program(plan.shelf.page(page).program, self.locale, texts.read_own(page))
        codes = published.get(page, ()) if level is not Level.STUB else ()
        data = whole.finish(self._alternates(page, codes))
        return save_output(plan.site, Output(page_path(texts.code, page), data))

    def _write_sheets(self) -> tuple[dict[str, Mark], int]:
        """The marks of the guides' sheets, and how many had to be made anew.

        A sheet names no other language, so it doesn't change where its guide is published.
        """
        plan, texts, outputs, made = self.texts.plan, self.texts, dict[str, Mark](), 0
        for page in texts.sheets:
            path = page_path(texts.code, sheet_of(page))
            stands = path in plan.outputs
            if stands and not (plan.everything or self.fresh or texts.is_dirty(page)):
                outputs[path] = plan.outputs[path]
                continue
            sheet = plan.shelf.page(page).sheet
            if sheet is not None:
                data = fill_sheet(sheet, self.locale, texts.read_own(page))
                outputs[path] = save_output(plan.site, Output(path, data))
                made += 1
        return outputs, made

    def _must_relist(self) -> bool:
        before, plan = self.before, self.texts.plan
        return (
            plan.relist
            or self.fresh
            or before is None
            or before.levels != self.record.levels
            or before.due != self.record.due
            or any(path not in plan.outputs for path in self.record.lists)
        )

    def _must_tell(self, lists: Mapping[str, Mark]) -> bool:
        """Whether the page about translations is to be written: `lists` hasn't what it says now."""
        if self.coverage is None:
            return False
        is_there = page_path(self.texts.code, HOW_TRANSLATED) in lists
        return not is_there or self.before is None or self.before.covered != self.record.covered

    def _write_coverage(self) -> dict[str, Mark]:
        plan, code = self.texts.plan, self.texts.code
        page = plan.translations()
        if self.coverage is None:
            return {}
        extras = show_coverage(self.coverage, self.locale, page.refs)
        filled = fill_program(page.program, self.locale, (), extras)
        languages = plan.frame.identity.languages
        codes = tuple(one.language.code for one in languages if one.tier is not Tier.CARD)
        path = page_path(code, HOW_TRANSLATED)
        data = filled.finish(self._alternates(HOW_TRANSLATED, codes))
        return {path: save_output(plan.site, Output(path, data))}

    def _write_lists(self) -> dict[str, Mark]:
        plan, outputs, code = self.texts.plan, dict[str, Mark](), self.texts.code
        languages = plan.frame.identity.languages
        is_card = self.texts.offered.tier is Tier.CARD
        programs = (plan.lists().card,) if is_card else plan.lists().programs
        everywhere = tuple(one.language.code for one in languages)
        codes = tuple(one.language.code for one in languages if one.tier is not Tier.CARD)
        for program in programs:
            filled = fill_program(program, self.locale, (), self._extras(program))
            path = page_path(code, program.id)
            data = filled.finish(self._alternates(program.id, codes if program.id else everywhere))
            outputs[path] = save_output(plan.site, Output(path, data))
        for alias, ref in plan.lists().aliases.items() if not is_card else ():
            path = page_path(code, alias)
            data = render_moved(self.locale, ref, alias=alias)
            outputs[path] = save_output(plan.site, Output(path, data))
        return outputs

    def _extras(self, program: Program) -> Extras:
        """What only this language can say: the A–Z in its order, the names of languages."""
        if program.kind is PageKind.LANGUAGES:
            return render_languages(self.locale)
        if program.kind is PageKind.DEADLINES:
            return find_untranslated(program, self.locale)
        if program.kind is not PageKind.INDEX:
            return NO_EXTRAS
        titles = [show_title(ref, self.locale) for ref in self.texts.plan.lists().refs]
        return render_index(titles, self.locale)

    def _alternates(self, page: str, codes: tuple[str, ...]) -> str:
        if page == SEARCH:
            return ""
        base = self.texts.plan.frame.identity.url
        neutral = base + neutral_path(page).removesuffix("index.html")
        if page in {DEADLINES, INDEX, LANGUAGES, HOW_TRANSLATED}:
            neutral = ""
        return render_alternates(base, page, codes, neutral)
