"""One run of an engine over texts of one syntax: asking it, and judging what it says."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

import msgspec

from waypost.model.glossary import Glossary
from waypost.model.text import Role, Syntax
from waypost.translation.encodings import Encoding
from waypost.translation.literals import Depth, hide_literals
from waypost.translation.pieces import find_words
from waypost.translation.quality.judge import find_refusal
from waypost.translation.quality.pair import Pair
from waypost.translation.stand_ins import Values

_WORD = re.compile(r"[^\W\d_]{3,}")


class Job(msgspec.Struct, frozen=True):
    """The engine and what holds for all texts that it is asked."""

    engine: Callable[[Sequence[str]], Sequence[str]]
    source: str
    target: str
    syntax: Syntax
    glossary: Glossary
    encodings: tuple[Encoding, ...]
    roles: Mapping[str, Role] = msgspec.field(default_factory=dict)
    """The role of each text that has another than a paragraph's."""
    values: dict[str, Values] = msgspec.field(default_factory=dict)
    """Today's values of the facts in a text."""
    said: dict[str, str] = msgspec.field(default_factory=dict)
    """What the engine answered so far: a text is asked once."""

    def say(self, texts: Sequence[str]) -> list[str]:
        """The engine's answer to each text."""
        wanted = [text for text in dict.fromkeys(texts) if text not in self.said]
        if wanted:
            self.said.update(zip(wanted, self.engine(wanted), strict=True))
        return [self.said[text] for text in texts]

    def find_fault(self, unit: str, text: str) -> str:
        """Why `text` can't be written as the translation of `unit`; "" if it can."""
        fault = self._find_refusal(unit, text, self.syntax)
        source = self.words(unit)
        if fault or not any(char.isdigit() for char in source):
            return fault
        # The digits of what was hidden must not answer for a number that was lost.
        return self._find_refusal(source, self.words(text), Syntax.MARKUP)

    def _find_refusal(self, source: str, target: str, syntax: Syntax) -> str:
        role = self.roles.get(source, Role.PARAGRAPH)
        pair = Pair(source, target, syntax, role, self.source, self.target, self.glossary)
        defect = find_refusal(pair)
        return "" if defect is None else f"{defect.code.id} {defect.message}"

    def words(self, text: str) -> str:
        """The words of a text that are the engine's work: nothing hidden is among them."""
        return find_words(text, self.syntax, hide_literals(self.glossary, Depth.FIRM))

    def find_left_over(self, unit: str, text: str) -> frozenset[str]:
        """The words of `text` that stand in its source as well: perhaps the engine let them be."""
        source = {word.casefold() for word in _WORD.findall(self.words(unit))}
        return frozenset(
            word.casefold() for word in _WORD.findall(self.words(text)) if word.casefold() in source
        )
