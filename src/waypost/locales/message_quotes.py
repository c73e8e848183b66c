"""Words as an ICU message writes them, and back: apostrophes and braces that mean themselves."""

from __future__ import annotations

import re

from waypost.locales.message_syntax import (
    Argument,
    Literal,
    MessageSyntaxError,
    Node,
    parse_nodes,
)

_SIGNS = re.compile(r"['{}]+")
_QUOTED = re.compile(r"''|'([{}](?:[^']|'')*)'|'")


def quote_literal(words: str) -> str:
    """`words` as a run of text in a message, outside of a plural; it may stand before a brace."""

    def quote(found: re.Match[str]) -> str:
        signs = found[0]
        if signs == "'" and found.end() < len(words):
            return signs
        doubled = signs.replace("'", "''")
        return doubled if "{" not in signs and "}" not in signs else f"'{doubled}'"

    return _SIGNS.sub(quote, words)


def unquote_literal(text: str) -> str:
    """The words that a run of text in a message says, outside of a plural."""

    def unquote(found: re.Match[str]) -> str:
        quoted = found[1]
        return "'" if quoted is None else quoted.replace("''", "'")

    return _QUOTED.sub(unquote, text)


def find_flat_nodes(text: str) -> tuple[Node, ...] | None:
    """The parts of a message without branches (no plural); None for another or a broken one."""
    try:
        nodes = parse_nodes(text)
    except MessageSyntaxError:
        return None
    return None if any(isinstance(node, Argument) and node.branches for node in nodes) else nodes


def normal_message(text: str) -> str:
    """The message with its words quoted in the one usual way; as it is where it has branches."""
    nodes = find_flat_nodes(text)
    if nodes is None:
        return text
    return "".join(
        [
            quote_literal(unquote_literal(text[node.start : node.end]))
            if isinstance(node, Literal)
            else text[node.start : node.end]
            for node in nodes
        ]
    )
