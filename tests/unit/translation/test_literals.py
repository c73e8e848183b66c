"""What stands in every language as in the source is hidden, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waypost.model.glossary import Glossary, Term, TermRule
from waypost.model.text import Syntax
from waypost.translation.literals import Depth, hide_literals, hide_with_terms
from waypost.translation.pieces import Hide

FEE = Term("fee", TermRule.REQUIRED, ("tarifa",))
GLOSSARY = Glossary("es", (Term("Head Start", TermRule.KEPT, ()), FEE))


def _hidden(text: str, depth: Depth = Depth.FIRM) -> list[str]:
    return _cut(text, hide_literals(GLOSSARY, depth))


def _cut(text: str, hide: Hide) -> list[str]:
    return [text[span.start : span.end] for span in hide(text)]


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("Pay $32.50 or 25% of it.", ["$32.50", "25%"]),
        ("Earn $1,200–$1,500, or 2.5 % more.", ["$1,200–$1,500", "2.5 %"]),
        ("From US$ 5 to 10 €", ["US$ 5"]),
        ("Use W-2, I-9, 1095-A and a 401(k).", ["W-2", "I-9", "1095-A", "401(k)"]),
        ("Send 21-526EZ with DL-44, SSA1199.", ["21-526EZ", "DL-44", "SSA1199"]),
        ("Call 1-800-555-HELP or (505) 555-0100.", ["1-800-555-HELP", "(505) 555-0100"]),
        ("Ring 505-555-0100, ext. 4, or 555-0101", ["505-555-0100, ext. 4", "555-0101"]),
        ("From abroad: +44 20 7946 0958.", ["+44 20 7946 0958"]),
        ("See www.x.org/a. Or https://y.gov/b?c=1!", ["www.x.org/a", "https://y.gov/b?c=1"]),
        ("Write to a.b@c.example, or go to USA.gov.", ["a.b@c.example", "USA.gov"]),
        ("By 03/15/2027, not 2027-03-16.", ["03/15/2027", "2027-03-16"]),
        ("Head Start is for ages 3 to 5.", ["Head Start"]),
        # What an engine must see.
        ("By March 3, 2027, at 9:00 a.m.", []),
        ("You are 18. Take 3 forms to room 12.", []),
        ("Part B, Section 8, 5PM, the U.S. law, e.g. this.", []),
        ("10-14 days, 24/7, grades K-12", ["K-12"]),
        ("", []),
    ],
)
def test_firm_literals(text: str, hidden: list[str]) -> None:
    assert _hidden(text) == hidden


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("By March 3, 2027, at 9:00 a.m.", ["3", "2027", "9:00"]),
        ("Pay $32.50 within 1,000 days, A1C.", ["$32.50", "1,000", "A1C"]),
        ("Ages 3-5", ["3", "5"]),
    ],
)
def test_all_numbers(text: str, hidden: list[str]) -> None:
    assert _hidden(text, Depth.NUMBERS) == hidden


def test_a_term_becomes_the_form_of_the_language() -> None:
    hide = hide_with_terms(GLOSSARY, frozenset((FEE,)), Syntax.MARKUP)
    text = "Fee: the fee is $5 in Head Start."
    assert _cut(text, hide) == ["Fee", "fee", "$5", "Head Start"]
    assert [span.becomes for span in hide(text)] == ["Tarifa", "tarifa", None, None]


def test_signs_of_markup_in_a_form_are_escaped() -> None:
    term = Term("fee", TermRule.REQUIRED, ("tarifa [*]",))
    glossary = Glossary("es", (term,))
    (span,) = hide_with_terms(glossary, frozenset((term,)), Syntax.MARKUP)("the fee")
    assert span.becomes == r"tarifa \[\*\]"


@given(st.text(st.sampled_from("1a$ %.-/:@W(k)€\\é"), max_size=30), st.sampled_from(Depth))
def test_spans_are_in_order_and_apart(text: str, depth: Depth) -> None:
    at = 0
    for span in hide_literals(GLOSSARY, depth)(text):
        assert at <= span.start < span.end <= len(text)
        at = span.end


def test_a_long_text_of_almost_addresses_takes_no_time() -> None:
    for text in ("a." * 20000, "1-" * 20000, "@" * 20000, "$1," * 20000, "1 " * 20000):
        hide_literals(GLOSSARY, Depth.NUMBERS)(text)
