"""Caddy: a snippet that a site of the Caddyfile imports."""

from __future__ import annotations

import re
from collections.abc import Iterator

from waypost.hosting.headers import (
    ASSET_POLICY,
    FOR_EVER,
    PAGE_POLICY,
    REVALIDATE,
    TRANSPORT,
    list_headers,
)
from waypost.hosting.media_types import MEDIA_TYPES
from waypost.hosting.served_site import HostFiles, ServedSite
from waypost.model.site import Output

_HEAD = """\
# Written by `waypost build --host caddy`; the next build writes it anew. Take it in like this:
#
#   import /srv/waypost/build/host/caddy/waypost.caddy
#
#   www.example.org {
#       root * /srv/www          # the site stands in /srv/www%(path)s
#       import waypost
#   }

(waypost) {"""
_POLICY = "Content-Security-Policy"


def write_caddy(site: ServedSite) -> HostFiles:
    """`caddy/waypost.caddy`."""
    text = "\n".join(_write_lines(site)) + "\n"
    return HostFiles(beside=(Output("caddy/waypost.caddy", text.encode()),))


def _write_lines(site: ServedSite) -> Iterator[str]:
    path = site.path
    yield _HEAD % {"path": path.rstrip("/")}
    headers = [each for each in list_headers() if each[0] != _POLICY]
    yield "\theader {"
    for name, value in (*headers, *((TRANSPORT,) if site.is_secure else ())):
        yield f'\t\t{name} "{value}"'
    # Caddy says so by itself only where it sends a compressed file.
    yield "\t\t?Vary Accept-Encoding"
    yield "\t}"
    # Matchers that never match the same request: which header wins isn't left to their order.
    yield f"\t@assets path {path}assets/*"
    yield f"\t@pages not path {path}assets/*"
    for matcher, policy, keep in (
        ("@assets", ASSET_POLICY, FOR_EVER),
        ("@pages", PAGE_POLICY, REVALIDATE),
    ):
        yield f"\theader {matcher} {{"
        yield f'\t\t{_POLICY} "{policy}"\n\t\tCache-Control "{keep}"\n\t}}'
    for media_type, endings in MEDIA_TYPES.items():
        name = re.sub(r"[^a-z0-9]+", "_", endings[0])
        yield f"\t@{name} path {' '.join(f'*.{each}' for each in endings)}"
        yield f'\theader @{name} Content-Type "{media_type}"'
    for number, (page, old) in enumerate(site.gather_moved().items(), 1):
        pattern = site.write_pattern(old)
        yield f"\t@moved_{number} path_regexp moved_{number} `{pattern}`"
        yield f"\tredir @moved_{number} {path}{{re.moved_{number}.1}}{page}/ 301"
    yield "\tfile_server {\n\t\tprecompressed br gzip\n\t}"
    yield "\thandle_errors {"
    yield f'\t\theader Cache-Control "{REVALIDATE}"'
    yield f'\t\theader {_POLICY} "{PAGE_POLICY}"'
    yield '\t\theader Content-Type "text/html; charset=utf-8"'
    for code in site.not_found:
        yield f"\t\thandle {path}{code}/* {{"
        yield from _show_error(f"{path}{code}/404.html")
        yield "\t\t}"
    yield "\t\thandle {"
    yield from _show_error(f"{path}404.html")
    yield "\t\t}\n\t}\n}"


def _show_error(page: str) -> Iterator[str]:
    yield f"\t\t\trewrite * {page}"
    yield "\t\t\tfile_server {\n\t\t\t\tprecompressed br gzip\n\t\t\t}"
