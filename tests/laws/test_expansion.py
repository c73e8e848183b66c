"""What is added to a page is named by somebody, and never counts more than what stands on it."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from waypost.model.search import SearchField, SearchPage, SearchText, SearchWords, Synonym
from waypost.search.expansion import expand_pages
from waypost.search.impacts import average_lengths
from waypost.search.page_terms import read_page, weigh_page
from waypost.search.vocabulary import Scheme

# Somali has no stems here: words that look alike are the same word, and others aren't.
_CODE = "so"
_NAMING = (SearchField.TITLE, SearchField.NAMES, SearchField.SUMMARY, SearchField.HEADINGS)
_words = st.sampled_from(["alfa", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta"])
_phrases = st.lists(_words, min_size=1, max_size=2).map(" ".join)
_sides = st.lists(_phrases, min_size=1, max_size=2).map(tuple)
_synonyms = st.lists(st.builds(Synonym, _sides, _sides, st.booleans()), max_size=5).map(tuple)
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
    read = [
        read_page(page, [term for term in extras if term.page == number], "")
        for number, page in enumerate(pages)
    ]
    scheme = Scheme.of(_CODE, "en")
    averages = average_lengths(each.lengths for each in read)
    levels = [dict(zip(*weigh_page(each, averages, scheme), strict=True)) for each in read]
    assert levels[0]["wanted"] > levels[1]["wanted"]
