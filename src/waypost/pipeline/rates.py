"""How fast each engine has been on this machine: what a run is going to take.

Touches the disk: `build/.cache/rates.mp`. What can't be read is not known; no run needs it.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import msgspec

from waypost.files.atomic import save_cache
from waypost.pipeline.options import CACHE

_FILE = f"{CACHE}/rates.mp"
_FADES = 0.5
"""How much of what was measured before still counts: engines and machines change."""


class Rate(msgspec.Struct, frozen=True):
    """What an engine did in which time."""

    characters: float = 0.0
    seconds: float = 0.0

    def seconds_for(self, characters: int) -> float | None:
        """The time that so many characters of source text will take, if anything is known."""
        if self.characters <= 0 or self.seconds <= 0:
            return None
        return characters * self.seconds / self.characters


def load_rates(root: Path) -> dict[str, Rate]:
    """By `engine language`: what the last runs measured."""
    try:
        return msgspec.msgpack.decode((root / _FILE).read_bytes(), type=dict[str, Rate])
    except (OSError, msgspec.MsgspecError):
        return {}


def save_rate(root: Path, engine: str, code: str, rate: Rate) -> None:
    """What a run has measured counts for the next; what it never measured is left out."""
    if rate.characters <= 0:
        return
    rates, name = load_rates(root), f"{engine} {code}"
    before = rates.get(name, Rate())
    rates[name] = Rate(
        before.characters * _FADES + rate.characters, before.seconds * _FADES + rate.seconds
    )
    with suppress(OSError):  # a folder that can't be written costs only the estimate
        save_cache(root / _FILE, msgspec.msgpack.encode(rates))


def describe_seconds(seconds: float) -> str:
    """A time as people say it: less than a minute, about 5 minutes, about 2 hours."""
    if seconds < 50:
        return "less than a minute"
    minutes = round(seconds / 60)
    if minutes < 90:
        return f"about {minutes} minute{'s' if minutes > 1 else ''}"
    return f"about {round(seconds / 3600)} hours"
