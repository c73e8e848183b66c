"""The segment grammar: what is written is read, and what is read is written the same."""

from __future__ import annotations

from collections.abc import Sequence
from time import process_time

from hypothesis import given
from hypothesis import strategies as st

from waypost.model.markup import (
    Anchor,
    FactRef,
    MarkupError,
    Node,
    Style,
    Styled,
    Words,
    escape_markup,
    parse_markup,
    placeables,
    plain_text,
    render_markup,
    walk_nodes,
)

_text = st.text(alphabet="ab é\\*[]{}.1_\n", min_size=1, max_size=6)
_words = st.builds(Words, _text)
_facts = st.builds(FactRef, st.from_regex(r"[a-z][a-z0-9_.]{0,5}", fullmatch=True))
_leaves = st.one_of(_words, _facts)


def _normal(nodes: Sequence[Node]) -> tuple[Node, ...]:
    """The nodes with neighbouring words as one."""
    out: list[Node] = []
    for node in nodes:
        if isinstance(node, Words) and out and isinstance(out[-1], Words):
            out[-1] = Words(out[-1].text + node.text)
        else:
            out.append(node)
    return tuple(out)


def _lists(inner: st.SearchStrategy[Node], least: int) -> st.SearchStrategy[tuple[Node, ...]]:
    return st.lists(inner, min_size=least, max_size=3).map(_normal)


_styles = st.sampled_from(Style)
_anchors = st.builds(Anchor, _lists(_leaves, 0), st.integers(1, 9999))
_styled = st.builds(Styled, _styles, _lists(st.one_of(_leaves, _anchors), 1))
_inner = st.one_of(_leaves, st.builds(Styled, _styles, _lists(_leaves, 1)))
_nodes = _lists(
    st.one_of(_leaves, _styled, st.builds(Anchor, _lists(_inner, 0), st.integers(1, 9999))), 0
)
_sources = st.text(alphabet="ab\\*[]{}1. \n", max_size=14)


@given(_nodes)
def test_what_is_written_is_read(nodes: tuple[Node, ...]) -> None:
    assert parse_markup(render_markup(nodes)) == nodes


@given(_sources)
def test_what_is_read_is_written_the_same_from_then_on(source: str) -> None:
    offset = -1
    nodes: tuple[Node, ...] = ()
    try:
        nodes = parse_markup(source)
    except MarkupError as error:
        offset = error.offset
    assert -1 <= offset < max(len(source), 1)
    written = render_markup(nodes)
    assert parse_markup(written) == nodes
    assert render_markup(parse_markup(written)) == written


@given(st.text())
def test_escaped_text_is_words(text: str) -> None:
    nodes = parse_markup(escape_markup(text))
    assert nodes == ((Words(text),) if text else ())
    assert plain_text(nodes) == text


@given(_nodes)
def test_placeables_are_the_facts_and_links(nodes: tuple[Node, ...]) -> None:
    inner = list(walk_nodes(nodes))
    facts = [node for node in inner if isinstance(node, FactRef)]
    links = [node for node in inner if isinstance(node, Anchor)]
    found = placeables(nodes)
    assert len(found) == len(facts) + len(links)
    assert found == tuple(sorted(found))


def test_many_escapes_are_read_in_time_that_grows_with_them() -> None:
    begun = process_time()
    assert parse_markup("\\*" * 40_000) == (Words("*" * 40_000),)
    assert process_time() - begun < 2
