"""The further words by which a page is found."""

from __future__ import annotations

from collections.abc import Iterable

from waypost.model.search import (
    ExtraTerm,
    SearchField,
    SearchPage,
    SearchText,
    SearchWords,
    Synonym,
)
from waypost.search.expansion import BEST_BET, expand_pages, make_expander, name_bets, name_query

_TITLE, _NAMES, _FOREIGN = SearchField.TITLE, SearchField.NAMES, SearchField.FOREIGN


def _page(page_id: str, *texts: tuple[SearchField, str, str]) -> SearchPage:
    made = tuple(SearchText(field, code, text) for field, code, text in texts)
    return SearchPage(page_id, "", "A page", "en", "", made)


def _expand(
    pages: list[SearchPage], words: SearchWords, language: str = "en"
) -> dict[tuple[int, str], tuple[SearchField, float]]:
    """Field and factor of each plain word that is added, by page and word."""
    terms = expand_pages(pages, words, language, "en")
    return {
        (term.page, term.form): (term.field, round(term.factor, 6))
        for term in terms
        if term.form[0] not in "~="
    }


def _forms(terms: Iterable[ExtraTerm], sign: str) -> set[str]:
    return {term.form for term in terms if term.form[0] == sign}


_ONE_WAY = Synonym(("dole",), ("unemployment benefit",), is_two_way=False)


def test_a_page_is_found_by_its_keywords_as_by_its_other_names() -> None:
    pages = [_page("food"), _page("taxes")]
    words = SearchWords(keywords={"food": ("EBT card",), "gone": ("x",)})
    assert _expand(pages, words) == {(0, "ebt"): (_NAMES, 1), (0, "card"): (_NAMES, 1)}


def test_a_synonym_finds_the_pages_that_say_what_it_means() -> None:
    pages = [
        _page("pay", (_TITLE, "en", "Apply for Unemployment Benefits")),
        _page("food", (SearchField.SUMMARY, "en", "With an unemployment benefit, too")),
        _page("taxes", (SearchField.BODY, "en", "An unemployment benefit is taxed")),
    ]
    added = _expand(pages, SearchWords(synonyms=(_ONE_WAY,)))
    assert added == {(0, "dole"): (_NAMES, 0.4), (1, "dole"): (SearchField.SUMMARY, 0.4)}


def test_an_arrow_does_not_lead_back() -> None:
    pages = [_page("dole", (_TITLE, "en", "The dole"))]
    assert _expand(pages, SearchWords(synonyms=(_ONE_WAY,))) == {}


def test_a_synonym_of_several_words_is_found_by_each_of_them() -> None:
    pages = [_page("food", (_NAMES, "en", "SNAP"))]
    both = Synonym(("food stamps",), ("SNAP",), is_two_way=True)
    added = _expand(pages, SearchWords(synonyms=(both,)))
    assert added == {(0, "food"): (_NAMES, 0.4), (0, "stamps"): (_NAMES, 0.4)}


def test_a_synonym_of_a_keyword_counts_too() -> None:
    words = SearchWords(keywords={"pay": ("unemployment benefits",)}, synonyms=(_ONE_WAY,))
    assert _expand([_page("pay")], words)[0, "dole"] == (_NAMES, 0.4)


def test_a_page_in_another_language_is_found_by_words_of_the_source_at_low_weight() -> None:
    page = _page(
        "ayuda", (_TITLE, "es", "Pago por desempleo"), (_FOREIGN, "en", "Unemployment benefit")
    )
    words = SearchWords(foreign_keywords={"ayuda": ("claim",)}, foreign_synonyms=(_ONE_WAY,))
    assert _expand([page], words, "es") == {
        (0, "claim"): (_FOREIGN, 1),
        (0, "dole"): (_FOREIGN, 0.7),
    }


def test_a_synonym_may_lead_to_words_of_the_source() -> None:
    page = _page("ayuda", (_FOREIGN, "en", "Food stamps"))
    own = Synonym(("estampillas",), ("food stamps",), is_two_way=False)
    added = _expand([page], SearchWords(synonyms=(own,)), "es")
    assert added == {(0, "estampillas"): (_FOREIGN, 0.7)}


def test_an_acronym_that_one_page_explains_finds_all_that_say_its_words() -> None:
    pages = [
        _page("a", (_TITLE, "en", "Apply for SNAP")),
        _page(
            "b", (SearchField.BODY, "en", "The Supplemental Nutrition Assistance Program (SNAP)")
        ),
    ]
    added = _expand(pages, SearchWords())
    assert {form for page, form in added if page == 0} == {
        "supplemental",
        "nutrition",
        "assistance",
        "program",
    }
    assert not [form for page, form in added if page == 1]


def test_titles_and_names_are_found_misspelled_in_the_page_s_own_language() -> None:
    page = _page(
        "licencia",
        (_TITLE, "es", "Vacunas"),
        (_FOREIGN, "en", "Vaccines"),
        (SearchField.BODY, "es", "jeringas"),
    )
    terms = list(expand_pages([page], SearchWords(), "es", "en"))
    assert _forms(terms, "~") == {"~bakunas"}


def test_names_in_another_script_are_found_in_latin_letters_and_in_the_other_script() -> None:
    page = _page("license", (_TITLE, "zh-Hans", "换新驾照"))
    added = _expand([page], SearchWords(), "zh-Hans")
    assert added[0, "jiazhao"] == (_TITLE, 0.3)
    assert added[0, "駕照"] == (_TITLE, 0.8)


def test_a_best_bet_is_the_whole_query() -> None:
    words = SearchWords(
        best_bets={"My  Husband’s fists!": "safety", "9-1-1": "safety", "x": "gone"}
    )
    terms = list(expand_pages([_page("safety")], words, "en", "en"))
    assert terms == [
        ExtraTerm(0, "=my husbands fists", _TITLE, BEST_BET),
        ExtraTerm(0, "=9 1 1", _TITLE, BEST_BET),
    ]


def test_of_two_best_bets_that_a_search_takes_for_one_the_first_counts() -> None:
    bets = {"cómida!": "food-help", "Comida": "street-food", "?": "food-help"}
    assert name_bets(bets) == {"comida": "food-help"}
    pages = [_page("food-help"), _page("street-food")]
    (term,) = expand_pages(pages, SearchWords(best_bets=bets), "es", "en")
    assert (term.page, term.form) == (0, "=comida")


def test_a_query_s_name_is_folded_and_has_one_space_between_words() -> None:
    assert name_query("  ¿Dónde  VOTO?  ") == "donde voto"
    assert name_query("驾照，换新") == "驾照 换新"
    assert name_query("!?") == ""


def test_the_digest_changes_with_the_words_and_with_nothing_else() -> None:
    pages = [_page("food", (_TITLE, "en", "Food"))]
    words = SearchWords(keywords={"food": ("EBT",)})
    digest = make_expander(words, "en", "en", pages).digest
    again = make_expander(SearchWords(keywords={"food": ("EBT",)}), "en", "en", [_page("x")])
    other = make_expander(SearchWords(keywords={"food": ("SNAP",)}), "en", "en", pages)
    assert digest == again.digest != other.digest
