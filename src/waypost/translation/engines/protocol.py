"""What every translation engine can do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from waypost.model.finding import Failure


class MissingPair(Failure):
    """The engine is there, and has no data for two languages: it may have them for others."""


class EngineCrash(Failure):
    """The engine crashed on some texts, twice: it may bear the others."""


class Engine(Protocol):
    """Translates texts from one language into another; languages are BCP 47 codes."""

    @property
    def name(self) -> str:
        """The engine: `argos`, `pseudo`."""
        ...

    @property
    def version(self) -> str:
        """The version of the engine itself, without its data for a pair of languages."""
        ...

    @property
    def keeps_markup(self) -> bool:
        """Whether the engine itself keeps the segment grammar and ICU syntax as they are."""
        ...

    def stamp(self, source: str, target: str) -> str:
        """What a machine translation is signed with: `argos 1.12.1 en_es 0.1`.

        Name, version, then pair and version of its data. Equal stamps mean equal translations.
        Raises Failure if the engine can't translate between the two.
        """
        ...

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[str]:
        """One translation for each text, in the same order.

        Raises Failure if the engine isn't there or doesn't answer.
        """
        ...

    def close(self) -> None:
        """The engine's process, if it has one, is ended; a later call may start it again."""
        ...
