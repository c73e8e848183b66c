"""An image says in words what it shows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from waypost.content.parsed import found
from waypost.content.rules.rule_input import RuleInput
from waypost.model.block import TargetKind
from waypost.model.finding import Code, Finding, Severity
from waypost.model.text import Role

CODE = Code(
    "C026",
    "An image without words",
    Severity.ERROR,
    "Who can't see the image, or can't load it, gets nothing; a file's name is no description.",
    "Describe what matters in it: ![The number is at the top of the card](card.png)",
    "![](card.png)",
    "![The number is at the top of the card](card.png)",
)

_IMAGE = re.compile(r"\[((?:\\.|[^\]\\])*)\]\{([0-9]+)\}")
_FILE = re.compile(r"\S+\.(?:png|jpe?g|gif|svg|webp|avif)", re.IGNORECASE)
_NOTHING = frozenset({"", "image", "picture", "photo", "graphic", "icon", "logo", "screenshot"})


def check_alt_text(given: RuleInput) -> Iterator[Finding]:
    """A finding for each image that isn't described."""
    for passage in given.passages:
        if passage.role is Role.ALT:
            if _says_nothing(passage.words):
                place = given.spot(passage, "![")
                yield found(CODE, place, _say(passage.words))
            continue
        for match in _IMAGE.finditer(passage.source) if passage.targets else ():
            number = int(match[2])
            if not 0 < number <= len(passage.targets):
                continue
            is_image = passage.targets[number - 1].kind is TargetKind.IMAGE
            if is_image and _says_nothing(match[1]):
                yield found(CODE, given.spot(passage, f"![{match[1]}"), _say(match[1]))


def _says_nothing(words: str) -> bool:
    words = words.strip()
    return words.casefold() in _NOTHING or _FILE.fullmatch(words) is not None


def _say(words: str) -> str:
    return f"“{words}” doesn't say what the image shows" if words else "the image has no words"
