"""The site's logo: an SVG or PNG that holds a picture and nothing else.

Touches the disk: `load_logo` reads the file.
"""

from __future__ import annotations

import struct
from pathlib import Path

from waypost.content.parsed import Parsed, parsed
from waypost.content.svg import SvgError, measure_svg
from waypost.files.inside import StrayError, load_inside
from waypost.model.finding import Code, Finding, Place
from waypost.model.logo import Logo

MOST_BYTES = 20_000
_MOST_PIXELS = 2000
_PNG = b"\x89PNG\r\n\x1a\n"


def load_logo(root: Path, folder: str, name: str, named_at: Place, code: Code) -> Parsed[Logo]:
    """The logo `name` in the content's `folder`, or a finding of `code` that says why not.

    What is wrong with the picture stands at its own file, what is wrong with its name where the
    settings say it.
    """

    def refuse(place: Place, message: str, mend: str = "") -> Parsed[Logo]:
        return parsed(None, (Finding(place, code.id, message, mend or code.mend, code.severity),))

    if ".." in name.split("/"):
        return refuse(named_at, f"logo: “{name}” leads out of {folder}/")
    try:
        data = load_inside(root, folder, name)
    except StrayError:
        return refuse(named_at, f"logo: “{name}” leads out of {folder}/")
    except OSError:
        return refuse(
            named_at,
            f"logo: there is no file “{name}” in {folder}/",
            f"Put the picture into {folder}/ and write its path from there.",
        )
    place = Place(f"{folder}/{name}")
    if len(data) > MOST_BYTES:
        return refuse(
            place, f"the logo has {len(data):,} bytes; {MOST_BYTES:,} are the most for every page"
        )
    try:
        width, height = parse_size(name, data)
    except SvgError as error:
        at = Place(place.path, error.line, error.column)
        return refuse(at, str(error), "Save it as a plain SVG: paths, shapes and colours only.")
    except ValueError as error:
        return refuse(place, str(error))
    return parsed(Logo(name, width, height), ())


def parse_size(name: str, data: bytes) -> tuple[int, int]:
    """Width and height of the picture; SvgError or ValueError where it can't be a logo."""
    ending = name.rpartition(".")[2].lower()
    if ending == "svg":
        return measure_svg(data)
    if ending != "png":
        raise ValueError("a logo is an SVG or a PNG")
    if not data.startswith(_PNG) or data[12:16] != b"IHDR" or len(data) < 33:
        raise ValueError("the file is called .png and is none")
    width, height = struct.unpack(">II", data[16:24])
    if not 0 < width <= _MOST_PIXELS or not 0 < height <= _MOST_PIXELS:
        raise ValueError(
            f"the logo is {width} × {height} pixels; {_MOST_PIXELS} are the most each way"
        )
    return width, height
