"""Every link within a built site leads to a page that is there, and to an id that it has once.

Touches the disk: reads the built pages.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit


@dataclass(frozen=True, slots=True)
class PageLinks:
    """The links of a page, and the ids that others can link to."""

    hrefs: frozenset[str]
    ids: frozenset[str]
    repeated: frozenset[str] = frozenset()
    """Ids that stand more than once."""


@dataclass(frozen=True, slots=True)
class BrokenLink:
    """A link that leads nowhere."""

    page: str
    href: str


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.hrefs: set[str] = set()
        self.ids: set[str] = set()
        self.repeated: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if value and name in {"href", "src"} and tag != "link":
                self.hrefs.add(value)
            elif value and name == "id":
                (self.repeated if value in self.ids else self.ids).add(value)


def read_links(html: str) -> PageLinks:
    """The links and ids of a page."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return PageLinks(frozenset(reader.hrefs), frozenset(reader.ids), frozenset(reader.repeated))


def find_broken(pages: Mapping[str, PageLinks], others: frozenset[str]) -> list[BrokenLink]:
    """Every link between `pages` (by path) that leads nowhere; `others` are the other files.

    An id that stands twice counts too, as `#id`: nobody can say where such a link leads.
    """
    broken: list[BrokenLink] = []
    for path, page in pages.items():
        broken += [BrokenLink(path, f"#{name}") for name in sorted(page.repeated)]
        for href in sorted(page.hrefs):
            parts = urlsplit(href)
            if parts.scheme or parts.netloc:
                continue
            target = _target(path, unquote(parts.path))
            is_there = target in pages or target in others
            has_id = not parts.fragment or unquote(parts.fragment) in _ids(pages, target)
            if not is_there or not has_id:
                broken.append(BrokenLink(path, href))
    return broken


def _ids(pages: Mapping[str, PageLinks], target: str) -> frozenset[str]:
    return pages[target].ids if target in pages else frozenset()


def _target(path: str, way: str) -> str:
    """The file that the relative `way` from the page at `path` leads to."""
    if not way:
        return path
    if way.endswith("//"):
        return way
    target = posixpath.normpath(posixpath.join(posixpath.dirname(path), way))
    return posixpath.join(target, "index.html").removeprefix("./") if way[-1:] in "/." else target


def load_broken_links(site: Path) -> tuple[int, list[BrokenLink]]:
    """How many pages the built site in `site` has, and its broken links."""
    paths = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}
    pages = {
        name: read_links(path.read_text("utf-8"))
        for name, path in paths.items()
        if name.endswith(".html") and name != "404.html"
    }
    return len(pages), find_broken(pages, frozenset(paths) - frozenset(pages))
