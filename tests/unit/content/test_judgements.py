"""A site's judgements are read with every mistake at its place."""

from __future__ import annotations

import pytest

from waypost.content.judgements import (
    check_judged_pages,
    check_judgement_files,
    judgements_path,
    parse_judgements,
)
from waypost.content.parsed import Parsed
from waypost.model.finding import Place
from waypost.model.judgement import Floor, Judgement, Judgements

PATH = judgements_path("es")


def _parse(text: str) -> Parsed[Judgements]:
    return parse_judgements(PATH, text.encode(), "es")


def _messages(text: str) -> list[tuple[int, str]]:
    return [(each.place.line, each.message) for each in _parse(text).findings]


def test_queries_floor_and_reasons_are_read() -> None:
    read = _parse(
        "floor: {first: 60, top_three: 95}\n"
        "queries:\n"
        "  estampillas de comida: food-help\n"
        "  sin trabajo: [unemployment, losing-a-job]\n"
        "explained:\n"
        "  licencia: Both licenses are right.\n"
    )
    assert read.findings == ()
    assert read.value == Judgements(
        "es",
        Floor(60, 95),
        (
            Judgement("estampillas de comida", ("food-help",), Place(PATH, 3, 3)),
            Judgement("sin trabajo", ("unemployment", "losing-a-job"), Place(PATH, 4, 3)),
        ),
        {"licencia": "Both licenses are right."},
    )


def test_without_a_floor_nine_of_ten_must_be_right() -> None:
    read = _parse("queries:\n  comida: food-help\n")
    assert read.value is not None
    assert read.value.floor == Floor(0, 90)


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("querys:\n  a: b\n", 1, "there is no field “querys” here. Did you mean “queries”?"),
        ("queries: [a, b]\n", 1, "queries are texts with the id of a guide"),
        ("queries:\n  a: {b: c}\n", 2, "the id of a guide is expected here"),
        ("queries:\n  a: [b, {c: d}]\n", 2, "the id of a guide is expected here"),
        ("queries:\n  a: []\n", 2, "the id of a guide is expected here"),
        ("queries:\n  a: ''\n", 2, "the id of a guide is expected here"),
        ("queries:\n  '': a\n", 2, "a query is empty"),
        ("floor: 90\n", 1, "a floor is first and top_three, in percent"),
        ("floor: {first: 101}\n", 1, "a number from 0 to 100 is expected here"),
        ("floor: {first: 90 %}\n", 1, "a number from 0 to 100 is expected here"),
        ("floor: {first: ٩٠}\n", 1, "a number from 0 to 100 is expected here"),
        (
            "floor: {top_tree: 9}\n",
            1,
            "there is no field “top_tree” here. Did you mean “top_three”?",
        ),
        ("explained:\n  a:\n", 2, "there is no reason for “a”"),
        ("explained: a\n", 1, "explained are titles or keywords with a reason"),
    ],
)
def test_what_is_wrong_is_told_at_its_line(text: str, line: int, message: str) -> None:
    assert (line, message) in _messages(text)


@pytest.mark.parametrize(
    ("text", "mend"),
    [
        ("floor: 90\n", "Write: floor: {first: 60, top_three: 90}"),
        (
            "explained: [a]\n",
            "Write the title or keyword, a colon, and why it may lead elsewhere.",
        ),
    ],
)
def test_each_part_has_a_mend_of_its_own(text: str, mend: str) -> None:
    assert [each.mend for each in _parse(text).findings] == [mend]


def test_files_that_nobody_asks_are_told() -> None:
    paths = [
        "translations/es/judgements.yml",
        "translations/es/judgments.yml",
        "translations/es/Judgement.YAML",
        "translations/es/judgements.csv",
        "translations/eo/judgements.yml",
        "translations/es/guides/judgements.po",
        "content/judgements.yaml",
    ]
    found = [(each.place.path, each.message) for each in check_judgement_files(paths, ["en", "es"])]
    nobody = "nothing reads a file of this name"
    assert found == [
        ("translations/eo/judgements.yml", "there is no search in the language “eo”"),
        ("translations/es/Judgement.YAML", nobody),
        ("translations/es/judgements.csv", nobody),
        ("translations/es/judgments.yml", nobody),
    ]


def test_what_is_right_counts_beside_what_is_wrong() -> None:
    read = _parse("floor: 90\nqueries:\n  a: {b: c}\n  d: e\n")
    assert read.value is not None
    assert [each.query for each in read.value.judgements] == ["d"]


def test_a_page_that_there_isn_t_is_told_with_the_nearest() -> None:
    read = _parse("queries:\n  comida: food-halp\n  agua: [food-help, water]\n")
    assert read.value is not None
    findings = check_judged_pages(read.value, frozenset({"food-help"}))
    assert [(each.place.line, each.message) for each in findings] == [
        (2, "there is no page “food-halp”. Did you mean “food-help”?"),
        (3, "there is no page “water”."),
    ]
