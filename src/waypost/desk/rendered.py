"""A text as it will look: strong words, links, and each fact with today's value and its name."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from markupsafe import Markup, escape

from waypost.locales.message_syntax import (
    Argument,
    Kind,
    Literal,
    MessageSyntaxError,
    parse_nodes,
    walk_arguments,
)
from waypost.locales.message_syntax import Node as MessageNode
from waypost.model.markup import (
    Anchor,
    FactRef,
    MarkupError,
    Node,
    Style,
    Styled,
    Words,
    parse_markup,
    placeables,
)
from waypost.model.text import Syntax

Values = Mapping[str, str]

_STYLED = {
    Style.STRONG: Markup("<strong>{}</strong>"),
    Style.EMPHASIS: Markup("<em>{}</em>"),
}
_KNOWN = Markup('<span class="fact"><bdi>{}</bdi> <code dir="ltr">{{{}}}</code></span>')
_UNKNOWN = Markup('<span class="fact"><code dir="ltr">{{{}}}</code></span>')
_LINK = Markup('<span class="link">{}<sub>{}</sub></span>')
_FORM = Markup('<span class="form"><span class="when" lang="en" dir="ltr">{}</span> {}</span>')
_QUOTED = re.compile(r"''|'([{}#|](?:[^']|'')*)'")
_COUNTING = frozenset({Kind.PLURAL, Kind.ORDINAL})
_SELECTORS = {
    "zero": "for none",
    "one": "for one",
    "two": "for two",
    "few": "for few",
    "many": "for many",
    "other": "otherwise",
}


def show_text(text: str, syntax: Syntax, values: Values) -> Markup:
    """The text as HTML without a link or a script; one that can't be read stands as it is."""
    try:
        if syntax is Syntax.MESSAGE:
            return _show_message(text, parse_nodes(text), values, "")
        return _show_nodes(parse_markup(text), values)
    except (MarkupError, MessageSyntaxError):
        return Markup('<span class="raw">{}</span>').format(text)


def find_marks(source: str, syntax: Syntax) -> tuple[str, ...]:
    """What every translation must hold: `{fact}` as often as it stands, `[]{1}`, `{parameter}`."""
    try:
        if syntax is Syntax.MARKUP:
            return placeables(parse_markup(source))
        names = {each.name for each in walk_arguments(parse_nodes(source))}
    except (MarkupError, MessageSyntaxError):
        return ()
    return tuple(sorted(f"{{{name}}}" for name in names))


def _show_nodes(nodes: Sequence[Node], values: Values) -> Markup:
    return Markup("").join(_show_node(node, values) for node in nodes)


def _show_node(node: Node, values: Values) -> Markup:
    match node:
        case Words(text):
            return _show_words(text)
        case FactRef(id):
            return _show_value(id, values)
        case Styled(style, children):
            return _STYLED[style].format(_show_nodes(children, values))
        case Anchor(children, number):
            return _LINK.format(_show_nodes(children, values), number)


def _show_words(text: str) -> Markup:
    return Markup("<br>").join(escape(line) for line in text.split("\n"))


def _show_value(name: str, values: Values) -> Markup:
    value = values.get(name, "")
    return _KNOWN.format(value, name) if value else _UNKNOWN.format(name)


def _show_message(text: str, nodes: Sequence[MessageNode], values: Values, counted: str) -> Markup:
    return Markup("").join(_show_part(text, node, values, counted) for node in nodes)


def _show_part(text: str, node: MessageNode, values: Values, counted: str) -> Markup:
    if isinstance(node, Literal):
        return _show_literal(text[node.start : node.end], values, counted)
    if not node.branches:
        return _show_value(node.name, values)
    return _show_branches(text, node, values)


def _show_literal(raw: str, values: Values, counted: str) -> Markup:
    """A run of text without ICU's quotes; within a plural `#` is the number."""
    parts: list[Markup] = []
    at = 0
    for quoted in _QUOTED.finditer(raw):
        parts.append(_show_counted(raw[at : quoted.start()], values, counted))
        inner = quoted[1]
        parts.append(_show_words("'" if inner is None else inner.replace("''", "'")))
        at = quoted.end()
    parts.append(_show_counted(raw[at:], values, counted))
    return Markup("").join(parts)


def _show_counted(raw: str, values: Values, counted: str) -> Markup:
    if not counted:
        return _show_words(raw)
    return _show_value(counted, values).join(_show_words(part) for part in raw.split("#"))


def _show_branches(text: str, node: Argument, values: Values) -> Markup:
    """Each form with the number that it is for, one below the other."""
    counted = node.name if node.kind in _COUNTING else ""
    forms = [
        _FORM.format(
            _name_selector(branch.selector, node.name),
            _show_message(text, branch.nodes, values, counted),
        )
        for branch in node.branches
    ]
    return Markup('<span class="forms">{}</span>').format(Markup("").join(forms))


def _name_selector(selector: str, name: str) -> str:
    if selector.startswith("="):
        return f"if {name} is {selector[1:]}"
    return f"{name}: {_SELECTORS.get(selector, selector)}"
