"""A site's colours on light and on dark pages: what each must be told from, and as a style sheet.

The grounds are those of `:root` in the style sheets; a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import msgspec

from waypost.model.colour import Brand, Colour, contrast, find_nearest

TEXT_CONTRAST = 4.5
"""Of text, WCAG 2.2 criterion 1.4.3."""
LINE_CONTRAST = 3.0
"""Of what shows a control or its state, criterion 1.4.11."""
STRONG_CONTRAST = 7.0
"""Of text, criterion 1.4.6: what a derived colour has, and who asks for more contrast gets."""
_WHITE = Colour(0xFF, 0xFF, 0xFF)
_INK = Colour(0x0B, 0x12, 0x19)


class Ground(msgspec.Struct, frozen=True):
    """What the brand colour stands on in one mode."""

    page: Colour
    surface: Colour
    """Of a box that holds facts."""
    notice: Colour
    """Of a warning."""

    @property
    def all(self) -> tuple[tuple[str, Colour], ...]:
        """Each ground with what it is called."""
        return (
            ("on the page", self.page),
            ("in a grey box", self.surface),
            ("in a warning", self.notice),
        )


LIGHT = Ground(_WHITE, Colour(0xF1, 0xF4, 0xF6), Colour(0xFF, 0xF4, 0xD1))
DARK = Ground(Colour(0x14, 0x18, 0x1C), Colour(0x1F, 0x26, 0x2C), Colour(0x35, 0x2C, 0x10))


class Weakness(msgspec.Struct, frozen=True):
    """Two colours that can't be told apart well enough."""

    what: str
    """`links on the page`"""
    ratio: float
    needed: float


def find_weakness(colour: Colour, ground: Ground) -> Weakness | None:
    """The worst that is wrong with the brand colour on the ground, or None.

    Links, the text of buttons, and the lines that buttons and boxes are drawn with: all of them
    take the colour.
    """
    weak = [
        Weakness(what, ratio, needed)
        for what, ratio, needed in _ratios(colour, ground)
        if ratio < needed
    ]
    return min(weak, key=lambda one: one.ratio / one.needed, default=None)


def _ratios(colour: Colour, ground: Ground) -> Iterator[tuple[str, float, float]]:
    for where, below in ground.all:
        yield f"links {where}", contrast(colour, below), TEXT_CONTRAST
        yield f"lines {where}", contrast(colour, below), LINE_CONTRAST
    yield "the text of buttons", contrast(colour, text_on(colour)), TEXT_CONTRAST


def text_on(colour: Colour) -> Colour:
    """White or ink, whichever reads better on the colour."""
    return max(_WHITE, _INK, key=lambda text: contrast(colour, text))


def find_passing(colour: Colour, ground: Ground) -> Colour:
    """The colour of the same hue, nearest in lightness, that nothing is wrong with."""
    found = find_nearest(colour, lambda one: find_weakness(one, ground) is None)
    return found or (_INK if ground is LIGHT else _WHITE)


@cache
def strengthen(colour: Colour, ground: Ground) -> Colour:
    """The nearest colour of the same hue that reads well everywhere on the ground."""
    found = find_nearest(
        colour,
        lambda one: all(contrast(one, below) >= STRONG_CONTRAST for _, below in ground.all),
    )
    return found or (_INK if ground is LIGHT else _WHITE)


def derive_dark(colour: Colour) -> Colour:
    """The brand colour of dark pages for a site that names only that of light ones."""
    return strengthen(colour, DARK)


@cache
def render_palette(brand: Brand | None) -> str:
    """The custom properties of a site's own colours; "" for a site that has Waypost's."""
    if brand is None:
        return ""
    light, dark = _declare(brand.light), _declare(brand.dark)
    more_light = _declare(strengthen(brand.light, LIGHT))
    more_dark = _declare(strengthen(brand.dark, DARK))
    css = f":root{{{light}}}"
    if more_light != light:
        css += f"@media (prefers-contrast:more){{:root{{{more_light}}}}}"
    css += f"@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}"
    if more_dark != dark:
        css += (
            "@media screen and (prefers-color-scheme:dark) and (prefers-contrast:more)"
            f"{{:root{{{more_dark}}}}}"
        )
    return css


def _declare(colour: Colour) -> str:
    return f"--l:{colour.hex};--k:{colour.hex};--o:{text_on(colour).hex}"
