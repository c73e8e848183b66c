"""The pages of a site as a search finds them, read from its sources without building the site."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from waypost.content.search_words import SearchFile, join_words, load_search_file, search_file_path
from waypost.files.digest import digest_bytes
from waypost.files.scan import scan_inputs
from waypost.model.finding import Failure
from waypost.model.language import Tier
from waypost.model.search import SearchPage, SearchWords
from waypost.model.site import SiteLanguage
from waypost.pipeline.build import sign
from waypost.pipeline.cache import Cache
from waypost.pipeline.content_build import BuiltContent, build_content
from waypost.pipeline.language_texts import open_language
from waypost.pipeline.options import CACHE, BuildOptions
from waypost.pipeline.plan import Later, Plan
from waypost.pipeline.project import Project
from waypost.pipeline.search_pages import collect_pages, name_pages
from waypost.pipeline.shelf import PageShelf, SharedTexts
from waypost.pipeline.site_files import build_lists, build_translations_page
from waypost.pipeline.state import InputFile, read_inputs
from waypost.translation.reviewers import load_reviewers


class SearchSource(msgspec.Struct, frozen=True):
    """All that the search of one language is made from."""

    offered: SiteLanguage
    source: str
    """The code of the language that the site is written in."""
    pages: tuple[SearchPage, ...]
    words: SearchWords
    left_out: Mapping[str, str] = {}
    """The pages that can't be read: id → file."""

    @property
    def code(self) -> str:
        """The language's code."""
        return self.offered.language.code


def searched_languages(project: Project, named: tuple[str, ...]) -> tuple[SiteLanguage, ...]:
    """The languages named, or all that have a search; a Failure for one that has none."""
    offered = {
        one.language.code: one for one in project.settings.languages if one.tier is not Tier.CARD
    }
    unknown = [code for code in named if code not in offered]
    if unknown:
        raise Failure(
            f"There is no search in {', '.join(unknown)}.",
            f"Languages with pages to search: {', '.join(offered)}.",
        )
    return tuple(offered[code] for code in dict.fromkeys(named)) or tuple(offered.values())


class SearchSources:
    """Reads what is searched, a language at a time; what has errors is left out."""

    def __init__(self, project: Project) -> None:
        self._project = project
        cache = Cache(project.root / CACHE)
        scan = scan_inputs(project.root, project.input_roots)
        inputs = read_inputs(project.root, scan.marks, None)
        signature = sign(project.day, BuildOptions())
        content = build_content(project, inputs, signature, cache, 1, None)
        self._left_out = {
            name: entry.path for name, entry in content.index.entries.items() if entry.ref is None
        }
        self._plan = _make_plan(project, content, cache, inputs, has_links=scan.has_links)

    def read(self, offered: SiteLanguage) -> SearchSource:
        """The pages of a language and the words that people use for them."""
        texts = open_language(self._plan, offered)
        shared, titles, due = texts.read_shared(None), texts.read_titles(None), texts.read_due(None)
        locale = texts.make_locale(shared, titles, due)
        found = collect_pages(texts, locale, "", name_pages(texts), None)
        source = self._project.settings.source.code
        pages = tuple(found.pages.values())
        words = self._load_words(texts.code, source)
        return SearchSource(offered, source, pages, words, self._left_out)

    def _load_words(self, code: str, source: str) -> SearchWords:
        root = self._project.root
        own = load_search_file(root, code).value or SearchFile(search_file_path(code))
        if code == source:
            return join_words(own, None)
        other = load_search_file(root, source).value or SearchFile(search_file_path(source))
        return join_words(own, other)


def _make_plan(
    project: Project,
    content: BuiltContent,
    cache: Cache,
    inputs: Mapping[str, InputFile],
    *,
    has_links: bool,
) -> Plan:
    """The plan of a build that never writes a page."""
    part = content.part
    reviewers = load_reviewers(project.root).reviewers
    targets = [one.language.code for one in project.settings.targets]
    return Plan(
        root=project.root,
        site="",
        cache=cache,
        frame=part.frame,
        made_from=digest_bytes(part.digest.encode()),
        locales={},
        shared=SharedTexts(part.documents, part.indexes, frozenset()),
        shelf=PageShelf(cache, content.entries),
        changed=frozenset(),
        recompiled=frozenset(),
        everything=True,
        reviewers={code: reviewers.handles_for(code) for code in targets},
        published={},
        outputs={},
        lists=Later(lambda: build_lists(content)),
        relist=True,
        translations=Later(lambda: build_translations_page(content)),
        people={code: reviewers.names_for(code) for code in targets},
        exempted=(),
        inputs=inputs,
        has_links=has_links,
    )
