"""A code that leads a phone from paper to a page."""

from __future__ import annotations

import re
from typing import Any, cast

QR_FORM = 4
"""Raised whenever the picture of the same address changes."""

_LEVELS = ("M", "Q", "H")
"""How much of a code may be smudged: a seventh, a quarter, three tenths."""


def name_qr_code(page: str) -> str:
    """The name by which a page's code is asked for among the files that pages load."""
    return f"qr:{page}.svg"


def render_qr_code(address: str) -> bytes:
    """The SVG of a code for the address, in black on white whatever the page's colours are.

    A seventh of it may be smudged, or more where that makes no larger code. Four light modules
    stand around it, as readers need.
    """
    rows = _find_modules(address)
    drawn, column, line = list[str](), 0, 0
    for number, row in enumerate(rows):
        for run in re.finditer(rb"\0+", row):
            start, end = run.span()
            drawn.append(f"m{start - column} {number - line}h{end - start}")
            column, line = end, number
    area = f'viewBox="0 0 {len(rows)} {len(rows)}"'
    light = f'<path fill="#fff" d="M0 0h{len(rows)}v{len(rows)}H0z"/>'
    dark = f'<path stroke="#000" d="M0 .5{"".join(drawn)}"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {area}>{light}{dark}</svg>'.encode()


def _find_modules(address: str) -> list[bytes]:
    """The rows of the code with the light ones around it, one byte a module: 0 where it is dark."""
    from zxingcpp import BarcodeFormat, create_barcode

    first, *firmer = _LEVELS
    firmest = create_barcode(address, BarcodeFormat.QRCode, ec_level=first).to_image()
    for level in firmer:
        image = create_barcode(address, BarcodeFormat.QRCode, ec_level=level).to_image()
        # What may be smudged more is never smaller: to draw the next would be in vain.
        if image.shape != firmest.shape:
            break
        firmest = image
    modules = bytes(cast("Any", firmest))  # a buffer, which its types don't say
    size = firmest.shape[0]
    return [modules[start : start + size] for start in range(0, len(modules), size)]
