"""The site as its host sees it, and the files that are written for a host."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import quote, urlsplit

import msgspec

from waypost.model.site import Output


class ServedSite(msgspec.Struct, frozen=True):
    """The site as its host sees it."""

    address: str
    """The whole address with a slash at its end, or ""."""
    moved: Mapping[str, str]
    """Old page → page, the same in every language."""
    not_found: tuple[str, ...] = ()
    """The folders with a page of their own for what isn't there: codes of languages."""
    languages: tuple[str, ...] = ()
    """The codes of those in which old addresses lead on."""

    @property
    def path(self) -> str:
        """Where the site stands on its host: `/`, or `/services/`."""
        path = quote(urlsplit(self.address).path, safe="/%-._~")
        return path if path.endswith("/") else f"{path}/"

    @property
    def is_secure(self) -> bool:
        """Whether the address says that the site is served under TLS."""
        return self.address.startswith("https://")

    def write_pattern(self, old: list[str]) -> str:
        """A regular expression of old addresses, whose first group is the language with a slash.

        Only a language may stand before one: another folder's page of that name is another page.
        """
        codes = "|".join(re.escape(code) for code in sorted(self.languages))
        names = "|".join(re.escape(name) for name in old)
        before = f"((?:(?:{codes})/)?)" if codes else "()"
        return f"^{re.escape(self.path)}{before}(?:{names})/?$"

    def gather_moved(self) -> dict[str, list[str]]:
        """Page → its old names, both sorted."""
        gathered: dict[str, list[str]] = {}
        for old, page in sorted(self.moved.items()):
            gathered.setdefault(page, []).append(old)
        return dict(sorted(gathered.items()))


class HostFiles(msgspec.Struct, frozen=True):
    """What is written for a host."""

    inside: tuple[Output, ...] = ()
    """Files of the site itself."""
    beside: tuple[Output, ...] = ()
    """Files that the server reads and nobody may fetch, by their paths in `build/host/`."""
