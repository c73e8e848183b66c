"""Targets of links and images as tags, harmless ones only."""

from __future__ import annotations

import re
from collections.abc import Mapping

from waypost.model.block import Target, TargetKind
from waypost.model.fact import Email, FactValue, Phone, Url
from waypost.site.addresses import guide_of, link_to, up_to_site
from waypost.site.assets import NO_ASSETS, Assets, link_asset, show_size
from waypost.site.inline import escape_attribute

_PAGE = re.compile(r"(?:[a-z]+/)?([a-z0-9][a-z0-9_-]*)(?:\.md|/)?(?:#([^\s\"'<>]*))?")
_FILE = re.compile(r"(?:\.{1,2}/)*((?:[\w-][\w.-]*/)*[\w-][\w.-]*\.[A-Za-z0-9]{2,5})")
_FACT = re.compile(r"\{([a-z0-9_.]+)\}")
_OUTSIDE = re.compile(r"(?:https?://|mailto:|tel:\+?[0-9])[^\s\x00-\x20]*", re.IGNORECASE)


def find_href(
    href: str, page: str, facts: Mapping[str, FactValue], assets: Assets = NO_ASSETS
) -> str | None:
    """Where a link of the page leads: a whole address, `#anchor`, or a relative way; else None.

    None means that the text stands without a link: another scheme, an unknown fact.
    """
    href = href.strip()
    fact = _FACT.fullmatch(href)
    if fact is not None:
        return find_fact_href(facts.get(fact.group(1)))
    if href.startswith("#"):
        return link_to(page, guide_of(page), href[1:]) if len(href) > 1 else None
    if _OUTSIDE.fullmatch(href):
        return href
    if ":" in href.split("/", 1)[0]:
        return None
    internal = _PAGE.fullmatch(href)
    if internal is not None:
        return link_to(page, internal.group(1), internal.group(2) or "")
    return find_file(href, page, assets)


def find_fact_href(value: FactValue | None) -> str | None:
    """Where a fact leads that is an address on the web, by mail or by phone."""
    match value:
        case Url(href):
            return href if _OUTSIDE.fullmatch(href) else None
        case Email(address):
            return f"mailto:{address}"
        case Phone():
            return f"tel:{value.dial}"
        case _:
            return None


def open_link(href: str, *, sensitive: bool) -> str:
    """The opening tag of a link."""
    outside = href.startswith(("https://", "http://"))
    relation = " rel=noreferrer" if sensitive and outside else ""
    return f'<a href="{escape_attribute(href)}"{relation}>'


def find_file(src: str, page: str, assets: Assets) -> str | None:
    """The relative way to a file of the site; None for one of another host."""
    name = _name_file(src)
    if name is None:
        return None
    return link_asset(assets, name, page) or f"{up_to_site(page)}{name}"


def open_image(src: str, page: str, assets: Assets) -> str:
    """An image's tag up to its `alt`; "" for an image of another host."""
    way = find_file(src, page, assets)
    if way is None:
        return ""
    size = show_size(assets.get(_name_file(src) or ""))
    return f'<img loading=lazy src="{escape_attribute(way)}"{size} alt="'


def _name_file(src: str) -> str | None:
    """The path of a file in the content folder, as an author writes it from anywhere."""
    file = _FILE.fullmatch(src.strip())
    return file.group(1) if file is not None else None


def open_target(
    target: Target,
    page: str,
    facts: Mapping[str, FactValue],
    assets: Assets,
    *,
    sensitive: bool,
) -> str:
    """What `[…]{n}` opens: a link's tag, an image's up to its `alt`, or "" for neither."""
    if target.kind is TargetKind.IMAGE:
        return open_image(target.href, page, assets)
    href = find_href(target.href, page, facts, assets)
    return open_link(href, sensitive=sensitive) if href else ""
