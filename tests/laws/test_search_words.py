"""A word that is indexed is found as it is typed."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from waypost.search.confusables import skeletonise
from waypost.search.fold import fold_text, fold_word, shape_text
from waypost.search.grouping import name_groups
from waypost.search.rules import Kind, Rules, rules_for
from waypost.search.tokens import form_word, list_terms, split_words

_CODES = ("en", "es", "fr", "vi", "tr", "ru", "ar", "he", "hi", "am", "ko", "ja", "th", "km", "my")
_RULES = st.sampled_from(_CODES).map(rules_for)
_SPACED = _RULES.filter(lambda rules: rules.kind in {Kind.SPACE, Kind.SYLLABLE, Kind.KOREAN})
# What has meaning somewhere in folding or splitting, beside any text at all.
_TRICKY = st.text("'’´`iİıI\u0307\u0301ΣσςßأإىیهةSs1٣१.,-/(\" \nאבגढ़ङन्दँがガﾊﾟ각ᄀ\u200b\u200d·՞ሐaé_")
_TEXT = st.one_of(st.text(), _TRICKY)
_UNSPACED = st.text("กขคะาำ่เแកខគាេ្ងမြန်မာ中文字ひらカナー ")


@given(_TEXT)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold_text(fold_text(text)) == fold_text(text)


@given(_TEXT)
def test_shaping_is_the_first_half_of_folding(text: str) -> None:
    shaped = shape_text(text)
    assert shape_text(shaped) == shaped
    assert fold_text(shaped) == fold_word(shaped) == fold_text(text)


@given(_TEXT, _SPACED)
def test_words_of_a_folded_text_are_the_folded_words(text: str, rules: Rules) -> None:
    if not any(letter >= "\u0e00" for letter in fold_text(text)):
        folded = [fold_word(word) for word in split_words(text, rules)]
        assert split_words(fold_text(text), rules) == folded


@given(st.one_of(_TEXT, _UNSPACED), _RULES)
def test_every_word_can_be_looked_up(text: str, rules: Rules) -> None:
    for term in list_terms(text, rules):
        key = fold_text(term)
        assert key.strip() == key != ""
        assert not any(sign in key for sign in "~=\t\n\r\"\\<'")
        assert fold_text(form_word(term, rules)) == key


@given(st.one_of(_TEXT, _UNSPACED), _RULES)
def test_terms_are_the_words_and_what_is_made_of_them(text: str, rules: Rules) -> None:
    terms = list_terms(text, rules)
    for word in split_words(text, rules):
        terms.remove(word)
    if rules.kind is Kind.SYLLABLE:
        return
    assert all(" " not in term for term in terms)


@given(_TEXT, _RULES)
def test_a_typed_word_is_a_word_of_the_index(text: str, rules: Rules) -> None:
    """What stands between spaces is split as it is alone: a query has other neighbours."""
    apart = [word for part in text.split() for word in split_words(part, rules)]
    assert apart == split_words(" ".join(text.split()), rules)


@given(st.lists(_TEXT), _RULES)
def test_groups_are_of_all_forms(texts: list[str], rules: Rules) -> None:
    words = [word for text in texts for word in split_words(text, rules)]
    groups = name_groups(words, rules)
    assert set(groups) == {form_word(word, rules) for word in words}
    assert set(groups.values()) <= {fold_text(form) for form in groups}


@given(_TEXT, _RULES)
def test_a_skeleton_is_short_of_doubles(text: str, rules: Rules) -> None:
    for word in split_words(text, rules):
        skeleton = skeletonise(fold_word(word), rules.confusables)
        assert all(one != other for one, other in pairwise(skeleton))
