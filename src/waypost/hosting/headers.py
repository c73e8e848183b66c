"""The headers that a site is served with.

Each page has a Content-Security-Policy of its own that allows its style by its digest and scripts
of the site, and nothing else. A browser holds to both policies at once: so the header says what a
page can't say of itself, and repeats what holds for every page whatever its style is. It names no
`style-src` and no `default-src`, since these would have to allow the styles of all pages.
"""

from __future__ import annotations

from typing import Final

PAGE_POLICY: Final = (
    "script-src 'self'; object-src 'none'; frame-src 'none'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'"
)
ASSET_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
"""Of a file that pages load: opened by itself, a picture runs nothing and fetches nothing."""

REVALIDATE: Final = "no-cache"
"""A page is kept, and shown again when the host says that it is still the same."""
FOR_EVER: Final = "public, max-age=31536000, immutable"
"""A file that pages load has its content in its name: another content is another address."""

TRANSPORT: Final = ("Strict-Transport-Security", "max-age=31536000")


def list_headers(policy: str = PAGE_POLICY) -> tuple[tuple[str, str], ...]:
    """The headers that don't depend on what is served, as (name, value).

    No address of a page is told to anybody: that somebody comes from a guide about an eviction is
    nobody's business.
    """
    return (
        ("Content-Security-Policy", policy),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
        ("Referrer-Policy", "no-referrer"),
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),
    )
