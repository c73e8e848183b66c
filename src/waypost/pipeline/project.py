"""What a run is about: the site's settings, the day, and where things lie."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from waypost.config.reader import load_settings
from waypost.config.settings import SETTINGS_FILE, Settings
from waypost.model.finding import Failure, Finding
from waypost.pipeline.options import TRANSLATIONS, resolve_day


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
