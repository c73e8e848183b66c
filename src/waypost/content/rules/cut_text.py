"""A text isn't cut off by a number sign: in YAML a comment begins after a space and #."""

from __future__ import annotations

import re
from collections.abc import Iterator

from waypost.content.located import LocatedText
from waypost.content.parsed import found
from waypost.content.rules.rule_input import RuleInput
from waypost.model.finding import Code, Finding, Place, Severity

CODE = Code(
    "C043",
    "A text that ends at a #",
    Severity.WARNING,
    "In YAML a comment begins at a # after a space: what follows isn't part of the text, and "
    "nobody sees it.",
    "Write the whole text in quotes, or move the comment to a line of its own.",
    "title: Get permit #1 or #2",
    'title: "Get permit #1 or #2"',
)

_COMMENT = re.compile(r"\s+#.*")


def check_cut_texts(given: RuleInput) -> Iterator[Finding]:
    """A finding for each unquoted text of a field that a comment follows."""
    if " #" not in given.text:
        return
    lines = given.text.split("\n")
    for passage in given.passages:
        located = given.find_field(passage.address) if passage.address else None
        if not isinstance(located, LocatedText) or located.quoted:
            continue
        start = located.column - 1
        rest = lines[located.line - 1][start:]
        if not rest.startswith(located):
            continue
        comment = _COMMENT.fullmatch(rest[len(located) :])
        if comment:
            column = start + len(located) + comment.group().index("#") + 1
            place = Place(given.place.path, located.line, column)
            whole = rest.rstrip().replace('"', "'")
            mend = f'Write "{whole}", or move the comment to a line of its own.'
            yield found(CODE, place, "the text ends before this #", mend)
