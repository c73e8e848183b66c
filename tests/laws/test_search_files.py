"""What is written into a file of the index is read from it, and all of it is found there."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.laws.search_pages import LANGUAGES, extra_terms, sites, sort_by_page
from tests.laws.search_ranking import list_expected
from tests.sites.index_reader import IndexReader
from waypost.search.chunks import ListedPage, parse_chunk, render_chunk
from waypost.search.index import build_index, number_pages
from waypost.search.manifest import FileList, Manifest, parse_manifest, render_manifest
from waypost.search.payload import (
    as_units,
    name_payload,
    parse_file,
    parse_shared,
    parse_table,
    render_file,
    render_shared,
    render_table,
    separate,
    sort_as_scripts_do,
)
from waypost.search.postings import (
    MOST_POSTINGS,
    cut_postings,
    parse_postings,
    render_postings,
)
from waypost.search.pronouns import list_pronouns
from waypost.search.ranges import Limits, cut_ranges, find_ranges
from waypost.search.shards import parse_shard, render_shard
from waypost.search.tails import parse_tails, render_tails
from waypost.search.vocabulary import Scheme

any_text = st.text(st.characters(exclude_categories=["Cs"]))
forms = st.text(
    st.characters(categories=["L", "M", "N"])
    | st.sampled_from(["~", "=", " ", "\U00010437", "\uffdc"]),
    min_size=1,
    max_size=45,
)
names = st.text("abcdefghijklmnopqrstuvwxyz234567", min_size=7, max_size=7)
postings = st.lists(
    st.integers(0, 5_000_000 << 6), unique_by=lambda code: code >> 16, max_size=100
).map(sorted)
written_postings = postings.filter(bool).map(render_postings)
groups = st.lists(st.tuples(forms, written_postings), min_size=1, max_size=4)
lines = st.text(st.characters(categories=["L", "N", "P", "Zs", "S"])).map(
    lambda text: " ".join(text.split())
)
listed = st.builds(
    ListedPage, forms.map(str.strip), lines, lines, st.integers(0, 9), st.integers(0, 9)
)
tables = st.lists(st.tuples(forms, names)).map(tuple)
file_lists = st.builds(FileList, tables, st.booleans())
codes = st.sampled_from(("en", "zh-Hans", "pt-BR"))


@given(names, any_text)
def test_files(name: str, payload: str) -> None:
    data = render_file(name, payload)
    assert parse_file(data) == (name, payload)
    assert not {"\n", "\r", "\u2028", "\u2029", "<"} & set(data.decode()[:-1])


@given(any_text, any_text)
def test_names_are_seven_characters_that_any_file_system_keeps_apart(one: str, other: str) -> None:
    name = name_payload(one)
    assert len(name) == 7
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz234567")
    assert (name == name_payload(other)) is (one == other)
    assert name != name_payload(one, 1) != name_payload(one, 2)


@given(postings)
def test_postings(own: list[int]) -> None:
    assert parse_postings(render_postings(own)) == own


@given(st.lists(st.integers(0, 15), max_size=1500))
def test_postings_are_cut_to_those_of_the_highest_impact(levels: list[int]) -> None:
    own = [number << 16 | level for number, level in enumerate(levels)]
    text = cut_postings(own)
    postings, _, total = text.partition(".")
    kept = parse_postings(postings)
    assert (int(total, 36) if total else len(kept)) == len(own)
    assert kept == sorted(kept)
    assert len(kept) == min(len(own), MOST_POSTINGS)
    assert sorted(code & 15 for code in kept) == sorted(levels)[len(own) - len(kept) :]


@given(forms, forms)
def test_a_form_is_told_by_the_one_before(before: str, form: str) -> None:
    text = render_shared(before, form)
    assert parse_shared(before, text) == form
    text.encode()


@given(st.sets(forms, min_size=2))
def test_the_lower_end_of_a_range_parts_it_from_the_one_before(keys: set[str]) -> None:
    for before, key in pairwise(sort_as_scripts_do(keys)):
        lower = separate(before, key)
        assert key.startswith(lower)
        assert as_units(before) < as_units(lower) <= as_units(key)


@given(st.lists(groups))
def test_shards(own: list[list[tuple[str, str]]]) -> None:
    assert parse_shard(render_shard(own)) == tuple(tuple(group) for group in own)


@given(st.sets(forms.filter(lambda form: " " not in form)))
def test_tails(keys: set[str]) -> None:
    tails = sort_as_scripts_do(keys)
    assert parse_tails(render_tails(tails)) == tuple(tails)


@given(st.lists(listed))
def test_chunks(pages: list[ListedPage]) -> None:
    assert parse_chunk(render_chunk(pages)) == tuple(pages)


@given(tables)
def test_tables(entries: tuple[tuple[str, str], ...]) -> None:
    assert parse_table(render_table(entries)) == entries


@given(
    st.builds(
        Manifest,
        st.integers(0, 9999),
        st.sampled_from(("space", "han")),
        st.integers(1, 16),
        st.integers(0, 99),
        st.integers(1, 99),
        file_lists,
        file_lists,
        st.lists(names.map(lambda name: ("", name))).map(
            lambda entries: FileList(tuple(entries), is_deep=len(entries) > 3)
        ),
        st.lists(st.tuples(st.text("^abkp$", min_size=1), st.text("^abkp"))).map(tuple),
        st.lists(codes).map(tuple),
        st.lists(st.tuples(st.text("[a-k]", min_size=1), st.text("abkp96"))).map(tuple),
    )
)
def test_manifests(manifest: Manifest) -> None:
    assert parse_manifest(render_manifest(manifest)) == manifest


@given(
    st.lists(st.tuples(forms, st.integers(1, 90)), unique_by=lambda pair: pair[0]),
    st.sampled_from((Limits(20, 40), Limits(100, 150), Limits(1, 1))),
)
def test_ranges_hold_every_key_once_and_are_of_the_sizes_that_they_should(
    pairs: list[tuple[str, int]], limits: Limits
) -> None:
    sizes_of = dict(pairs)
    keys = sort_as_scripts_do(sizes_of)
    sizes = [sizes_of[key] for key in keys]
    ranges = cut_ranges(keys, sizes, limits)
    assert [at for own in ranges for at in own] == list(range(len(keys)))
    for number, own in enumerate(ranges):
        size = sum(sizes[at] for at in own)
        assert size <= limits.most or len(own) == 1
        biggest = max(sizes[at] for at in own)
        if number < len(ranges) - 1:
            assert size + sizes[own.stop] >= limits.least or biggest > limits.most - limits.least
        assert find_ranges([keys[each.start] for each in ranges], keys[own.start : own.stop]) == {
            number
        }


@settings(max_examples=60, deadline=None)
@given(st.data(), st.sampled_from(LANGUAGES))
def test_every_word_of_every_page_is_found_with_its_impact(
    data: st.DataObject, language: str
) -> None:
    pages = data.draw(sites(language))
    extras = data.draw(extra_terms(pages))
    reader = IndexReader.of(
        build_index(pages, sort_by_page(pages, extras), language, "en").files, language
    )
    scheme = Scheme.of(language, "en")
    expected = list_expected(pages, extras, language)
    shards = {name: parse_shard(reader.payload(name)) for _, name in reader.manifest.shards.entries}
    groups_found = [group for shard in shards.values() for group in shard]
    assert list(reader.shards()) == list(shards.values())
    assert {form for group in groups_found for form, _ in group} == expected.keys()
    for form, impacts in expected.items():
        groups_of = shards[reader.find_files(reader.manifest.shards, scheme.key(form))[-1]]
        (text,) = {postings for group in groups_of for own, postings in group if own == form}
        listed, _, total = text.partition(".")
        is_pronoun = form in list_pronouns(scheme.rules)
        assert total == (str(len(pages)) if is_pronoun else "")
        levels = {code >> 16: code & 15 for code in parse_postings(listed)}
        assert levels.keys() == impacts.keys()
        for number, level in levels.items():
            assert level / 16 - 0.005 <= impacts[number] <= (level + 1) / 16 + 0.005
    assert [page.id for page in reader.pages()] == [pages[at].id for at in number_pages(pages)]
    words = {scheme.key(form) for form in expected if not set(form) & set(" ~=0123456789")}
    assert set(reader.tails()) == {key[::-1] for key in words if len(key) > 3}
