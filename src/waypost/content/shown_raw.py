"""Signs that other programs turn into headings, lists or marks, and Markdown here doesn't."""

from __future__ import annotations

import re

from waypost.content.body import Body
from waypost.content.markdown_codes import SHOWN_RAW
from waypost.model.finding import Place

_SIGNS = re.compile(
    r"^ {0,3}(?P<heading>#{2,6})(?=[^\s#])"
    r"|^\s*(?P<bullet>[•‣◦▪▫●○∙·])(?=\s)"
    r"|^\s*[-*+] (?P<box>\[[ xX]\])(?=\s)"
    r"|(?<!~)(?P<strike>~~)(?=[^\s~][^~]*~~)"
)


def find_shown_raw(body: Body) -> None:
    """Notes a finding for each sign that the page would show as it is."""
    for number, line in enumerate(body.lines, body.first_line):
        for match in _SIGNS.finditer(line):
            kind = match.lastgroup or ""
            sign = match[kind]
            place = Place(body.path, number, match.start(kind) + 1)
            body.add(SHOWN_RAW, place, f"“{sign}” is shown as it is", _MENDS[kind].format(sign))


_MENDS = {
    "heading": "Put a space after {}.",
    "bullet": "Begin each line of the list with - and a space.",
    "box": "Write the item without {}.",
    "strike": "Remove what doesn't hold any more, and the signs around it.",
}
