"""Whatever is typed, Whoosh answers with pages in order, each with its reasons."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.unit.search.sample_pages import PAGES
from waypost.model.search import ExtraTerm, SearchField
from waypost.search.whoosh_index import index_pages
from waypost.search.whoosh_search import search_index

_EXTRAS = [
    ExtraTerm(0, "snap", SearchField.NAMES, 1),
    ExtraTerm(1, "housing voucher", SearchField.NAMES, 0.4),
    ExtraTerm(2, "~lisens", SearchField.TITLE, 1),
    ExtraTerm(2, "=dmv", SearchField.TITLE, 100),
]
_INDEXES = {code: index_pages(PAGES, _EXTRAS, code, "en") for code in ("en", "ar", "zh-Hans", "vi")}
_WORDS = ("food", "help", "rent", "card", "landlord", "license", "renew", "directly", "number")
_KNOWN = st.sampled_from(_WORDS)
_TYPED = st.one_of(
    st.text(max_size=40),
    st.lists(_KNOWN, max_size=6).map(" ".join),
    st.tuples(_KNOWN, st.text(max_size=3)).map("".join),
    st.sampled_from(
        ["__proto__", "<b>food</b>", "food\0", "😀 food", "食品券", "اقرار", "x" * 9000]
    ),
)


@given(query=_TYPED, code=st.sampled_from(sorted(_INDEXES)))
def test_any_query_is_answered_in_order_and_with_reasons(query: str, code: str) -> None:
    answer = search_index(_INDEXES[code], query)
    hits = answer.hits
    assert len({hit.page.id for hit in hits}) == len(hits)
    ranks = [(not hit.is_title, not hit.is_whole, -hit.points) for hit in hits]
    assert ranks == sorted(ranks)
    for hit in hits:
        assert hit.reasons
        assert all(reason.points > 0 for reason in hit.reasons)
        assert all(0 < reason.like.weight <= 1 for reason in hit.reasons)


@given(word=_KNOWN, at=st.integers(0, 12))
def test_a_word_and_any_beginning_of_it_find_a_page(word: str, at: int) -> None:
    typed = word[: max(2, at)]
    assert search_index(_INDEXES["en"], typed).hits


@given(word=_KNOWN.filter(lambda word: len(word) > 5), data=st.data())
def test_one_letter_too_many_or_too_few_still_finds_the_page(
    word: str, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(word) - 1))
    typo = data.draw(st.sampled_from([word[:at] + word[at + 1 :], word[:at] + "x" + word[at:]]))
    wanted = {hit.page.id for hit in search_index(_INDEXES["en"], word).hits}
    assert wanted & {hit.page.id for hit in search_index(_INDEXES["en"], typo).hits}
