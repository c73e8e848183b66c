"""Netlify, Cloudflare Pages and GitHub Pages: files that they read in the site's folder.

All three compress by themselves. What they document, and what follows from it here:

- Netlify and Cloudflare Pages read `_headers` (a path, then indented headers) and `_redirects`.
  Rules that match the same path are joined, on Cloudflare with commas: so no header stands in two
  rules that meet, but where both values shall hold together, as two policies do.
- Cloudflare takes 100 rules of headers with lines of 2,000 letters, 2,000 plain redirects and 100
  with placeholders, of 1,000 letters each; the plain ones stand first. An old address that finds
  no room is still answered, by the small page that stands at it.
- Netlify follows a redirect over a page that exists only with an exclamation mark.
- Cloudflare shows the nearest 404.html of the folders above; Netlify needs a rule for each.
- GitHub Pages sends no headers of ours and knows no redirects. `.nojekyll` lets it serve the
  files as they are.
"""

from __future__ import annotations

from collections.abc import Iterator

from waypost.hosting.headers import ASSET_POLICY, FOR_EVER, TRANSPORT, list_headers
from waypost.hosting.served_site import HostFiles, ServedSite
from waypost.model.site import Output

_PLAIN_RULES = 2000
_PLACEHOLDER_RULES = 100


def write_netlify(site: ServedSite) -> HostFiles:
    """`_headers`, and `_redirects` where something leads on."""
    path = site.path
    rules = [
        *(f"{path}{old}/ {path}{page}/ 301!" for old, page in sorted(site.moved.items())),
        *(
            f"{path}:lang/{old}/ {path}:lang/{page}/ 301!"
            for old, page in sorted(site.moved.items())
        ),
        *(f"{path}{code}/* {path}{code}/404.html 404" for code in site.not_found),
    ]
    return HostFiles(inside=(_write_headers(site), *_write_redirects(rules)))


def write_cloudflare(site: ServedSite) -> HostFiles:
    """`_headers`, and `_redirects` where something leads on, within the limits."""
    path = site.path
    moved = sorted(site.moved.items())
    rules = [
        *(f"{path}{old}/ {path}{page}/ 301" for old, page in moved[:_PLAIN_RULES]),
        *(
            f"{path}:lang/{old}/ {path}:lang/{page}/ 301"
            for old, page in moved[:_PLACEHOLDER_RULES]
        ),
    ]
    return HostFiles(inside=(_write_headers(site), *_write_redirects(rules)))


def write_github(site: ServedSite) -> HostFiles:
    """`.nojekyll`, and nothing that GitHub Pages wouldn't read."""
    del site
    return HostFiles(inside=(Output(".nojekyll", b""),))


def _write_headers(site: ServedSite) -> Output:
    lines = [f"{site.path}*"]
    lines += [f"  {name}: {value}" for name, value in list_headers()]
    if site.is_secure:
        lines.append(f"  {TRANSPORT[0]}: {TRANSPORT[1]}")
    lines += [
        f"{site.path}assets/*",
        f"  Cache-Control: {FOR_EVER}",
        f"  Content-Security-Policy: {ASSET_POLICY}",
    ]
    return Output("_headers", ("\n".join(lines) + "\n").encode())


def _write_redirects(rules: list[str]) -> Iterator[Output]:
    if rules:
        yield Output("_redirects", ("\n".join(rules) + "\n").encode())
