"""Built pages as a browser reads them."""

from __future__ import annotations

import gzip
import posixpath
import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from html import unescape
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element, tostring

import html5lib


class Page:
    """A page by its path in the site."""

    def __init__(self, path: str, data: bytes) -> None:
        self.path = path
        self.data = data
        parser = html5lib.HTMLParser(
            tree=html5lib.getTreeBuilder("etree"), namespaceHTMLElements=False
        )
        self.root: Element = parser.parse(data.decode("utf-8"))
        self.errors = [code for _, code, _ in parser.errors]

    @property
    def gzipped(self) -> int:
        """Bytes on the wire."""
        return len(gzip.compress(self.data, 9, mtime=0))

    def all(self, tag: str) -> list[Element]:
        """The elements with this tag, in order."""
        return list(self.root.iter(tag))

    def one(self, tag: str) -> Element:
        """The only element with this tag."""
        (element,) = self.all(tag)
        return element

    @cached_property
    def ids(self) -> list[str]:
        """All ids, in order."""
        return [each.get("id", "") for each in self.root.iter() if each.get("id")]

    def text(self, element: Element | None = None) -> str:
        """The text that a reader sees, white space collapsed."""
        return " ".join("".join(_walk_text(self.root if element is None else element)).split())

    def text_in(self, language: str, element: Element | None = None) -> str:
        """Only what stands in this language by its `lang`."""
        top = self.root if element is None else element
        own = self.root.get("lang", "")
        return " ".join("".join(_walk_language(top, own, language)).split())

    def markup(self, element: Element) -> str:
        """The element as markup, to show in a message."""
        return tostring(element, encoding="unicode")[:300]

    def resolve(self, href: str) -> tuple[str, str] | None:
        """As `resolve_link`, from this page."""
        return resolve_link(self.path, href)


def _walk_text(element: Element) -> Iterator[str]:
    if element.tag in {"style", "script"}:
        return
    yield element.text or ""
    for child in element:
        yield from _walk_text(child)
        yield child.tail or ""
    if element.tag not in {"b", "strong", "em", "span", "bdi", "a"}:
        yield " "


def _walk_language(element: Element, current: str, wanted: str) -> Iterator[str]:
    if element.tag in {"style", "script"}:
        return
    own = element.get("lang") or current
    yield (element.text or "") if own == wanted else " "
    for child in element:
        yield from _walk_language(child, own, wanted)
        yield (child.tail or "") if own == wanted else " "
    yield " "


def read_pages(files: Mapping[str, bytes]) -> dict[str, Page]:
    """Every HTML file as a page."""
    return {path: Page(path, data) for path, data in files.items() if path.endswith(".html")}


NOT_FOUND = "404.html"


def resolve_link(path: str, href: str) -> tuple[str, str] | None:
    """The file in the site and the anchor that a link of a page names; None for another site."""
    parts = urlsplit(href)
    if parts.scheme or parts.netloc:
        return None
    if not parts.path:
        return path, unquote(parts.fragment)
    # A host shows the page for wrong addresses at any of them: only its links begin at the root.
    if parts.path.startswith("/") != (path == NOT_FOUND):
        return f"not relative: {href}", ""
    base = "" if path == NOT_FOUND else posixpath.dirname(path)
    target = posixpath.join(base, unquote(parts.path).removeprefix("/"))
    if "//" in target:
        return f"two slashes: {href}", ""
    if target.endswith("/") or target == "":
        target += "index.html"
    return posixpath.normpath(target), unquote(parts.fragment)


_LINK = re.compile(r'\s(?:href|src|content="0; url)=(?:"([^"]*)"|([^\s">]+))')
_ID = re.compile(r'\sid=(?:"([^"]*)"|([^\s">]+))')


def find_broken_links(files: Mapping[str, bytes], base: str = "") -> list[tuple[str, str]]:
    """Page and target of each link that leads nowhere in the site, whose address is `base`.

    Reads the markup as text: quick enough to be asked after every edit.
    """
    texts = {path: data.decode() for path, data in files.items() if path.endswith(".html")}
    anchors = {path: {a or b for a, b in _ID.findall(text)} for path, text in texts.items()}
    broken: set[tuple[str, str]] = set()
    for path, text in texts.items():
        for quoted, bare in _LINK.findall(text):
            href = unescape(quoted or bare)
            from_here = path
            if base and href.startswith(base):
                from_here, href = "index.html", "./" + href.removeprefix(base)
            target = resolve_link(from_here, href)
            if target is None:
                continue
            file, anchor = target
            if file not in files or (anchor and anchor not in anchors.get(file, ())):
                broken.add((path, href))
    return sorted(broken)
