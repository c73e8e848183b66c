"""The index of a language, from its pages to its files."""

from __future__ import annotations

from math import ceil

import pytest

from tests.sites.index_reader import IndexReader
from waypost.locales.registry import all_languages
from waypost.model.replacing import replace
from waypost.model.search import ExtraTerm, SearchField, SearchPage, SearchText
from waypost.search.chunks import ListedPage
from waypost.search.index import CHUNK_SIZE, BuiltIndex, build_index, number_pages
from waypost.search.manifest import CHUNKS_READ, LONGEST_LIST, choose_block
from waypost.search.payload import parse_file
from waypost.search.postings import parse_postings


def _page(page_id: str, title: str, body: str = "", topic: str = "cars") -> SearchPage:
    texts = (
        SearchText(SearchField.TITLE, "en", title),
        SearchText(SearchField.BODY, "en", body),
    )
    return SearchPage(page_id, topic, title, "en", f"About {title}.", texts)


def _find(built: BuiltIndex, key: str, language: str = "en") -> dict[str, dict[int, int]]:
    """The forms of the line on which a key stands, and their impacts by page."""
    reader = IndexReader.of(built.files, language)
    for group in reader.find_groups(key):
        if key in dict(group):
            return {
                form: {code >> 16: code & 15 for code in parse_postings(text.partition(".")[0])}
                for form, text in group
            }
    return {}


LICENSE = _page("license", "Renew your license", "Licenses are renewed every four years.")
PARKING = _page("parking", "Parking permits", "You need a license.")


def test_a_word_leads_to_its_pages_and_counts_more_in_a_title() -> None:
    found = _find(build_index([LICENSE, PARKING], {}, "en", "en"), "license")
    assert found["license"].keys() == {0, 1}
    assert found["license"][0] > found["license"][1]
    assert found["licenses"].keys() == {0}


def test_what_people_call_themselves_decides_nothing_however_few_guides_say_it() -> None:
    pages = [LICENSE, PARKING, _page("lost", "Lost cards", "If I lost my card")]
    reader = IndexReader.of(build_index(pages, {}, "en", "en").files, "en")
    (mine,) = (dict(group)["my"] for group in reader.find_groups("my") if "my" in dict(group))
    (lost,) = (dict(group)["lost"] for group in reader.find_groups("lost") if "lost" in dict(group))
    assert mine.endswith(".3")
    assert "." not in lost


def test_forms_of_a_word_stand_on_one_line() -> None:
    built = build_index([LICENSE, PARKING], {}, "en", "en")
    assert _find(built, "licenses") == _find(built, "license")
    assert _find(built, "permits").keys() == {"permits"}


def test_forms_that_begin_differently_stand_whole_in_each_of_their_shards() -> None:
    texts = (
        SearchText(SearchField.BODY, "ar", "رخصة الرخصة"),
        SearchText(SearchField.BODY, "ar", " ".join(f"كلمة{number}" for number in range(900))),
        SearchText(SearchField.BODY, "ar", " ".join(f"باب{number}" for number in range(900))),
    )
    page = SearchPage("license", "", "رخصة", "ar", "", texts)
    built = build_index([page], {}, "ar", "en")
    reader = IndexReader.of(built.files, "ar")
    places = {key: reader.find_files(reader.manifest.shards, key)[0] for key in ("رخصه", "الرخصه")}
    assert len(set(places.values())) == 2
    assert _find(built, "رخصه", "ar") == _find(built, "الرخصه", "ar")
    assert _find(built, "رخصه", "ar").keys() == {"رخصه", "الرخصه"}


def test_latin_words_among_others_are_grouped_as_words_of_the_source() -> None:
    text = SearchText(SearchField.FOREIGN, "en", "food stamp food stamps")
    page = SearchPage("food", "", "食品券", "zh-Hans", "", (text,))
    assert _find(build_index([page], {}, "zh-Hans", "en"), "stamp", "zh-Hans").keys() == {
        "stamp",
        "stamps",
    }


