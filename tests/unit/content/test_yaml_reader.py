from __future__ import annotations

import pytest

from waypost.content.located import LocatedList, LocatedMap, LocatedText, find_located
from waypost.content.yaml_reader import read_mapping, read_yaml
from waypost.model.finding import Finding


def _read(text: str, first_line: int = 1) -> tuple[object, list[Finding]]:
    findings: list[Finding] = []
    return read_yaml("a.yml", text, findings, first_line), findings


def _codes(text: str) -> list[tuple[str, int, int]]:
    return [(one.code, one.place.line, one.place.column) for one in _read(text)[1]]


@pytest.mark.parametrize(
    "scalar", ["no", "0123456", "1e3", "2027-01-31", "12:30", "~", "null", "0x1F", "on", "1_000"]
)
def test_a_scalar_stays_as_it_is_written(scalar: str) -> None:
    data, findings = _read(f"a: {scalar}\n")
    assert data == {"a": scalar}
    assert findings == []


def test_every_value_knows_where_it_stands() -> None:
    data, _ = _read("need:\n  - photo_id\n  - text: Form\n    if_missing: |\n      Ask.\n", 2)
    assert isinstance(data, LocatedMap)
    found = find_located(data, "need/2/if_missing")
    assert isinstance(found, LocatedText)
    assert (found, found.line, found.column, found.path) == ("Ask.\n", 5, 17, "need/2/if_missing")
    need = data["need"]
    assert isinstance(need, LocatedList)
    assert (need.line, need.column) == (3, 3)
    assert data.keys_at == {"need": (2, 1)}


def test_columns_count_letters() -> None:
    data, _ = _read('{é: "ü", b: c}')
    assert isinstance(data, LocatedMap)
    assert data.keys_at == {"é": (1, 2), "b": (1, 10)}


@pytest.mark.parametrize("path", ["need/0", "need/3", "need/x", "other", "need/1/text"])
def test_nothing_is_found_where_nothing_stands(path: str) -> None:
    data, _ = _read("need: [a, b]")
    assert isinstance(data, LocatedMap)
    assert find_located(data, path) is None


def test_quotes_are_remembered() -> None:
    data, _ = _read("a: \"\"\nb: ''\nc:\nd: |\n  x\n")
    assert isinstance(data, LocatedMap)
    assert [value.quoted for value in data.values() if isinstance(value, LocatedText)] == [
        True,
        True,
        False,
        True,
    ]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("a: 1\na: 2\n", [("C005", 2, 1)]),
        ("a: {fee.x}\n", [("C006", 1, 4)]),
        ("- {fee.x}\n", [("C006", 1, 3)]),
        ("a: {fee.x} a person\n", [("C006", 1, 4)]),
        ("a:\n\t- b\n", [("C004", 2, 1)]),
        ("a: &x b\nc: *x\n", [("C007", 1, 4), ("C007", 2, 4)]),
        ("a: !!int 3\n", [("C008", 1, 4)]),
        ("a: b\n---\nc: d\n", [("C009", 2, 1)]),
        ("a: b: c\n", [("C003", 1, 5)]),
        ("a: 'b\n", [("C003", 1, 4)]),
        ("a: @b\n", [("C003", 1, 4)]),
        ("", [("C012", 1, 1)]),
    ],
)
def test_every_trick_and_slip_is_a_finding(text: str, codes: list[tuple[str, int, int]]) -> None:
    assert _codes(text) == codes


@pytest.mark.parametrize(
    "text",
    [
        "a: {b: c}\n",
        "a: {b: }\n",
        'a: "{fee.x} a person"\n',
        "a: '*important'\n",
        "a: b # *note* {x}\n",
        "a: Q&A\n",
        "a: 5*3\n",
        "a:\n  b: x\ty\n",
        "a: 'it''s: fine'\n",
    ],
)
def test_plain_fields_are_none(text: str) -> None:
    assert _codes(text) == []


def test_an_unquoted_fact_is_still_read_as_text() -> None:
    assert _read("a: {fee.x}\n")[0] == {"a": "{fee.x}"}


def test_the_first_of_two_fields_counts() -> None:
    assert _read("a: 1\na: 2\n")[0] == {"a": "1"}


@pytest.mark.parametrize("text", ["[" * 5000, "a: " + "{a: " * 100 + "}" * 100, "- " * 3000 + "x"])
def test_deep_nesting_is_a_finding_and_no_crash(text: str) -> None:
    assert _codes(text) != []


def test_an_alias_can_not_grow() -> None:
    lines = ["a0: &a0 [x, x]"]
    lines += [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}, *a{n - 1}]" for n in range(1, 30)]
    data, findings = _read("\n".join(lines))
    assert isinstance(data, LocatedMap)
    assert data["a29"] == ["…", "…", "…"]
    assert {one.code for one in findings} == {"C007"}


def test_the_mend_quotes_the_text_that_holds_a_colon() -> None:
    (finding,) = _read("area: Town: center\n")[1]
    assert finding.mend.endswith('area: "Town: center"')


def test_a_list_is_no_group_of_fields() -> None:
    findings: list[Finding] = []
    assert read_mapping("a.yml", "- a\n", findings) is None
    assert [one.code for one in findings] == ["C009"]
