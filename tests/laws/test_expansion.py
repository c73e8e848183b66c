"""What is added to a page is named by somebody, and never counts more than what stands on it."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.laws.search_pages import sort_by_page
from tests.sites.index_reader import IndexReader
from waypost.model.replacing import replace
from waypost.model.search import SearchField, SearchPage, SearchText, SearchWords, Synonym
from waypost.search.expansion import Expander, expand_pages
from waypost.search.index import build_index
from waypost.search.postings import parse_postings

# Somali has no stems here: words that look alike are the same word, and others aren't.
_CODE = "so"
_NAMING = (SearchField.TITLE, SearchField.NAMES, SearchField.SUMMARY, SearchField.HEADINGS)
_words = st.sampled_from(["alfa", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta"])
_phrases = st.lists(_words, min_size=1, max_size=2).map(" ".join)
_sides = st.lists(_phrases, min_size=1, max_size=2).map(tuple)
_synonyms = st.lists(st.builds(Synonym, _sides, _sides, st.booleans()), max_size=5).map(tuple)
_acronyms = st.lists(
    st.builds(Synonym, st.tuples(_words), st.tuples(_phrases), st.just(True)),
    max_size=3,
    unique_by=lambda each: each.words,
).map(tuple)
_texts = st.builds(
    SearchText,
    st.sampled_from((*_NAMING, SearchField.BODY)),
    st.sampled_from((_CODE, "fr")),
    st.lists(_words, max_size=5).map(" ".join),
)
_IDS = ("food", "work", "home")
_site = st.tuples(*(st.lists(_texts, max_size=4).map(tuple) for _ in _IDS)).map(
    lambda each: [
        SearchPage(page_id, "", "", _CODE, "", texts)
        for page_id, texts in zip(_IDS, each, strict=True)
    ]
)
_said = st.builds(
    SearchWords,
    keywords=st.dictionaries(st.sampled_from((*_IDS, "gone")), _sides),
    synonyms=_synonyms,
)


def _says(page: SearchPage, words: SearchWords, phrase: str) -> bool:
    """Whether a text that names the page has the words side by side."""
    naming = [text.text for text in page.texts if text.field in _NAMING and text.language == _CODE]
    texts = (*naming, *words.keywords.get(page.id, ()))
    return any(f" {phrase} " in f" {text} " for text in texts)


def _list_meant(page: SearchPage, words: SearchWords) -> tuple[set[str], set[str]]:
    """The phrases that the page says, and those that lead to them in three steps."""
    arrows = {
        (word, mean)
        for each in words.synonyms
        for word in (each.words + each.means if each.is_two_way else each.words)
        for mean in (each.words + each.means if each.is_two_way else each.means)
    }
    said = {mean for _, mean in arrows if _says(page, words, mean)}
    reached = set(said)
    for _ in range(3):
        reached |= {word for word, mean in arrows if mean in reached}
    return said, reached - said


@settings(max_examples=300)
@given(_site, _said)
def test_a_page_gets_exactly_the_words_that_name_it(
    pages: list[SearchPage], words: SearchWords
) -> None:
    added: dict[int, set[str]] = {number: set() for number in range(len(pages))}
    for term in expand_pages(pages, words, _CODE, "en"):
        if not term.form.startswith("~"):
            added[term.page].add(term.form)
    for number, page in enumerate(pages):
        keywords = {word for each in words.keywords.get(page.id, ()) for word in each.split()}
        said, reached = _list_meant(page, words)
        assert keywords | {word for each in reached for word in each.split()} <= added[number]
        assert added[number] <= keywords | {
            word for each in said | reached for word in each.split()
        }


@given(_site, _said)
def test_what_a_page_gets_depends_on_no_other_page(
    pages: list[SearchPage], words: SearchWords
) -> None:
    together = list(expand_pages(pages, words, _CODE, "en"))
    alone = [
        term._replace(page=number)
        for number, page in enumerate(pages)
        for term in expand_pages([page], words, _CODE, "en")
    ]
    assert together == alone


@settings(max_examples=300)
@given(_site, _said, _acronyms, _acronyms, _synonyms)
def test_only_pages_that_say_it_are_others_where_an_acronym_is(
    pages: list[SearchPage],
    words: SearchWords,
    before: tuple[Synonym, ...],
    after: tuple[Synonym, ...],
    foreign: tuple[Synonym, ...],
) -> None:
    words = replace(words, foreign_synonyms=foreign)
    former, now = (Expander(words, _CODE, "en", acronyms) for acronyms in (before, after))
    had, has = [*former.expand(pages)], [*now.expand(pages)]
    affected = now.name_affected(former, pages)
    for page, old, new in zip(pages, had, has, strict=True):
        assert old == new or page.id in affected


@given(_site, _site, _said, _acronyms, _acronyms)
def test_what_is_remembered_of_a_page_is_forgotten_where_it_changes(
    pages: list[SearchPage],
    others: list[SearchPage],
    words: SearchWords,
    before: tuple[Synonym, ...],
    after: tuple[Synonym, ...],
) -> None:
    former = Expander(words, _CODE, "en", before)
    former.prepare(others)
    former.prepare(pages)
    affected = former.with_acronyms(after).name_affected(former, pages)
    assert affected == Expander(words, _CODE, "en", after).name_affected(former, pages)


@given(
    st.sampled_from(_NAMING),
    st.lists(_words, max_size=9),
    st.lists(_words, max_size=9),
    st.booleans(),
)
def test_a_synonym_never_counts_more_than_the_word_itself(
    field: SearchField, beside: list[str], beside_mean: list[str], is_two_way: bool
) -> None:
    def make(page_id: str, words: list[str]) -> SearchPage:
        text = SearchText(field, _CODE, " ".join(words))
        return SearchPage(page_id, "", "", _CODE, "", (text,))

    pages = [make("real", ["wanted", *beside]), make("meant", ["meaning", *beside_mean])]
    synonym = Synonym(("wanted",), ("meaning",), is_two_way)
    extras = list(expand_pages(pages, SearchWords(synonyms=(synonym,)), _CODE, "en"))
    impacts = _read_impacts(
        build_index(pages, sort_by_page(pages, extras), _CODE, "en").files, "wanted"
    )
    assert impacts["real"] > impacts["meant"]


def _read_impacts(files: Mapping[str, bytes], word: str) -> dict[str, int]:
    """How much the word counts for each page, as a client reads it."""
    reader = IndexReader.of(files, _CODE)
    pages = [page.id for page in reader.pages()]
    forms = dict(pair for group in reader.find_groups(word) for pair in group)
    return {pages[code >> 16]: code & 15 for code in parse_postings(forms[word])}
