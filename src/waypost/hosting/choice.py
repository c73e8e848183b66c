"""Every host, and what is written for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from waypost.hosting.caddy import write_caddy
from waypost.hosting.nginx import write_nginx
from waypost.hosting.served_site import HostFiles, ServedSite
from waypost.hosting.services import write_cloudflare, write_github, write_netlify
from waypost.model.host import Host

_WRITERS: Final[Mapping[Host, Callable[[ServedSite], HostFiles]]] = MappingProxyType(
    {
        Host.NGINX: write_nginx,
        Host.CADDY: write_caddy,
        Host.NETLIFY: write_netlify,
        Host.CLOUDFLARE: write_cloudflare,
        Host.GITHUB: write_github,
    }
)


def write_host_files(host: Host, site: ServedSite) -> HostFiles:
    """The files that the host reads."""
    return _WRITERS[host](site)
