"""The pages of a built site that a sweep visits, and the links between them. Touches the disk."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag

from waypost.files.digest import digest_bytes

NEUTRAL = "–"
"""Stands for the language of pages that offer all languages."""
_LEADS_ON = re.compile(rb"<meta http-equiv=[\"']?refresh", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the site."""

    path: str
    """Below the site's folder: `en/vote/index.html`."""
    language: str
    digest: str
    leads_on: bool
    """Shows nothing, and leads to another page at once."""
    has_script: bool

    @property
    def address(self) -> str:
        """Below the site's address: `en/vote/`."""
        return self.path.removesuffix("index.html")


def find_pages(site: Path, languages: Iterable[str]) -> tuple[Page, ...]:
    """Every page in one of the languages or in none, in the order of their paths."""
    wanted = set(languages)
    known = {path.name.split("-", 1)[1][:-4] for path in site.glob("sitemap-*.xml")} | wanted
    found: list[Page] = []
    for path in sorted(site.rglob("*.html")):
        name = path.relative_to(site).as_posix()
        top = name.partition("/")[0]
        if top in known and top not in wanted:
            continue
        data = path.read_bytes()
        found.append(
            Page(
                name,
                top if top in wanted else NEUTRAL,
                digest_bytes(data),
                _LEADS_ON.search(data) is not None,
                b"<script" in data,
            )
        )
    return tuple(found)


class _Reader(HTMLParser):
    """Gathers the ids and the links of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.hrefs: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if identifier := values.get("id"):
            self.ids.add(identifier)
        for name in ("href", "src"):
            value = values.get(name)
            if value and tag != "link":
                self.hrefs.append(value)


def check_links(site: Path, pages: Iterable[Page]) -> dict[str, list[str]]:
    """For each page by its path, the links within the site that lead nowhere."""
    read = {path: _read(path) for path in sorted(site.rglob("*.html"))}
    ids: Mapping[Path, set[str]] = {path: reader.ids for path, reader in read.items()}
    broken: dict[str, list[str]] = {}
    for page in pages:
        path = site / page.path
        lost = [href for href in read[path].hrefs if not _leads_somewhere(site, path, href, ids)]
        if lost:
            broken[page.path] = [f"leads nowhere: {href}" for href in dict.fromkeys(lost)]
    return broken


def _read(path: Path) -> _Reader:
    reader = _Reader()
    reader.feed(path.read_text("utf-8"))
    return reader


def _leads_somewhere(site: Path, page: Path, href: str, ids: Mapping[Path, set[str]]) -> bool:
    if re.match(r"[a-z][a-z0-9+.-]*:|//", href, re.IGNORECASE):
        return True
    place, fragment = urldefrag(href)
    place = unquote(place.partition("?")[0])
    if not place:
        target = page
    elif place.startswith("/"):
        target = site / place[1:]
    else:
        target = Path(*_without_dots(page.parent / place))
    if target.is_dir() or place.endswith("/"):
        target = target / "index.html"
    if target.suffix != ".html":
        return target.is_file()
    return target in ids and (not fragment or unquote(fragment) in ids[target])


def _without_dots(path: Path) -> list[str]:
    out: list[str] = []
    for part in path.parts:
        if part == "..":
            out.pop()
        elif part != ".":
            out.append(part)
    return out
