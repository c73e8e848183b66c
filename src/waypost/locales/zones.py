"""Names of time zones, as the tz database and browsers have them."""

from __future__ import annotations

import re

_NAME = re.compile(r"[A-Z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9_+-]+){1,2}|UTC")


def is_zone(name: str) -> bool:
    """Whether a zone has this name: America/Denver, Europe/Lisbon, UTC."""
    import icu

    if not _NAME.fullmatch(name) or name == "Etc/Unknown":
        return False
    return bool(icu.TimeZone.createTimeZone(name).getID() == name)
