"""The files that pages load, planned before any page is made: where each stands, and its bytes.

Touches the disk: reads the content's images and the package's `site/static/`. A file is named by
what decides its bytes, so that pages can be compiled before the file is made, and it is made only
where it doesn't stand already. Whatever is put into these lists is written, is served as
unchangeable, and goes when nothing names it any longer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path, PurePosixPath

import msgspec

from waypost.files.digest import digest_bytes, digest_text
from waypost.files.inside import find_stray, load_inside
from waypost.files.scan import Mark
from waypost.model.logo import Logo
from waypost.model.site import Output, PageKind, SiteIdentity
from waypost.pipeline.outputs import save_output
from waypost.site.assets import Asset, Assets, place_asset
from waypost.site.image_size import measure_image
from waypost.site.qr_code import QR_FORM, name_qr_code, render_qr_code
from waypost.site.surroundings import PageRef

_IMAGES = frozenset({".avif", ".gif", ".jpeg", ".jpg", ".png", ".webp"})
"""Endings of images that content may bring along. No SVG: it can hold scripts."""
_SHIPPED = Path(__file__).parent.parent / "site" / "static"
SEARCH_SCRIPT = "waypost:search.js"
_ON_PAPER = frozenset({PageKind.GUIDE, PageKind.JOURNEY})
"""Pages that are printed, with a code that leads back to them."""


class AssetFile(msgspec.Struct, frozen=True):
    """A file that pages load, and how its bytes are come by."""

    name: str
    """As pages name it."""
    asset: Asset
    load: Callable[[], bytes]


def list_shared_assets(
    root: Path,
    content: str,
    digests: Mapping[str, str],
    logo: Logo | None = None,
    *,
    search: bool = True,
) -> tuple[AssetFile, ...]:
    """The content's images and the package's own files; `digests` are of the content's files.

    The logo is the one SVG of the content that is served: it was looked through. Without a
    `search`, its script is left out, and so no page offers one.
    """
    return (
        *_list_images(root, content, digests),
        *_list_logo(root, content, logo, digests),
        *(file for file in _list_shipped() if search or file.name != SEARCH_SCRIPT),
    )


def _list_logo(
    root: Path, content: str, logo: Logo | None, digests: Mapping[str, str]
) -> Iterator[AssetFile]:
    if logo is not None and not is_image(logo.path):
        asset = place_asset(logo.path, digests[f"{content}/{logo.path}"], (logo.width, logo.height))
        yield AssetFile(logo.path, asset, partial(load_inside, root, content, logo.path))


def _list_images(root: Path, content: str, digests: Mapping[str, str]) -> Iterator[AssetFile]:
    for path, digest in digests.items():
        name = path.removeprefix(f"{content}/")
        if name != path and is_image(name) and find_stray(root, content, name) is None:
            load = partial(load_inside, root, content, name)
            yield AssetFile(name, place_asset(name, digest, measure_image(load())), load)


def _list_shipped() -> Iterator[AssetFile]:
    for path in sorted(_SHIPPED.glob("[a-z]*.*")):
        name = f"waypost:{path.name}"
        asset = place_asset(path.name, digest_bytes(path.read_bytes()))
        yield AssetFile(name, asset, path.read_bytes)


def list_page_assets(identity: SiteIdentity, pages: Iterable[PageRef]) -> Iterator[AssetFile]:
    """What is made for each page: the code for its paper; none without the site's address."""
    if not identity.url:
        return
    for page in pages:
        if page.kind in _ON_PAPER:
            name, address = name_qr_code(page.id), f"{identity.url}{page.id}/"
            asset = place_asset(name, digest_text(f"{QR_FORM} {address}"))
            yield AssetFile(name, asset, partial(render_qr_code, address))


def index_assets(files: Iterable[AssetFile]) -> Assets:
    """The files as pages refer to them."""
    return {file.name: file.asset for file in files}


def save_assets(
    site: str, files: Iterable[AssetFile], standing: Mapping[str, Mark]
) -> dict[str, Mark]:
    """The marks of all files; one that stands already isn't made again."""
    marks: dict[str, Mark] = {}
    for file in files:
        path = file.asset.path
        marks[path] = standing.get(path) or save_output(site, Output(path, file.load()))
    return marks


def is_image(path: str) -> bool:
    """Whether the path is of an image that the site takes over."""
    return PurePosixPath(path).suffix.lower() in _IMAGES
