"""Ids of files: the form they have, and the words that Waypost keeps for itself."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from waypost.content.file_codes import BAD_ID, RESERVED_ID
from waypost.content.parsed import found
from waypost.model.finding import Finding, Place

RESERVED = frozenset(
    {
        "404",
        "a-z",
        "alerts",
        "assets",
        "calendar",
        "card",
        "coverage",
        "data",
        "deadlines",
        "home",
        "how-translated",
        "images",
        "index",
        "kiosk",
        "languages",
        "manifest",
        "print",
        "robots",
        "saved",
        "search",
        "sitemap",
        "static",
        "topics",
    }
)
"""First parts of addresses that Waypost uses; language codes in use come on top."""

_ID = re.compile(r"[a-z0-9][a-z0-9_-]{0,199}")
"""File systems take 255 bytes, and put words of their own around an id."""


def read_file_id(path: str, findings: list[Finding]) -> str:
    """The id that a file's name gives; a finding when it can't be one."""
    name = PurePosixPath(path).stem
    if not _ID.fullmatch(name):
        findings.append(found(BAD_ID, Place(path), f"“{name}” can't be an id"))
    elif name in RESERVED:
        findings.append(found(RESERVED_ID, Place(path), f"“{name}” is an address of Waypost"))
    return name
