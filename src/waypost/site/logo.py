"""The site's logo as a page shows it."""

from __future__ import annotations

from dataclasses import dataclass

from waypost.model.logo import Logo
from waypost.site.assets import Assets, link_asset

_HEIGHT = 40
_MOST_WIDTH = 220


@dataclass(frozen=True, slots=True)
class LogoView:
    """A picture in the header, in CSS pixels."""

    href: str
    width: int
    height: int
    is_wordmark: bool
    """It stands in place of the site's name, and says it to those who don't see it."""


def show_logo(logo: Logo | None, assets: Assets, page: str) -> LogoView | None:
    """The logo as high as the header lets it be; None for a site without one."""
    if logo is None:
        return None
    href = link_asset(assets, logo.path, page)
    if href is None:
        return None
    scale = min(_HEIGHT / logo.height, _MOST_WIDTH / logo.width)
    width, height = (max(1, round(side * scale)) for side in (logo.width, logo.height))
    return LogoView(href, width, height, logo.is_wordmark)
