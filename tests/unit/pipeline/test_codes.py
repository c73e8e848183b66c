import re
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from waypost.model.finding import Code
from waypost.pipeline.codes import ALL_CODES, find_code, render_code, render_codes

PROJECT = Path(__file__).parents[3]


def test_the_handbook_lists_every_code_as_it_is_now() -> None:
    page = (PROJECT / "docs" / "findings.md").read_text(encoding="utf-8")
    assert page == render_codes(), "run: scripts/python -m waypost codes > docs/findings.md"


def test_each_code_is_given_once() -> None:
    ids = [code.id for code in ALL_CODES]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("code", ALL_CODES, ids=lambda code: code.id)
def test_each_code_says_why_and_how_to_mend_it(code: Code) -> None:
    assert code.title
    assert len(code.why) > 20
    assert len(code.mend) > 10
    assert code.bad != code.good


def test_a_code_is_found_in_small_letters_too() -> None:
    found = find_code(ALL_CODES[0].id.lower())
    assert found is ALL_CODES[0]
    assert find_code("X999") is None


@pytest.mark.parametrize("code", ALL_CODES, ids=lambda code: code.id)
def test_signs_of_markdown_in_a_mend_are_shown_and_do_nothing(code: Code) -> None:
    page = MarkdownIt().render(render_code(code))
    assert not set(re.findall(r"<(\w+)", page)) - {"h2", "p", "em", "strong", "pre", "code"}
    assert page.count("<strong>") == 2
    assert page.count("<em>") == 1
