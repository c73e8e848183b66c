"""A term is found as readers find it, and not where it isn't."""

from __future__ import annotations

import pytest

from waypost.model.glossary import Glossary, Term, TermRule
from waypost.translation.terms import find_terms, fold_term

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
