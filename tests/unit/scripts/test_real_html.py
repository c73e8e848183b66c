"""HTML as careless as it is found becomes blocks with all of its words."""

from __future__ import annotations

from collections import Counter

from scripts.real_sites.from_html import parse_html
from scripts.real_sites.tree import (
    Anchor,
    Block,
    Heading,
    ItemList,
    LineBreak,
    Paragraph,
    Run,
    Table,
    inline_text,
)


def _blocks(html: str) -> tuple[Block, ...]:
    return parse_html(html)[0]


def test_an_unclosed_tag_does_no_harm() -> None:
    assert _blocks("<p>One <b>two<p>three</b>") == (
        Paragraph((Run("One "), Run("two", strong=True))),
        Paragraph((Run("three", strong=True),)),
    )


def test_breaks_at_the_edges_go_and_inner_ones_stay() -> None:
    assert _blocks("<p><br>a</br>\n<br/> b<br></p>") == (
        Paragraph((Run("a"), LineBreak(), Run("b"))),
    )


def test_scripts_comments_and_breadcrumbs_are_counted_not_shown() -> None:
    blocks, left_out = parse_html("<nav>Home</nav><!-- x --><script>y</script><p>Text</p>")
    assert blocks == (Paragraph((Run("Text"),)),)
    assert sum(left_out.values()) == 3
    assert left_out == Counter(left_out)


def test_an_accordion_becomes_headings_with_their_panels() -> None:
    html = (
        "<h2>Who</h2><ul class='usa-accordion'><li><button aria-controls='p'>Veterans</button>"
        "<div id='p'><p>You may.</p></div></li></ul>"
    )
    assert _blocks(html) == (
        Heading(2, (Run("Who"),)),
        Heading(3, (Run("Veterans"),)),
        Anchor("p"),
        Paragraph((Run("You may."),)),
    )


def test_ids_become_anchors() -> None:
    assert _blocks("<span id='a'></span><h2 id='b'>Title</h2>") == (
        Anchor("a"),
        Heading(2, (Run("Title"),), "b"),
    )


def test_a_list_in_a_list_belongs_to_the_item_before() -> None:
    inner = ItemList(ordered=False, start=1, items=((Paragraph((Run("b"),)),),))
    expected = ItemList(ordered=True, start=3, items=((Paragraph((Run("a"),)), inner),))
    assert _blocks("<ol start=3><li>a</li><ul><li>b</li></ul></ol>") == (expected,)


def test_text_between_items_parts_the_list() -> None:
    kinds = [type(block) for block in _blocks("<ul><li>a</li>words<li>b</li></ul>")]
    assert kinds == [ItemList, Paragraph, ItemList]


def test_a_cell_with_blocks_is_one_line() -> None:
    (table,) = _blocks(
        "<table><tr><th>A</th><td></td></tr><tr><td><ul><li>x</li><li>y.</li></ul><p>z</p></td></tr>"
        "</table>"
    )
    assert isinstance(table, Table)
    assert [inline_text(cell) for cell in table.header] == ["A", ""]
    assert [inline_text(cell) for cell in table.rows[0]] == ["x; y. z", ""]


def test_a_link_around_blocks_links_the_words_in_them() -> None:
    assert _blocks("<a href='/x'><h3>Title</h3><p>More</p></a>") == (
        Heading(3, (Run("Title", href="/x"),)),
        Paragraph((Run("More", href="/x"),)),
    )
