"""What is done to many words or texts at once is what is done to each."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from waypost.search.fold import fold_word, fold_words, shape_text
from waypost.search.grouping import stem_words
from waypost.search.payload import render_each_shared, render_shared
from waypost.search.phrases import Phrases
from waypost.search.postings import change_postings, parse_postings, render_postings
from waypost.search.rules import Rules, rules_for
from waypost.search.tokens import list_terms, split_words

_CODES = ("en", "fr", "vi", "ar", "he", "am", "ko", "ja", "zh", "th", "km", "my")
_RULES = st.sampled_from(_CODES).map(rules_for)
_SIGNS = "'’´`Σς\u0301\u0307 \t_\"-./(1٣,aéßאבהغال각学ๆกำ่ាខ្មြန်𠀀\u200b가에서"
_TEXTS = st.lists(st.one_of(st.text(), st.text(_SIGNS)).map(lambda text: text.replace("\n", " ")))


@given(_TEXTS, _RULES)
def test_no_word_reaches_from_one_line_into_the_next(texts: list[str], rules: Rules) -> None:
    whole = "\n".join(texts)
    assert list_terms(whole, rules) == [term for text in texts for term in list_terms(text, rules)]
    assert split_words(whole, rules) == [
        word for text in texts for word in split_words(text, rules)
    ]


@given(_TEXTS, st.data(), _RULES)
def test_a_text_without_the_stems_of_a_phrase_needs_no_closer_look(
    texts: list[str], data: st.DataObject, rules: Rules
) -> None:
    words = sorted({word for text in texts for word in split_words(text, rules)})
    parts = st.lists(st.sampled_from(words), min_size=1, max_size=2) if words else st.just(["a"])
    said = data.draw(st.lists(parts.map(" ".join), max_size=3))
    phrases = Phrases(said, rules)
    for _, number in phrases.find(texts):
        assert phrases.may_stand_in({*stem_words(split_words(texts[number], rules), rules)})


@given(_TEXTS)
def test_words_folded_together_are_the_words_folded_alone(texts: list[str]) -> None:
    words = [shape_text(text) for text in texts]
    assert fold_words(words) == [fold_word(word) for word in words]


@given(st.lists(st.text("ab\u0301字𠀀 ~\r\u2028")))
def test_lines_share_what_neighbours_share(texts: list[str]) -> None:
    alone = [render_shared(before, text) for before, text in pairwise(("", *texts))]
    assert render_each_shared(texts) == alone


@given(st.integers(0, 50), st.text("ab"), st.text("ab"))
def test_at_most_35_letters_are_shared(count: int, one: str, other: str) -> None:
    texts = ["x" * count + one, "x" * count + other]
    assert render_each_shared(texts)[1] == render_shared(*texts)


_MARKS = st.dictionaries(st.integers(0, 5000), st.integers(0, 65535))


@given(_MARKS, st.integers(0, 5000), st.none() | st.integers(0, 65535))
def test_postings_changed_are_the_postings_written_anew(
    marks: dict[int, int], page: int, mark: int | None
) -> None:
    before = render_postings([code << 16 | own for code, own in sorted(marks.items())])
    changed = {**marks, page: mark}
    codes = [code << 16 | own for code, own in sorted(changed.items()) if own is not None]
    after = change_postings(before, page, mark)
    assert after == render_postings(codes)
    assert parse_postings(after) == codes
