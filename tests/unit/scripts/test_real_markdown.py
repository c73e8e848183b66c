"""Any words, styles and links come out of the written Markdown as they went in."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from scripts.real_sites.markdown import (
    MarkdownWriter,
    escape_line_start,
    escape_text,
    mend_levels,
)
from scripts.real_sites.page_text import read_main
from scripts.real_sites.tree import (
    Anchor,
    Block,
    Heading,
    Inline,
    ItemList,
    LineBreak,
    Paragraph,
    Run,
    Table,
    inline_text,
    trim_inline,
)

_PARSER = MarkdownIt("commonmark").enable("table")
_WORDS = st.text(alphabet="ab1.)#>-+=*_[](){}<>!&;`\\|~:/ '\"", min_size=1, max_size=12)
_RUNS = st.builds(Run, _WORDS, st.booleans(), st.booleans(), st.sampled_from(["", "", "page"]))
_INLINE = st.lists(_RUNS | st.builds(LineBreak), min_size=1, max_size=5).map(tuple)


def _writer() -> MarkdownWriter:
    return MarkdownWriter(lambda href: href, {})


def _shown(markdown: str) -> str:
    return read_main(f"<main>{_PARSER.render(markdown)}</main>")


def _words(inline: tuple[Inline, ...]) -> str:
    return " ".join(inline_text(trim_inline(inline)).split())


@given(_INLINE)
def test_a_paragraph_keeps_its_words(inline: tuple[Inline, ...]) -> None:
    assert _shown(_writer().render([Paragraph(inline)])) == _words(inline)


@given(_INLINE)
def test_a_heading_keeps_its_words(inline: tuple[Inline, ...]) -> None:
    block = Heading(3, tuple(Run(" ") if isinstance(one, LineBreak) else one for one in inline))
    assert _shown(_writer().render([block])) == _words(block.inline)


@given(st.lists(_INLINE, min_size=1, max_size=4))
def test_a_list_keeps_its_words(items: list[tuple[Inline, ...]]) -> None:
    block = ItemList(ordered=True, start=1, items=tuple((Paragraph(one),) for one in items))
    expected = " ".join(filter(None, map(_words, items)))
    assert _shown(_writer().render([block])) == expected


@given(st.lists(_INLINE, min_size=2, max_size=3))
def test_a_table_keeps_its_words(cells: list[tuple[Inline, ...]]) -> None:
    row = tuple(cells)
    expected = " ".join(filter(None, map(_words, [*row, *row])))
    assert _shown(_writer().render([Table(row, (row,))])) == expected


def test_styles_and_links_are_written() -> None:
    inline = (
        Run("Call "),
        Run("today", strong=True),
        Run(", "),
        Run("or ", emphasis=True),
        Run("apply online", href="apply"),
        Run("."),
    )
    text = _writer().render([Paragraph(inline)])
    assert text == "Call **today**, *or* [apply online](apply).\n"


def test_white_space_stands_outside_of_marks() -> None:
    assert _writer().render([Paragraph((Run("a"), Run(" b ", strong=True), Run("c")))]) == (
        "a **b** c\n"
    )


def test_marks_that_markdown_would_not_read_are_left_out() -> None:
    writer = _writer()
    text = writer.render([Paragraph((Run("(a)", strong=True), Run("b")))])
    assert (text, writer.plain_styles) == ("(a)b\n", 1)


def test_a_phone_number_becomes_its_fact_and_loses_its_link() -> None:
    writer = MarkdownWriter(lambda href: href, {"8005550100": "phone.help"})
    inline = (Run("Call "), Run("1-800-555-0100", href="tel:+18005550100"), Run(" now."))
    assert writer.render([Paragraph(inline)]) == "Call {phone.help} now.\n"


def test_a_link_to_nowhere_is_plain_words() -> None:
    writer = MarkdownWriter(lambda _: "", {})
    assert writer.render([Paragraph((Run("here", href="#gone"),))]) == "here\n"


def test_heading_levels_never_skip_and_keep_who_stands_under_whom() -> None:
    levels = [3, 5, 5, 3, 1, 6]
    blocks = mend_levels([Heading(level, (Run("x"),)) for level in levels])
    assert [block.level for block in blocks if isinstance(block, Heading)] == [2, 3, 3, 2, 2, 3]


def test_a_heading_in_a_list_is_a_strong_paragraph() -> None:
    item: tuple[Block, ...] = (Anchor("x"), Heading(3, (Run("Step"),)), Paragraph((Run("Do it"),)))
    text = _writer().render([ItemList(ordered=True, start=1, items=(item,))])
    assert text == "1. **Step**\n\n   Do it\n"


def test_two_lists_in_a_row_stay_two() -> None:
    one = ItemList(ordered=False, start=1, items=((Paragraph((Run("a"),)),),))
    assert _writer().render([one, one]) == "- a\n\n* a\n"


def test_a_named_heading_has_its_name() -> None:
    assert _writer().render([Heading(2, (Run("Who"),), "who")]) == "## Who {#who}\n"


def test_plain_words_are_not_escaped() -> None:
    text = "You & I: 5 < 6, snake_case, 3 - 2 = 1 (it's true)!"
    assert escape_text(text) == text


def test_what_would_start_a_block_is_escaped() -> None:
    assert escape_line_start("1. May") == "1\\. May"
    assert escape_line_start("# one") == "\\# one"
    assert escape_line_start("1.5 hours") == "1.5 hours"
