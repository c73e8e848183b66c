"""`waypost search`: what residents will find, asked of Whoosh, language by language."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property

import msgspec

from waypost.content.judgements import check_judged_pages, judgements_path, load_judgements
from waypost.content.parsed import suggest
from waypost.model.finding import Failure, Finding
from waypost.model.judgement import Judgements
from waypost.model.search import SearchPage
from waypost.pipeline.project import Project
from waypost.pipeline.search_sources import SearchSource, SearchSources, searched_languages
from waypost.search.audit import Loss, Probe, find_idle_reasons, find_losses, list_probes
from waypost.search.expansion import expand_pages, name_bets, name_query
from waypost.search.explain import Origins
from waypost.search.judgements import Score, judge
from waypost.search.similar import SimilarPage, find_similar
from waypost.search.whoosh_index import WhooshIndex, index_pages
from waypost.search.whoosh_search import Answer, search_index


class EditorsSearch(msgspec.Struct, frozen=True, dict=True):
    """The search of one language, as an editor asks it."""

    source: SearchSource

    @cached_property
    def index(self) -> WhooshIndex:
        """The pages and the words beside them, in memory."""
        source = self.source
        extras = expand_pages(source.pages, source.words, source.code, source.source)
        return index_pages(source.pages, extras, source.code, source.source)

    @cached_property
    def origins(self) -> Origins:
        """Whose words a page is found by."""
        return Origins(self.source.words, self.index.scheme)

    @cached_property
    def _best_bets(self) -> dict[str, str]:
        return name_bets(self.source.words.best_bets)

    def ask(self, query: str) -> Answer:
        """What the query finds."""
        return search_index(self.index, query, self._best_bets.get(name_query(query), ""))

    def find(self, query: str) -> tuple[str, ...]:
        """The ids of the pages that it finds, best first."""
        return tuple(hit.page.id for hit in self.ask(query).hits)


class Audited(msgspec.Struct, frozen=True):
    """The titles, names and keywords of a language, and those that lead elsewhere."""

    language: str
    probes: tuple[Probe, ...]
    losses: tuple[Loss, ...]
    """In the order of the pages."""
    idle: tuple[str, ...]
    """Texts explained in judgements.yml that need no reason."""

    @property
    def lost(self) -> tuple[Loss, ...]:
        """What finds nothing, or only other pages; and titles that don't find their page first."""
        return tuple(each for each in self.losses if not each.is_behind)

    @property
    def behind(self) -> tuple[Loss, ...]:
        """What finds its page behind another one, in sight."""
        return tuple(each for each in self.losses if each.is_behind)


def open_searches(project: Project, named: tuple[str, ...]) -> Iterable[EditorsSearch]:
    """The search of each language named, or of all that have one."""
    chosen = searched_languages(project, named)
    sources = SearchSources(project)
    return (EditorsSearch(sources.read(offered)) for offered in chosen)


def compare_pages(
    search: EditorsSearch, page_id: str
) -> tuple[SearchPage, tuple[SimilarPage, ...]]:
    """The page of that id and those like it; a Failure where there is no such page."""
    source = search.source
    page = next((each for each in source.pages if each.id == page_id), None)
    if page is None:
        hint = suggest(page_id, [each.id for each in source.pages])
        raise Failure(
            f"There is no page “{page_id}”.{hint}",
            "Write the id of a page: the name of its file without the ending.",
        )
    return page, find_similar(source.pages, page_id, source.code)


def judge_languages(
    project: Project, named: tuple[str, ...], note: Callable[[SearchSource], None] | None = None
) -> tuple[tuple[Score, ...], tuple[Finding, ...]]:
    """The score of each language that has judgements, and what is wrong in these.

    `note` is called for each language that is asked. A Failure where no language has any.
    """
    chosen = searched_languages(project, named)
    read = {one.language.code: load_judgements(project.root, one.language.code) for one in chosen}
    found = {
        code: each.value
        for code, each in read.items()
        if each.value is not None and each.value.judgements
    }
    findings = [finding for each in read.values() for finding in each.findings]
    if not found and not findings:
        first = judgements_path(chosen[0].language.code)
        raise Failure("There are no judgements yet.", f"Write what people type into {first}.")
    scores: list[Score] = []
    for search in open_searches(project, tuple(found)) if found else ():
        known = frozenset(page.id for page in search.source.pages) | search.source.left_out.keys()
        judgements = found[search.source.code]
        if note is not None:
            note(search.source)
        findings += check_judged_pages(judgements, known)
        scores.append(judge(judgements, search.find))
    return tuple(scores), tuple(findings)


def audit_search(project: Project, search: EditorsSearch) -> Audited:
    """What is lost of the language's titles, other names and keywords."""
    source = search.source
    judgements = load_judgements(project.root, source.code).value or Judgements(source.code)
    probes = list_probes(source.pages, source.words, source.code)
    losses = find_losses(probes, search.find, judgements.explained)
    idle = find_idle_reasons(probes, search.find, judgements.explained)
    return Audited(source.code, probes, losses, idle)