def test_marks_stay_in_forms_where_the_language_keeps_them_and_never_in_keys() -> None:
    text = SearchText(SearchField.BODY, "vi", "xin xỉn")
    page = SearchPage("a", "", "xin", "vi", "", (text,))
    reader = IndexReader.of(build_index([page], {}, "vi", "en").files, "vi")
    forms = {form for group in reader.find_groups("xin") for form, _ in group}
    assert {"xin", "xỉn", "xin xỉn"} <= forms
    assert reader.find_groups("xin") == reader.find_groups("xin xin")


def test_added_words_lead_to_a_page_and_a_best_bet_outweighs_all() -> None:
    added = {
        LICENSE.id: [
            ExtraTerm(0, "dole", SearchField.NAMES, 0.4),
            ExtraTerm(0, "~lisense", SearchField.TITLE, 1.0),
        ],
        PARKING.id: [
            ExtraTerm(0, "=where do i park", SearchField.TITLE, 100.0),
            ExtraTerm(0, "food stamps", SearchField.NAMES, 1.0),
        ],
    }
    built = build_index([PARKING, LICENSE], added, "en", "en")
    assert _find(built, "dole").keys() == {"dole"}
    assert _find(built, "dole")["dole"].keys() == {0}
    assert _find(built, "~lisense")["~lisense"].keys() == {0}
    assert _find(built, "=where do i park")["=where do i park"] == {1: 15}
    assert _find(built, "food stamps")["food stamps"].keys() == {1}
    manifest = IndexReader.of(built.files, "en").manifest
    assert manifest.best_bets == 1
    assert "dole"[::-1] in set(IndexReader.of(built.files, "en").tails())


def test_what_was_added_counts_alike_on_long_pages_and_short_ones() -> None:
    dole = [ExtraTerm(0, "dole", SearchField.NAMES, 0.5)]
    added = {LICENSE.id: dole, PARKING.id: dole}
    names = SearchText(SearchField.NAMES, "en", "permit " * 50)
    long = replace(PARKING, texts=(*PARKING.texts, names))
    levels = _find(build_index([LICENSE, long], added, "en", "en"), "dole")["dole"]
    assert levels[0] == levels[1]


def test_pages_of_a_topic_stand_together() -> None:
    pages = [_page("b", "B", topic="z"), _page("c", "C"), _page("a", "A", topic="z")]
    assert number_pages(pages) == [1, 2, 0]
    listed = [*IndexReader.of(build_index(pages, {}, "en", "en").files, "en").pages()]
    assert [page.id for page in listed] == ["c", "a", "b"]
    assert listed[1] == ListedPage("a", "A", "About A.", 0, 0)


def test_a_list_says_in_which_language_title_and_page_stand() -> None:
    pages = [
        SearchPage("a", "", "Uno", "es", "dos\nlíneas", ()),
        SearchPage("b", "", "Two", "en", "", ()),
        SearchPage("c", "", "Tres", "es", "", (), page_language="en"),
        SearchPage("d", "", "Quatre", "fr", "", ()),
    ]
    reader = IndexReader.of(build_index(pages, {}, "es", "en").files, "es")
    assert reader.manifest.languages == ("en", "fr")
    assert [(page.language, page.page_language) for page in reader.pages()] == [
        (0, 0),
        (1, 1),
        (0, 1),
        (2, 2),
    ]
    assert next(reader.pages()).summary == "dos líneas"


def test_a_site_without_pages_has_an_empty_index() -> None:
    built = build_index([], {}, "en", "en")
    assert list(built.files) == ["search/en.js"]
    reader = IndexReader.of(built.files, "en")
    assert reader.find_groups("license") == ()
    assert [*reader.pages(), *reader.shards(), *reader.tails()] == []


def test_a_page_without_words_stands_in_the_lists_alone() -> None:
    page = SearchPage("a", "", "…", "en", "", (SearchText(SearchField.BODY, "en", "!?"),))
    reader = IndexReader.of(build_index([page], {}, "en", "en").files, "en")
    assert [page.id for page in reader.pages()] == ["a"]
    assert [*reader.shards()] == []


def test_a_word_of_ten_thousand_letters_is_cut() -> None:
    built = build_index([_page("a", "x" * 10_000)], {}, "en", "en")
    assert _find(built, "x" * 40)
    assert len(built.files[f"assets/search/en/{built.state.shards[0].name}.js"]) < 200


