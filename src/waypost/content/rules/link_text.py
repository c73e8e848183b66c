"""A link's words make sense without the sentence around them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from waypost.content.parsed import found
from waypost.content.rules.rule_input import RuleInput
from waypost.model.block import TargetKind
from waypost.model.finding import Code, Finding, Severity

CODE = Code(
    "C025",
    "A link's words say nothing alone",
    Severity.WARNING,
    "Screen readers can list the links of a page; there every “here” is the same.",
    "Say where the link leads: [Apply for food help](food-help).",
    "To apply, [click here](food-help).",
    "[Apply for food help](food-help).",
)

_LINK = re.compile(r"\[((?:\\.|[^\]\\])*)\]\{([0-9]+)\}")
_EMPTY_WORDS = frozenset(
    """
    click | click here | click on this link | click this link | continue | details | download
    | find out more | follow this link | form | go | go here | here | info | information | it
    | learn more | link | more | more details | more info | more information | next | online
    | open | page | read more | see here | see more | site | start | start here | this | this form
    | this link | this page | this site | this website | visit | web page | webpage | website
    """.replace("\n", " ")
    .replace("  ", " ")
    .strip()
    .split(" | ")
)
_EMPTY_WORDS = frozenset(" ".join(words.split()) for words in _EMPTY_WORDS)


def check_link_text(given: RuleInput) -> Iterator[Finding]:
    """A finding for each link whose words are empty, or the same on every page."""
    for passage in given.passages:
        if not passage.targets:
            continue
        for match in _LINK.finditer(passage.source):
            number = int(match[2])
            if not 0 < number <= len(passage.targets):
                continue
            if passage.targets[number - 1].kind is not TargetKind.LINK:
                continue
            words = match[1].replace("*", "").strip()
            if not words or words.casefold().strip(" .:!>→»") in _EMPTY_WORDS:
                place = given.spot(passage, f"[{match[1]}]")
                message = f"“{words}” alone says nothing" if words else "the link has no words"
                yield found(CODE, place, message)
