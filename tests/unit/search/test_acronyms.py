"""Acronyms that texts explain."""

from __future__ import annotations

import pytest

from waypost.model.search import SearchField, SearchPage, SearchText, Synonym
from waypost.search.acronyms import find_acronyms, list_acronyms


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        (
            "Ask for the Supplemental Nutrition Assistance Program (SNAP) today.",
            "SNAP",
            "Supplemental Nutrition Assistance Program",
        ),
        (
            "Get SNAP (Supplemental Nutrition Assistance Program).",
            "SNAP",
            "Supplemental Nutrition Assistance Program",
        ),
        (
            "Women, Infants, and Children. Low Income Home Energy Aid (LIHEA)",
            "LIHEA",
            "Low Income Home Energy Aid",
        ),
        ("the Department of Motor Vehicles (DMV)", "DMV", "Department of Motor Vehicles"),
        (
            "el Departamento de Vehículos Motorizados (DVM)",
            "DVM",
            "Departamento de Vehículos Motorizados",
        ),
        ("Secretaría de Hacienda (SH)", "SH", "Secretaría de Hacienda"),
        (
            "Общество с ограниченной ответственностью (ООО)",
            "ООО",
            "Общество с ограниченной ответственностью",
        ),
        ("Clark County Child Care Aid (CCA)", "CCA", "Child Care Aid"),
        ("Women in Need (WIN)", "WIN", "Women in Need"),
        ("the United States (U.S.) flag", "U.S.", "United States"),
    ],
)
def test_an_acronym_and_the_words_before_or_in_its_brackets(
    text: str, short: str, long: str
) -> None:
    assert list(find_acronyms(text)) == [(short, long)]


@pytest.mark.parametrize(
    "text",
    [
        "Call us (free)",
        "Bring an ID card (passport)",
        "Programa de Asistencia Nutricional Suplementaria (SNAP)",
        "The office is closed. Now (SNAP)",
        "a letter (A)",
        "Send the form (DL 44)",
        "(SNAP)",
        "We are open on Saturday Nights, And Parties (SNAP)",
    ],
)
def test_other_brackets_explain_nothing(text: str) -> None:
    assert list(find_acronyms(text)) == []


def _page(number: int, text: str) -> SearchPage:
    texts = (SearchText(SearchField.BODY, "en", text),)
    return SearchPage(f"page-{number}", "", "A page", "en", "", texts)


def test_acronyms_of_all_pages_stand_for_their_words_and_these_for_them() -> None:
    pages = [
        _page(1, "The Child Care Program (CCP)."),
        _page(2, "The child care program (CCP)."),
        _page(3, "Temporary Cash Aid (TCA)"),
    ]
    assert list_acronyms(pages) == (
        Synonym(("CCP",), ("Child Care Program",), is_two_way=True),
        Synonym(("TCA",), ("Temporary Cash Aid",), is_two_way=True),
    )


def test_an_acronym_with_two_meanings_says_nothing() -> None:
    pages = [_page(1, "The Child Care Program (CCP)."), _page(2, "Cash Card Payments (CCP)")]
    assert list_acronyms(pages) == ()
