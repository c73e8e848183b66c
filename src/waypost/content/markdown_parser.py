"""The one Markdown parser: CommonMark and tables, with facts as tokens and ids at headings."""

from __future__ import annotations

import re
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

_FACT = re.compile(r"\{([a-z0-9_.]+)\}")
# The run of spaces is entered at its start only: a long one is read once.
_HEADING_ID = re.compile(r"(?<!\s)\s*\{#([^\s{}]+)\}\s*$")
_NOTE = re.compile(r"\[!([A-Za-z]+)\][ \t]*(?:\n|$)?")


class _Parser(MarkdownIt):
    """Keeps addresses as they are written: checks want `{url.dmv}`, not `%7Burl.dmv%7D`."""

    def normalizeLink(self, url: str) -> str:  # noqa: N802 - markdown-it's name
        return url

    def validateLink(self, url: str) -> bool:  # noqa: N802 - unsafe ones become findings
        return True

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802 - markdown-it's name
        return link


@cache
def markdown_parser() -> MarkdownIt:
    """The parser, made once."""
    parser = _Parser("commonmark").enable("table").disable("text_join")
    parser.inline.ruler.before("escape", "fact", _read_fact)
    parser.core.ruler.after("block", "marks", _read_marks)
    return parser


def _read_fact(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    """`{fee.license}` is one token, so that no `_` or `*` in it means anything."""
    if state.src[state.pos] != "{":
        return False
    match = _FACT.match(state.src, state.pos)
    if match is None:
        return False
    if not silent:
        token = state.push("fact", "", 0)
        token.content = match.group(1)
    state.pos = match.end()
    return True


def _read_marks(state: StateCore) -> None:
    """`{#id}` at the end of a heading and `[!note]` at the start of a quotation leave the text."""
    tokens = state.tokens
    for number, token in enumerate(tokens):
        if token.type == "heading_open":
            inline = tokens[number + 1]
            found = _HEADING_ID.search(inline.content)
            if found:
                token.meta["id"] = found.group(1)
                inline.content = inline.content[: found.start()]
        elif token.type == "blockquote_open" and number + 2 < len(tokens):
            _read_note(token, tokens[number + 2])


def _read_note(quote: Token, inline: Token) -> None:
    if inline.type != "inline":
        return
    found = _NOTE.match(inline.content)
    if found:
        quote.meta["note"] = found.group(1)
        rest = inline.content[found.end() :]
        if inline.map and found.group().endswith("\n"):
            inline.map = [inline.map[0] + 1, inline.map[1]]
        inline.content = rest
