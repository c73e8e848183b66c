"""Where a site may be served from."""

from __future__ import annotations

from enum import StrEnum


class Host(StrEnum):
    """A server or service that a build can prepare its files for."""

    NGINX = "nginx"
    CADDY = "caddy"
    NETLIFY = "netlify"
    CLOUDFLARE = "cloudflare"
    GITHUB = "github"

    @property
    def takes_compressed(self) -> bool:
        """Whether it serves compressed files that stand beside the plain ones.

        The others compress by themselves and would only count and store the files.
        """
        return self in (Host.NGINX, Host.CADDY)
