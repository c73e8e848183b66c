"""What keeps a text from being stamped: a defect for which no engine's text would be written."""

from __future__ import annotations

from waypost.model.finding import Code
from waypost.model.glossary import Glossary
from waypost.model.text import Role, Syntax
from waypost.translation.catalog import Entry
from waypost.translation.quality.judge import find_blocking
from waypost.translation.quality.pair import Pair

_MESSAGES = {"phrases", "interface"}
"""The documents whose texts are ICU messages."""


def find_obstacle(
    entry: Entry, document: str, language: str, source_language: str
) -> tuple[Code, str] | None:
    """The code and the words of what is wrong with the text, or None."""
    syntax = Syntax.MESSAGE if document in _MESSAGES else Syntax.MARKUP
    role = Role.PHRASE if document in _MESSAGES else Role.PARAGRAPH
    defect = find_blocking(
        Pair(
            entry.source, entry.target, syntax, role, source_language, language, Glossary(language)
        )
    )
    return None if defect is None else (defect.code, defect.message)
