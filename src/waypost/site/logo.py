"""The site's logo as a page shows it."""

from __future__ import annotations

import msgspec

from waypost.model.logo import Logo
from waypost.site.assets import Assets

_HEIGHT = 40
_MOST_WIDTH = 220


class LogoView(msgspec.Struct, frozen=True):
    """A picture in the header, in CSS pixels."""

    href: str
    width: int
    height: int
    is_wordmark: bool
    """It stands in place of the site's name, and says it to those who don't see it."""


def show_logo(logo: Logo | None, assets: Assets, root: str) -> LogoView | None:
    """The logo as high as the header lets it be; None for a site without one.

    `root` is the way to the site's root from the page.
    """
    asset = assets.get(logo.path) if logo is not None else None
    if logo is None or asset is None:
        return None
    scale = min(_HEIGHT / logo.height, _MOST_WIDTH / logo.width)
    width, height = (max(1, round(side * scale)) for side in (logo.width, logo.height))
    return LogoView(f"{root}{asset.path}", width, height, logo.is_wordmark)
