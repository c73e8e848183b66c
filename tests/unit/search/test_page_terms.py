"""The words of one page, and how often each stands in which field."""

from __future__ import annotations

from waypost.model.search import ExtraTerm, SearchField, SearchPage, SearchText
from waypost.search.impacts import FIELDS, average_lengths
from waypost.search.page_terms import PageTerms, digest_page, read_page, weigh_page
from waypost.search.vocabulary import Scheme

ENGLISH = Scheme.of("en", "en")


def _read(*texts: tuple[SearchField, str], extras: tuple[ExtraTerm, ...] = ()) -> PageTerms:
    own = tuple(SearchText(field, "en", text) for field, text in texts)
    return read_page(SearchPage("a", "", "", "en", "", own), extras, "digest")


def _weigh(page: PageTerms, scheme: Scheme = ENGLISH) -> dict[str, int]:
    return {form: mark & 15 for form, mark in _mark(page, scheme).items()}


def _place(page: PageTerms, scheme: Scheme = ENGLISH) -> dict[str, int]:
    return {form: mark >> 4 for form, mark in _mark(page, scheme).items()}


def _mark(page: PageTerms, scheme: Scheme) -> dict[str, int]:
    forms = {word: scheme.form(word) for word in page.words()}
    return dict(
        zip(*weigh_page(page, page.words(), average_lengths([page.lengths]), forms), strict=True)
    )


def test_each_word_stands_once_and_lengths_are_counted() -> None:
    page = _read(
        (SearchField.BODY, "one two two"), (SearchField.TITLE, "Two"), (SearchField.BODY, "three")
    )
    assert sorted(page.words()) == ["one", "three", "two"]
    assert page.lengths[FIELDS.index(SearchField.BODY)] == 4
    assert page.lengths[FIELDS.index(SearchField.TITLE)] == 1


def test_a_word_counts_more_the_more_often_it_stands_and_most_in_a_title() -> None:
    levels = _weigh(_read((SearchField.BODY, "one two two"), (SearchField.TITLE, "three")))
    assert levels["one"] < levels["two"] < levels["three"]


def test_a_word_may_stand_more_often_than_a_byte_can_count() -> None:
    levels = _weigh(_read((SearchField.BODY, "one " * 3000 + "two")))
    assert levels["one"] == 15 > levels["two"]


def test_a_word_has_the_place_where_it_first_stands() -> None:
    numbers = " ".join(f"w{number}" for number in range(600))
    page = _read(
        (SearchField.SUMMARY, "one two three four"),
        (SearchField.BODY, numbers),
        (SearchField.BODY, "last one w9"),
        (SearchField.TITLE, "Title w99"),
        (SearchField.NAMES, "w98"),
        (SearchField.FOREIGN, "w97"),
    )
    places = _place(page)
    assert [places[word] for word in ("one", "w3", "w4", "w9", "w12", "w500")] == [
        0,
        0,
        1,
        1,
        2,
        63,
    ]
    assert [places[word] for word in ("title", "w99", "w98", "w97", "last")] == [0, 0, 0, 0, 63]


def test_words_that_fold_alike_have_the_earlier_place() -> None:
    texts = (SearchText(SearchField.BODY, "es", f"ano {'y ' * 30} año más {'y ' * 30} mas"),)
    page = read_page(SearchPage("a", "", "", "es", "", texts), (), "")
    assert _place(page, Scheme.of("es", "en")) == {"ano": 0, "y": 0, "mas": 4}


def test_pairs_of_syllables_stand_where_their_first_syllable_stands() -> None:
    texts = (
        SearchText(SearchField.BODY, "vi", f"{'và ' * 20} bằng lái"),
        SearchText(SearchField.BODY, "vi", f"{'và ' * 20} xe máy"),
    )
    page = read_page(SearchPage("a", "", "", "vi", "", texts), (), "")
    places = _place(page, Scheme.of("vi", "en"))
    assert places["bằng"] == places["bằng lái"] == places["lái"] == 2
    assert places["xe"] == places["xe máy"] == 5


def test_pairs_of_characters_make_blocks_no_shorter() -> None:
    text = SearchText(SearchField.BODY, "zh-Hans", "。".join(f"汽车{at}号" for at in range(40)))
    page = read_page(SearchPage("a", "", "", "zh-Hans", "", (text,)), (), "")
    places = _place(page, Scheme.of("zh-Hans", "en"))
    assert 5 < places["39"] < 15


def test_words_that_fold_alike_are_are_one_form() -> None:
    texts = (
        SearchText(SearchField.BODY, "es", "año ano"),
        SearchText(SearchField.TITLE, "es", "Año"),
    )
    page = read_page(SearchPage("a", "", "", "es", "", texts), (), "")
    assert _weigh(page, Scheme.of("es", "en")).keys() == {"ano"}
    assert sorted(page.words()) == ["ano", "año"]


def test_long_words_are_cut_and_their_counts_joined() -> None:
    page = _read((SearchField.BODY, f"{'x' * 41} {'x' * 42}"), (SearchField.TITLE, "x" * 50))
    assert [*page.words()] == ["x" * 40]


def test_added_words_have_one_space_between_their_parts() -> None:
    extras = tuple(
        ExtraTerm(0, form, SearchField.NAMES, 0.001)
        for form in ("food  stamps", "a_b", "=a\tb", " ")
    )
    assert {*_read(extras=extras).words()} == {"food stamps", "a b", "=a b"}


def test_the_digest_follows_all_that_words_come_from_and_nothing_else() -> None:
    page = SearchPage("a", "t", "T", "en", "S", (SearchText(SearchField.BODY, "en", "one"),))
    same = SearchPage("b", "u", "U", "en", "R", (SearchText(SearchField.BODY, "en", "one"),))
    texts = [
        (SearchText(SearchField.BODY, "en", "two"),),
        (SearchText(SearchField.BODY, "es", "one"),),
        (SearchText(SearchField.TITLE, "en", "one"),),
        (),
    ]
    others = [SearchPage("a", "t", "T", "en", "S", own) for own in texts]
    extra = ExtraTerm(0, "dole", SearchField.NAMES, 0.5)
    digests = [digest_page(each, ()) for each in (page, *others)]
    digests += [digest_page(page, [extra]), digest_page(page, [extra._replace(factor=0.4)])]
    assert len(set(digests)) == len(digests)
    assert digest_page(same, ()) == digest_page(page, ())
