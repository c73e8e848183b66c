"""Every check fires on its own bad example and is silent on its good one."""

from __future__ import annotations

import re

import pytest

from waypost.model.glossary import Glossary, Term, TermRule
from waypost.model.text import Role, Syntax
from waypost.translation.quality.check_list import CHECKS, PAGE_CHECKS, QUALITY_CODES
from waypost.translation.quality.judge import find_blocking, judge, judge_page
from waypost.translation.quality.pair import Pair, PairCheck
from waypost.translation.quality.words import read_words

_ENTRY = re.compile(r'(?:msgid "(?P<source>.*)"\n)?msgstr ?"?\n?"?(?P<target>.*)"(?P<rest>.*)')
_RULES = {
    "glossary": TermRule.REQUIRED,
    "forbidden": TermRule.FORBIDDEN,
    "kept": TermRule.KEPT,
}


def make_pair(
    source: str,
    target: str,
    language: str = "es",
    *,
    role: Role = Role.PARAGRAPH,
    syntax: Syntax = Syntax.MARKUP,
    terms: tuple[Term, ...] = (),
) -> Pair:
    return Pair(source, target, syntax, role, "en", language, Glossary(language, terms))


def read_example(example: str) -> Pair:
    """The pair that an example of a code shows, in Spanish, with its line of the glossary."""
    joined = re.sub(r'"\n"', "", example)
    found = _ENTRY.search(joined)
    assert found is not None, example
    target = found["target"].split('"')[0]
    source = found["source"] or "A driver's license"
    terms: list[Term] = []
    for word, rule in _RULES.items():
        said = re.search(rf"{word}: (\w+)(?: → (\w+))?", example)
        if said is not None:
            own = said[1] if rule is not TermRule.FORBIDDEN else "Anyone"
            variant = said[2] or (said[1] if rule is TermRule.FORBIDDEN else "")
            terms.append(Term(own, rule, (variant,) if variant else ()))
    return make_pair(source, target, terms=tuple(terms))


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.code.id)
def test_the_bad_example_is_found(check: PairCheck) -> None:
    pair = read_example(check.code.bad)
    assert list(check.find(pair))
    assert check.code in {defect.code for defect in judge(pair)}
    assert (find_blocking(pair) is not None) is check.is_blocking


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.code.id)
def test_the_good_example_is_clean(check: PairCheck) -> None:
    assert judge(read_example(check.code.good)) == ()


def test_each_code_is_one_checks() -> None:
    ids = [check.code.id for check in CHECKS] + [check.code.id for check in PAGE_CHECKS]
    assert len(ids) == len(set(ids))
    assert [code.id for code in QUALITY_CODES] == sorted(ids)


def test_checks_that_block_come_first() -> None:
    assert [check.is_blocking for check in CHECKS] == sorted(
        (check.is_blocking for check in CHECKS), reverse=True
    )


@pytest.mark.parametrize(
    ("source", "target", "id"),
    [
        ("Pay {fee}.", "Pague.", "T001"),
        ("Pay.", "Pague {fee}.", "T002"),
        ("**Pay.**", "**Pague.", "T003"),
        ("Pay.", "Pague \u202eya.", "T005"),
    ],
)
def test_a_text_that_can_not_stand_is_asked_nothing_else(source: str, target: str, id: str) -> None:
    pair = make_pair(source, target)
    assert {defect.code.id for defect in judge(pair)} == {id}
    blocking = find_blocking(pair)
    assert blocking is not None
    assert blocking.code.id == id


def test_a_warning_blocks_nothing() -> None:
    assert find_blocking(make_pair("Go to the office.", "Vaya a la la oficina.")) is None


def test_the_same_text_in_two_ways_is_found_once_for_each_odd_one() -> None:
    pairs = [
        make_pair("Pay the fee.", "Pague la tarifa."),
        make_pair("Pay the fee.", "Pague la tarifa"),
        make_pair("Pay the fee.", "Abone la cuota."),
        make_pair("Pay the fee.", "Tarifa", role=Role.TITLE),
    ]
    ((number, defect),) = judge_page(pairs)
    assert (number, defect.code.id, defect.is_blocking) == (2, "T036", False)
    assert "Pague la tarifa" in defect.message


def test_a_page_of_no_texts_has_no_defect() -> None:
    assert judge_page([]) == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("**Pay** [here]{1}: {fee}", "Pay here: \ufffc"),
        ("5 \\* 3", "5 * 3"),
        ("plain", "plain"),
    ],
)
def test_words_are_what_a_reader_sees(text: str, words: str) -> None:
    found = read_words(text, Syntax.MARKUP)
    assert found is not None
    assert found.text == words


def test_of_a_message_every_branch_is_seen() -> None:
    message = "{n, plural, one {# day, no fee} other {# days}} left, {name}"
    found = read_words(message, Syntax.MESSAGE)
    assert found is not None
    assert found.text == "\ufffc days left, \ufffc"
    assert "day, no fee" in found.everything
    pair = make_pair(
        "{n, plural, one {# day} other {# days}}",
        "{n, plural, one {www.example.com #} other {# días}}",
        syntax=Syntax.MESSAGE,
    )
    assert [defect.code.id for defect in judge(pair)] == ["T021"]


def test_a_broken_text_has_no_words() -> None:
    assert read_words("**open", Syntax.MARKUP) is None
    assert read_words("{n, plural, one", Syntax.MESSAGE) is None
