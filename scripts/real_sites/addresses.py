"""Ids for pages, names for headings, and where a link of the old site leads in the new one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

from scripts.real_sites.tree import (
    Anchor,
    Block,
    Heading,
    ItemList,
    Paragraph,
    Quote,
    Run,
    Table,
    inline_text,
    walk_blocks,
)
from waypost.model.guide import SectionKey

HOST = "https://www.va.gov"
_HOSTS = {"www.va.gov", "va.gov", "www.vets.gov", "vets.gov"}
_NOT_ID = re.compile(r"[^a-z0-9]+")
_NOT_WORD = re.compile(r"\W+")
_TEL = re.compile(r"tel:(?://)?\+?[0-9-]{3,}")


def make_ids(addresses: Iterable[str], taken: Iterable[str]) -> dict[str, str]:
    """An id for each address: its path with hyphens, apart from all others and those `taken`."""
    ids: dict[str, str] = {}
    reserved = set(taken)
    used = set(reserved)
    for address in addresses:
        stem = _NOT_ID.sub("-", address.lower()).strip("-") or "home-page"
        stem = f"page-{stem}" if stem in reserved else stem
        name = stem
        number = 2
        while name in used:
            name, number = f"{stem}-{number}", number + 1
        used.add(name)
        ids[address] = name
    return ids


def normal_address(path: str) -> str:
    """`/health-care/eligibility` for that page's address however it is written."""
    return "/" + path.removesuffix("index.html").removesuffix(".html").strip("/")


@dataclass(slots=True)
class LinkMap:
    """Where links lead: pages by address, and for each the headings that can be linked to."""

    ids: Mapping[str, str]
    headings: dict[str, dict[str, int]]
    """Page id → an old anchor → the number of its heading among the page's blocks."""
    names: dict[str, dict[int, str]] = field(default_factory=dict)
    """Page id → number of a heading that is linked to → its name in the new site."""
    counts: Counter[str] = field(default_factory=Counter)

    def resolve(self, href: str, address: str) -> str:
        """The target of `href` on the page at `address`; "" when it leads nowhere."""
        href = href.strip()
        if href.startswith("tel:"):
            return href.replace("//", "") if _TEL.fullmatch(href) else self._lost("no number")
        if href.startswith("mailto:"):
            return href
        parts = urlsplit(urljoin(f"{HOST}{address}/", href) if href[:1] != "#" else href)
        if not href or href == "#" or parts.scheme not in {"", "http", "https"}:
            return self._lost("no address")
        inside = not parts.netloc or parts.netloc in _HOSTS
        page = self.ids.get(normal_address(parts.path) if parts.path else address)
        if page is None or not inside or parts.query:
            if not parts.netloc:
                return self._lost("no address")
            self.counts["to other sites"] += 1
            return parts._replace(scheme="https").geturl()
        return self._inside(page, parts.fragment, own=page == self.ids[address])

    def _inside(self, page: str, fragment: str, *, own: bool) -> str:
        self.counts["to pages of the site"] += 1
        number = find_heading(self.headings.get(page, {}), fragment)
        if number is None:
            if own:
                self.counts["to pages of the site"] -= 1
                return self._lost("an anchor that isn't there")
            return page
        name = self.names.setdefault(page, {}).setdefault(number, "")
        if not name:
            name = _heading_name(fragment, self.names[page].values())
            self.names[page][number] = name
        return f"#{name}" if own else f"{page}#{name}"

    def _lost(self, why: str) -> str:
        self.counts[f"to nowhere ({why}): kept as words"] += 1
        return ""


def _heading_name(fragment: str, used: Iterable[str]) -> str:
    """A name for the heading that `fragment` leads to, unlike those of the page's others."""
    stem = _NOT_ID.sub("-", fragment.lower()).strip("-")
    stem = stem if stem[:1].isalpha() else f"part-{stem}".rstrip("-")
    if stem in set(SectionKey):  # such a name would make it one of Waypost's fixed headings
        stem = f"{stem}-here"
    name, number, others = stem, 2, set(used)
    while name in others:
        name, number = f"{stem}-{number}", number + 1
    return name


def find_heading(headings: Mapping[str, int], fragment: str) -> int | None:
    """The heading of an anchor, or of the slug that the old site made from a heading's words."""
    number = headings.get(fragment)
    return headings.get(fragment.lower()) if number is None else number


def list_headings(blocks: Sequence[Block]) -> dict[str, int]:
    """Each anchor of a page and the number of the block that is its heading.

    An anchor that nothing precedes names the heading that follows; any other one the heading that
    it stands under; one above all headings names none, so a link to it leads to the page.
    """
    anchors: dict[str, int] = {}
    slugs: dict[str, int] = {}
    waiting: list[str] = []
    current = -1
    for number, block in enumerate(blocks):
        if isinstance(block, Anchor):
            waiting.append(block.id)
            continue
        if isinstance(block, Heading):
            current = number
            if block.id:
                waiting.append(block.id)
            slugs.setdefault(_slug(inline_text(block.inline)), number)
        waiting += [
            one.id
            for one in walk_blocks([block])
            if isinstance(one, Anchor) or (isinstance(one, Heading) and one is not block)
            if one.id
        ]
        for name in waiting:
            if current >= 0:
                anchors.setdefault(name, current)
        waiting.clear()
    for name in waiting:
        if current >= 0:
            anchors.setdefault(name, current)
    for slug, number in slugs.items():
        anchors.setdefault(slug, number)
    return anchors


def name_headings(blocks: Sequence[Block], names: Mapping[int, str]) -> tuple[Block, ...]:
    """The blocks with `names` on the headings that are linked to, and no other name."""
    return tuple(
        Heading(block.level, block.inline, names.get(number, ""))
        if isinstance(block, Heading)
        else block
        for number, block in enumerate(blocks)
    )


def list_links(blocks: Sequence[Block]) -> Iterable[str]:
    """The address of every link in `blocks`."""
    for block in walk_blocks(blocks):
        if isinstance(block, Paragraph | Heading):
            pieces = block.inline
        elif isinstance(block, Table):
            pieces = tuple(
                one for row in (block.header, *block.rows) for cell in row for one in cell
            )
        elif isinstance(block, ItemList | Quote | Anchor):
            continue
        yield from (one.href for one in pieces if isinstance(one, Run) and one.href)


def _slug(text: str) -> str:
    return _NOT_WORD.sub("-", text.lower()).strip("-")
