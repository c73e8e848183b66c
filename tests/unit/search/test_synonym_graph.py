"""Which words are typed for which words of pages."""

from __future__ import annotations

import pytest

from waypost.model.search import Synonym
from waypost.search.synonym_graph import MOST_WORDS, SYNONYM, SynonymGraph


def _one_way(words: str, means: str) -> Synonym:
    return Synonym((words,), (means,), is_two_way=False)


def test_an_arrow_leads_one_way() -> None:
    graph = SynonymGraph([_one_way("dole", "unemployment pay")])
    assert graph.meanings == ("unemployment pay",)
    assert graph.words_for("unemployment pay") == (("dole", SYNONYM),)
    assert graph.words_for("dole") == ()


def test_equal_words_stand_for_one_another() -> None:
    graph = SynonymGraph([Synonym(("food stamps",), ("SNAP", "EBT"), is_two_way=True)])
    assert graph.words_for("SNAP") == (("food stamps", SYNONYM), ("EBT", SYNONYM))
    assert graph.words_for("food stamps") == (("SNAP", SYNONYM), ("EBT", SYNONYM))


def test_a_word_by_way_of_another_counts_less() -> None:
    graph = SynonymGraph(
        [_one_way("a", "b"), _one_way("b", "c"), _one_way("c", "d"), _one_way("d", "e")]
    )
    assert [word for word, _ in graph.words_for("e")] == ["d", "c", "b"]
    factors = [factor for _, factor in graph.words_for("e")]
    assert factors == pytest.approx([SYNONYM, SYNONYM * 0.75, SYNONYM * 0.75**2])


def test_a_circle_ends() -> None:
    graph = SynonymGraph([_one_way("a", "b"), _one_way("b", "c"), _one_way("c", "a")])
    assert [word for word, _ in graph.words_for("a")] == ["c", "b"]


def test_spellings_that_are_folded_alike_are_one_word() -> None:
    graph = SynonymGraph(
        [_one_way("Unemployment  Pay", "benefit"), _one_way("dole", "unemployment pay")]
    )
    assert [word for word, _ in graph.words_for("benefit")] == ["Unemployment  Pay", "dole"]


def test_where_all_stands_for_all_the_nearest_count() -> None:
    names = [f"word {number}" for number in range(2_000)]
    near = [Synonym((names[0],), (name,), is_two_way=True) for name in names[1:11]]
    far = [_one_way(name, other) for other in names[1:11] for name in names[11:]]
    found = SynonymGraph([*near, *far]).words_for(names[0])
    assert len(found) == MOST_WORDS
    assert [word for word, _ in found[:10]] == names[1:11]
    assert {factor for _, factor in found[:10]} == {SYNONYM}
