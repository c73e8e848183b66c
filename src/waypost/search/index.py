"""The index of one language: from its pages to its files.

docs/search-format.md describes the files. Each is named by its content, so that a file that
browsers keep is never wrong, and an edit makes new ones only where it changed something.

The state of the last build makes the next one quick: pages that didn't change aren't read again,
and where the same pages stand in the same order, only the postings of words that changed are
written again, and the files that hold them. The files are the same, byte for byte, as without it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import TypeVar

import msgspec

from waypost.model.search import ExtraTerm, SearchPage
from waypost.search.chunks import ListedPage, render_chunk
from waypost.search.file_set import FileSet
from waypost.search.fold_rules import list_rules
from waypost.search.impacts import average_lengths
from waypost.search.manifest import (
    CHUNKS_READ,
    LONGEST_TAILS,
    VERSION,
    Manifest,
    choose_block,
    render_manifest,
    render_names,
    shorten_list,
)
from waypost.search.page_terms import PageTerms, digest_page, read_page
from waypost.search.payload import render_file, render_table
from waypost.search.pronouns import list_pronouns
from waypost.search.range_files import render_shards, render_tail_files
from waypost.search.state import IndexState
from waypost.search.terms import gather_terms, patch_terms
from waypost.search.vocabulary import Scheme, Vocabulary

CHUNK_SIZE = 2

T = TypeVar("T")


class BuiltIndex(msgspec.Struct, frozen=True):
    """What a build of the index gives."""

    files: Mapping[str, bytes]
    """What to write, by path relative to the site: the manifest always, others if they are new."""
    kept: frozenset[str]
    """Paths of the last build that stand as they are. Every other file of the language goes."""
    state: IndexState
    """For the next build."""


def number_pages(pages: Sequence[SearchPage]) -> list[int]:
    """Positions of pages in the order of the index: by topic, so that neighbours share a chunk."""
    return sorted(range(len(pages)), key=lambda at: (pages[at].topic, pages[at].id))


def build_index(
    pages: Sequence[SearchPage],
    added: Mapping[str, Sequence[ExtraTerm]],
    language: str,
    source: str,
    former: IndexState | None = None,
    same: AbstractSet[str] = frozenset(),
) -> BuiltIndex:
    """The files of the index of `language`, and the state for the next build.

    Ids are unique. `added` holds the words that are added to pages, by id; their own `page` is 0.
    `former` is the state of the last build by the same program, if all its files are still there;
    else None. Of the pages named by `same` it is known that they, and what is added to them, are
    those of that build.
    """
    made_from = f"{VERSION} {language} {source}"
    if former is not None and (former.made_from != made_from or former.is_salted):
        former = None
    scheme = Scheme.of(language, source)
    order = number_pages(pages)
    read = _read_pages(pages, added, order, former, same)
    averages = average_lengths(page.lengths for page in read)
    if former is not None and _is_same_layout(former, read):
        terms = patch_terms(former, read, averages, scheme)
    else:
        terms = gather_terms(read, averages, scheme, former)
    files = FileSet(_list_names(former))
    if former is None or terms.moved is None:
        vocabulary = Vocabulary.of(terms.postings, scheme)
    else:
        forms = [*former.postings]
        vocabulary = Vocabulary.changed(forms, former.keys, terms.moved, scheme)
    if terms.touched is None or terms.moved:
        terms = terms.in_order(vocabulary.forms)
    commonplace = dict.fromkeys(list_pronouns(scheme.rules), len(pages))
    shards = render_shards(vocabulary, terms, commonplace, former, files)
    reversed_keys, tails = render_tail_files(vocabulary, terms, scheme, former, files)
    languages = (language, *_list_languages(pages, language, source))
    chunks = _save_chunks([pages[at] for at in order], languages, former, same, files)
    manifest = Manifest(
        len(pages),
        scheme.rules.kind,
        CHUNK_SIZE,
        bisect_left(vocabulary.keys, ">") - bisect_left(vocabulary.keys, "="),
        choose_block(len(chunks), CHUNKS_READ),
        shorten_list([(file.lower, file.name) for file in shards], render_table, files.save),
        shorten_list(
            [(file.lower, file.name) for file in tails],
            render_table,
            files.save,
            longest=LONGEST_TAILS,
        ),
        shorten_list([("", name) for name in chunks], render_names, files.save, CHUNKS_READ),
        scheme.rules.confusables,
        languages[1:],
        list_rules(vocabulary.keys),
    )
    if files.is_salted and former is not None:
        return build_index(pages, added, language, source)
    ordered = {*chunks, *(file.name for file in (*shards, *tails))}
    state = IndexState(
        made_from,
        read,
        averages,
        terms.words,
        dict(terms.groups.names),
        dict(terms.groups.stems),
        dict(terms.groups.marked),
        terms.postings,
        vocabulary.form_keys,
        shards,
        tails,
        reversed_keys,
        chunks,
        languages,
        sorted(files.names() - ordered),
        files.is_salted,
    )
    written = {f"search/{language}.js": render_file(language, render_manifest(manifest))}
    for name, payload in files.new().items():
        written[_place(language, name)] = render_file(name, payload)
    return BuiltIndex(written, frozenset(_place(language, n) for n in files.standing()), state)


def _place(language: str, name: str) -> str:
    return f"assets/search/{language}/{name}.js"


def _read_pages(
    pages: Sequence[SearchPage],
    added: Mapping[str, Sequence[ExtraTerm]],
    order: Sequence[int],
    former: IndexState | None,
    same: AbstractSet[str],
) -> list[PageTerms]:
    """The words of the pages in order; those of pages that didn't change are taken over."""
    known = {page.id: page for page in former.pages} if former is not None else {}
    result = []
    for at in order:
        page = pages[at]
        own = added.get(page.id, ())
        old = known.get(page.id)
        if old is None or page.id not in same:
            digest = digest_page(page, own)
            if old is None or old.digest != digest:
                old = read_page(page, own, digest)
        result.append(old)
    return result


