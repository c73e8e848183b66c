"""Any body that Markdown could give, for hypothesis to draw."""

from __future__ import annotations

from hypothesis import strategies as st

from waypost.model.block import (
    Align,
    Block,
    Figure,
    Heading,
    Inline,
    Item,
    List,
    Note,
    NoteKind,
    Paragraph,
    Quote,
    Table,
    Target,
    TargetKind,
)
from waypost.model.guide import Section, SectionKey

ids = st.from_regex(r"[a-z][a-z0-9-]{0,5}", fullmatch=True)
targets = st.builds(Target, st.sampled_from(TargetKind), st.sampled_from(["#a", "renew", "{u.x}"]))
leaves = st.builds(
    Inline,
    st.text(max_size=12),
    st.lists(targets, max_size=2).map(tuple),
    st.integers(1, 9999),
)


@st.composite
def tables(draw: st.DrawFn) -> Table[Inline]:
    width = draw(st.integers(1, 3))
    row = st.lists(leaves, min_size=width, max_size=width).map(tuple)
    align = st.lists(st.sampled_from(Align), min_size=width, max_size=width).map(tuple)
    rows = st.lists(row, max_size=3).map(tuple)
    return Table(draw(align), draw(row), draw(rows))


def _containers(inner: st.SearchStrategy[Block[Inline]]) -> st.SearchStrategy[Block[Inline]]:
    blocks = st.lists(inner, max_size=3).map(tuple)
    items = st.lists(st.builds(Item, blocks), max_size=3).map(tuple)
    return st.one_of(
        st.builds(List, st.booleans(), st.integers(0, 9), items),
        st.builds(Quote, blocks),
        st.builds(Note, st.sampled_from(NoteKind), blocks),
    )


blocks = st.recursive(
    st.one_of(
        st.builds(Paragraph, leaves),
        st.builds(Heading, st.sampled_from([2, 3, 4]), ids, leaves),
        st.builds(Figure, st.just("map.svg"), leaves),
        tables(),
    ),
    _containers,
    max_leaves=8,
)
_bodies = st.lists(blocks, max_size=5).map(tuple)
sections = st.one_of(
    st.builds(Section, ids, st.sampled_from(SectionKey), st.none(), _bodies),
    st.builds(Section, ids, st.none(), leaves, _bodies),
    st.builds(Section, st.just(""), st.none(), st.none(), _bodies),
)
bodies: st.SearchStrategy[tuple[Section[Inline], ...]] = st.lists(sections, max_size=4).map(tuple)