def test_a_word_on_very_many_pages_says_on_how_many() -> None:
    pages = [
        _page(f"p{number:04}", "Permits" if number % 2 else "Permit") for number in range(1300)
    ]
    added = {"p0009": [ExtraTerm(0, "permit", SearchField.TITLE, 100.0)]}
    built = build_index(pages, added, "en", "en")
    reader = IndexReader.of(built.files, "en")
    (postings,) = {
        dict(group)["permit"] for group in reader.find_groups("permit") if "permit" in dict(group)
    }
    assert int(postings.partition(".")[2], 36) == 651
    assert len(_find(built, "permit")["permit"]) == 600
    assert _find(built, "permit")["permit"][9] == 15


def test_long_lists_of_files_have_files_of_their_own() -> None:
    pages = [_page(f"p{number}", f"Title word{number * 7919}") for number in range(1500)]
    built = build_index(pages, {}, "en", "en")
    reader = IndexReader.of(built.files, "en")
    assert reader.manifest.chunks.is_deep
    assert len(built.files["search/en.js"]) < 3 * LONGEST_LIST
    assert len([*reader.pages()]) == 1500
    assert _find(built, f"word{999 * 7919}")[f"word{999 * 7919}"]
    again = build_index(pages, {}, "en", "en", built.state)
    assert again.kept == built.files.keys() - {"search/en.js"}


@pytest.mark.parametrize("count", [1, 40, 357, 358, 1250, 9_999])
def test_parts_of_a_list_are_as_large_as_an_answer_needs(count: int) -> None:
    def weigh(size: int) -> int:
        return ceil(count / size) + CHUNKS_READ * size

    size = choose_block(count, CHUNKS_READ)
    assert 1 <= size <= count
    least = min(map(weigh, range(1, count + 1)))
    assert weigh(size) <= 1.1 * least + CHUNKS_READ


def test_one_more_word_on_a_page_changes_few_files() -> None:
    pages = [
        _page(
            f"p{number}",
            f"Title {number}",
            " ".join(f"word{(number * 31 + at) % 4001}" for at in range(200)),
        )
        for number in range(100)
    ]
    before = build_index(pages, {}, "en", "en")
    text = SearchText(SearchField.BODY, "en", "licenses")
    pages[50] = replace(pages[50], texts=(*pages[50].texts, text))
    after = build_index(pages, {}, "en", "en", before.state)
    assert len(before.files) > 40
    assert len(after.files) <= 5
    assert {**{path: before.files[path] for path in after.kept}, **after.files} == build_index(
        pages, {}, "en", "en"
    ).files


def test_a_file_is_named_by_what_is_in_it() -> None:
    built = build_index([LICENSE, PARKING], {}, "en", "en")
    for path, data in built.files.items():
        name, _ = parse_file(data)
        assert path in {f"search/{name}.js", f"assets/search/en/{name}.js"}
        assert len(path.removesuffix(".js").rpartition("/")[2]) == (2 if name == "en" else 7)


def test_a_reader_takes_no_file_for_another() -> None:
    files = dict(build_index([LICENSE], {}, "en", "en").files)
    first, second = [path for path in files if path.startswith("assets/")][:2]
    files[first], files[second] = files[second], files[first]
    with pytest.raises(ValueError, match="names itself"):
        IndexReader.of(files, "en").find_groups("license")
    with pytest.raises(ValueError, match="manifest"):
        IndexReader.of({"search/es.js": files["search/en.js"]}, "es")


def test_every_language_that_can_be_switched_on_has_an_index() -> None:
    codes = [language.code for language in all_languages()]
    assert len(codes) > 130
    for code in codes:
        page = SearchPage("a", "", "W-2", code, "", (SearchText(SearchField.TITLE, code, "W-2 x"),))
        built = build_index([page], {}, code, "en")
        assert next(IndexReader.of(built.files, code).pages()).title == "W-2"


def test_chunks_are_as_large_as_the_manifest_says() -> None:
    pages = [_page(f"p{number}", f"T{number}") for number in range(2 * CHUNK_SIZE + 1)]
    manifest = IndexReader.of(build_index(pages, {}, "en", "en").files, "en").manifest
    assert manifest.chunk_size == CHUNK_SIZE
    assert len(manifest.chunks.entries) == 3
