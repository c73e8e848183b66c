"""An index built on the last one is the index built anew, and its files say what was put in."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.laws.search_pages import (
    LANGUAGES,
    edited,
    extra_terms,
    search_pages,
    sites,
    sort_by_page,
)
from waypost.search.index import BuiltIndex, build_index, number_pages
from waypost.search.state import IndexState, encode_state

languages = st.sampled_from(LANGUAGES)


def _on_disk(built: BuiltIndex, before: Mapping[str, bytes]) -> dict[str, bytes]:
    """What a site folder holds after a build, if it held `before`."""
    assert not built.kept & built.files.keys()
    return {**{path: before[path] for path in built.kept}, **built.files}


@settings(max_examples=150, deadline=None)
@given(st.data(), languages)
def test_a_build_on_the_last_one_gives_the_files_of_a_clean_build(
    data: st.DataObject, language: str
) -> None:
    pages = data.draw(sites(language))
    added = sort_by_page(pages, data.draw(extra_terms(pages)))
    built = build_index(pages, added, language, "en")
    disk = dict(built.files)
    for _ in range(2):
        if data.draw(st.booleans()):
            pages = data.draw(edited(pages, language))
        extras = data.draw(extra_terms(pages)) if data.draw(st.booleans()) else []
        added = sort_by_page(pages, extras)
        former = msgspec.msgpack.decode(encode_state(built.state), type=IndexState)
        assert former == built.state
        built = build_index(pages, added, language, "en", former)
        clean = build_index(pages, added, language, "en")
        disk = _on_disk(built, disk)
        assert disk == clean.files
        assert built.state == clean.state


@settings(max_examples=100, deadline=None)
@given(st.data(), languages)
def test_pages_that_are_known_to_be_the_same_need_not_be_looked_at(
    data: st.DataObject, language: str
) -> None:
    pages = data.draw(sites(language))
    added = {page.id: data.draw(extra_terms([page])) for page in pages}
    built = build_index(pages, added, language, "en")
    disk = dict(built.files)
    for _ in range(2):
        before, had = {page.id: page for page in pages}, dict(added)
        pages = data.draw(edited(pages, language))
        for page in pages:
            if page.id not in added or data.draw(st.integers(0, 3)) == 0:
                added[page.id] = data.draw(extra_terms([page]))
        same = {
            page.id
            for page in pages
            if before.get(page.id) == page and had[page.id] == added[page.id]
        }
        built = build_index(pages, added, language, "en", built.state, same)
        clean = build_index(pages, added, language, "en")
        disk = _on_disk(built, disk)
        assert disk == clean.files
        assert built.state == clean.state


@settings(max_examples=30, deadline=None)
@given(st.data(), languages)
def test_the_order_in_which_pages_come_changes_nothing(data: st.DataObject, language: str) -> None:
    pages = data.draw(sites(language))
    turned = data.draw(st.permutations(pages))
    assert (
        build_index(pages, {}, language, "en").files
        == build_index(turned, {}, language, "en").files
    )
    assert [pages[at] for at in number_pages(pages)] == [turned[at] for at in number_pages(turned)]


@settings(max_examples=30, deadline=None)
@given(st.data(), languages)
def test_nothing_is_written_again_but_the_manifest_where_nothing_changed(
    data: st.DataObject, language: str
) -> None:
    pages = data.draw(sites(language))
    built = build_index(pages, {}, language, "en")
    again = build_index(pages, {}, language, "en", built.state)
    assert list(again.files) == [f"search/{language}.js"]
    assert again.kept == built.files.keys() - again.files.keys()


@settings(max_examples=20, deadline=None)
@given(st.data())
def test_another_language_takes_nothing_over(data: st.DataObject) -> None:
    page = data.draw(search_pages("es"))
    spanish = build_index([page], {}, "es", "en")
    german = build_index([page], {}, "de", "en", spanish.state)
    assert german.files == build_index([page], {}, "de", "en").files
    assert german.kept == frozenset()
