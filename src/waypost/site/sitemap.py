"""sitemap.xml, one sitemap per language, and robots.txt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from waypost.model.site import Output, SiteIdentity
from waypost.site.addresses import page_address
from waypost.site.inline import escape_text

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def render_sitemaps(
    identity: SiteIdentity, published: Mapping[str, Iterable[str]]
) -> tuple[Output, ...]:
    """The index of sitemaps and a sitemap for each language; none without the site's address.

    `published` is, for each language code, the ids of the pages that are published in it.
    """
    if not identity.url:
        return ()
    outputs: list[Output] = []
    places: list[str] = []
    for code, pages in published.items():
        addresses = [page_address(identity.url, code, page) for page in pages]
        if addresses:
            rows = "".join(f"<url><loc>{escape_text(each)}</loc></url>\n" for each in addresses)
            text = f'{_HEAD}<urlset xmlns="{_SPACE}">\n{rows}</urlset>\n'
            outputs.append(Output(f"sitemap-{code}.xml", text.encode("utf-8")))
            places.append(f"{identity.url}sitemap-{code}.xml")
    rows = "".join(f"<sitemap><loc>{escape_text(each)}</loc></sitemap>\n" for each in places)
    text = f'{_HEAD}<sitemapindex xmlns="{_SPACE}">\n{rows}</sitemapindex>\n'
    return (Output("sitemap.xml", text.encode("utf-8")), *outputs)


def render_robots(identity: SiteIdentity) -> Output:
    """robots.txt: everything may be read; where the sitemap is."""
    lines = ["User-agent: *", "Allow: /"]
    if identity.url:
        lines.append(f"Sitemap: {identity.url}sitemap.xml")
    return Output("robots.txt", ("\n".join(lines) + "\n").encode("utf-8"))
