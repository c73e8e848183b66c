"""Search indexes of built sites, asked as a client asks them."""

from __future__ import annotations

from collections.abc import Mapping

from tests.sites.index_reader import IndexReader
from waypost.search.chunks import ListedPage
from waypost.search.fold import fold_text
from waypost.search.postings import parse_postings


def name_index_files(files: Mapping[str, bytes], code: str = "") -> set[str]:
    """The files of the index of a language, or of all."""
    folders = (f"search/{code}", f"assets/search/{code}")
    return {path for path in files if path.startswith(folders) and path.endswith(".js")}


def list_pages(files: Mapping[str, bytes], code: str) -> dict[str, ListedPage]:
    """Every page that can be found in a language, by its id."""
    return {page.id: page for page in IndexReader.of(files, code).pages()}


def find_pages(files: Mapping[str, bytes], code: str, word: str) -> set[str]:
    """The ids of the pages that hold a word, in any of its spellings."""
    reader = IndexReader.of(files, code)
    pages = [page.id for page in reader.pages()]
    key = fold_text(word)
    return {
        pages[each >> 16]
        for group in reader.find_groups(key)
        for form, postings in group
        if fold_text(form) == key
        for each in parse_postings(postings.partition(".")[0])
    }


def name_known_files(files: Mapping[str, bytes], code: str) -> set[str]:
    """The files that the index of a language names, each read as a client reads it."""
    reader = IndexReader.of(files, code)
    assert list(reader.pages())
    for _ in reader.shards():
        pass
    for _ in reader.tails():
        pass
    manifest = reader.manifest
    lists = (manifest.shards, manifest.tails, manifest.chunks)
    assert not any(each.is_deep for each in lists)
    return {reader.path(name) for each in lists for _, name in each.entries}
