"""What a run is about: the site's settings, the day, and where things lie."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from waypost.config.reader import load_settings
from waypost.config.settings import SETTINGS_FILE, Settings
from waypost.model.finding import Failure, Finding

TRANSLATIONS = "translations"
CACHE = "build/.cache"


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """How a build is asked for."""

    day: date | None = None
    site_dir: Path | None = None
    """Where the site goes, when not where the settings say."""
    preview: bool = False
    clean: bool = False
    jobs: int | None = None


@dataclass(frozen=True, slots=True)
class Project:
    """A site's settings on a day, with what is wrong in them."""

    settings: Settings
    day: date
    findings: tuple[Finding, ...]

    @property
    def root(self) -> Path:
        """The folder that holds mkdocs.yml."""
        return self.settings.root

    @property
    def input_roots(self) -> tuple[str, ...]:
        """The files and folders that a build depends on, relative to the root."""
        return (SETTINGS_FILE, self.settings.content, TRANSLATIONS)


def open_project(root: Path, day: date | None) -> Project:
    """The project in `root`; a Failure where its settings can't be used at all."""
    from waypost.report.formats import render_text

    read = load_settings(root)
    if read.value is None:
        raise Failure(
            f"The settings in {SETTINGS_FILE} can't be used:\n{render_text(read.findings)}",
            "Mend them and try again.",
        )
    return Project(read.value, resolve_day(day), read.findings)


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
