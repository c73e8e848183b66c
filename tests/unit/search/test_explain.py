"""A word that the page doesn't say is led back to who wrote it."""

from __future__ import annotations

import pytest

from tests.unit.search.sample_pages import PAGES
from waypost.model.search import SearchField, SearchWords, Synonym
from waypost.search.explain import Origins, render_synonym
from waypost.search.vocabulary import Scheme

DOLE = Synonym(("dole",), ("rent", "money"), is_two_way=False)
SNAP = Synonym(("SNAP",), ("food stamps",), is_two_way=True)
ORIGINS = Origins(
    SearchWords(
        keywords={"food-help": ("EBT card",)},
        synonyms=(DOLE, SNAP),
        foreign_keywords={"food-help": ("groceries",)},
        foreign_synonyms=(Synonym(("pantry",), ("food",), is_two_way=False),),
    ),
    Scheme.of("en", "en"),
)


@pytest.mark.parametrize(
    ("form", "field", "said"),
    [
        ("food", SearchField.TITLE, ""),
        ("stamps", SearchField.NAMES, ""),
        ("stamps", SearchField.TITLE, "synonym “SNAP = food stamps”"),
        ("ebt", SearchField.NAMES, "keyword “EBT card”"),
        ("ebt card", SearchField.NAMES, "keyword “EBT card”"),
        ("groceries", SearchField.FOREIGN, "keyword of the source “groceries”"),
        ("snap", SearchField.NAMES, "synonym “SNAP = food stamps”"),
        ("dole", SearchField.TITLE, "synonym “dole => rent, money”"),
        ("pantry", SearchField.TITLE, "synonym of the source “pantry => food”"),
        ("fs", SearchField.NAMES, "made from the page's words"),
    ],
)
def test_the_origin_of_a_form_is_told(form: str, field: SearchField, said: str) -> None:
    assert ORIGINS.find_origin(PAGES[0], form, field) == said


def test_a_synonym_is_shown_as_it_is_written() -> None:
    assert render_synonym(DOLE) == "dole => rent, money"
    assert render_synonym(SNAP) == "SNAP = food stamps"
