"""The fast renderer and the grammar agree on every text."""

from __future__ import annotations

from html import escape

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from waypost.model.markup import (
    Anchor,
    FactRef,
    MarkupError,
    Node,
    Style,
    Styled,
    Words,
    parse_markup,
)
from waypost.site.inline import render_inline, render_plain

TARGETS = ('<a href="#a">', "", '<a href="../b/">')


PIECES = (
    *("a", "é", " ", "*", "**", "***", "[", "]", "]{1}", "]{2}", "{1}", "{a.b}", "{", "}"),
    *("\\", "\\*", "\n", "<", "&", '"', "{9}", "]{9}"),
)


def show_fact(name: str) -> str:
    return f"<bdi>{name}</bdi>"


def render_by_grammar(nodes: tuple[Node, ...]) -> str:
    out: list[str] = []
    for node in nodes:
        match node:
            case Words(text):
                out.append(escape(text, quote=False).replace("\n", "<br>"))
            case FactRef(name):
                out.append(show_fact(name))
            case Styled(style, children):
                tag = "strong" if style is Style.STRONG else "em"
                out.append(f"<{tag}>{render_by_grammar(children)}</{tag}>")
            case Anchor(children, number):
                inner = render_by_grammar(children)
                tag = TARGETS[number - 1] if number <= len(TARGETS) else ""
                out.append(f"{tag}{inner}</a>" if tag else inner)
    return "".join(out)


@given(st.lists(st.sampled_from(PIECES), max_size=9).map("".join))
@example("*a**b*")
@example("**[a]{1}**")
@example("[**a**]{1}")
@example("[a *b]{1} c*")
def test_agrees_with_the_grammar(text: str) -> None:
    try:
        nodes = parse_markup(text)
    except MarkupError:
        with pytest.raises(MarkupError):
            render_inline(text, TARGETS, show_fact)
        return
    assert render_inline(text, TARGETS, show_fact) == render_by_grammar(nodes)


def test_an_image_has_its_text_as_alternative() -> None:
    html = render_inline('See [a **"map"** of {x}]{1}.', ('<img src="m.svg" alt="',), show_fact)
    assert html == 'See <img src="m.svg" alt="a &quot;map&quot; of x">.'


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Plain", "Plain"),
        ('Say "yes"', "Say &quot;yes&quot;"),
        ("**A** & [b]{1} {x}", "A &amp; b x"),
        ("a\nb", "a b"),
    ],
)
def test_plain_text_fits_an_attribute(text: str, plain: str) -> None:
    assert render_plain(text, show_fact) == plain


def test_control_characters_are_dropped() -> None:
    assert render_inline("a\x02own0\x03\x05b", (), show_fact) == "aown0b"
