"""A site's colour and logo as the settings name them, checked for contrast."""

from __future__ import annotations

from collections.abc import Iterator

from waypost.config.codes import BAD_LOGO, BAD_SETTING, CONTRAST
from waypost.config.settings import SETTINGS_FILE, Settings
from waypost.content.located import Located, LocatedMap, LocatedText
from waypost.content.logo import load_logo
from waypost.content.parsed import Parsed, found, parsed, suggest
from waypost.model.colour import Brand, Colour, parse_colour
from waypost.model.finding import Finding, Place
from waypost.model.logo import Logo
from waypost.site.palette import DARK, LIGHT, Ground, derive_dark, find_passing, find_weakness

COLOUR_NAMES = ("colour", "color")
_MODES = ("light", "dark")
_EXAMPLE = 'Write it in quotes, for # begins a comment: colour: "#0b57a4"'


def read_brand(own: LocatedMap) -> Parsed[Brand]:
    """The brand that `colour` (or `color`) says; no value where nothing usable is said."""
    names = [name for name in COLOUR_NAMES if name in own]
    if not names:
        return parsed(None, ())
    name = names[0]
    findings: list[Finding] = []
    if len(names) == 2:
        line, column = own.keys_at["color"]
        message = "“color” and “colour” are the same setting"
        mend = "Keep one of them."
        findings.append(found(BAD_SETTING, Place(SETTINGS_FILE, line, column), message, mend))
    value = own[name]
    modes = value if isinstance(value, LocatedMap) else None
    if modes is not None:
        findings += _find_unknown(modes)
    light = _read_colour(value if modes is None else modes.get("light", modes), findings, name)
    dark = None
    if modes is not None and "dark" in modes:
        dark = _read_colour(modes["dark"], findings, f"{name}/dark")
    if light is None:
        return parsed(None, findings)
    at = value if modes is None else modes["light"]
    findings += _check_contrast(at, name, light, LIGHT)
    if modes is not None and dark is not None:
        findings += _check_contrast(modes["dark"], f"{name}/dark", dark, DARK)
    return parsed(Brand(light, dark or derive_dark(light)), findings)


def _find_unknown(modes: LocatedMap) -> Iterator[Finding]:
    for name, (line, column) in modes.keys_at.items():
        if name not in _MODES:
            message = f"“{name}” is neither light nor dark.{suggest(name, _MODES)}"
            mend = "Known here: light, dark."
            yield found(BAD_SETTING, Place(SETTINGS_FILE, line, column), message, mend)


def _read_colour(value: Located, findings: list[Finding], name: str) -> Colour | None:
    colour = parse_colour(value) if isinstance(value, LocatedText) else None
    if colour is None:
        said = f", not “{value}”" if isinstance(value, LocatedText) and value else ""
        message = f"{name} must be a colour of three or six hexadecimal digits{said}"
        findings.append(found(BAD_SETTING, _place(value), message, _EXAMPLE))
    return colour


def _check_contrast(at: Located, name: str, colour: Colour, ground: Ground) -> Iterator[Finding]:
    weak = find_weakness(colour, ground)
    if weak is None:
        return
    mode = "light" if ground is LIGHT else "dark"
    message = (
        f"{name} {colour.hex}: the contrast of {weak.what} in {mode} mode is "
        f"{int(weak.ratio * 100) / 100:.2f}; {weak.needed} is needed"
    )
    mend = f'The nearest colour that passes is "{find_passing(colour, ground).hex}".'
    yield found(CONTRAST, _place(at), message, mend)


def _place(at: Located) -> Place:
    return Place(SETTINGS_FILE, at.line, at.column)


def load_site_logo(settings: Settings) -> Parsed[Logo]:
    """The logo that the settings name, read and found harmless; no value where there is none."""
    if not settings.logo:
        return parsed(None, ())
    place = settings.places.get("logo", Place(SETTINGS_FILE))
    return load_logo(settings.root, settings.content, settings.logo, place, BAD_LOGO)
