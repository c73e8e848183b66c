import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waypost.model.colour import Brand, Colour, contrast, parse_colour
from waypost.site.palette import (
    DARK,
    LIGHT,
    Ground,
    derive_dark,
    find_passing,
    find_weakness,
    render_palette,
    strengthen,
)
from waypost.site.style_sheet import load_style

COLOURS = st.builds(Colour, *[st.integers(0, 255)] * 3)
BLUE = Colour(0x0B, 0x57, 0xA4)


def declared(mode: str) -> dict[str, Colour]:
    """The custom properties of the shared style sheet in a mode."""
    css = load_style("base")
    light, dark = re.findall(r":root\{([^}]*--b:[^}]*)\}", css)
    pairs = re.findall(r"(--\w+):(#\w+)", dark if mode == "dark" else light)
    found = {name: parse_colour(text) for name, text in pairs}
    return {name: colour for name, colour in found.items() if colour is not None}


@pytest.mark.parametrize(("mode", "ground"), [("light", LIGHT), ("dark", DARK)])
def test_the_grounds_are_those_of_the_style_sheet(mode: str, ground: Ground) -> None:
    colours = declared(mode)
    assert (colours["--b"], colours["--s"], colours["--w"]) == (
        ground.page,
        ground.surface,
        ground.notice,
    )


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("ground", ["--b", "--s", "--w"])
def test_wayposts_own_colours_can_be_read(mode: str, ground: str) -> None:
    colours = declared(mode)
    for text in ("--f", "--m", "--l"):
        assert contrast(colours[text], colours[ground]) >= 4.5, text
    for line in ("--k", "--e"):
        assert contrast(colours[line], colours[ground]) >= 3, line


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_text_of_wayposts_own_buttons_can_be_read(mode: str) -> None:
    colours = declared(mode)
    assert contrast(colours["--o"], colours["--k"]) >= 4.5


def test_the_worst_is_named_first() -> None:
    weak = find_weakness(Colour(0xFF, 0xCC, 0), LIGHT)
    assert weak is not None
    assert (weak.what, weak.needed) == ("links in a grey box", 4.5)
    assert find_weakness(BLUE, LIGHT) is None


@given(COLOURS, st.sampled_from([LIGHT, DARK]))
def test_every_colour_has_one_that_passes(colour: Colour, ground: Ground) -> None:
    passing = find_passing(colour, ground)
    assert find_weakness(passing, ground) is None
    if find_weakness(colour, ground) is None:
        assert passing == colour


@given(COLOURS)
def test_a_derived_dark_colour_passes_and_reads_well(colour: Colour) -> None:
    dark = derive_dark(colour)
    assert find_weakness(dark, DARK) is None
    assert contrast(dark, DARK.page) >= 7


def test_a_site_without_a_colour_adds_nothing() -> None:
    assert render_palette(None) == ""


def test_a_sites_colours_stand_in_both_modes() -> None:
    css = render_palette(Brand(BLUE, Colour(0x8C, 0xC2, 0xFF)))
    assert ":root{--l:#0b57a4;--k:#0b57a4;--o:#ffffff}" in css
    dark = (
        "@media screen and (prefers-color-scheme:dark){:root{--l:#8cc2ff;--k:#8cc2ff;--o:#0b1219}}"
    )
    assert dark in css


def test_who_asks_for_more_contrast_gets_it() -> None:
    green = Colour(0x1A, 0x7F, 0x37)
    css = render_palette(Brand(green, derive_dark(green)))
    strong = strengthen(green, LIGHT)
    assert contrast(strong, LIGHT.page) >= 7 > contrast(green, LIGHT.page)
    assert f"@media (prefers-contrast:more){{:root{{--l:{strong.hex};" in css
