"""A term is found as readers find it, and not where it isn't."""

from __future__ import annotations

import re
import time

import pytest

from waypost.model.glossary import Glossary, Term, TermRule
from waypost.translation import terms
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


def test_what_to_write_and_what_never_to_write_are_both_found() -> None:
    never = Term("fee", TermRule.FORBIDDEN, ("multa",))
    hits = find_terms("Late fees and the fee", Glossary("es", (*TERMS, never)))
    assert [(hit.term.source, hit.term.rule.value) for hit in hits] == [
        ("late fee", "required"),
        ("fee", "required"),
        ("fee", "forbidden"),
    ]


def test_a_glossary_without_terms_finds_none() -> None:
    assert find_terms("Pay the fee.", Glossary("es")) == ()


def test_terms_that_begin_with_a_sign_or_have_no_spaces() -> None:
    terms = (
        Term("#10 envelope", TermRule.REQUIRED, ("sobre",)),
        Term("费用", TermRule.REQUIRED, ("tarifa",)),
        Term("401(k)", TermRule.KEPT, ()),
        Term("mothers", TermRule.REQUIRED, ("madres",)),
    )
    glossary = Glossary("es", terms)
    text = "A #10 envelope, 请支付费用 with a 401(k), for Mothers"
    assert [hit.term.source for hit in find_terms(text, glossary)] == [
        "#10 envelope",
        "费用",
        "401(k)",
        "mothers",
    ]


def test_a_glossary_of_five_thousand_terms_is_as_fast_as_a_small_one() -> None:
    terms = tuple(
        Term(f"{word} of case {number}", TermRule.REQUIRED, ("x",))
        for word in ("hearing", "fee", "order", "appeal", "notice")
        for number in range(1000)
    )
    glossary = Glossary("es", (*terms, Term("fee", TermRule.REQUIRED, ("tarifa",))))
    text = "Pay the fee and read the letter before you come to the office. " * 4
    find_terms(text, glossary)
    started = time.process_time()
    for _ in range(200):
        assert len(find_terms(text, glossary)) == 4
    assert time.process_time() - started < 3


def test_a_text_meets_only_terms_that_begin_with_a_word_or_sign_of_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seen: list[str] = []
    look = terms._pattern

    def note(text: str, rule: TermRule) -> re.Pattern[str]:
        seen.append(text)
        return look(text, rule)

    monkeypatch.setattr(terms, "_pattern", note)
    own = [Term(f"{sign}{n} form", TermRule.KEPT, ()) for n in range(2_500) for sign in "$w"]
    glossary = Glossary("es", (*own, Term("permit", TermRule.KEPT, ())))
    assert [one.term.source for one in find_terms("Bring your permit.", glossary)] == ["permit"]
    assert seen == ["permit"]
    assert [one.term.source for one in find_terms("Ask ($7 form).", glossary)] == ["$7 form"]
