"""Files that pages load: each has a part of its content's digest in its name.

So a browser may keep one for ever: another content is another address. A page names a file by a
logical name, and an `Assets` says where that file stands:

- `images/map.png`: an image of the content, by its path there;
- `waypost:NAME`: a file of the package's own folder `site/static/`;
- `qr:PAGE.svg`: the code that leads a phone to the neutral address of a page.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

import msgspec

from waypost.site.addresses import up_to_site

FOLDER: Final = "assets"
"""Where all of them stand in the site; hosts let browsers keep what is in it."""
_DIGITS = 8
_ODD = re.compile(r"[^A-Za-z0-9_.-]+")
"""What means something in an address, or in the HTML around it, or isn't named alike everywhere."""
_MOST_LETTERS = 80
"""File systems take 255 bytes."""


class Asset(msgspec.Struct, frozen=True):
    """A file that pages load, as they refer to it."""

    path: str
    """In the site: `assets/map.1a2b3c4d.png`."""
    width: int = 0
    """In pixels, 0 where it isn't known; so a page keeps the place free, and nothing jumps."""
    height: int = 0


Assets = Mapping[str, Asset]
"""Logical name → the file."""
NO_ASSETS: Final[Assets] = MappingProxyType({})


def place_asset(name: str, digest: str, size: tuple[int, int] = (0, 0)) -> Asset:
    """The file of a logical name whose bytes have the hex digest."""
    base = name.rpartition("/")[2].replace(":", "-")
    stem, _, ending = base.rpartition(".")
    plain = _ODD.sub("-", stem)[:_MOST_LETTERS]
    return Asset(f"{FOLDER}/{plain}.{digest[:_DIGITS]}.{ending.lower()}", *size)


def link_asset(assets: Assets, name: str, page: str) -> str | None:
    """The relative way from a page to the file of a logical name, or None where there is none."""
    return find_asset(assets, name, up_to_site(page))


def find_asset(assets: Assets, name: str, root: str) -> str | None:
    """The file of a logical name, where `root` is the way to the site; None where there is none."""
    asset = assets.get(name)
    return f"{root}{asset.path}" if asset is not None else None


def show_size(asset: Asset | None) -> str:
    """The attributes of an `img` that keep its place free, with a space before them."""
    if asset is None or not (asset.width and asset.height):
        return ""
    return f" width={asset.width} height={asset.height}"
