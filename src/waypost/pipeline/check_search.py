"""The words of every `search.yml` held against the pages of the site."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator

from waypost.content.checks import Addressed
from waypost.content.rules.site_view import find_unreadable, index_pages
from waypost.content.search_checks import (
    KnownPages,
    check_best_bets,
    check_search_file,
    check_search_files,
)
from waypost.content.search_words import SearchFile, load_search_file
from waypost.model.content import Prose, Shared
from waypost.model.finding import BrokenSource, Finding
from waypost.model.language import Tier
from waypost.model.markup import MarkupError, parse_markup, plain_text
from waypost.model.site import SiteLanguage
from waypost.model.text import Document, Role
from waypost.pipeline.documents import Texts
from waypost.pipeline.project import Project
from waypost.search.expansion import name_query
from waypost.search.phrases import find_phrases
from waypost.search.synonym_graph import SynonymGraph
from waypost.translation.store import has_catalogue_name, load_catalog

_NAMING = frozenset({Role.TITLE, Role.SUMMARY, Role.HEADING, Role.KEYWORD})
_SHARED = frozenset({"facts", "phrases", "interface"})
"""Documents whose texts name no page."""


def check_search(project: Project, texts: Texts, paths: Iterable[str]) -> Iterator[Finding]:
    """All that is wrong in the words for the search; `paths` are the site's files."""
    languages = [one for one in project.settings.languages if one.tier is not Tier.CARD]
    cards = {one.language.code for one in project.settings.languages if one.tier is Tier.CARD}
    yield from check_search_files(paths, (one.language.code for one in languages), cards)
    index = index_pages(texts.prose, texts.shared)
    unreadable = find_unreadable(texts.shared, index, texts.sources)
    pages = list_known_pages(texts.prose, texts.shared, unreadable)
    documents = [each.document for each in texts.documents]
    for offered in languages:
        read = load_search_file(project.root, offered.language.code)
        yield from read.findings
        if read.value is None:
            continue
        named: Iterable[tuple[str, str]] | None = ()
        if texts.broken:
            # Who knows what the pages say that can't be read?
            named = None
        elif read.value.synonyms_at:
            named = _list_named(project, documents, offered)
        yield from judge_words(read.value, pages, named)


def list_known_pages(
    prose: Iterable[Prose], shared: Shared, unreadable: Collection[str] = ()
) -> KnownPages:
    """All pages of the site, those that can't be read among them, and their former addresses."""
    addressed: tuple[Addressed, ...] = (
        *prose,
        *shared.agencies.values(),
        *shared.offices.values(),
    )
    ids = frozenset(page.id for page in addressed) | shared.topics.keys()
    ids = ids.union(unreadable)
    return KnownPages(ids, {alias: page.id for page in addressed for alias in page.aliases})


def judge_words(
    file: SearchFile, pages: KnownPages, named: Iterable[tuple[str, str]] | None
) -> Iterator[Finding]:
    """What is wrong in a file; `named` are texts that name pages, each with its language.

    Synonyms are judged only where these are known.
    """
    yield from check_best_bets(file, name_query)
    words = [word for each in file.words.synonyms for word in (*each.words, *each.means)]
    if not words or named is None:
        yield from check_search_file(file, pages)
        return
    _, language, _ = file.path.split("/")
    keywords = ((word, language) for each in file.words.keywords.values() for word in each)
    said = find_phrases(words, (*keywords, *named))
    yield from check_search_file(file, pages, said.__contains__, _find_led(file, said))


def list_naming_texts(document: Document) -> Iterator[tuple[str, str]]:
    """The address and source of each text that names a page, or says in short what it is."""
    for each in document.segments if document.name not in _SHARED else ():
        if each.role in _NAMING:
            yield each.address, each.source


def _find_led(file: SearchFile, said: Collection[str]) -> Callable[[str], Collection[str]]:
    """To which of the words that are `said` synonyms lead from others."""
    graph = SynonymGraph((*file.words.synonyms, *file.starter))
    led: dict[str, list[str]] = {}
    for meaning in graph.meanings:
        for word, _ in graph.words_for(meaning) if meaning in said else ():
            led.setdefault(name_query(word), []).append(meaning)
    return lambda words: led.get(name_query(words), ())


def _list_named(
    project: Project, documents: Collection[Document], offered: SiteLanguage
) -> Iterator[tuple[str, str]]:
    code, source = offered.language.code, project.settings.source.code
    for document in documents:
        naming = dict(list_naming_texts(document))
        yield from ((_say(text), source) for text in naming.values())
        if code == source or not has_catalogue_name(document.name):
            continue
        try:
            reading = load_catalog(project.root, code, document.name)
        except BrokenSource:
            continue  # Its finding is told with all the others.
        for entry in reading.catalog.entries if reading is not None else ():
            if entry.address in naming and entry.target:
                yield _say(entry.target), code


def _say(text: str) -> str:
    """The text without its markup; as it is where that is broken, which is told elsewhere."""
    try:
        return plain_text(parse_markup(text))
    except MarkupError:
        return text
