"""Isolation of a value within a sentence of the other direction (Unicode, UAX #9)."""

from __future__ import annotations

from typing import Final

FSI: Final = "\N{FIRST STRONG ISOLATE}"
PDI: Final = "\N{POP DIRECTIONAL ISOLATE}"


def isolate(text: str) -> str:
    """The text so that it neither turns nor is turned by what stands around it.

    For plain text (titles, attributes, PO comments). In HTML `<bdi>` does the same.
    """
    return f"{FSI}{text}{PDI}"
