"""The syntax of ICU MessageFormat as Waypost allows it, read into a tree with offsets.

ICU compiles and formats messages, but doesn't say where a mistake is; a translator needs that.
Allowed are `{name}`, `{name, number}`, `{name, plural, …}`, `{name, selectordinal, …}` and
`{name, select, …}`. Dates and money come formatted, so that facts look alike everywhere.

Apostrophes follow ICU's default mode: `'` is itself (`don't {x}`), except right before `{` or
`}` (and `#` within a plural), where it quotes up to the next `'`; `''` is always one apostrophe.
To write `{` itself: `'{'`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

import msgspec

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*|0|[1-9][0-9]*")
_SELECTOR = re.compile(r"=[0-9]+|[A-Za-z_][A-Za-z0-9_-]*")
_OFFSET = re.compile(r"offset\s*:")
_SPACE = re.compile(r"\s*")
_CATEGORIES = frozenset({"zero", "one", "two", "few", "many", "other"})


class MessageSyntaxError(ValueError):
    """A text is no ICU message: what is wrong, and at which character (from 0)."""

    def __init__(self, message: str, offset: int) -> None:
        super().__init__(message, offset)
        self.message = message
        self.offset = offset

    def __str__(self) -> str:
        return f"{self.message} (at character {self.offset + 1})"


class Kind(StrEnum):
    """What an argument does with its value."""

    PLAIN = ""
    NUMBER = "number"
    PLURAL = "plural"
    ORDINAL = "selectordinal"
    SELECT = "select"


_BRANCHING = frozenset({Kind.PLURAL, Kind.ORDINAL, Kind.SELECT})


class Literal(msgspec.Struct, frozen=True):
    """A run of text; `start` and `end` are offsets in the message, quotes included."""

    start: int
    end: int


class Branch(msgspec.Struct, frozen=True):
    """What stands for one selector (`one`, `=0`, `female`)."""

    selector: str
    nodes: tuple[Node, ...]


class Argument(msgspec.Struct, frozen=True):
    """`{name}`, or with branches `{name, plural, …}`; offsets include the braces."""

    name: str
    kind: Kind
    branches: tuple[Branch, ...]
    start: int
    end: int


Node = Literal | Argument


def parse_nodes(text: str) -> tuple[Node, ...]:
    """The tree of a whole message; raises MessageSyntaxError."""
    nodes, end = _Reader(text).read_message(0, depth=0, is_plural=False)
    if end < len(text):
        raise MessageSyntaxError("a “}” without its “{”; to write the brace itself: '}'", end)
    return nodes


def walk_arguments(nodes: tuple[Node, ...]) -> Iterator[Argument]:
    """Every argument, those within branches too, in the order of the text."""
    for node in nodes:
        if isinstance(node, Argument):
            yield node
            for branch in node.branches:
                yield from walk_arguments(branch.nodes)


def check_no_select(nodes: tuple[Node, ...]) -> None:
    """Every value of a phrase is counted or shown, none is a word to choose by.

    ICU has no sentence for a number in a `select`. Raises MessageSyntaxError.
    """
    for argument in walk_arguments(nodes):
        if argument.kind is Kind.SELECT:
            message = f"“select” chooses by a word, and {{{argument.name}}} is a value"
            raise MessageSyntaxError(message, argument.start)


def walk_literals(nodes: tuple[Node, ...]) -> Iterator[Literal]:
    """Every run of text, those within branches too, in the order of the text."""
    for node in nodes:
        if isinstance(node, Literal):
            yield node
        else:
            for branch in node.branches:
                yield from walk_literals(branch.nodes)


class _Reader(msgspec.Struct, frozen=True):
    """Reads from an offset, returns what it read and the offset behind it."""

    text: str

    def read_message(self, at: int, *, depth: int, is_plural: bool) -> tuple[tuple[Node, ...], int]:
        nodes: list[Node] = []
        start = at
        while at < len(self.text) and self.text[at] != "}":
            if self.text[at] == "{":
                if at > start:
                    nodes.append(Literal(start, at))
                argument, at = self._read_argument(at, depth=depth)
                nodes.append(argument)
                start = at
            else:
                at = self._skip_text(at, is_plural=is_plural)
        if at > start:
            nodes.append(Literal(start, at))
        return tuple(nodes), at

    def _skip_text(self, at: int, *, is_plural: bool) -> int:
        """Behind one character, or behind a quotation."""
        if self.text[at] != "'":
            return at + 1
        following = self.text[at + 1 : at + 2]
        if following == "'":
            return at + 2
        if not following or following not in ("{}#" if is_plural else "{}"):
            return at + 1
        end = at + 1
        while end < len(self.text):
            if self.text.startswith("''", end):
                end += 2
            elif self.text[end] == "'":
                return end + 1
            else:
                end += 1
        what = "an apostrophe before “{”, “}” or “#” begins a quotation that has no end"
        raise MessageSyntaxError(f"{what}; to write an apostrophe there: ''", at)

    def _read_argument(self, start: int, *, depth: int) -> tuple[Argument, int]:
        if depth > 8:
            raise MessageSyntaxError("arguments stand too deep within one another", start)
        at = self._skip_space(start + 1)
        name, at = self._match(_NAME, at, "the name of an argument (letters, digits, _)", start)
        at = self._skip_space(at)
        kind = Kind.PLAIN
        branches: tuple[Branch, ...] = ()
        if self._has(at, ","):
            kind, at = self._read_kind(self._skip_space(at + 1), start)
            at = self._skip_space(at)
        if kind in _BRANCHING:
            if not self._has(at, ","):
                raise MessageSyntaxError(f"“{kind}” needs a comma and its branches", at)
            branches, at = self._read_branches(at + 1, kind, start, depth)
        if not self._has(at, "}"):
            raise self._unclosed(at, start)
        return Argument(name, kind, branches, start, at + 1), at + 1

    def _read_kind(self, at: int, start: int) -> tuple[Kind, int]:
        word, end = self._match(_SELECTOR, at, "what to do with the argument (plural …)", start)
        if word in {*Kind} - {Kind.PLAIN}:
            return Kind(word), end
        raise MessageSyntaxError(
            f"“{word}” is not allowed here; known are number, plural, selectordinal, select", at
        )

    def _read_branches(
        self, at: int, kind: Kind, start: int, depth: int
    ) -> tuple[tuple[Branch, ...], int]:
        at = self._skip_space(at)
        is_plural = kind is not Kind.SELECT
        if is_plural and _OFFSET.match(self.text, at):
            raise MessageSyntaxError("“offset” shows another number than the one given", at)
        branches: list[Branch] = []
        while not self._has(at, "}"):
            selector, end = self._match(_SELECTOR, at, "a branch such as other {…}", start)
            self._check_selector(selector, at, kind, branches)
            end = self._skip_space(end)
            if not self._has(end, "{"):
                raise MessageSyntaxError(f"the text of “{selector}” stands in braces: {{…}}", end)
            nodes, closing = self.read_message(end + 1, depth=depth + 1, is_plural=is_plural)
            if not self._has(closing, "}"):
                raise self._unclosed(closing, end)
            branches.append(Branch(selector, nodes))
            at = self._skip_space(closing + 1)
        if "other" not in {branch.selector for branch in branches}:
            raise MessageSyntaxError(f"“{kind}” needs a branch other {{…}}", start)
        return tuple(branches), at

    def _check_selector(self, selector: str, at: int, kind: Kind, before: list[Branch]) -> None:
        if selector in {branch.selector for branch in before}:
            raise MessageSyntaxError(f"the branch “{selector}” stands twice", at)
        is_number = selector.startswith("=")
        if kind is Kind.SELECT and is_number:
            raise MessageSyntaxError(f"“{selector}” is for plurals only", at)
        if kind is not Kind.SELECT and not is_number and selector not in _CATEGORIES:
            known = "zero, one, two, few, many, other, or =5"
            raise MessageSyntaxError(f"“{selector}” is no plural category; known are {known}", at)

    def _match(self, pattern: re.Pattern[str], at: int, what: str, start: int) -> tuple[str, int]:
        if at >= len(self.text):
            raise self._unclosed(at, start)
        found = pattern.match(self.text, at)
        if not found:
            raise MessageSyntaxError(f"here should stand {what}", at)
        return found.group(), found.end()

    def _unclosed(self, at: int, start: int) -> MessageSyntaxError:
        if at >= len(self.text):
            return MessageSyntaxError("a “{” without its “}”", start)
        return MessageSyntaxError("here should stand “}” or a comma", at)

    def _skip_space(self, at: int) -> int:
        found = _SPACE.match(self.text, at)
        return found.end() if found else at

    def _has(self, at: int, character: str) -> bool:
        return self.text.startswith(character, at)
