"""Whatever stands in a body: it is read without an exception, and no word of it is lost."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from waypost.content.body import Body
from waypost.content.markdown_reader import read_blocks
from waypost.content.rules.blocks import walk_leaves
from waypost.content.source import decode_source, split_front_matter
from waypost.model.markup import parse_markup, plain_text, render_markup
from waypost.model.text import Role

_WORDS = ("word ", "Zwölf ", "字 ", "{fee.x} ", "& ", "\n\n", "\n\n## ", "\n- ", "\n\n1. ", "\n> ")
_MARKS = (
    "*",
    "**",
    "***",
    "_",
    "__",
    "`",
    "\\",
    "[",
    "]",
    "(",
    ")",
    "!",
    "#",
    "|",
    "{",
    "}",
    "&amp;",
)
_LINES = (
    "\n",
    "\n\n",
    "  \n",
    "- ",
    "1. ",
    "> ",
    "> [!note]\n",
    "---\n",
    "    ",
    "\t",
    "|a|\n|-|\n",
)
_TAGS = ("<b>", "</b>", "<div>\n", "<br>", "<!--", "-->", "<script>", "[^1]", "{#id}", "{a_b}")
_LINKS = ("https://x.example", "[a](b)", "![c](d.png)", "[e]: f", "&amp;")
_BODIES = st.lists(st.sampled_from([*_WORDS, *_MARKS, *_LINES, *_TAGS, *_LINKS]), max_size=40)
_STYLED = ("**strong** ", "*em* ", "[link](b) ", "a\\*b ", "\n\n|a|b|\n|-|-|\n|c|d|\n\n")
_PLAIN = st.lists(st.sampled_from([*_WORDS, *_STYLED]), max_size=30)
_HIDDEN = re.compile(r"<!--.*?-->|<(script|style)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_renderer = MarkdownIt("commonmark").enable("table")


def _words_of_leaves(text: str) -> str:
    blocks = read_blocks(Body("a.md", text, 1, [], []))
    words = (plain_text(parse_markup(leaf.text)) for _, leaf in walk_leaves(blocks))
    return "".join("".join(words).split())


def _words_of_html(text: str) -> str:
    html = _renderer.render(text)
    html = re.sub(r"\[!(?:note|critical)\]", "", _HIDDEN.sub("", html))
    html = re.sub(r'<img[^>]*alt="([^"]*)"[^>]*>', r"\1", html)
    return "".join(unescape(re.sub(r"<[/!?]?[A-Za-z][^>]*>", "", html)).split())


@given(_BODIES.map("".join))
def test_every_leaf_follows_the_segment_grammar(text: str) -> None:
    for role, leaf in walk_leaves(read_blocks(Body("a.md", text, 1, [], []))):
        nodes = parse_markup(leaf.text)
        assert parse_markup(render_markup(nodes)) == nodes
        numbers = sorted(int(number) for number in re.findall(r"(?<!\\)\]\{(\d+)\}", leaf.text))
        assert role is Role.ALT or numbers == list(range(1, len(leaf.targets) + 1))


@given(_PLAIN.map("".join))
def test_no_word_of_a_body_is_lost(text: str) -> None:
    assert _words_of_leaves(text) == _words_of_html(text)


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    source = decode_source("a.md", text)
    read_blocks(Body("a.md", source.text, 1, [], []))


def test_no_word_of_real_guides_is_lost(project: Path) -> None:
    folders = (project / "content", project.parent / "shared" / "corpora" / "veterans" / "pages")
    paths = [path for folder in folders for path in sorted(folder.rglob("*.md"))]
    assert len(paths) > 20
    for path in paths:
        parts = split_front_matter(decode_source(path.name, path.read_bytes()), [])
        assert parts is not None, path
        assert _words_of_leaves(parts.body) == _words_of_html(parts.body), path
