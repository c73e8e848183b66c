"""sitemap.xml, one sitemap per language, and robots.txt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from waypost.model.site import Output, SiteIdentity
from waypost.site.addresses import page_address
from waypost.site.inline import escape_text
from waypost.site.language_menu import MOST_IN_HEAD

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"
_MOST_LINKS = 300_000
"""Of a whole site, from page to page in another language: some 30 MB."""


def render_sitemaps(
    identity: SiteIdentity, published: Mapping[str, Iterable[str]]
) -> tuple[Output, ...]:
    """The index of sitemaps and a sitemap for each language; none without the site's address.

    `published` is, for each language code, the ids of the pages that are published in it.
    """
    if not identity.url:
        return ()
    alternates = _render_alternates(identity, published)
    head = f'{_HEAD}<urlset xmlns="{_SPACE}"'
    head += f' xmlns:xhtml="{_XHTML}">' if alternates else ">"
    outputs: list[Output] = []
    places: list[str] = []
    for code, pages in published.items():
        rows = "".join(
            f"<url><loc>{escape_text(page_address(identity.url, code, page))}</loc>"
            f"{alternates.get(page, '')}</url>\n"
            for page in pages
        )
        if rows:
            text = f"{head}\n{rows}</urlset>\n"
            outputs.append(Output(f"sitemap-{code}.xml", text.encode("utf-8")))
            places.append(f"{identity.url}sitemap-{code}.xml")
    rows = "".join(f"<sitemap><loc>{escape_text(each)}</loc></sitemap>\n" for each in places)
    text = f'{_HEAD}<sitemapindex xmlns="{_SPACE}">\n{rows}</sitemapindex>\n'
    return (Output("sitemap.xml", text.encode("utf-8")), *outputs)


def _render_alternates(
    identity: SiteIdentity, published: Mapping[str, Iterable[str]]
) -> dict[str, str]:
    """Page → links to it in all languages, for pages whose head has none as they are too many.

    None at all where they would weigh more than a site's pages: each page would name them all.
    """
    codes: dict[str, list[str]] = {}
    for code, pages in published.items():
        for page in pages:
            codes.setdefault(page, []).append(code)
    many = {page: known for page, known in codes.items() if len(known) > MOST_IN_HEAD}
    if sum(len(known) ** 2 for known in many.values()) > _MOST_LINKS:
        return {}
    return {
        page: "".join(
            f'<xhtml:link rel="alternate" hreflang="{code}"'
            f' href="{escape_text(page_address(identity.url, code, page))}"/>'
            for code in known
        )
        for page, known in many.items()
    }


def render_robots(identity: SiteIdentity) -> Output:
    """robots.txt: everything may be read; where the sitemap is."""
    lines = ["User-agent: *", "Allow: /"]
    if identity.url:
        lines.append(f"Sitemap: {identity.url}sitemap.xml")
    return Output("robots.txt", ("\n".join(lines) + "\n").encode("utf-8"))
