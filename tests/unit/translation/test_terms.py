"""A term is found as readers find it, and not where it isn't."""

from __future__ import annotations

import pytest

from waypost.model.glossary import Glossary, Term, TermRule
from waypost.translation.terms import find_forms, find_terms, fold_term, has_variant

TERMS = (
    Term("fee", TermRule.REQUIRED, ("tarifa",)),
    Term("late fee", TermRule.REQUIRED, ("recargo",)),
    Term("driver’s license", TermRule.REQUIRED, ("licencia de conducir",)),
    Term("SNAP", TermRule.KEPT, ()),
    Term("sign-in", TermRule.REQUIRED, ("ingreso",)),
)
GLOSSARY = Glossary("es", TERMS)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Pay the fee.", ["fee"]),
        ("Fees are due.", ["fee"]),
        ("A LATE  FEE and a fee", ["late fee", "fee"]),
        ("Your driver's\u00a0license, or two Driver’s licenses", ["driver’s license"] * 2),
        ("Use sign‑in.", ["sign-in"]),
        ("SNAP helps.", ["SNAP"]),
        ("Snap your fingers. Drink coffee, feed the dog.", []),
        ("Pay {fee} and {fee.late_license} now.", []),
        ("", []),
    ],
)
def test_terms_of_a_source(text: str, found: list[str]) -> None:
    hits = find_terms(text, GLOSSARY)
    assert [hit.term.source for hit in hits] == found
    for hit in hits:
        shown = fold_term(text[hit.start : hit.end]).casefold()
        assert shown.startswith(fold_term(hit.term.source).casefold())


def test_a_glossary_without_terms_finds_none() -> None:
    assert find_terms("Pay the fee.", Glossary("es")) == ()


def _term(*forms: str, rule: TermRule = TermRule.REQUIRED, source: str = "fee") -> Term:
    return Term(source, rule, forms)


@pytest.mark.parametrize(
    ("text", "form", "is_there"),
    [
        ("Pague la tarifa.", "tarifa", True),
        ("TARIFAS vigentes", "tarifa", True),
        ("ادفع الرسوم الآن", "رسوم", True),
        ("Ücretleri ödeyin", "ücret", True),
        ("请支付费用。", "费用", True),
        ("จ่ายค่าธรรมเนียมที่นี่", "ค่าธรรมเนียม", True),
        ("Pague la cuota.", "tarifa", False),
        ("Un pastel", "pas", False),
        ("l'impôt foncier", "l’impôt", True),
    ],
)
def test_forms_in_a_translation(text: str, form: str, is_there: bool) -> None:
    assert has_variant(text, _term(form)) is is_there


def test_a_kept_term_is_looked_for_as_it_is() -> None:
    term = _term(rule=TermRule.KEPT, source="SNAP")
    assert has_variant("Pida SNAP hoy.", term)
    assert not has_variant("Pida Snap hoy.", term)
    assert not has_variant("Pida SNAPS hoy.", term)


def test_forbidden_forms_are_whole_words() -> None:
    term = _term("multa", rule=TermRule.FORBIDDEN)
    assert list(find_forms("La Multa, sin multas", term)) == ["Multa"]
