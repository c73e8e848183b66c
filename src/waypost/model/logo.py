"""A site's logo as pages show it."""

from __future__ import annotations

import msgspec

_WIDE = 2.0


class Logo(msgspec.Struct, frozen=True):
    """A picture that holds nothing but a picture."""

    path: str
    """In the content's folder."""
    width: int
    height: int
    """In pixels, or in units of the drawing."""

    @property
    def is_wordmark(self) -> bool:
        """Whether it takes the place of the site's name: twice as wide as high, or wider.

        Such a logo has the name in it. One that isn't wide is an emblem beside the name.
        """
        return self.width >= _WIDE * self.height
