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
    return dict(zip(*weigh_page(page, average_lengths([page.lengths]), scheme), strict=True))


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


def test_words_that_fold_alike_are_one_form() -> None:
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
