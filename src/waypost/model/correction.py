"""A text that somebody suggests for one segment, as files of other tools and the desk bring it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Correction:
    """A translation for the segment at an address, and the source that its writer saw."""

    language: str
    document: str
    """Such as `guides/renew-license`."""
    address: str
    """The msgctxt."""
    source: str
    target: str
    note: str = ""
    by: str = ""
    """Who wrote it, in her own words; it proves nothing, so no stamp is made of it."""
