"""How a build is asked for. Light to import: an unchanged build needs nothing more."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from pathlib import Path

import msgspec

from waypost.model.finding import Failure
from waypost.model.host import Host

TRANSLATIONS = "translations"
CACHE = "build/.cache"


class BuildOptions(msgspec.Struct, frozen=True):
    """How a build is asked for."""

    day: date | None = None
    site_dir: Path | None = None
    """Where the site goes, when not where the settings say."""
    preview: bool = False
    keep_last_good: bool = False
    """Whether a page stays as it was while its source can't be read, for those who are writing."""
    clean: bool = False
    jobs: int | None = None
    host: Host | None = None
    """For whom files are prepared, when not for whom the settings say."""
    show_progress: bool = False
    defer_search: bool = False
    """Whether the pages stand before the search index does, which somebody else makes then."""


def resolve_day(day: date | None) -> date:
    """The build's date: as asked for, else SOURCE_DATE_EPOCH (UTC), else today."""
    if day is not None:
        return day
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch:
        try:
            return datetime.fromtimestamp(int(epoch), UTC).date()
        except (ValueError, OverflowError, OSError):
            raise Failure(
                f"SOURCE_DATE_EPOCH is “{epoch}”, not a number of seconds.",
                "Set it to a number such as 1790000000, or unset it.",
            ) from None
    return datetime.now().astimezone().date()
