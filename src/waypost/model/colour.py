"""Colours, their contrast, and the nearest ones that can be read.

Contrast is that of WCAG 2.2 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio). Lightness is moved
in OKLCH, where equal steps look equal (https://bottosson.github.io/posts/oklab/).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from math import atan2, cos, hypot, sin

import msgspec

_HEX = re.compile(r"#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_STEP = 0.004
"""Of lightness, 0 to 1: less than the eye can tell."""


class Colour(msgspec.Struct, frozen=True):
    """An sRGB colour, each part from 0 to 255."""

    red: int
    green: int
    blue: int

    @property
    def hex(self) -> str:
        """As style sheets and people write it."""
        return f"#{self.red:02x}{self.green:02x}{self.blue:02x}"


class Brand(msgspec.Struct, frozen=True):
    """The colour of a site's links and buttons on light pages, and on dark ones."""

    light: Colour
    dark: Colour


def parse_colour(text: str) -> Colour | None:
    """The colour of `#0b57a4`, `0b57a4` or `#05a`; None for anything else."""
    found = _HEX.fullmatch(text.strip())
    if found is None:
        return None
    digits = found[1] if len(found[1]) == 6 else "".join(each * 2 for each in found[1])
    return Colour(int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16))


def luminance(colour: Colour) -> float:
    """The relative luminance, 0 to 1 (https://www.w3.org/TR/WCAG22/#dfn-relative-luminance)."""
    red, green, blue = (_linear(part) for part in (colour.red, colour.green, colour.blue))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@lru_cache(4096)
def contrast(first: Colour, second: Colour) -> float:
    """The contrast ratio, 1 to 21 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio)."""
    darker, lighter = sorted((luminance(first), luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


def find_nearest(colour: Colour, passes: Callable[[Colour], bool]) -> Colour | None:
    """The colour nearest in lightness, of the same hue, for which `passes`; None if none does."""
    lightness, chroma, hue = _to_oklch(colour)
    for count in range(int(1 / _STEP) + 1):
        for direction in (-1, 1) if count else (0,):
            moved = lightness + direction * count * _STEP
            if 0 <= moved <= 1:
                candidate = _from_oklch(moved, chroma, hue) if count else colour
                if passes(candidate):
                    return candidate
    return None


def _linear(part: int) -> float:
    """A part of an sRGB colour as light: the threshold is that of IEC 61966-2-1."""
    share = part / 255
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4


def _encoded(light: float) -> float:
    return 12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055


def _to_oklch(colour: Colour) -> tuple[float, float, float]:
    """Lightness 0 to 1, chroma, and hue in radians."""
    r, g, b = (_linear(part) for part in (colour.red, colour.green, colour.blue))
    long = (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b) ** (1 / 3)
    medium = (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b) ** (1 / 3)
    short = (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b) ** (1 / 3)
    lightness = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    return lightness, hypot(a, b), atan2(b, a)


def _from_oklch(lightness: float, chroma: float, hue: float) -> Colour:
    """The colour, with as much of the chroma as a screen can show at that lightness."""
    low, high = 0.0, chroma
    parts = _to_srgb(lightness, chroma, hue)
    if not _is_shown(parts):
        for _ in range(16):
            middle = (low + high) / 2
            if _is_shown(_to_srgb(lightness, middle, hue)):
                low = middle
            else:
                high = middle
        parts = _to_srgb(lightness, low, hue)
    red, green, blue = (round(255 * min(1.0, max(0.0, part))) for part in parts)
    return Colour(red, green, blue)


def _to_srgb(lightness: float, chroma: float, hue: float) -> tuple[float, float, float]:
    a, b = chroma * cos(hue), chroma * sin(hue)
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        _encoded(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
        _encoded(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
        _encoded(-0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short),
    )


def _is_shown(parts: tuple[float, float, float]) -> bool:
    return all(-0.0005 <= part <= 1.0005 for part in parts)
