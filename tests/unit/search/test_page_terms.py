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


def test_a_word_has_the_first_and_the_last_line_in_which_it_stands() -> None:
    page = _read(
        (SearchField.SUMMARY, "One two."),
        (SearchField.BODY, "Three. Four? Two four!"),
        (SearchField.BODY, "One five\nsix 2.5 five w-2"),
        (SearchField.TITLE, "Title three"),
        (SearchField.NAMES, "six"),
        (SearchField.FOREIGN, "seven"),
        extras=(ExtraTerm(0, "five", SearchField.NAMES, 0.5),),
    )
    lines = {word: (place % 64, place // 64) for word, place in _place(page).items()}
    three, (four, again), one, six = (
        lines["three"][1],
        lines["four"],
        lines["one"][1],
        lines["2"][0],
    )
    assert len({0, three, four, again, one, six}) == 6
    assert lines == {
        "one": (0, one),
        "two": (0, again),
        "three": (0, three),
        "four": (four, again),
        "five": (0, six),
        "six": (0, six),
        "2": (six, 0),
        "5": (six, 0),
        "w": (six, 0),
        "w2": (six, 0),
        "title": (0, 0),
        "seven": (0, 0),
    }


def test_a_text_of_many_lines_has_several_in_one() -> None:
    places = _place(_read((SearchField.BODY, "\n".join(f"w{number}" for number in range(200)))))
    numbers = [places[f"w{number}"] for number in range(200)]
    assert numbers[0] == 0
    assert 50 < len({*numbers[1:]}) < 64
    assert 0 < min(numbers[1:]) <= max(numbers) < 64


def test_each_of_sixty_four_lines_has_a_number_of_its_own() -> None:
    places = _place(_read((SearchField.BODY, "\n".join(f"w{number}" for number in range(64)))))
    assert {*places.values()} == {*range(64)}


def test_nearly_all_lines_keep_their_numbers_where_one_comes() -> None:
    body = [f"w{number}" for number in range(40)]
    before = _place(_read((SearchField.BODY, "\n".join(body))))
    after = _place(_read((SearchField.BODY, "\n".join([*body[:9], "other", *body[9:]]))))
    assert sum(after[word] != before[word] for word in body) <= 4


def test_words_that_fold_alike_have_the_lines_of_all() -> None:
    texts = (SearchText(SearchField.BODY, "es", "y ano. y. año más. mas y mas."),)
    page = read_page(SearchPage("a", "", "", "es", "", texts), (), "")
    places = _place(page, Scheme.of("es", "en"))
    (first, last), third = divmod(places["mas"], 64)[::-1], places["ano"] // 64
    assert places == {"ano": third * 64, "y": last * 64, "mas": first + last * 64}
    assert first == third != last


def test_pairs_of_syllables_stand_where_their_syllables_stand() -> None:
    texts = (
        SearchText(SearchField.BODY, "vi", "Có bằng lái, không. Bằng lái"),
        SearchText(SearchField.BODY, "vi", "xe máy"),
    )
    page = read_page(SearchPage("a", "", "", "vi", "", texts), (), "")
    places = _place(page, Scheme.of("vi", "en"))
    assert places["có bằng"] == places["không"] == 0
    second, third = places["bằng"] // 64, places["xe"]
    assert places["bằng"] == places["bằng lái"] == places["lái"] == second * 64
    assert places["xe"] == places["xe máy"] == third
    assert len({0, second, third}) == 3


def test_sentences_of_chinese_are_lines() -> None:
    text = SearchText(SearchField.BODY, "zh-Hans", "汽车。牌照！汽车。")
    page = read_page(SearchPage("a", "", "", "zh-Hans", "", (text,)), (), "")
    places = _place(page, Scheme.of("zh-Hans", "en"))
    assert places["汽车"] % 64 == 0
    assert len({0, places["牌照"], places["汽车"] // 64}) == 3


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
