"""The engines there are, by name: an explicit tuple, the default first.

An engine's own module is imported only when it is chosen.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec

from waypost.translation.engines.protocol import Engine


class Setup(msgspec.Struct, frozen=True):
    """Where an engine finds its data, and where it may keep what it makes of them."""

    packs: Path
    cache: Path


class Choice(msgspec.Struct, frozen=True):
    """An engine that can be chosen."""

    name: str
    summary: str
    """For the help of the command line."""
    make: Callable[[Setup], Engine]
    is_model: bool = True
    """Whether it needs minutes and most of the machine: then one runs at a time."""


def _argos(setup: Setup) -> Engine:
    from waypost.translation.engines.argos import ArgosEngine

    return ArgosEngine(setup.packs, cache=setup.cache / "argos")


def _firefox(setup: Setup) -> Engine:
    from waypost.translation.engines.firefox import FirefoxEngine

    return FirefoxEngine(setup.packs)


def _apertium(_setup: Setup) -> Engine:
    from waypost.translation.engines.apertium import ApertiumEngine

    return ApertiumEngine()


def _pseudo(_setup: Setup) -> Engine:
    from waypost.translation.engines.pseudo import PseudoEngine

    return PseudoEngine()


ENGINES = (
    Choice("argos", "Argos Translate, models on this machine", _argos),
    Choice("firefox", "the models of Firefox, on this machine", _firefox),
    Choice("apertium", "rules and dictionaries, if Apertium is installed", _apertium),
    Choice("pseudo", "accents, to try a layout", _pseudo, is_model=False),
)
ENGINE_NAMES = tuple(each.name for each in ENGINES)


def find_choice(name: str) -> Choice:
    """The choice of that name; a KeyError for none, since settings and options allow no other."""
    return {each.name: each for each in ENGINES}[name]
