"""Files of an index by name: one content each, and what stood before stands."""

from __future__ import annotations

import pytest

from tests.sites.index_reader import IndexReader
from waypost.model.search import SearchField, SearchPage, SearchText
from waypost.search import file_set
from waypost.search.file_set import FileSet
from waypost.search.index import build_index
from waypost.search.payload import name_payload


def _name_badly(payload: str, salt: int = 0) -> str:
    """Names of which every fifth or so is another's."""
    name = name_payload(payload, salt)
    return f"{sum(map(ord, name)) % 5:07}" if salt == 0 else name


def test_new_files_are_told_from_those_that_stand() -> None:
    files = FileSet([name_payload("old"), name_payload("gone"), "keptone"])
    assert files.save("old") == name_payload("old")
    assert files.save("new") == name_payload("new")
    assert files.keep("keptone") == "keptone"
    assert files.new() == {name_payload("new"): "new"}
    assert files.standing() == {name_payload("old"), "keptone"}
    assert files.names() == {name_payload("old"), name_payload("new"), "keptone"}
    assert not files.is_salted


def test_two_contents_never_share_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_set, "name_payload", _name_badly)
    files = FileSet([])
    names = [files.save(f"payload {number}") for number in range(20)]
    assert len(set(names)) == 20
    assert files.is_salted
    assert files.save("payload 7") == names[7]


def test_a_new_content_never_takes_the_name_of_a_file_that_stands(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(file_set, "name_payload", _name_badly)
    files = FileSet([_name_badly("a")])
    files.keep(_name_badly("a"))
    assert files.save("a") != _name_badly("a")
    assert files.is_salted


def test_an_index_whose_files_wanted_one_name_is_whole_and_built_anew(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(file_set, "name_payload", _name_badly)
    pages = [_page(number) for number in range(40)]
    built = build_index(pages, {}, "en", "en")
    assert built.state.is_salted
    reader = IndexReader.of(built.files, "en")
    assert [page.id for page in reader.pages()] == [page.id for page in pages]
    assert sum(len(shard) for shard in reader.shards()) > 40
    changed = [*pages[:7], _page(99), *pages[8:]]
    again = build_index(changed, {}, "en", "en", built.state)
    assert again.files == build_index(changed, {}, "en", "en").files
    assert again.kept == frozenset()


def test_a_change_after_which_two_files_want_one_name_builds_anew(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pages = [_page(number) for number in range(40)]
    built = build_index(pages, {}, "en", "en")
    more = SearchText(SearchField.BODY, "en", "brandnewword")
    changed = [SearchPage("p07", "", "Title 7", "en", "", (*pages[7].texts, more))]
    changed = [*pages[:7], *changed, *pages[8:]]
    standing = built.state.shards[0].name
    monkeypatch.setattr(
        file_set,
        "name_payload",
        lambda payload, salt=0: name_payload(payload, salt) if salt else standing,
    )
    again = build_index(changed, {}, "en", "en", built.state)
    assert again.state.is_salted
    assert again.kept == frozenset()
    assert again.files == build_index(changed, {}, "en", "en").files


def _page(number: int) -> SearchPage:
    words = " ".join(f"word{(number * 31 + at) % 997}" for at in range(90))
    texts = (
        SearchText(SearchField.TITLE, "en", f"Title {number}"),
        SearchText(SearchField.BODY, "en", words),
    )
    return SearchPage(f"p{number:02}", "", f"Title {number}", "en", "", texts)