def _is_same_layout(former: IndexState, pages: Sequence[PageTerms]) -> bool:
    """Whether the same pages stand in the same order."""
    return [page.id for page in former.pages] == [page.id for page in pages]


def _list_names(former: IndexState | None) -> set[str]:
    if former is None:
        return set()
    ranges = (file.name for file in (*former.shards, *former.tails))
    return {*ranges, *former.chunks, *former.parts}


def _list_languages(pages: Sequence[SearchPage], language: str, source: str) -> tuple[str, ...]:
    """The other languages in which titles or pages may stand, the source first."""
    used = {code for page in pages for code in (page.title_language, page.page_language) if code}
    return (*((source,) if source != language else ()), *sorted(used - {language, source}))


def _save_chunks(
    pages: Sequence[SearchPage],
    languages: tuple[str, ...],
    former: IndexState | None,
    same: AbstractSet[str],
    files: FileSet,
) -> list[str]:
    """The names of the chunks of the pages in order; of the `same` pages they stand.

    `languages` begins with the index's own.
    """
    standing: dict[tuple[str, ...], str] = {}
    if former is not None and former.languages == languages:
        known = _cut_chunks([page.id for page in former.pages])
        standing = dict(zip(known, former.chunks, strict=True))
    numbers = {code: number for number, code in enumerate(languages)}
    names = []
    for chunk in _cut_chunks(pages):
        ids = tuple(page.id for page in chunk)
        if ids in standing and same >= {*ids}:
            names.append(files.keep(standing[ids]))
        else:
            names.append(files.save(render_chunk([_list_page(page, numbers) for page in chunk])))
    return names


def _cut_chunks(pages: Sequence[T]) -> Iterator[tuple[T, ...]]:
    for start in range(0, len(pages), CHUNK_SIZE):
        yield tuple(pages[start : start + CHUNK_SIZE])


def _list_page(page: SearchPage, numbers: Mapping[str, int]) -> ListedPage:
    """The page as lists show it, its languages by their numbers."""
    return ListedPage(
        page.id,
        page.title,
        page.summary,
        numbers[page.title_language],
        numbers[page.page_language or page.title_language],
    )
