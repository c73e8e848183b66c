from __future__ import annotations

import pytest

from waypost.content.source import decode_source, place_at, split_front_matter
from waypost.model.finding import Finding, Place


def test_bom_and_line_ends_leave_no_trace() -> None:
    source = decode_source("a.md", b"\xef\xbb\xbf---\r\na: b\r---\n")
    assert source.text == "---\na: b\n---\n"
    assert source.findings == ()


def test_other_bytes_are_told_where_they_stand_and_read_all_the_same() -> None:
    source = decode_source("a.md", "ein\ngrößer".encode("cp1252"))
    assert source.text == "ein\ngrößer"
    assert [(one.code, one.place) for one in source.findings] == [("C001", Place("a.md", 2, 3))]


def test_utf_16_is_named() -> None:
    source = decode_source("a.md", "größe".encode("utf-16"))
    assert [one.message for one in source.findings] == ["the file is UTF-16, not UTF-8"]
    assert "größe" in source.text


def test_a_control_character_becomes_a_space() -> None:
    source = decode_source("a.md", "a\x0bb\u202ec")
    assert source.text == "a b c"
    assert [one.place.column for one in source.findings] == [2, 4]


@pytest.mark.parametrize(
    "text", ["a\tb\n", "naïve “quotes”", "\u200fعربي\u2067x\u2069", "a\u00a0b"]
)
def test_letters_of_any_script_are_no_finding(text: str) -> None:
    assert decode_source("a.md", text).findings == ()


def test_the_place_of_a_character() -> None:
    assert place_at("a", "ab\ncd\ne", 4) == Place("a", 2, 2)


def test_front_matter_and_body_know_their_lines() -> None:
    findings: list[Finding] = []
    parts = split_front_matter(
        decode_source("a.md", "\n---\na: b\n---\n\nText --- here\n"), findings
    )
    assert parts is not None
    assert (parts.fields, parts.fields_line, parts.body_line) == ("a: b", 3, 5)
    assert parts.body == "\nText --- here\n"
    assert findings == []


@pytest.mark.parametrize(
    ("text", "code"), [("", "C012"), (" \n", "C012"), ("a: b\n", "C010"), ("---\na: b\n", "C011")]
)
def test_a_page_without_front_matter(text: str, code: str) -> None:
    findings: list[Finding] = []
    assert split_front_matter(decode_source("a.md", text), findings) is None
    assert [one.code for one in findings] == [code]


def test_a_merge_conflict_is_one_finding_and_its_first_version_is_read() -> None:
    text = "a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> other\nc: 4\n"
    source = decode_source("a.yml", text)
    assert source.text == "a: 1\n\nb: 2\n\n\n\nc: 4\n"
    assert [(one.code, one.place) for one in source.findings] == [("C016", Place("a.yml", 2))]


def test_half_of_a_merge_conflict_takes_no_text_away() -> None:
    source = decode_source("a.yml", "<<<<<<< HEAD\nb: 2\n=======\nc: 4\n")
    assert source.text == "\nb: 2\n\nc: 4\n"
    assert [one.place.line for one in decode_source("a", "a: 1\n>>>>>>> b\n").findings] == [2]


def test_a_heading_underlined_with_seven_signs_is_no_conflict() -> None:
    assert decode_source("a.md", "Heading\n=======\n").findings == ()


def test_a_hidden_sign_is_taken_out_but_where_a_script_needs_it() -> None:
    source = decode_source("a.md", "per\u00admit\u200bs ភាសា\u200bខ្មែរ")
    assert source.text == "permits ភាសា\u200bខ្មែរ"
    assert [one.place.column for one in source.findings] == [4, 8]
