"""nginx: what a `server` block takes in with `include`."""

from __future__ import annotations

from collections.abc import Iterator

from waypost.hosting.headers import (
    ASSET_POLICY,
    FOR_EVER,
    REVALIDATE,
    TRANSPORT,
    list_headers,
)
from waypost.hosting.media_types import MEDIA_TYPES
from waypost.hosting.served_site import HostFiles, ServedSite
from waypost.model.site import Output

_HEAD = """\
# Written by `waypost build --host nginx`; the next build writes it anew. Take it in like this:
#
#   server {
#       listen 443 ssl;
#       server_name www.example.org;
#       root /srv/www;                                 # the site stands in /srv/www%(path)s
#       include /srv/waypost/build/host/nginx/waypost.conf;
#       include /srv/waypost/build/host/nginx/brotli.conf;   # with nginx's module for brotli
#   }

index index.html;
absolute_redirect off;

# Compressed files stand beside the plain ones, so nothing is compressed when it is asked for.
gzip off;
gzip_static on;
gzip_vary on;
"""
_BROTLI = """\
# Needs ngx_brotli (Debian: libnginx-mod-http-brotli-static).
brotli_static on;
"""


def write_nginx(site: ServedSite) -> HostFiles:
    """`nginx/waypost.conf`, and `nginx/brotli.conf` for servers that have the module."""
    text = "\n".join(_write_lines(site)) + "\n"
    return HostFiles(
        beside=(
            Output("nginx/waypost.conf", text.encode()),
            Output("nginx/brotli.conf", _BROTLI.encode()),
        )
    )


def _write_lines(site: ServedSite) -> Iterator[str]:
    path = site.path
    yield _HEAD % {"path": path.rstrip("/")}
    yield "types {"
    for media_type, endings in MEDIA_TYPES.items():
        yield f'    "{media_type}" {" ".join(endings)};'
    yield "}\ndefault_type application/octet-stream;\n"
    yield from _write_headers(site, list_headers(), "")
    yield f'add_header Cache-Control "{REVALIDATE}" always;\n'
    yield f"location {path}assets/ {{"
    yield from _write_headers(site, list_headers(ASSET_POLICY), "    ")
    yield f'    add_header Cache-Control "{FOR_EVER}";'
    yield f"    error_page 404 {path}404.html;\n}}\n"
    yield f"error_page 404 {path}404.html;"
    for code in site.not_found:
        yield f"location {path}{code}/ {{ error_page 404 {path}{code}/404.html; }}"
    moved = site.gather_moved()
    if moved:
        yield "\n# Old addresses, in every language and without one."
    for page, old in moved.items():
        yield f'rewrite "{site.write_pattern(old)}" {path}$1{page}/ permanent;'


def _write_headers(
    site: ServedSite, headers: tuple[tuple[str, str], ...], indent: str
) -> Iterator[str]:
    for name, value in headers:
        yield f'{indent}add_header {name} "{value}" always;'
    if site.is_secure:
        yield f'{indent}add_header {TRANSPORT[0]} "{TRANSPORT[1]}" always;'
