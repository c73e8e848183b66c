"""A code that leads a phone from paper to a page."""

from __future__ import annotations

from io import BytesIO

QR_FORM = 3
"""Raised whenever the picture of the same address changes."""


def name_qr_code(page: str) -> str:
    """The name by which a page's code is asked for among the files that pages load."""
    return f"qr:{page}.svg"


def render_qr_code(address: str) -> bytes:
    """The SVG of a code for the address, in black on white whatever the page's colours are.

    A seventh of it may be smudged. Four light modules stand around it, as readers need.
    """
    import segno

    out = BytesIO()
    segno.make_qr(address, error="m", boost_error=True).save(
        out,
        kind="svg",
        xmldecl=False,
        svgclass=None,
        lineclass=None,
        omitsize=True,
        light="#fff",
        nl=False,
    )
    return out.getvalue()
