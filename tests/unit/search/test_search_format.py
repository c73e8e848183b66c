"""The worked example of docs/search-format.md is what a build writes."""

from __future__ import annotations

import re
from pathlib import Path

from waypost.model.search import ExtraTerm, SearchField, SearchPage, SearchText
from waypost.search.index import build_index
from waypost.search.manifest import LONGEST_LIST, LONGEST_TAILS, VERSION
from waypost.search.page_terms import MOST_LETTERS, MOST_OF_SEVERAL
from waypost.search.payload import parse_file
from waypost.search.postings import DIGITS, MOST_POSTINGS
from waypost.search.rules import Kind

_EXAMPLE = re.compile(
    r"^`((?:assets/)?search/[^`]+)`[^\n]*\n\n```text\n(.*?)```$", re.MULTILINE | re.DOTALL
)


def _page(page_id: str, title: str, summary: str, body: str) -> SearchPage:
    texts = (
        SearchText(SearchField.TITLE, "en", title),
        SearchText(SearchField.SUMMARY, "en", summary),
        SearchText(SearchField.BODY, "en", body),
    )
    return SearchPage(page_id, "driving", title, "en", summary, texts)


def _payloads() -> dict[str, str]:
    pages = [
        _page(
            "renew-license",
            "Renew your license",
            "Online or by mail.",
            "Licenses are renewed every four years.",
        ),
        _page("parking", "Parking permits", "For your street.", "You need a license."),
    ]
    bets = [ExtraTerm(0, "=where do i renew", SearchField.TITLE, 100.0)]
    built = build_index(pages, {pages[0].id: bets}, "en", "en")
    return {path: parse_file(data)[1] for path, data in built.files.items()}


def test_the_example_is_what_a_build_writes(project: Path) -> None:
    text = (project / "docs" / "search-format.md").read_text("utf-8")
    shown = dict(_EXAMPLE.findall(text))
    payloads = _payloads()
    assert shown.keys() == payloads.keys()
    for path, payload in payloads.items():
        lines = re.escape(shown[path].removesuffix("\n").replace("⇥", "\t"))
        assert re.fullmatch(lines.replace("…", ".*"), payload), payload.replace("\t", "⇥")


def test_the_line_that_is_explained_is_in_the_example(project: Path) -> None:
    text = (project / "docs" / "search-format.md").read_text("utf-8")
    (line,) = re.findall(r"finds the line `([^`]+)`", text)
    assert any(line.replace("⇥", "\t") in payload.split("\n") for payload in _payloads().values())
    for piece in ("`0license`", "`AHC`", "`AMA`", "`7s`"):
        assert piece in text
        assert piece.strip("`") in line


def test_numbers_in_the_text_are_those_of_the_code(project: Path) -> None:
    text = (project / "docs" / "search-format.md").read_text("utf-8")
    assert f"The version of this format ({VERSION})" in text
    assert f"longer than {LONGEST_LIST:,} bytes (that of tails: {LONGEST_TAILS}) has" in text
    assert f"A word is cut at {MOST_LETTERS} characters," in text
    assert f"an entry of several words at {MOST_OF_SEVERAL}." in text
    assert f"more than {MOST_POSTINGS} pages" in text
    assert all(f"`{kind}`" in text for kind in Kind)
    assert DIGITS[0] + DIGITS[63] == "A_"
