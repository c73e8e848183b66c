"""Texts as they will look, with each fact's value and name; never more than text."""

from __future__ import annotations

import re

import pytest

from waypost.desk.rendered import find_marks, show_text
from waypost.model.text import Syntax

_VALUES = {"fee": "$32", "count": "3"}
_TAGS = re.compile(r"<(/?)(\w+)([^>]*)>")
_OURS = {"strong", "em", "br", "span", "bdi", "code", "sub"}


def _markup(text: str) -> str:
    return str(show_text(text, Syntax.MARKUP, _VALUES))


def _message(text: str) -> str:
    return str(show_text(text, Syntax.MESSAGE, _VALUES))


def test_marks_look_as_on_the_page() -> None:
    assert _markup("**Now** or *never*\nreally") == (
        "<strong>Now</strong> or <em>never</em><br>really"
    )
    assert _markup("[the desk]{1}") == '<span class="link">the desk<sub>1</sub></span>'
    assert _markup(r"\{x\} is 5 \* 3") == "{x} is 5 * 3"


def test_a_fact_shows_its_value_and_its_name() -> None:
    assert _markup("Pay {fee}.") == (
        'Pay <span class="fact"><bdi>$32</bdi> <code dir="ltr">{fee}</code></span>.'
    )
    assert _markup("{fee.other}") == (
        '<span class="fact"><code dir="ltr">{fee.other}</code></span>'
    )


def test_each_form_of_a_plural_stands_with_its_number() -> None:
    shown = _message("{count, plural, =0 {none} one {# paper} other {# papers}} of it''s")
    assert shown.count('class="form"') == 3
    assert "if count is 0" in shown
    assert "count: for one" in shown
    assert shown.count("<bdi>3</bdi>") == 2
    assert shown.endswith(" of it&#39;s")


def test_quoted_braces_of_a_message_are_braces() -> None:
    assert _message("Write '{name}' here") == "Write {name} here"


@pytest.mark.parametrize("text", ["[open", "**open", "{fee", "a } b", "**a*b**"])
def test_what_cannot_be_read_stands_as_it_is(text: str) -> None:
    assert _markup(text) == f'<span class="raw">{text}</span>'


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "[x](javascript:alert(1))",
        r"[<b onclick=x>]{1} **<i>** *<svg>* \{<u>\}",
        "</textarea><script>",
        "{{ 7 * 7 }} {% raw %}",
        "<!-- --> <![CDATA[ ]]>",
    ],
)
@pytest.mark.parametrize("syntax", list(Syntax))
def test_no_text_becomes_a_tag_or_an_attribute(text: str, syntax: Syntax) -> None:
    shown = str(show_text(text, syntax, {"x": "<b>", "fee": "<script>"}))
    for _, name, attributes in _TAGS.findall(shown):
        assert name in _OURS
        assert re.fullmatch(r'(?: (?:class|dir|lang)="[a-z ]+")*', attributes)


def test_a_value_is_text_too() -> None:
    shown = str(show_text("{x}", Syntax.MARKUP, {"x": '<script>"'}))
    assert "<bdi>&lt;script&gt;&#34;</bdi>" in shown


@pytest.mark.parametrize(
    ("source", "syntax", "marks"),
    [
        ("Pay {fee} or {fee} [here]{1}", Syntax.MARKUP, ("[]{1}", "{fee}", "{fee}")),
        ("Plain.", Syntax.MARKUP, ()),
        ("[broken", Syntax.MARKUP, ()),
        ("{n, plural, one {# {x}} other {#}} {x}", Syntax.MESSAGE, ("{n}", "{x}")),
        ("{broken", Syntax.MESSAGE, ()),
    ],
)
def test_what_a_translation_must_keep(source: str, syntax: Syntax, marks: tuple[str, ...]) -> None:
    assert find_marks(source, syntax) == marks
